-- AlterTable
ALTER TABLE "message" ADD COLUMN     "view_id" UUID;

-- CreateTable
CREATE TABLE "list_view" (
    "id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "position" TEXT,
    "name" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "first" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "list_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "list_view_choice" (
    "view_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "tab" BOOLEAN NOT NULL DEFAULT true,
    "subscribed" BOOLEAN NOT NULL DEFAULT false,
    "began" BOOLEAN NOT NULL DEFAULT false,
    "looked_at" TIMESTAMPTZ(3),
    "looks" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "list_view_choice_pkey" PRIMARY KEY ("view_id","person_id")
);

-- CreateTable
CREATE TABLE "list_view_member" (
    "view_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,

    CONSTRAINT "list_view_member_pkey" PRIMARY KEY ("view_id","person_id","record_id")
);

-- CreateIndex
CREATE INDEX "list_view_noun_audience_idx" ON "list_view"("noun", "audience");

-- CreateIndex
CREATE INDEX "list_view_owner_id_idx" ON "list_view"("owner_id");

-- CreateIndex
CREATE INDEX "list_view_choice_subscribed_looked_at_idx" ON "list_view_choice"("subscribed", "looked_at");

-- AddForeignKey
ALTER TABLE "list_view" ADD CONSTRAINT "list_view_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_view_choice" ADD CONSTRAINT "list_view_choice_view_id_fkey" FOREIGN KEY ("view_id") REFERENCES "list_view"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "list_view_choice" ADD CONSTRAINT "list_view_choice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_view_member" ADD CONSTRAINT "list_view_member_view_id_fkey" FOREIGN KEY ("view_id") REFERENCES "list_view"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- what must never be wrong: whose a view is, one name once, one beginning for each audience. X-9
ALTER TABLE "list_view"
  ADD CONSTRAINT "list_view_audience" CHECK ("audience" IN ('me', 'position', 'everyone')),
  ADD CONSTRAINT "list_view_position" CHECK (("audience" = 'position') = ("position" IS NOT NULL)),
  ADD CONSTRAINT "list_view_first" CHECK (NOT "first" OR "audience" <> 'me'),
  ADD CONSTRAINT "list_view_name" CHECK (length("name") BETWEEN 1 AND 60);
CREATE UNIQUE INDEX "list_view_mine" ON "list_view" ("noun", "owner_id", "name") WHERE "audience" = 'me';
CREATE UNIQUE INDEX "list_view_of_position" ON "list_view" ("noun", "position", "name") WHERE "audience" = 'position';
CREATE UNIQUE INDEX "list_view_of_everyone" ON "list_view" ("noun", "name") WHERE "audience" = 'everyone';
CREATE UNIQUE INDEX "list_view_first_of_position" ON "list_view" ("noun", "position") WHERE "first" AND "audience" = 'position';
CREATE UNIQUE INDEX "list_view_first_of_everyone" ON "list_view" ("noun") WHERE "first" AND "audience" = 'everyone';
