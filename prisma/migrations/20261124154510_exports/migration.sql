-- CreateTable
CREATE TABLE "export" (
    "id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "shown" JSONB NOT NULL,
    "rows" INTEGER,
    "written" INTEGER NOT NULL DEFAULT 0,
    "place" TEXT,
    "size" BIGINT,
    "stop" BOOLEAN NOT NULL DEFAULT false,
    "why" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "taken_at" TIMESTAMPTZ(3),

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "export_by_id_at_id_idx" ON "export"("by_id", "at" DESC, "id");

-- AddForeignKey
ALTER TABLE "export" ADD CONSTRAINT "export_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
