-- CreateTable
CREATE TABLE "search_entry" (
    "id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "project_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "number" TEXT,
    "retired" BOOLEAN NOT NULL,
    "label" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "pairs" INTEGER[],

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "search_entry_pairs_idx" ON "search_entry" USING GIN ("pairs");

-- CreateIndex
CREATE INDEX "search_entry_noun_at_id_idx" ON "search_entry"("noun", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "search_entry_number_idx" ON "search_entry"("number");

-- DropTable
DROP TABLE "phone_ending";

-- CreateTable
CREATE TABLE "customer_suffix" (
    "customer_id" UUID NOT NULL,
    "suffix" TEXT NOT NULL,

    CONSTRAINT "customer_suffix_pkey" PRIMARY KEY ("customer_id","suffix")
);

-- CreateIndex
CREATE INDEX "customer_suffix_suffix_customer_id_idx" ON "customer_suffix"("suffix", "customer_id");

-- AddForeignKey
ALTER TABLE "customer_suffix" ADD CONSTRAINT "customer_suffix_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- X-3: what waits to be put into the index is looked through by every search, so there is never much of it
ALTER INDEX "search_entry_pairs_idx" SET (gin_pending_list_limit = 512);

-- X-3: beginnings are a range of the plain index, whatever language the database sorts in
ALTER TABLE customer_suffix ALTER COLUMN suffix TYPE text COLLATE "C";

-- X-7: as the customer
ALTER TABLE customer_suffix ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY customer_suffix_of_customer ON customer_suffix USING (
  CASE coalesce((SELECT current_setting('lintel.projects', true)), '')
    WHEN '' THEN false
    WHEN '*' THEN true
    ELSE EXISTS (SELECT FROM customer WHERE customer.id = customer_suffix.customer_id)
  END
);

-- what is there already is put in by the server when it starts, by the same code that puts in what is new
INSERT INTO epoch (of, count) SELECT 'searched', CASE WHEN EXISTS (SELECT FROM settings) THEN 0 ELSE 1 END;
