-- AlterTable
ALTER TABLE "task" ADD COLUMN     "for_superior" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE task
  DROP CONSTRAINT task_kind,
  ADD CONSTRAINT task_kind CHECK (kind IN ('approve', 'do', 'alert', 'escalation')),
  DROP CONSTRAINT task_has_a_holder,
  ADD CONSTRAINT task_has_a_holder CHECK (num_nonnulls(holder_person, holder_position, holder_department) = 1),
  ADD CONSTRAINT task_escalation CHECK (for_superior = (kind = 'escalation'));

-- P-5: who writes a fine on where its drafter has left
ALTER TABLE "fine" ADD COLUMN "keeper_id" UUID;
UPDATE "fine" SET "keeper_id" = (document ->> 'keeper')::uuid WHERE document ? 'keeper';
CREATE INDEX "fine_keeper_id_state_idx" ON "fine"("keeper_id", "state");
ALTER TABLE "fine" ADD CONSTRAINT "fine_keeper_id_fkey" FOREIGN KEY ("keeper_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
