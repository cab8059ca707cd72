-- CreateTable
CREATE TABLE "group_alert" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "number" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "building_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "element" TEXT,
    "cases" INTEGER NOT NULL,
    "units" INTEGER NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "extended_at" TIMESTAMPTZ(3),

    CONSTRAINT "group_alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_alert_complaint" (
    "complaint_id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,

    CONSTRAINT "group_alert_complaint_pkey" PRIMARY KEY ("complaint_id")
);

-- CreateTable
CREATE TABLE "group_watch" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "up_to" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "group_watch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "group_alert_number_key" ON "group_alert"("number");

-- CreateIndex
CREATE INDEX "group_alert_raised_at_id_idx" ON "group_alert"("raised_at" DESC, "id");

-- CreateIndex
CREATE INDEX "group_alert_project_id_raised_at_id_idx" ON "group_alert"("project_id", "raised_at" DESC, "id");

-- CreateIndex
CREATE INDEX "group_alert_building_id_idx" ON "group_alert"("building_id");

-- CreateIndex
CREATE INDEX "group_alert_complaint_alert_id_idx" ON "group_alert_complaint"("alert_id");

-- AddForeignKey
ALTER TABLE "group_alert" ADD CONSTRAINT "group_alert_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_alert" ADD CONSTRAINT "group_alert_building_id_fkey" FOREIGN KEY ("building_id") REFERENCES "building"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_alert_complaint" ADD CONSTRAINT "group_alert_complaint_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "group_alert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_alert_complaint" ADD CONSTRAINT "group_alert_complaint_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
