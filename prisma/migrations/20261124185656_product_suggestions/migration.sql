-- CreateTable
CREATE TABLE "suggestion_table" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "number" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "lines" INTEGER NOT NULL,
    "answers" INTEGER NOT NULL,
    "late_answers" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "suggestion_table_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "suggestion_table_number_key" ON "suggestion_table"("number");

-- CreateIndex
CREATE INDEX "suggestion_table_opened_at_id_idx" ON "suggestion_table"("opened_at" DESC, "id");

-- CreateIndex
CREATE INDEX "suggestion_table_month_idx" ON "suggestion_table"("month");
