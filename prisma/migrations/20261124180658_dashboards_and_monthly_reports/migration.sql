-- CreateTable
CREATE TABLE "dashboard" (
    "id" UUID NOT NULL,
    "audience" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "position" TEXT,
    "name" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dashboard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_schedule" (
    "id" SMALLINT NOT NULL,
    "active" BOOLEAN NOT NULL,
    "day" SMALLINT NOT NULL,
    "positions" TEXT[],
    "people" UUID[],
    "language" TEXT,
    "version" INTEGER NOT NULL,
    "by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monthly_report" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "language" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "pdf" BYTEA NOT NULL,

    CONSTRAINT "monthly_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "dashboard_audience_idx" ON "dashboard"("audience");

-- CreateIndex
CREATE UNIQUE INDEX "dashboard_owner_id_name_key" ON "dashboard"("owner_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "monthly_report_person_id_month_key" ON "monthly_report"("person_id", "month");

-- AddForeignKey
ALTER TABLE "dashboard" ADD CONSTRAINT "dashboard_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_schedule" ADD CONSTRAINT "report_schedule_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monthly_report" ADD CONSTRAINT "monthly_report_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "dashboard" ADD CONSTRAINT "dashboard_audience" CHECK (audience IN ('me', 'position', 'everyone') AND (audience = 'position') = (position IS NOT NULL));
-- there is one monthly report
ALTER TABLE "report_schedule" ADD CONSTRAINT "report_schedule_one" CHECK (id = 1 AND day BETWEEN 1 AND 28);
ALTER TABLE "monthly_report" ADD CONSTRAINT "monthly_report_month" CHECK (extract(day FROM month) = 1);
