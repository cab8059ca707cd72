-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "file_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "sheet" TEXT,
    "head_line" INTEGER NOT NULL,
    "encoding" TEXT,
    "delimiter" TEXT,
    "source" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "apply_changes" BOOLEAN NOT NULL DEFAULT false,
    "all_or_nothing" BOOLEAN NOT NULL DEFAULT false,
    "lines" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 0,
    "read" INTEGER NOT NULL DEFAULT 0,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "known" INTEGER NOT NULL DEFAULT 0,
    "differing" INTEGER NOT NULL DEFAULT 0,
    "errors" INTEGER NOT NULL DEFAULT 0,
    "head" JSONB NOT NULL,
    "sample" JSONB,
    "stop" BOOLEAN NOT NULL DEFAULT false,
    "why" TEXT,
    "checked_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_line" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "is" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "details" JSONB,

    CONSTRAINT "import_line_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "by_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "inputs" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("by_id","kind","name")
);

-- CreateIndex
CREATE INDEX "import_by_id_at_id_idx" ON "import"("by_id", "at" DESC, "id");

-- CreateIndex
CREATE INDEX "import_at_id_idx" ON "import"("at" DESC, "id");

-- CreateIndex
CREATE INDEX "import_file_id_idx" ON "import"("file_id");

-- CreateIndex
CREATE INDEX "customer_identity_number_idx" ON "customer"("identity_number");

-- CreateIndex
CREATE INDEX "customer_phone_idx" ON "customer"("phone");

-- CreateIndex
CREATE INDEX "customer_other_phone_idx" ON "customer"("other_phone");

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_line" ADD CONSTRAINT "import_line_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "import" ADD CONSTRAINT import_state CHECK (state IN ('draft', 'checking', 'checked', 'running', 'done', 'refused', 'cancelled', 'failed'));
ALTER TABLE "import" ADD CONSTRAINT import_ends CHECK ((ended_at IS NOT NULL) = (state IN ('done', 'refused', 'cancelled', 'failed')));
ALTER TABLE "import" ADD CONSTRAINT import_counts CHECK (taken + changed + known + differing + errors = "read");
ALTER TABLE "import_line" ADD CONSTRAINT import_line_is CHECK ("is" IN ('error', 'differs', 'changed'));

-- the file, who took it over and what became of it stay as they were
CREATE FUNCTION import_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL OR (NEW.by_id, NEW.at, NEW.file_id, NEW.file_hash) IS DISTINCT FROM (OLD.by_id, OLD.at, OLD.file_id, OLD.file_hash) THEN
    RAISE EXCEPTION 'an import that has ended does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER import_stays BEFORE UPDATE ON "import" FOR EACH ROW EXECUTE FUNCTION import_stays();
