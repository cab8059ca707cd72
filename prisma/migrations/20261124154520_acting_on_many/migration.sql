-- CreateTable
CREATE TABLE "many_action" (
    "id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL,
    "noun" TEXT NOT NULL,
    "does" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "chosen" JSONB NOT NULL,
    "origin" JSONB NOT NULL,
    "total" INTEGER,
    "open" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "undoable" INTEGER NOT NULL DEFAULT 0,
    "stop" BOOLEAN NOT NULL DEFAULT false,
    "ended_at" TIMESTAMPTZ(3),
    "undoes" UUID,

    CONSTRAINT "many_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "many_line" (
    "action_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "record_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER,
    "undo" JSONB,
    "refusal" JSONB,

    CONSTRAINT "many_line_pkey" PRIMARY KEY ("action_id","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "many_action_undoes_key" ON "many_action"("undoes");

-- CreateIndex
CREATE INDEX "many_action_by_id_at_id_idx" ON "many_action"("by_id", "at" DESC, "id");

-- CreateIndex
CREATE INDEX "many_line_action_id_state_seq_idx" ON "many_line"("action_id", "state", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "many_line_action_id_record_id_key" ON "many_line"("action_id", "record_id");

-- AddForeignKey
ALTER TABLE "many_action" ADD CONSTRAINT "many_action_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "many_line" ADD CONSTRAINT "many_line_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "many_action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- each of the records is counted once, whatever happens to the process that decides on it
ALTER TABLE "many_action" ADD CONSTRAINT "many_action_counts" CHECK (open >= 0 AND refused >= 0 AND done >= 0 AND undoable BETWEEN 0 AND done AND open + refused + done <= coalesce(total, 0));
