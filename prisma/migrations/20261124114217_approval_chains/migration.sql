-- AlterTable
ALTER TABLE "approval" ADD COLUMN     "chain_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "kind" TEXT;

-- CreateTable
CREATE TABLE "chain" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "head" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "chain_version" INTEGER NOT NULL,

    CONSTRAINT "chain_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "chain_kind_key" ON "chain"("kind");

-- CreateIndex
CREATE INDEX "approval_kind_chain_version_idx" ON "approval"("kind", "chain_version");
