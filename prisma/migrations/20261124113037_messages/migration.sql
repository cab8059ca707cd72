-- AlterTable
ALTER TABLE "task" ADD COLUMN     "raised_by" UUID,
ADD COLUMN     "tell_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "noun" TEXT,
    "record_id" UUID,
    "task_id" UUID,
    "does" TEXT,
    "part" TEXT NOT NULL DEFAULT '',
    "number" TEXT,
    "title" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "key" TEXT NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "message_id" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "after" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "batch" UUID,
    "error" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("message_id","way")
);

-- CreateTable
CREATE TABLE "message_choice" (
    "person_id" UUID NOT NULL,
    "ways" JSONB NOT NULL,
    "quiet_from" INTEGER,
    "quiet_until" INTEGER,
    "digest_at" INTEGER,
    "robot_format" TEXT,
    "robot_address" TEXT,
    "robot_secret" TEXT,

    CONSTRAINT "message_choice_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE INDEX "message_person_id_at_id_idx" ON "message"("person_id", "at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "message_person_id_key_key" ON "message"("person_id", "key");

-- CreateIndex
CREATE INDEX "delivery_state_after_idx" ON "delivery"("state", "after");

-- CreateIndex
CREATE INDEX "task_tell_at_idx" ON "task"("tell_at");

ALTER TABLE "delivery"
  ADD CONSTRAINT delivery_message_fkey FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE,
  ADD CONSTRAINT delivery_state_known CHECK ("state" IN ('waiting', 'sending', 'sent', 'uncertain', 'failed', 'overtaken')),
  ADD CONSTRAINT delivery_way_known CHECK ("way" IN ('email', 'robot'));
ALTER TABLE "message_choice"
  ADD CONSTRAINT message_choice_minutes_of_a_day CHECK (
    coalesce("quiet_from", 0) BETWEEN 0 AND 1439 AND coalesce("quiet_until", 0) BETWEEN 0 AND 1439 AND coalesce("digest_at", 0) BETWEEN 0 AND 1439),
  ADD CONSTRAINT message_choice_robot_whole CHECK (("robot_format" IS NULL) = ("robot_address" IS NULL));
