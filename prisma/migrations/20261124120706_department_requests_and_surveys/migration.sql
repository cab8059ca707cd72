-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "survey_id" UUID;

-- CreateTable
CREATE TABLE "department_request" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "number" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "asker_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "rounds" INTEGER NOT NULL,
    "late_answers" INTEGER NOT NULL,

    CONSTRAINT "department_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "number" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,
    "unit_id" UUID,
    "representative_id" UUID NOT NULL,
    "responsible_id" UUID,
    "title" TEXT NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "held_at" TIMESTAMPTZ(3),
    "unsigned" INTEGER NOT NULL,

    CONSTRAINT "survey_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "department_request_number_key" ON "department_request"("number");

-- CreateIndex
CREATE INDEX "department_request_complaint_id_idx" ON "department_request"("complaint_id");

-- CreateIndex
CREATE INDEX "department_request_department_id_state_due_at_id_idx" ON "department_request"("department_id", "state", "due_at", "id");

-- CreateIndex
CREATE INDEX "department_request_asker_id_state_idx" ON "department_request"("asker_id", "state");

-- CreateIndex
CREATE INDEX "department_request_due_at_id_idx" ON "department_request"("due_at", "id");

-- CreateIndex
CREATE INDEX "department_request_project_id_due_at_id_idx" ON "department_request"("project_id", "due_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "survey_number_key" ON "survey"("number");

-- CreateIndex
CREATE INDEX "survey_complaint_id_idx" ON "survey"("complaint_id");

-- CreateIndex
CREATE INDEX "survey_planned_at_id_idx" ON "survey"("planned_at" DESC, "id");

-- CreateIndex
CREATE INDEX "survey_project_id_planned_at_id_idx" ON "survey"("project_id", "planned_at" DESC, "id");

-- CreateIndex
CREATE INDEX "survey_representative_id_state_idx" ON "survey"("representative_id", "state");

-- CreateIndex
CREATE INDEX "survey_responsible_id_idx" ON "survey"("responsible_id");

-- CreateIndex
CREATE INDEX "notice_survey_id_idx" ON "notice"("survey_id");

-- AddForeignKey
ALTER TABLE "department_request" ADD CONSTRAINT "department_request_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department_request" ADD CONSTRAINT "department_request_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department_request" ADD CONSTRAINT "department_request_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department_request" ADD CONSTRAINT "department_request_asker_id_fkey" FOREIGN KEY ("asker_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey" ADD CONSTRAINT "survey_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey" ADD CONSTRAINT "survey_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey" ADD CONSTRAINT "survey_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey" ADD CONSTRAINT "survey_representative_id_fkey" FOREIGN KEY ("representative_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey" ADD CONSTRAINT "survey_responsible_id_fkey" FOREIGN KEY ("responsible_id") REFERENCES "contractor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- M-6: late is counted among the answers there are
ALTER TABLE "department_request" ADD CONSTRAINT department_request_late_among_rounds CHECK ("rounds" >= 1 AND "late_answers" BETWEEN 0 AND "rounds");

-- whoever holds a task: a person, a position or a department
ALTER TABLE "task" DROP CONSTRAINT task_has_a_holder,
  ADD CONSTRAINT task_has_a_holder CHECK (num_nonnulls(holder_person, holder_position, holder_department) = 1);
