-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "hash" TEXT,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file" (
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_at" TIMESTAMPTZ(3),
    "position" JSONB,
    "pictured" BOOLEAN NOT NULL,
    "hidden" JSONB,

    CONSTRAINT "file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_file" (
    "id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "project_id" UUID,
    "hash" TEXT NOT NULL,

    CONSTRAINT "evidence_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "upload_by_id_at_idx" ON "upload"("by_id", "at");

-- CreateIndex
CREATE INDEX "upload_at_idx" ON "upload"("at");

-- CreateIndex
CREATE INDEX "file_hash_idx" ON "file"("hash");

-- CreateIndex
CREATE INDEX "file_by_id_at_idx" ON "file"("by_id", "at");

-- CreateIndex
CREATE INDEX "file_at_idx" ON "file"("at");

-- CreateIndex
CREATE UNIQUE INDEX "file_id_hash_key" ON "file"("id", "hash");

-- CreateIndex
CREATE INDEX "evidence_file_record_id_idx" ON "evidence_file"("record_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_file_id_record_id_key" ON "evidence_file"("id", "record_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_file_id_hash_key" ON "evidence_file"("id", "hash");

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "file" ADD CONSTRAINT "file_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_id_hash_fkey" FOREIGN KEY ("id", "hash") REFERENCES "file"("id", "hash") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- What a file is must never be in doubt. X-8, F-13
ALTER TABLE file
  ADD CONSTRAINT file_hash_is_sha256 CHECK (hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT file_kind CHECK (kind IN ('photo', 'video', 'document', 'recording')),
  ADD CONSTRAINT file_has_bytes CHECK (size > 0),
  ADD CONSTRAINT file_name_is_a_name CHECK (name ~ '^[^/\\[:cntrl:]]{1,120}$');
ALTER TABLE upload
  ADD CONSTRAINT upload_has_bytes CHECK (size > 0);

-- How large a file may be is a setting since now; settings that stand get what new ones begin with.
UPDATE settings SET document = jsonb_set(document, '{values}',
  '{"photoMegabytes": 30, "videoMegabytes": 500, "recordingMegabytes": 100, "documentMegabytes": 50}'::jsonb || (document -> 'values'));
