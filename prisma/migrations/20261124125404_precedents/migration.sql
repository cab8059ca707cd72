-- F-12: past fines on the same grounds, the newest first; grounds are kept in their order so that sets compare as they are
UPDATE fine SET grounds = (SELECT coalesce(array_agg(g ORDER BY g), '{}') FROM unnest(grounds) g) WHERE cardinality(grounds) > 1;
CREATE INDEX "fine_severity_grounds_drafted_at_idx" ON "fine"("severity", "grounds", "drafted_at" DESC);
-- S-1: the notices a supervision firm was to watch over
CREATE INDEX "notice_supervision_id_drafted_at_idx" ON "notice"("supervision_id", "drafted_at" DESC);
