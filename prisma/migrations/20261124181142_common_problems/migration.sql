-- CreateTable
CREATE TABLE "problem" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "element" TEXT,
    "category_id" UUID NOT NULL,
    "project_ids" UUID[],
    "scope" TEXT NOT NULL,
    "members" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "grew_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,

    CONSTRAINT "problem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "problem_complaint" (
    "problem_id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,

    CONSTRAINT "problem_complaint_pkey" PRIMARY KEY ("problem_id","complaint_id")
);

-- CreateTable
CREATE TABLE "problem_cell" (
    "element" TEXT NOT NULL,
    "category_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "tests" JSONB NOT NULL,

    CONSTRAINT "problem_cell_pkey" PRIMARY KEY ("element","category_id")
);

-- CreateTable
CREATE TABLE "problem_run" (
    "id" UUID NOT NULL,
    "by_id" UUID,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "month" TEXT,
    "cells" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "proposed" INTEGER NOT NULL DEFAULT 0,
    "joined" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "problem_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "problem_number_key" ON "problem"("number");

-- CreateIndex
CREATE INDEX "problem_opened_at_id_idx" ON "problem"("opened_at" DESC, "id");

-- CreateIndex
CREATE INDEX "problem_state_opened_at_id_idx" ON "problem"("state", "opened_at" DESC, "id");

-- CreateIndex
CREATE INDEX "problem_complaint_complaint_id_idx" ON "problem_complaint"("complaint_id");

-- CreateIndex
CREATE INDEX "problem_run_at_idx" ON "problem_run"("at" DESC);

-- AddForeignKey
ALTER TABLE "problem" ADD CONSTRAINT "problem_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem_complaint" ADD CONSTRAINT "problem_complaint_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem_complaint" ADD CONSTRAINT "problem_complaint_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem_run" ADD CONSTRAINT "problem_run_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
