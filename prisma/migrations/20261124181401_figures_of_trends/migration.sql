-- CreateTable
CREATE TABLE "trend_key" (
    "key" SERIAL NOT NULL,
    "of" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "trend_key_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "trend_complaint" (
    "id" UUID NOT NULL,
    "day" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "project" INTEGER NOT NULL,
    "building" INTEGER NOT NULL,
    "contractor" INTEGER NOT NULL,
    "trade" INTEGER NOT NULL,
    "category" INTEGER NOT NULL,
    "subcategory" INTEGER NOT NULL,
    "element" INTEGER NOT NULL,
    "channel" INTEGER NOT NULL,
    "severity" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "representative" INTEGER NOT NULL,
    "house_type" INTEGER NOT NULL,
    "age" SMALLINT NOT NULL,
    "counted" BOOLEAN NOT NULL,
    "open" BOOLEAN NOT NULL,
    "reopened" BOOLEAN NOT NULL,
    "on_time" BOOLEAN,
    "accept_s" INTEGER,
    "resolve_s" INTEGER,
    "close_s" INTEGER,

    CONSTRAINT "trend_complaint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trend_fine" (
    "id" UUID NOT NULL,
    "day" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "project" INTEGER NOT NULL,
    "building" INTEGER NOT NULL,
    "contractor" INTEGER NOT NULL,
    "trade" INTEGER NOT NULL,
    "category" INTEGER NOT NULL,
    "subcategory" INTEGER NOT NULL,
    "element" INTEGER NOT NULL,
    "channel" INTEGER NOT NULL,
    "severity" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "representative" INTEGER NOT NULL,
    "house_type" INTEGER NOT NULL,
    "age" SMALLINT NOT NULL,
    "amount_fen" BIGINT NOT NULL,

    CONSTRAINT "trend_fine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trend_repair" (
    "id" UUID NOT NULL,
    "day" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "project" INTEGER NOT NULL,
    "building" INTEGER NOT NULL,
    "contractor" INTEGER NOT NULL,
    "trade" INTEGER NOT NULL,
    "category" INTEGER NOT NULL,
    "subcategory" INTEGER NOT NULL,
    "element" INTEGER NOT NULL,
    "channel" INTEGER NOT NULL,
    "severity" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "representative" INTEGER NOT NULL,
    "house_type" INTEGER NOT NULL,
    "age" SMALLINT NOT NULL,
    "audited_fen" BIGINT,
    "hours" INTEGER NOT NULL,

    CONSTRAINT "trend_repair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trend_visit" (
    "id" UUID NOT NULL,
    "day" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "project" INTEGER NOT NULL,
    "building" INTEGER NOT NULL,
    "contractor" INTEGER NOT NULL,
    "trade" INTEGER NOT NULL,
    "category" INTEGER NOT NULL,
    "subcategory" INTEGER NOT NULL,
    "element" INTEGER NOT NULL,
    "channel" INTEGER NOT NULL,
    "severity" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "representative" INTEGER NOT NULL,
    "house_type" INTEGER NOT NULL,
    "age" SMALLINT NOT NULL,
    "satisfied" BOOLEAN NOT NULL,

    CONSTRAINT "trend_visit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "trend_key_of_value_key" ON "trend_key"("of", "value");

-- CreateIndex
CREATE INDEX "trend_complaint_day_idx" ON "trend_complaint"("day");

-- CreateIndex
CREATE INDEX "trend_complaint_project_day_idx" ON "trend_complaint"("project", "day");

-- CreateIndex
CREATE INDEX "trend_fine_day_idx" ON "trend_fine"("day");

-- CreateIndex
CREATE INDEX "trend_repair_day_idx" ON "trend_repair"("day");

-- CreateIndex
CREATE INDEX "trend_visit_day_idx" ON "trend_visit"("day");

-- What a case is counted by, read off the records: the one place where that is said. Y-1
CREATE VIEW trend_case AS
SELECT c.id,
       c.state,
       c.registered_at,
       (c.registered_at AT TIME ZONE 'Asia/Shanghai')::date AS registered_on,
       c.project_id::text AS project,
       c.building_id::text AS building,
       (SELECT n.contractor_id::text FROM notice_complaint l JOIN notice n ON n.id = l.notice_id
         WHERE l.complaint_id = c.id AND n.state <> 'withdrawn' ORDER BY n.drafted_at DESC, n.id DESC LIMIT 1) AS contractor,
       c.trade,
       coalesce(g.above_ids[1], c.category_id)::text AS category,
       c.category_id::text AS subcategory,
       c.element,
       c.channel,
       c.severity,
       c.kind,
       c.representative_id::text AS representative,
       u.house_type,
       u.handed_over_on,
       -- merged: the same matter as another, which is counted
       c.state <> 'merged' AS counted,
       -- 9999-12-31 stands for nothing due: it is over, or history that owes nothing (C-15)
       c.due_at < timestamptz '9000-01-01 00:00:00+00' AS open,
       c.reopened_times > 0 AS reopened,
       c.on_time,
       floor(extract(epoch FROM c.accepted_at - c.registered_at))::int AS accept_s,
       floor(extract(epoch FROM c.resolved_at - c.registered_at))::int AS resolve_s,
       -- a rejection closes nothing
       CASE WHEN c.state = 'closed' THEN floor(extract(epoch FROM c.closed_at - c.registered_at))::int END AS close_s
  FROM complaint c
  LEFT JOIN category g ON g.id = c.category_id
  LEFT JOIN unit u ON u.id = c.unit_id;

-- An issued fine, counted by its first case. Y-1
CREATE VIEW trend_fine_of AS
SELECT f.id, n.complaint_ids[1] AS first_case, (f.issued_at AT TIME ZONE 'Asia/Shanghai')::date AS issued_on,
       f.project_id::text AS project, f.contractor_id::text AS contractor, f.representative_id::text AS representative, f.amount_fen
  FROM fine f JOIN notice n ON n.id = f.notice_id
 WHERE f.issued_at IS NOT NULL AND f.state IN ('issued', 'appealed', 'cleared');

-- An emergency repair that was begun, counted by its first case. Y-1
CREATE VIEW trend_repair_of AS
SELECT r.id, n.complaint_ids[1] AS first_case, (r.started_at AT TIME ZONE 'Asia/Shanghai')::date AS started_on,
       r.project_id::text AS project, r.contractor_id::text AS contractor, r.representative_id::text AS representative, r.audited_fen,
       coalesce((SELECT sum((e ->> 'hours')::int) FROM jsonb_array_elements(r.document -> 'log') e), 0)::int AS hours
  FROM emergency_repair r JOIN notice n ON n.id = r.notice_id
 WHERE r.state NOT IN ('suggested', 'rejected', 'cancelled');

-- A return visit that was made, counted by its case. Y-1
CREATE VIEW trend_visit_of AS
SELECT v.id, v.complaint_id, (v.visited_at AT TIME ZONE 'Asia/Shanghai')::date AS visited_on, v.representative_id::text AS representative,
       v.level <> 'dissatisfied' AS satisfied
  FROM visit v WHERE v.state = 'done' AND v.visited_at IS NOT NULL AND v.level IS NOT NULL;

-- 0 stands for "none"
CREATE FUNCTION trend_key_of(text, text) RETURNS int LANGUAGE sql STABLE AS
$$ SELECT coalesce((SELECT key FROM trend_key WHERE of = $1 AND value = $2), 0) $$;
CREATE FUNCTION trend_month_of(date) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT extract(year FROM $1)::int * 12 + extract(month FROM $1)::int - 1970 * 12 - 1 $$;
-- whole months from handover on, 120 for more, -1 before it or where there was none. Y-4
CREATE FUNCTION trend_age_of(handed_over date, at date) RETURNS smallint LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE WHEN at >= handed_over THEN
     least(trend_month_of(at) - trend_month_of(handed_over) - (extract(day FROM at) < extract(day FROM handed_over))::int, 120) ELSE -1 END::smallint $$;

-- Counts these records anew, as they are now: cases, those that notices are about, those in units and under categories;
-- fines and repairs, those of these notices and those counted by one of these cases; visits, those of these cases. It runs in the transaction that
-- changed them. What else it reads is locked, so that of two who change what a case is counted by, the later sees both.
CREATE FUNCTION trend_refresh(complaints uuid[], notices uuid[], fines uuid[], repairs uuid[], visits uuid[], units uuid[], categories uuid[])
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  cases uuid[];
  issued uuid[];
  begun uuid[];
  made uuid[];
  counted trend_case[];
BEGIN
  SELECT array_agg(id ORDER BY id) INTO cases FROM (
    SELECT unnest(complaints) AS id
    UNION SELECT complaint_id FROM notice_complaint WHERE notice_id = ANY (notices)
    UNION SELECT id FROM complaint WHERE unit_id = ANY (units)
    UNION SELECT id FROM complaint WHERE category_id = ANY (categories)) every;
  SELECT array_agg(id ORDER BY id) INTO issued FROM (
    SELECT unnest(fines) AS id
    UNION SELECT id FROM fine WHERE notice_id = ANY (notices)
    UNION SELECT f.id FROM notice_complaint l JOIN notice n ON n.id = l.notice_id JOIN fine f ON f.notice_id = n.id
           WHERE l.complaint_id = ANY (cases) AND n.complaint_ids[1] = l.complaint_id) every;
  SELECT array_agg(id ORDER BY id) INTO begun FROM (
    SELECT unnest(repairs) AS id
    UNION SELECT id FROM emergency_repair WHERE notice_id = ANY (notices)
    UNION SELECT r.id FROM notice_complaint l JOIN notice n ON n.id = l.notice_id JOIN emergency_repair r ON r.notice_id = n.id
           WHERE l.complaint_id = ANY (cases) AND n.complaint_ids[1] = l.complaint_id) every;
  SELECT array_agg(id ORDER BY id) INTO made FROM (
    SELECT unnest(visits) AS id UNION SELECT id FROM visit WHERE complaint_id = ANY (cases)) every;

  PERFORM 1 FROM unit WHERE id IN (SELECT unit_id FROM complaint WHERE id = ANY (cases)) ORDER BY id FOR SHARE;
  PERFORM 1 FROM trend_complaint
    WHERE id = ANY (cases || ARRAY(SELECT n.complaint_ids[1] FROM fine f JOIN notice n ON n.id = f.notice_id WHERE f.id = ANY (issued)
                                   UNION SELECT n.complaint_ids[1] FROM emergency_repair r JOIN notice n ON n.id = r.notice_id WHERE r.id = ANY (begun)
                                   UNION SELECT complaint_id FROM visit WHERE id = ANY (made)))
    ORDER BY id FOR UPDATE;

  SELECT array_agg(c) INTO counted FROM trend_case c WHERE c.id = ANY (cases);
  INSERT INTO trend_key (of, value)
    SELECT DISTINCT d.of, d.value FROM unnest(counted) c, LATERAL (VALUES
      ('project', c.project), ('building', c.building), ('contractor', c.contractor), ('trade', c.trade), ('category', c.category),
      ('category', c.subcategory), ('element', c.element), ('channel', c.channel), ('severity', c.severity), ('kind', c.kind),
      ('representative', c.representative), ('houseType', c.house_type)) d (of, value)
    WHERE d.value IS NOT NULL AND NOT EXISTS (SELECT FROM trend_key k WHERE k.of = d.of AND k.value = d.value)
    ORDER BY 1, 2 ON CONFLICT DO NOTHING;
  INSERT INTO trend_complaint AS t
    SELECT c.id, c.registered_on - date '1970-01-01', trend_month_of(c.registered_on), trend_key_of('project', c.project),
           trend_key_of('building', c.building), trend_key_of('contractor', c.contractor), trend_key_of('trade', c.trade),
           trend_key_of('category', c.category), trend_key_of('category', c.subcategory), trend_key_of('element', c.element),
           trend_key_of('channel', c.channel), trend_key_of('severity', c.severity), trend_key_of('kind', c.kind),
           trend_key_of('representative', c.representative), trend_key_of('houseType', c.house_type),
           trend_age_of(c.handed_over_on, c.registered_on), c.counted, c.open, c.reopened, c.on_time,
           c.accept_s, c.resolve_s, c.close_s
      FROM unnest(counted) c ORDER BY c.id
    ON CONFLICT (id) DO UPDATE SET (day, month, project, building, contractor, trade, category, subcategory, element, channel, severity, kind,
        representative, house_type, age, counted, open, reopened, on_time, accept_s, resolve_s, close_s) =
      (excluded.day, excluded.month, excluded.project, excluded.building, excluded.contractor, excluded.trade, excluded.category,
       excluded.subcategory, excluded.element, excluded.channel, excluded.severity, excluded.kind, excluded.representative,
       excluded.house_type, excluded.age, excluded.counted, excluded.open, excluded.reopened, excluded.on_time,
       excluded.accept_s, excluded.resolve_s, excluded.close_s)
      WHERE t IS DISTINCT FROM excluded;

  IF issued IS NOT NULL THEN
    INSERT INTO trend_key (of, value)
      SELECT DISTINCT d.of, d.value FROM trend_fine_of f, LATERAL (VALUES
        ('project', f.project), ('contractor', f.contractor), ('representative', f.representative)) d (of, value)
      WHERE f.id = ANY (issued) AND NOT EXISTS (SELECT FROM trend_key k WHERE k.of = d.of AND k.value = d.value)
      ORDER BY 1, 2 ON CONFLICT DO NOTHING;
    DELETE FROM trend_fine WHERE id = ANY (issued);
    INSERT INTO trend_fine
      SELECT f.id, f.issued_on - date '1970-01-01', trend_month_of(f.issued_on), trend_key_of('project', f.project), coalesce(c.building, 0),
             trend_key_of('contractor', f.contractor), coalesce(c.trade, 0), coalesce(c.category, 0), coalesce(c.subcategory, 0),
             coalesce(c.element, 0), coalesce(c.channel, 0), coalesce(c.severity, 0), coalesce(c.kind, 0),
             trend_key_of('representative', f.representative), coalesce(c.house_type, 0), coalesce(c.age, -1), f.amount_fen
        FROM trend_fine_of f LEFT JOIN trend_complaint c ON c.id = f.first_case WHERE f.id = ANY (issued);
  END IF;
  IF begun IS NOT NULL THEN
    INSERT INTO trend_key (of, value)
      SELECT DISTINCT d.of, d.value FROM trend_repair_of r, LATERAL (VALUES
        ('project', r.project), ('contractor', r.contractor), ('representative', r.representative)) d (of, value)
      WHERE r.id = ANY (begun) AND NOT EXISTS (SELECT FROM trend_key k WHERE k.of = d.of AND k.value = d.value)
      ORDER BY 1, 2 ON CONFLICT DO NOTHING;
    DELETE FROM trend_repair WHERE id = ANY (begun);
    INSERT INTO trend_repair
      SELECT r.id, r.started_on - date '1970-01-01', trend_month_of(r.started_on), trend_key_of('project', r.project), coalesce(c.building, 0),
             trend_key_of('contractor', r.contractor), coalesce(c.trade, 0), coalesce(c.category, 0), coalesce(c.subcategory, 0),
             coalesce(c.element, 0), coalesce(c.channel, 0), coalesce(c.severity, 0), coalesce(c.kind, 0),
             trend_key_of('representative', r.representative), coalesce(c.house_type, 0), coalesce(c.age, -1), r.audited_fen, r.hours
        FROM trend_repair_of r LEFT JOIN trend_complaint c ON c.id = r.first_case WHERE r.id = ANY (begun);
  END IF;
  IF made IS NOT NULL THEN
    INSERT INTO trend_key (of, value)
      SELECT DISTINCT 'representative', v.representative FROM trend_visit_of v
      WHERE v.id = ANY (made) AND NOT EXISTS (SELECT FROM trend_key k WHERE k.of = 'representative' AND k.value = v.representative)
      ORDER BY 1, 2 ON CONFLICT DO NOTHING;
    DELETE FROM trend_visit WHERE id = ANY (made);
    INSERT INTO trend_visit
      SELECT v.id, v.visited_on - date '1970-01-01', trend_month_of(v.visited_on), c.project, c.building, c.contractor, c.trade, c.category,
             c.subcategory, c.element, c.channel, c.severity, c.kind, trend_key_of('representative', v.representative), c.house_type, c.age, v.satisfied
        FROM trend_visit_of v JOIN trend_complaint c ON c.id = v.complaint_id WHERE v.id = ANY (made);
  END IF;
END $$;
REVOKE ALL ON FUNCTION trend_refresh FROM PUBLIC;

-- the records that are there
SELECT trend_refresh(ARRAY(SELECT id FROM complaint), '{}', ARRAY(SELECT id FROM fine), ARRAY(SELECT id FROM emergency_repair), '{}', '{}', '{}');
