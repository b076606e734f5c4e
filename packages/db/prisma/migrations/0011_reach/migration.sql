-- The second wall: what a person asks runs as a role that owns nothing, and sees only what the post reaches (ADR 0020).

-- Two groups: the desk, for what people ask, and the engine, for what the service does for the installation. Roles belong
-- to the server, so another database may have made them already, perhaps at this moment.
DO $$
BEGIN
  CREATE ROLE "lianban_desk" NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
DO $$
BEGIN
  CREATE ROLE "lianban_engine" NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
-- Whoever migrates may act as the desk, so that one account is enough for a small installation.
DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'lianban_desk', 'SET') THEN
    GRANT "lianban_desk" TO current_user WITH SET TRUE;
  END IF;
END $$;

-- ── What may be touched at all ───────────────────────────────────────────────────────────────────────────────────────

GRANT USAGE ON SCHEMA "public" TO "lianban_desk", "lianban_engine";

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "public" TO "lianban_engine";
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA "public" TO "lianban_engine";
ALTER DEFAULT PRIVILEGES IN SCHEMA "public" GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "lianban_engine";
ALTER DEFAULT PRIVILEGES IN SCHEMA "public" GRANT USAGE, SELECT ON SEQUENCES TO "lianban_engine";
REVOKE UPDATE, DELETE ON "case_event", "audit", "reminder", "urge" FROM "lianban_engine";
REVOKE INSERT, UPDATE, DELETE ON "audit_head", "_prisma_migrations" FROM "lianban_engine";

GRANT SELECT ON
  "alarm", "audit", "audit_head", "audit_note", "calendar", "calendar_closure", "calendar_year", "case_event", "case_file", "clock", "clock_span",
  "credit_record", "document", "draft", "duty", "enterprise", "item", "licence", "message", "outbox", "person", "post",
  "reminder", "revision", "revision_change", "rule", "submission", "unit", "unit_duty", "unit_name", "urge"
TO "lianban_desk";
GRANT INSERT ON "audit", "audit_note", "draft", "message", "submission", "urge" TO "lianban_desk";
GRANT UPDATE ("times", "last_at") ON "audit_note" TO "lianban_desk";
GRANT UPDATE ("claimed_by_person", "claimed_by_post", "claimed_at") ON "duty" TO "lianban_desk";
GRANT UPDATE ("content", "saved_at", "submitted_at") ON "draft" TO "lianban_desk";
GRANT UPDATE ("read_at") ON "message" TO "lianban_desk";
GRANT DELETE ON "draft" TO "lianban_desk";

-- The end of a chain moves with its rows, whoever appends them; nobody else moves it.
ALTER FUNCTION "keep_audit_head"() SECURITY DEFINER SET search_path = public, pg_temp;

-- ── What of it is seen ───────────────────────────────────────────────────────────────────────────────────────────────

-- Who asks, and what the post reaches: a province or an enterprise. Where nobody is named, all of them are null and nothing is
-- seen. Policies ask in a subquery of its own, so that a statement asks once and not once a row.
CREATE FUNCTION "reached_province"() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('lianban.province', true), '');
CREATE FUNCTION "reached_enterprise"() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('lianban.enterprise', true), '')::uuid;
CREATE FUNCTION "asking_person"() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('lianban.person', true), '')::uuid;
CREATE FUNCTION "asking_role"() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('lianban.role', true), '');

ALTER TABLE "case_file" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "within_reach" ON "case_file" TO "lianban_desk"
  USING ("province" = (SELECT reached_province()) OR "enterprise_id" = (SELECT reached_enterprise()));

