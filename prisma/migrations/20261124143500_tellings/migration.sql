-- B-5, B-9: what the system said of what is owed, for ever
CREATE TABLE "telling" (
    "id" BIGSERIAL NOT NULL,
    "record_id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "project_id" UUID,
    "task_id" UUID NOT NULL,
    "does" TEXT NOT NULL,
    "part" TEXT NOT NULL DEFAULT '',
    "stage" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "persons" UUID[] NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "telling_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "telling_stage_check" CHECK ("stage" IN ('soon', 'due', 'late', 'escalated')),
    CONSTRAINT "telling_persons_check" CHECK (cardinality("persons") > 0)
);
CREATE UNIQUE INDEX "telling_task_id_stage_due_at_key" ON "telling"("task_id", "stage", "due_at");
CREATE INDEX "telling_record_id_at_idx" ON "telling"("record_id", "at");
