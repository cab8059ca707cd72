-- CreateTable
CREATE TABLE "trend_delta" (
    "id" BIGSERIAL NOT NULL,
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
    "n" INTEGER NOT NULL,
    "open" INTEGER NOT NULL,
    "reopened" INTEGER NOT NULL,
    "on_time" INTEGER NOT NULL,
    "timed" INTEGER NOT NULL,

    CONSTRAINT "trend_delta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trend_sum" (
    "roll" SMALLINT NOT NULL,
    "month" INTEGER NOT NULL,
    "a" INTEGER NOT NULL,
    "b" INTEGER NOT NULL,
    "c" INTEGER NOT NULL,
    "n" INTEGER NOT NULL,
    "open" INTEGER NOT NULL,
    "reopened" INTEGER NOT NULL,
    "on_time" INTEGER NOT NULL,
    "timed" INTEGER NOT NULL,

    CONSTRAINT "trend_sum_pkey" PRIMARY KEY ("roll","month","a","b","c")
);

-- it empties all the time
ALTER TABLE trend_delta SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 2000);

-- Counts these records anew, as they are now: cases, those that notices are about, those in units and under categories;
-- fines and repairs, those of these notices and those counted by one of these cases; visits, those of these cases. It runs in the transaction that
-- changed them. What else it reads is locked, so that of two who change what a case is counted by, the later sees both.
CREATE OR REPLACE FUNCTION trend_refresh(complaints uuid[], notices uuid[], fines uuid[], repairs uuid[], visits uuid[], units uuid[], categories uuid[])
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  cases uuid[];
  issued uuid[];
  begun uuid[];
  made uuid[];
  counted trend_case[];
  was trend_complaint[];
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

  SELECT array_agg(t) INTO was FROM trend_complaint t WHERE t.id = ANY (cases);
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
  -- what stays as it was adds up to nothing
  INSERT INTO trend_delta (month, project, building, contractor, trade, category, subcategory, element, channel, severity, kind, representative, house_type, age, n, open, reopened, on_time, timed)
    SELECT month, project, building, contractor, trade, category, subcategory, element, channel, severity, kind, representative, house_type, age, sum(n), sum(n * open::int), sum(n * reopened::int), sum(n * coalesce(on_time, false)::int), sum(n * (on_time IS NOT NULL)::int)
      FROM (SELECT -1 AS n, w.* FROM unnest(was) w UNION ALL SELECT 1, t.* FROM trend_complaint t WHERE t.id = ANY (cases)) both_times
     WHERE both_times.counted
     GROUP BY month, project, building, contractor, trade, category, subcategory, element, channel, severity, kind, representative, house_type, age
    HAVING sum(n) <> 0 OR sum(n * open::int) <> 0 OR sum(n * reopened::int) <> 0 OR sum(n * coalesce(on_time, false)::int) <> 0
        OR sum(n * (on_time IS NOT NULL)::int) <> 0;

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

-- Folds what changed into the sums: one at a time, in one transaction, so that a reader finds it here or there. How much was folded.
-- The rolls are those of `trends/rolls.ts`; their numbers are never used for something else.
CREATE FUNCTION trend_fold(most int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE folded int;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('lintel folds figures')) THEN RETURN 0; END IF;
  WITH taken AS (
    DELETE FROM trend_delta WHERE id IN (SELECT id FROM trend_delta ORDER BY id LIMIT most) RETURNING *
  ), summed AS (
    INSERT INTO trend_sum AS s (roll, month, a, b, c, n, open, reopened, on_time, timed)
      SELECT r.roll, d.month, r.a, r.b, r.c, sum(d.n), sum(d.open), sum(d.reopened), sum(d.on_time), sum(d.timed)
        FROM taken d, LATERAL (VALUES
      (1, d.project, d.category, 0),
      (2, d.project, d.element, 0),
      (3, d.project, d.severity, 0),
      (4, d.project, d.channel, 0),
      (5, d.project, d.kind, 0),
      (6, d.project, d.trade, 0),
      (7, d.category, d.element, 0),
      (8, d.contractor, d.element, 0),
      (9, d.project, d.house_type, 0),
      (10, d.project, d.contractor, 0),
      (11, d.project, d.representative, 0),
      (12, d.project, d.category, d.contractor),
      (13, d.project, d.subcategory, 0),
      (14, d.project, d.building, 0),
      (15, d.project, d.age, 0),
      (16, d.contractor, d.category, 0)) r (roll, a, b, c)
       GROUP BY r.roll, d.month, r.a, r.b, r.c ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (roll, month, a, b, c) DO UPDATE SET (n, open, reopened, on_time, timed) =
      (s.n + excluded.n, s.open + excluded.open, s.reopened + excluded.reopened, s.on_time + excluded.on_time, s.timed + excluded.timed)
  ) SELECT count(*) INTO folded FROM taken;
  RETURN folded;
END $$;
REVOKE ALL ON FUNCTION trend_fold FROM PUBLIC;

-- the figures that are there
INSERT INTO trend_delta (month, project, building, contractor, trade, category, subcategory, element, channel, severity, kind, representative, house_type, age, n, open, reopened, on_time, timed)
  SELECT month, project, building, contractor, trade, category, subcategory, element, channel, severity, kind, representative, house_type, age, count(*), count(*) FILTER (WHERE open), count(*) FILTER (WHERE reopened), count(*) FILTER (WHERE on_time), count(on_time)
    FROM trend_complaint WHERE counted GROUP BY month, project, building, contractor, trade, category, subcategory, element, channel, severity, kind, representative, house_type, age;
SELECT trend_fold(2147483647);
