-- What is filtered by and may be rare, in the order of the list, so that its first page is found without looking through what
-- is not asked for; moments with what the order and the rights need, so that the list is put in order from the index alone.
-- DropIndex
DROP INDEX "complaint_due_at_id_idx";

-- CreateIndex
CREATE INDEX "complaint_due_at_id_resolved_at_closed_at_on_time_satisfact_idx" ON "complaint"("due_at", "id", "resolved_at", "closed_at", "on_time", "satisfaction", "project_id");

-- CreateIndex
CREATE INDEX "complaint_severity_due_at_id_idx" ON "complaint"("severity", "due_at", "id");

-- CreateIndex
CREATE INDEX "complaint_kind_due_at_id_idx" ON "complaint"("kind", "due_at", "id");

-- CreateIndex
CREATE INDEX "complaint_channel_due_at_id_idx" ON "complaint"("channel", "due_at", "id");

-- CreateIndex
CREATE INDEX "complaint_element_due_at_id_idx" ON "complaint"("element", "due_at", "id");

-- CreateIndex
CREATE INDEX "complaint_trade_due_at_id_idx" ON "complaint"("trade", "due_at", "id");

-- CreateIndex
CREATE INDEX "complaint_reopened_times_due_at_id_idx" ON "complaint"("reopened_times", "due_at", "id");

-- CreateIndex
CREATE INDEX "complaint_accepted_at_due_at_id_project_id_idx" ON "complaint"("accepted_at", "due_at", "id", "project_id");

-- CreateIndex
CREATE INDEX "complaint_contacted_at_due_at_id_project_id_idx" ON "complaint"("contacted_at", "due_at", "id", "project_id");

-- CreateIndex
CREATE INDEX "complaint_resolved_at_due_at_id_project_id_idx" ON "complaint"("resolved_at", "due_at", "id", "project_id");

-- CreateIndex
CREATE INDEX "complaint_closed_at_due_at_id_project_id_idx" ON "complaint"("closed_at", "due_at", "id", "project_id");