-- What belongs to a case is seen with the case.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['case_event', 'clock', 'clock_span', 'document', 'reminder', 'urge', 'outbox'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY "with_case" ON %1$I TO "lianban_desk" USING (EXISTS (SELECT FROM "case_file" f WHERE f."case_id" = %1$I."case_id"))', name);
  END LOOP;
END $$;

-- Lists of duties are long, so the province of the duty answers before the case is looked up, from the index.
DROP INDEX "duty_inbox_of_unit";
CREATE INDEX "duty_inbox_of_unit" ON "duty" ("unit_id", "role", "due_at")
  INCLUDE ("due_on", "lapses", "opened_at", "claimed_by_person", "case_id", "key", "province")
  WHERE "state" = 'open' AND "kind" = 'duty' AND "unit_id" IS NOT NULL;
ALTER TABLE "duty" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "with_case" ON "duty" TO "lianban_desk"
  USING ("province" = (SELECT reached_province()) OR EXISTS (SELECT FROM "case_file" f WHERE f."case_id" = "duty"."case_id"));

-- An alarm that is about no case is about the installation.
ALTER TABLE "alarm" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "with_case" ON "alarm" TO "lianban_desk"
  USING ("case_id" IS NULL OR EXISTS (SELECT FROM "case_file" f WHERE f."case_id" = "alarm"."case_id"));

-- A submission comes before its case.
ALTER TABLE "submission" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_or_with_case" ON "submission" TO "lianban_desk"
  USING (
    "person_id" = (SELECT asking_person()) OR ("filing" ->> 'province') = (SELECT reached_province())
    OR EXISTS (SELECT FROM "case_file" f WHERE f."case_id" = "submission"."case_id"))
  WITH CHECK ("person_id" = (SELECT asking_person()));

-- What an applicant is and has.
ALTER TABLE "enterprise" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_or_officer" ON "enterprise" TO "lianban_desk"
  USING ("id" = (SELECT reached_enterprise()) OR (SELECT reached_province()) IS NOT NULL);
ALTER TABLE "draft" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own" ON "draft" TO "lianban_desk" USING ("enterprise_id" = (SELECT reached_enterprise()));
ALTER TABLE "licence" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "within_reach" ON "licence" TO "lianban_desk"
  USING ("province" = (SELECT reached_province()) OR "enterprise_id" = (SELECT reached_enterprise()));
ALTER TABLE "credit_record" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_or_officer" ON "credit_record" TO "lianban_desk"
  USING ("enterprise_id" = (SELECT reached_enterprise()) OR (SELECT reached_province()) IS NOT NULL);

-- A message is seen by whom it is for, and by whoever urged with it.
ALTER TABLE "message" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "told" ON "message" FOR SELECT TO "lianban_desk" USING (
  EXISTS (SELECT FROM "post" o WHERE o."id" = "message"."post_id" AND o."person_id" = (SELECT asking_person()))
  OR EXISTS (SELECT FROM "urge" u WHERE u."request_id" = "message"."urge_id" AND u."person_id" = (SELECT asking_person())));
CREATE POLICY "read" ON "message" FOR UPDATE TO "lianban_desk"
  USING (EXISTS (SELECT FROM "post" o WHERE o."id" = "message"."post_id" AND o."person_id" = (SELECT asking_person())));
CREATE POLICY "sent" ON "message" FOR INSERT TO "lianban_desk" WITH CHECK ("urge_id" IS NOT NULL);

-- A revision is seen where it applies and by whoever was told of it, its effects where they fall.
ALTER TABLE "revision" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "where_it_applies" ON "revision" TO "lianban_desk"
  USING ("province" IS NULL OR "province" = (SELECT reached_province())
    OR EXISTS (SELECT FROM "message" m WHERE m."revision_id" = "revision"."id"));
ALTER TABLE "revision_change" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "within_reach" ON "revision_change" TO "lianban_desk" USING ("province" = (SELECT reached_province()));

-- The trail of oneself and of the cases that one sees; for auditors that of their province, and what is nobody's.
ALTER TABLE "audit" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "audited" ON "audit" FOR SELECT TO "lianban_desk"
  USING ((SELECT asking_role()) = 'AUD' AND ("province" IS NULL OR "province" = (SELECT reached_province())));
CREATE POLICY "own_or_with_case" ON "audit" TO "lianban_desk" USING (
  CASE WHEN "stream" = (SELECT 'person:' || asking_person()) THEN true
       WHEN "stream" ~ '^case:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN EXISTS (SELECT FROM "case_file" f WHERE f."case_id" = substr("stream", 6)::uuid)
       ELSE false END);
ALTER TABLE "audit_head" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "with_chain" ON "audit_head" TO "lianban_desk"
  USING (EXISTS (SELECT FROM "audit" a WHERE a."stream" = "audit_head"."stream"));
ALTER TABLE "audit_note" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own" ON "audit_note" TO "lianban_desk" USING ("person_id" = (SELECT asking_person()));

-- The engine works for everybody.
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity LOOP
    EXECUTE format('CREATE POLICY "engine" ON %I TO "lianban_engine" USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
