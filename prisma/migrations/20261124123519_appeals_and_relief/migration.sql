-- F-9, F-7: what the contractor appeals against, and what is proposed to be let off
ALTER TABLE "fine" ADD COLUMN "appeal_end" TEXT,
  ADD COLUMN "appealed_at" TIMESTAMPTZ(3),
  ADD COLUMN "relief_approval_id" UUID,
  ADD COLUMN "relief_fen" BIGINT;
CREATE INDEX "fine_relief_approval_id_idx" ON "fine"("relief_approval_id");
ALTER TABLE "fine" ADD CONSTRAINT "fine_relief_approval_id_fkey" FOREIGN KEY ("relief_approval_id") REFERENCES "approval"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE fine
  DROP CONSTRAINT fine_state,
  DROP CONSTRAINT fine_signed_has_amount,
  ADD CONSTRAINT fine_state CHECK (state IN ('drafted', 'signed', 'returned', 'rejected', 'stopped', 'approved', 'issued', 'appealed', 'cleared', 'cancelled')),
  ADD CONSTRAINT fine_signed_has_amount CHECK (state NOT IN ('signed', 'approved', 'issued', 'appealed', 'cleared') OR amount_fen IS NOT NULL),
  -- F-8: what is proposed to be let off is open, and stays open until it is decided
  ADD CONSTRAINT fine_relief CHECK (relief_fen IS NULL OR (relief_fen > 0 AND relief_fen <= open_fen AND state IN ('issued', 'appealed') AND relief_approval_id IS NOT NULL)),
  ADD CONSTRAINT fine_appealed_waits CHECK (state <> 'appealed' OR (appealed_at IS NOT NULL AND appeal_end IS NULL));

-- F-11: a supervision firm's grounds are counted on after the five
ALTER TABLE fine_ground DROP CONSTRAINT fine_ground_known, ADD CONSTRAINT fine_ground_known CHECK (ground BETWEEN 1 AND 9);
