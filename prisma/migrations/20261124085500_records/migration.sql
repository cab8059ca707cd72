-- CreateTable
CREATE TABLE "approval" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "project_id" UUID,
    "subject_noun" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "maker_ids" UUID[],
    "round" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "reads" UUID[],

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval_signature" (
    "approval_id" UUID NOT NULL,
    "seat" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "by" UUID NOT NULL,
    "in_name_of" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "void" TEXT,

    CONSTRAINT "approval_signature_pkey" PRIMARY KEY ("approval_id","seat","at")
);

-- CreateTable
CREATE TABLE "complaint" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "number" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "building_id" UUID,
    "unit_id" UUID,
    "place" TEXT,
    "customer_id" UUID,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "category_id" UUID NOT NULL,
    "element" TEXT,
    "trade" TEXT,
    "severity" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "representative_id" UUID,
    "registered_by_id" UUID NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "contacted_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "on_time" BOOLEAN,
    "reopened_times" INTEGER NOT NULL,
    "satisfaction" TEXT,
    "merged_into_id" UUID,
    "history_key" TEXT,

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "project_id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,
    "unit_id" UUID,
    "customer_id" UUID,
    "representative_id" UUID NOT NULL,
    "visitor_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "visited_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL,
    "level" TEXT,
    "method" TEXT,
    "odd" TEXT[],

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "emergency_repair" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "number" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "contractor_id" UUID NOT NULL,
    "representative_id" UUID NOT NULL,
    "fine_id" UUID,
    "approval_id" UUID,
    "team_id" UUID,
    "complaint_ids" UUID[],
    "started_by" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "estimate_fen" BIGINT,
    "budget_fen" BIGINT,
    "spent_fen" BIGINT NOT NULL,
    "audited_fen" BIGINT,
    "charge_fen" BIGINT,
    "surcharge_permille" INTEGER,
    "currency" TEXT NOT NULL,

    CONSTRAINT "emergency_repair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "repair_complaint" (
    "repair_id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,

    CONSTRAINT "repair_complaint_pkey" PRIMARY KEY ("repair_id","complaint_id")
);

-- CreateTable
CREATE TABLE "fine" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "number" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "contractor_id" UUID NOT NULL,
    "representative_id" UUID NOT NULL,
    "coordinator_id" UUID,
    "approval_id" UUID,
    "repair_id" UUID,
    "replaces_id" UUID,
    "grounds" INTEGER[],
    "severity" TEXT,
    "amount_fen" BIGINT,
    "floor_fen" BIGINT,
    "open_fen" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "rules_version" INTEGER,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "signed_at" TIMESTAMPTZ(3),
    "approved_at" TIMESTAMPTZ(3),
    "issued_at" TIMESTAMPTZ(3),

    CONSTRAINT "fine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fine_ground" (
    "fine_id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "ground" INTEGER NOT NULL,
    "counts" BOOLEAN NOT NULL,

    CONSTRAINT "fine_ground_pkey" PRIMARY KEY ("fine_id","ground")
);

