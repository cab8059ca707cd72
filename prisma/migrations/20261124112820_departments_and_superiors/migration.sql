-- AlterTable
ALTER TABLE "person" ADD COLUMN     "department_id" UUID,
ADD COLUMN     "superior_id" UUID;

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "holder_department" UUID;

-- CreateTable
CREATE TABLE "department" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "key" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "head_id" UUID,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "department_key_key" ON "department"("key");

-- CreateIndex
CREATE INDEX "department_head_id_idx" ON "department"("head_id");

-- CreateIndex
CREATE INDEX "person_department_id_idx" ON "person"("department_id");

-- CreateIndex
CREATE INDEX "person_superior_id_idx" ON "person"("superior_id");

-- CreateIndex
CREATE INDEX "task_holder_department_due_at_id_idx" ON "task"("holder_department", "due_at", "id");

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_superior_id_fkey" FOREIGN KEY ("superior_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_head_id_fkey" FOREIGN KEY ("head_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