-- CreateTable
CREATE TABLE "fine_complaint" (
    "fine_id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,

    CONSTRAINT "fine_complaint_pkey" PRIMARY KEY ("fine_id","complaint_id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "number" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "representative_id" UUID NOT NULL,
    "contractor_id" UUID NOT NULL,
    "supervision_id" UUID,
    "complaint_ids" UUID[],
    "unit_ids" UUID[],
    "stage" TEXT NOT NULL,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL,
    "clock_start" TIMESTAMPTZ(3),
    "on_site_by" TIMESTAMPTZ(3),
    "on_site_at" TIMESTAMPTZ(3),
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "excuse_pending" BOOLEAN NOT NULL,
    "repair_id" UUID,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_defect" (
    "notice_id" UUID NOT NULL,
    "defect" TEXT NOT NULL,
    "complaint_id" UUID,
    "unit_id" UUID,
    "element" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "deadline" TIMESTAMPTZ(3),
    "passed" BOOLEAN NOT NULL,

    CONSTRAINT "notice_defect_pkey" PRIMARY KEY ("notice_id","defect")
);

-- CreateTable
CREATE TABLE "notice_complaint" (
    "notice_id" UUID NOT NULL,
    "complaint_id" UUID NOT NULL,

    CONSTRAINT "notice_complaint_pkey" PRIMARY KEY ("notice_id","complaint_id")
);

-- CreateTable
CREATE TABLE "notice_ground" (
    "notice_id" UUID NOT NULL,
    "ground" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "pending" BOOLEAN NOT NULL,
    "sub" TEXT,

    CONSTRAINT "notice_ground_pkey" PRIMARY KEY ("notice_id","ground")
);

-- CreateTable
CREATE TABLE "customer" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "other_phone" TEXT,
    "identity_number" TEXT,
    "address" TEXT,
    "unit_ids" UUID[],
    "project_ids" UUID[],

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "phone_ending" (
    "customer_id" UUID NOT NULL,
    "reversed" TEXT NOT NULL,

    CONSTRAINT "phone_ending_pkey" PRIMARY KEY ("customer_id","reversed")
);

-- CreateTable
CREATE TABLE "contractor" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "contact" TEXT,
    "phone" TEXT,
    "vetoed" BOOLEAN NOT NULL,
    "vetoed_until" DATE,

    CONSTRAINT "contractor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "number" TEXT NOT NULL,
    "contractor_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "building_ids" UUID[],
    "trade" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "retention_fen" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "warranty_end" DATE,

    CONSTRAINT "contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" UUID NOT NULL,
    "contractor_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "fine_id" UUID,
    "repair_id" UUID,
    "kind" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "position_keys" TEXT[],
    "all_projects" BOOLEAN NOT NULL,
    "project_ids" UUID[],
    "on_duty" BOOLEAN NOT NULL,
    "category_ids" UUID[],
    "language" TEXT NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position" (
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
    "department" TEXT NOT NULL,
    "permissions" TEXT[],

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegation" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "principal_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "rules_version" INTEGER NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "building" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "project_id" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "delivery_date" DATE,

    CONSTRAINT "building_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "project_id" UUID NOT NULL,
    "building_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "floor" INTEGER NOT NULL,
    "house_type" TEXT NOT NULL,
    "contracted_area" INTEGER,
    "measured_area" INTEGER,
    "handed_over_on" DATE,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "above_ids" UUID[],
    "parent_id" UUID,
    "level" INTEGER NOT NULL,

    CONSTRAINT "category_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "approval_subject_id_idx" ON "approval"("subject_id");

-- CreateIndex
CREATE INDEX "approval_state_opened_at_id_idx" ON "approval"("state", "opened_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_number_key" ON "complaint"("number");

-- CreateIndex
CREATE UNIQUE INDEX "complaint_history_key_key" ON "complaint"("history_key");

-- CreateIndex
CREATE INDEX "complaint_registered_at_id_idx" ON "complaint"("registered_at" DESC, "id");

-- CreateIndex
CREATE INDEX "complaint_project_id_registered_at_id_idx" ON "complaint"("project_id", "registered_at" DESC, "id");

-- CreateIndex
CREATE INDEX "complaint_state_due_at_id_idx" ON "complaint"("state", "due_at", "id");

-- CreateIndex
CREATE INDEX "complaint_project_id_state_due_at_id_idx" ON "complaint"("project_id", "state", "due_at", "id");

-- CreateIndex
CREATE INDEX "complaint_representative_id_state_due_at_id_idx" ON "complaint"("representative_id", "state", "due_at", "id");

-- CreateIndex
CREATE INDEX "complaint_due_at_id_idx" ON "complaint"("due_at", "id");

-- CreateIndex
CREATE INDEX "complaint_unit_id_registered_at_id_idx" ON "complaint"("unit_id", "registered_at" DESC, "id");

-- CreateIndex
CREATE INDEX "complaint_building_id_registered_at_id_idx" ON "complaint"("building_id", "registered_at" DESC, "id");

-- CreateIndex
CREATE INDEX "complaint_customer_id_registered_at_id_idx" ON "complaint"("customer_id", "registered_at" DESC, "id");

-- CreateIndex
CREATE INDEX "complaint_category_id_registered_at_id_idx" ON "complaint"("category_id", "registered_at" DESC, "id");

-- CreateIndex
CREATE INDEX "visit_complaint_id_idx" ON "visit"("complaint_id");

-- CreateIndex
CREATE INDEX "visit_state_due_at_id_idx" ON "visit"("state", "due_at", "id");

-- CreateIndex
CREATE INDEX "visit_project_id_state_due_at_id_idx" ON "visit"("project_id", "state", "due_at", "id");

-- CreateIndex
CREATE INDEX "visit_opened_at_id_idx" ON "visit"("opened_at" DESC, "id");

-- CreateIndex
CREATE INDEX "visit_representative_id_state_visited_at_idx" ON "visit"("representative_id", "state", "visited_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "emergency_repair_number_key" ON "emergency_repair"("number");

-- CreateIndex
CREATE INDEX "emergency_repair_complaint_ids_idx" ON "emergency_repair" USING GIN ("complaint_ids");

-- CreateIndex
CREATE INDEX "emergency_repair_notice_id_idx" ON "emergency_repair"("notice_id");

-- CreateIndex
CREATE INDEX "emergency_repair_fine_id_idx" ON "emergency_repair"("fine_id");

-- CreateIndex
CREATE INDEX "emergency_repair_approval_id_idx" ON "emergency_repair"("approval_id");

-- CreateIndex
CREATE INDEX "emergency_repair_team_id_idx" ON "emergency_repair"("team_id");

-- CreateIndex
CREATE INDEX "emergency_repair_started_at_id_idx" ON "emergency_repair"("started_at" DESC, "id");

-- CreateIndex
CREATE INDEX "emergency_repair_project_id_started_at_id_idx" ON "emergency_repair"("project_id", "started_at" DESC, "id");

-- CreateIndex
CREATE INDEX "emergency_repair_state_since_id_idx" ON "emergency_repair"("state", "since", "id");

-- CreateIndex
CREATE INDEX "emergency_repair_contractor_id_started_at_id_idx" ON "emergency_repair"("contractor_id", "started_at" DESC, "id");

-- CreateIndex
CREATE INDEX "repair_complaint_complaint_id_idx" ON "repair_complaint"("complaint_id");

-- CreateIndex
CREATE UNIQUE INDEX "fine_number_key" ON "fine"("number");

-- CreateIndex
CREATE INDEX "fine_notice_id_idx" ON "fine"("notice_id");

-- CreateIndex
CREATE INDEX "fine_repair_id_idx" ON "fine"("repair_id");

-- CreateIndex
CREATE INDEX "fine_approval_id_idx" ON "fine"("approval_id");

-- CreateIndex
CREATE INDEX "fine_replaces_id_idx" ON "fine"("replaces_id");

-- CreateIndex
CREATE INDEX "fine_drafted_at_id_idx" ON "fine"("drafted_at" DESC, "id");

-- CreateIndex
CREATE INDEX "fine_project_id_drafted_at_id_idx" ON "fine"("project_id", "drafted_at" DESC, "id");

-- CreateIndex
CREATE INDEX "fine_state_since_id_idx" ON "fine"("state", "since", "id");

-- CreateIndex
CREATE INDEX "fine_contractor_id_drafted_at_id_idx" ON "fine"("contractor_id", "drafted_at" DESC, "id");

-- CreateIndex
CREATE INDEX "fine_amount_fen_id_idx" ON "fine"("amount_fen", "id");

-- CreateIndex
CREATE INDEX "fine_complaint_complaint_id_idx" ON "fine_complaint"("complaint_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_number_key" ON "notice"("number");

-- CreateIndex
CREATE INDEX "notice_complaint_ids_idx" ON "notice" USING GIN ("complaint_ids");

-- CreateIndex
CREATE INDEX "notice_unit_ids_idx" ON "notice" USING GIN ("unit_ids");

-- CreateIndex
CREATE INDEX "notice_drafted_at_id_idx" ON "notice"("drafted_at" DESC, "id");

-- CreateIndex
CREATE INDEX "notice_project_id_drafted_at_id_idx" ON "notice"("project_id", "drafted_at" DESC, "id");

-- CreateIndex
CREATE INDEX "notice_state_due_at_id_idx" ON "notice"("state", "due_at", "id");

-- CreateIndex
CREATE INDEX "notice_project_id_state_due_at_id_idx" ON "notice"("project_id", "state", "due_at", "id");

-- CreateIndex
CREATE INDEX "notice_representative_id_state_due_at_id_idx" ON "notice"("representative_id", "state", "due_at", "id");

-- CreateIndex
CREATE INDEX "notice_contractor_id_drafted_at_id_idx" ON "notice"("contractor_id", "drafted_at" DESC, "id");

-- CreateIndex
CREATE INDEX "notice_defect_complaint_id_idx" ON "notice_defect"("complaint_id");

-- CreateIndex
CREATE INDEX "notice_defect_unit_id_idx" ON "notice_defect"("unit_id");

-- CreateIndex
CREATE INDEX "notice_complaint_complaint_id_idx" ON "notice_complaint"("complaint_id");

-- CreateIndex
CREATE INDEX "notice_ground_since_idx" ON "notice_ground"("since");

-- CreateIndex
CREATE INDEX "customer_unit_ids_idx" ON "customer" USING GIN ("unit_ids");

-- CreateIndex
CREATE INDEX "customer_project_ids_idx" ON "customer" USING GIN ("project_ids");

-- CreateIndex
CREATE INDEX "customer_name_id_idx" ON "customer"("name", "id");

-- CreateIndex
CREATE INDEX "phone_ending_reversed_customer_id_idx" ON "phone_ending"("reversed", "customer_id");

-- CreateIndex
CREATE INDEX "contractor_name_id_idx" ON "contractor"("name", "id");

-- CreateIndex
CREATE INDEX "contractor_kind_name_id_idx" ON "contractor"("kind", "name", "id");

-- CreateIndex
CREATE INDEX "contract_contractor_id_project_id_idx" ON "contract"("contractor_id", "project_id");

-- CreateIndex
CREATE INDEX "contract_project_id_trade_idx" ON "contract"("project_id", "trade");

-- CreateIndex
CREATE INDEX "ledger_entry_contractor_id_at_id_idx" ON "ledger_entry"("contractor_id", "at", "id");

-- CreateIndex
CREATE INDEX "ledger_entry_fine_id_idx" ON "ledger_entry"("fine_id");

-- CreateIndex
CREATE INDEX "ledger_entry_repair_id_idx" ON "ledger_entry"("repair_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "person_position_keys_idx" ON "person" USING GIN ("position_keys");

-- CreateIndex
CREATE INDEX "person_name_id_idx" ON "person"("name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "position_key_key" ON "position"("key");

-- CreateIndex
CREATE INDEX "delegation_principal_id_until_at_idx" ON "delegation"("principal_id", "until_at");

-- CreateIndex
CREATE INDEX "delegation_to_id_until_at_idx" ON "delegation"("to_id", "until_at");

-- CreateIndex
CREATE UNIQUE INDEX "project_code_key" ON "project"("code");

-- CreateIndex
CREATE INDEX "project_name_id_idx" ON "project"("name", "id");

-- CreateIndex
CREATE INDEX "building_project_id_name_id_idx" ON "building"("project_id", "name", "id");

-- CreateIndex
CREATE INDEX "unit_building_id_number_id_idx" ON "unit"("building_id", "number", "id");

-- CreateIndex
CREATE INDEX "unit_project_id_number_id_idx" ON "unit"("project_id", "number", "id");

-- CreateIndex
CREATE INDEX "category_parent_id_name_zh_id_idx" ON "category"("parent_id", "name_zh", "id");

-- AddForeignKey
ALTER TABLE "approval_signature" ADD CONSTRAINT "approval_signature_approval_id_fkey" FOREIGN KEY ("approval_id") REFERENCES "approval"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_building_id_fkey" FOREIGN KEY ("building_id") REFERENCES "building"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_representative_id_fkey" FOREIGN KEY ("representative_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_registered_by_id_fkey" FOREIGN KEY ("registered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "complaint"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_representative_id_fkey" FOREIGN KEY ("representative_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_visitor_id_fkey" FOREIGN KEY ("visitor_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "emergency_repair" ADD CONSTRAINT "emergency_repair_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "emergency_repair" ADD CONSTRAINT "emergency_repair_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "emergency_repair" ADD CONSTRAINT "emergency_repair_contractor_id_fkey" FOREIGN KEY ("contractor_id") REFERENCES "contractor"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "emergency_repair" ADD CONSTRAINT "emergency_repair_representative_id_fkey" FOREIGN KEY ("representative_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "emergency_repair" ADD CONSTRAINT "emergency_repair_fine_id_fkey" FOREIGN KEY ("fine_id") REFERENCES "fine"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "emergency_repair" ADD CONSTRAINT "emergency_repair_approval_id_fkey" FOREIGN KEY ("approval_id") REFERENCES "approval"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "emergency_repair" ADD CONSTRAINT "emergency_repair_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "contractor"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "repair_complaint" ADD CONSTRAINT "repair_complaint_repair_id_fkey" FOREIGN KEY ("repair_id") REFERENCES "emergency_repair"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "repair_complaint" ADD CONSTRAINT "repair_complaint_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "fine" ADD CONSTRAINT "fine_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "fine" ADD CONSTRAINT "fine_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "fine" ADD CONSTRAINT "fine_contractor_id_fkey" FOREIGN KEY ("contractor_id") REFERENCES "contractor"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "fine" ADD CONSTRAINT "fine_representative_id_fkey" FOREIGN KEY ("representative_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "fine" ADD CONSTRAINT "fine_coordinator_id_fkey" FOREIGN KEY ("coordinator_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "fine" ADD CONSTRAINT "fine_approval_id_fkey" FOREIGN KEY ("approval_id") REFERENCES "approval"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "fine" ADD CONSTRAINT "fine_repair_id_fkey" FOREIGN KEY ("repair_id") REFERENCES "emergency_repair"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "fine" ADD CONSTRAINT "fine_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "fine"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "fine_ground" ADD CONSTRAINT "fine_ground_fine_id_fkey" FOREIGN KEY ("fine_id") REFERENCES "fine"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "fine_ground" ADD CONSTRAINT "fine_ground_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "fine_complaint" ADD CONSTRAINT "fine_complaint_fine_id_fkey" FOREIGN KEY ("fine_id") REFERENCES "fine"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "fine_complaint" ADD CONSTRAINT "fine_complaint_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_representative_id_fkey" FOREIGN KEY ("representative_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_contractor_id_fkey" FOREIGN KEY ("contractor_id") REFERENCES "contractor"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_supervision_id_fkey" FOREIGN KEY ("supervision_id") REFERENCES "contractor"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "notice_defect" ADD CONSTRAINT "notice_defect_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "notice_defect" ADD CONSTRAINT "notice_defect_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "notice_complaint" ADD CONSTRAINT "notice_complaint_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "notice_complaint" ADD CONSTRAINT "notice_complaint_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "notice_ground" ADD CONSTRAINT "notice_ground_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "phone_ending" ADD CONSTRAINT "phone_ending_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_contractor_id_fkey" FOREIGN KEY ("contractor_id") REFERENCES "contractor"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_contractor_id_fkey" FOREIGN KEY ("contractor_id") REFERENCES "contractor"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_fine_id_fkey" FOREIGN KEY ("fine_id") REFERENCES "fine"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_repair_id_fkey" FOREIGN KEY ("repair_id") REFERENCES "emergency_repair"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_principal_id_fkey" FOREIGN KEY ("principal_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "building" ADD CONSTRAINT "building_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_building_id_fkey" FOREIGN KEY ("building_id") REFERENCES "building"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "category" ADD CONSTRAINT "category_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "category"("id") ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;



-- What must never be wrong, whoever writes. Foreign keys above are checked at the end of the transaction, because one
-- decision may bring several records into being that point at each other.

-- F-3, F-4: money is 分 of CNY; a fine is at least 5,000.00 yuan and at least the floor it was signed under
ALTER TABLE fine
  ADD CONSTRAINT fine_state CHECK (state IN ('drafted', 'signed', 'returned', 'rejected', 'stopped', 'approved', 'issued', 'cleared', 'cancelled')),
  ADD CONSTRAINT fine_currency CHECK (currency = 'CNY'),
  ADD CONSTRAINT fine_floor CHECK (amount_fen IS NULL OR (floor_fen IS NOT NULL AND amount_fen >= floor_fen AND amount_fen >= 500000)),
  ADD CONSTRAINT fine_signed_has_amount CHECK (state NOT IN ('signed', 'approved', 'issued', 'cleared') OR amount_fen IS NOT NULL),
  ADD CONSTRAINT fine_open CHECK (open_fen >= 0 AND open_fen <= coalesce(amount_fen, 0)),
  ADD CONSTRAINT fine_cleared_owes_nothing CHECK (state NOT IN ('cleared', 'cancelled') OR open_fen = 0);

-- F-8: an approved amount cannot be changed by anyone, and an approved fine stays one
CREATE FUNCTION keep_approved_amount() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.approved_at IS NOT NULL AND (NEW.approved_at IS DISTINCT FROM OLD.approved_at OR NEW.amount_fen IS DISTINCT FROM OLD.amount_fen OR NEW.currency <> OLD.currency) THEN
    RAISE EXCEPTION 'the amount of fine % is approved and cannot be changed', OLD.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fine_keeps_approved_amount BEFORE UPDATE ON fine FOR EACH ROW EXECUTE FUNCTION keep_approved_amount();

-- F-10: the same ground of the same notice is not fined twice
CREATE UNIQUE INDEX fine_ground_once ON fine_ground (notice_id, ground) WHERE counts;
ALTER TABLE fine_ground ADD CONSTRAINT fine_ground_known CHECK (ground BETWEEN 1 AND 5);
ALTER TABLE notice_ground ADD CONSTRAINT notice_ground_known CHECK (ground BETWEEN 1 AND 5);

-- F-5: a notice has one emergency repair that was not rejected
CREATE UNIQUE INDEX emergency_repair_once ON emergency_repair (notice_id) WHERE state NOT IN ('rejected', 'cancelled');
-- E-4, E-5: never more than was audited with its surcharge, nor audited or spent more than was approved
ALTER TABLE emergency_repair
  ADD CONSTRAINT emergency_repair_state CHECK (state IN ('suggested', 'approved', 'assigned', 'working', 'completed', 'confirmed', 'audited', 'charged', 'closed', 'rejected', 'cancelled')),
  ADD CONSTRAINT emergency_repair_currency CHECK (currency = 'CNY'),
  ADD CONSTRAINT emergency_repair_charge CHECK (charge_fen IS NULL OR (charge_fen > 0 AND audited_fen IS NOT NULL AND charge_fen <= audited_fen + audited_fen * surcharge_permille / 1000)),
  ADD CONSTRAINT emergency_repair_spent CHECK (spent_fen >= 0 AND spent_fen <= coalesce(budget_fen, 0));

-- B-3, P-2: one valid signature a seat, and one a person in a chain, in their own name or another's
CREATE UNIQUE INDEX approval_signature_seat ON approval_signature (approval_id, seat) WHERE void IS NULL;
CREATE UNIQUE INDEX approval_signature_by ON approval_signature (approval_id, by) WHERE void IS NULL;
CREATE UNIQUE INDEX approval_signature_in_name_of ON approval_signature (approval_id, in_name_of) WHERE void IS NULL;
ALTER TABLE approval ADD CONSTRAINT approval_state CHECK (state IN ('open', 'returned', 'approved', 'rejected', 'withdrawn', 'void'));

ALTER TABLE complaint ADD CONSTRAINT complaint_state CHECK (state IN ('registered', 'accepted', 'inProgress', 'suspended', 'resolved', 'reopened', 'closed', 'rejected', 'merged'));
ALTER TABLE notice ADD CONSTRAINT notice_state CHECK (state IN ('drafted', 'running', 'closed', 'withdrawn', 'takenOver'));
ALTER TABLE visit ADD CONSTRAINT visit_state CHECK (state IN ('due', 'done', 'givenUp', 'dropped'));
ALTER TABLE contract ADD CONSTRAINT contract_currency CHECK (currency = 'CNY' AND amount_fen >= 0 AND retention_fen >= 0);
-- there is one record of settings
CREATE UNIQUE INDEX settings_once ON settings ((true));

-- F-14: entries are only added, and what a fine says is still owed equals them at the end of every transaction
ALTER TABLE ledger_entry
  ADD CONSTRAINT ledger_entry_currency CHECK (currency = 'CNY'),
  ADD CONSTRAINT ledger_entry_of_one CHECK (num_nonnulls(fine_id, repair_id) = 1),
  ADD CONSTRAINT ledger_entry_sign CHECK (
    (kind IN ('issued', 'chargeBack') AND amount_fen > 0) OR (kind IN ('settlement', 'waiver', 'reduction', 'cancellation') AND amount_fen < 0)
  );
CREATE TRIGGER ledger_entry_is_kept BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER ledger_entry_is_kept_whole BEFORE TRUNCATE ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

CREATE FUNCTION check_open_sum() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of uuid;
  open bigint;
  entered bigint;
BEGIN
  IF TG_TABLE_NAME = 'fine' THEN of := NEW.id; ELSE of := NEW.fine_id; END IF;
  IF of IS NULL THEN RETURN NULL; END IF;
  SELECT open_fen INTO open FROM fine WHERE id = of;
  SELECT coalesce(sum(amount_fen), 0) INTO entered FROM ledger_entry WHERE fine_id = of;
  IF open IS DISTINCT FROM entered THEN
    RAISE EXCEPTION 'fine % owes % by itself and % by its ledger', of, open, entered USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER fine_open_equals_ledger AFTER INSERT OR UPDATE OF open_fen ON fine DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_open_sum();
CREATE CONSTRAINT TRIGGER ledger_equals_fine_open AFTER INSERT ON ledger_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_open_sum();

-- X-3: the plain index then serves prefixes, in whatever language the database sorts
ALTER TABLE phone_ending ALTER COLUMN reversed TYPE text COLLATE "C";

-- X-7: a request sees the customers of its projects. lintel.projects is '*', or a list such as '{…,…}' ('{}' for nobody's
-- projects: those who read customers at all see one that has no project yet); without it nobody sees anything. The
-- owner is not excepted.
ALTER TABLE customer ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY customer_of_projects ON customer USING (
  CASE coalesce((SELECT current_setting('lintel.projects', true)), '')
    WHEN '' THEN false
    WHEN '*' THEN true
    ELSE project_ids = '{}' OR project_ids && (SELECT current_setting('lintel.projects', true))::uuid[]
  END
);
ALTER TABLE phone_ending ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY phone_ending_of_customer ON phone_ending USING (
  CASE coalesce((SELECT current_setting('lintel.projects', true)), '')
    WHEN '' THEN false
    WHEN '*' THEN true
    ELSE EXISTS (SELECT FROM customer WHERE customer.id = phone_ending.customer_id)
  END
);
