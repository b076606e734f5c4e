-- Secret cases, and those who are let in for a while (ADR 0027).

-- AlterTable
ALTER TABLE "case_file" ADD COLUMN     "secret_by" UUID,
ADD COLUMN     "secret_reason" TEXT,
ADD COLUMN     "secret_since" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "emergency_access" (
    "id" UUID NOT NULL,
    "province" TEXT NOT NULL,
    "case_number" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_role" TEXT NOT NULL,
    "asked_who" JSONB NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "decided_who" JSONB,
    "released" BOOLEAN,
    "remark" TEXT,
    "case_id" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,
    "ended_who" JSONB,

    CONSTRAINT "emergency_access_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "emergency_access_province_asked_at_id_idx" ON "emergency_access"("province", "asked_at", "id");

-- CreateIndex
CREATE INDEX "emergency_access_asked_by_asked_at_idx" ON "emergency_access"("asked_by", "asked_at");

-- What Prisma cannot state.
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_secrecy"
  CHECK (("secret_since" IS NULL) = ("secret_by" IS NULL) AND ("secret_since" IS NULL) = ("secret_reason" IS NULL));
-- There are few, and every statement at the desk asks for them.
CREATE INDEX "case_file_secret" ON "case_file" ("province", "case_id") WHERE "secret_since" IS NOT NULL;
ALTER TABLE "emergency_access" ADD CONSTRAINT "emergency_access_decided" CHECK (
  ("decided_at" IS NULL) = ("decided_by" IS NULL) AND ("decided_at" IS NULL) = ("released" IS NULL)
  AND ("case_id" IS NULL OR "released") AND ("ended_at" IS NULL OR "released") AND ("ended_at" IS NULL) = ("ended_by" IS NULL));
-- Two people: whoever asks is not whoever decides.
ALTER TABLE "emergency_access" ADD CONSTRAINT "emergency_access_by_two" CHECK ("decided_by" <> "asked_by");
ALTER TABLE "emergency_access" ADD CONSTRAINT "emergency_access_ahead" CHECK ("until_at" > "asked_at");
CREATE INDEX "emergency_access_of_case" ON "emergency_access" ("case_id") WHERE "case_id" IS NOT NULL;

-- ── Who is let in ────────────────────────────────────────────────────────────────────────────────────────────────────

-- The unit of the post that asks; posts that watch over the work of others are in no unit that works on a case.
CREATE FUNCTION "reached_unit"() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN asking_role() IN ('SUP', 'ADM', 'AUD') THEN NULL ELSE nullif(current_setting('lianban.unit', true), '') END;

-- Whether a secret case is open to somebody in a post: to the head of the agency, to whoever put it under secrecy, to the
-- units that own a duty in it, to whoever has taken one, and to whoever is asked about one.
CREATE FUNCTION "is_let_in"("case" uuid, "secret_by" uuid, "person" uuid, "role" text, "unit" text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN coalesce("role" = 'HEAD' OR "secret_by" = "person" OR "role" NOT IN ('SUP', 'ADM', 'AUD') AND EXISTS (
    SELECT FROM duty d WHERE d.case_id = "case" AND (d.unit_id = "unit" OR d.claimed_by_person = "person")
    UNION ALL SELECT FROM involvement i WHERE i.case_id = "case" AND i.person_id = "person"), false);

-- Whether somebody has been let in for a while, and the while is not over.
CREATE FUNCTION "is_let_in_for_now"("case" uuid, "person" uuid, "role" text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN EXISTS (SELECT FROM emergency_access a WHERE a.case_id = "case" AND a.asked_by = "person" AND a.asked_role = "role"
    AND a.released AND a.ended_at IS NULL AND a.until_at > clock_timestamp());

-- The secret cases of the province that whoever asks may not know of; `even_for_now` counts those they may only look at.
CREATE FUNCTION "hidden_cases"("even_for_now" boolean) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT coalesce(array_agg(f.case_id), '{}') FROM case_file f
    WHERE f.secret_since IS NOT NULL AND f.province = reached_province()
      AND NOT is_let_in(f.case_id, f.secret_by, asking_person(), asking_role(), reached_unit())
      AND ("even_for_now" OR NOT is_let_in_for_now(f.case_id, asking_person(), asking_role())));

-- Whether a message is about a case that whoever asks may not know of.
CREATE FUNCTION "tells_of_hidden"("reminder" uuid, "urge" text, "involvement" uuid, "case" uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN EXISTS (SELECT FROM (
      SELECT r.case_id FROM reminder r WHERE r.id = "reminder" UNION ALL SELECT u.case_id FROM urge u WHERE u.request_id = "urge"
      UNION ALL SELECT i.case_id FROM involvement i WHERE i.id = "involvement" UNION ALL SELECT "case"
    ) about WHERE about.case_id = ANY (hidden_cases(false)));

REVOKE EXECUTE ON FUNCTION "is_let_in"(uuid, uuid, uuid, text, text), "is_let_in_for_now"(uuid, uuid, text),
  "hidden_cases"(boolean), "tells_of_hidden"(uuid, text, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "hidden_cases"(boolean), "tells_of_hidden"(uuid, text, uuid, uuid) TO "lianban_desk";
-- Whoever tells of a case has to know whom.
GRANT EXECUTE ON FUNCTION "is_let_in"(uuid, uuid, uuid, text, text) TO "lianban_desk", "lianban_engine";
GRANT EXECUTE ON FUNCTION "is_let_in_for_now"(uuid, uuid, text) TO "lianban_engine";

-- ── What of it is seen ───────────────────────────────────────────────────────────────────────────────────────────────

DROP POLICY "within_reach" ON "case_file";
CREATE POLICY "within_reach" ON "case_file" TO "lianban_desk" USING (
  "province" = (SELECT reached_province()) AND ("secret_since" IS NULL OR "case_id" <> ALL ((SELECT hidden_cases(false))::uuid[]))
  OR "enterprise_id" = (SELECT reached_enterprise()));

-- Lists of one's own duties are long, so the unit answers first, then the province, from the index of the inbox.
DROP POLICY "with_case" ON "duty";
CREATE POLICY "with_case" ON "duty" TO "lianban_desk" USING (
  "unit_id" = (SELECT reached_unit())
  OR "province" = (SELECT reached_province()) AND "case_id" <> ALL ((SELECT hidden_cases(false))::uuid[])
  OR EXISTS (SELECT FROM "case_file" f WHERE f."case_id" = "duty"."case_id"));

DROP POLICY "own_or_with_case" ON "submission";
CREATE POLICY "own_or_with_case" ON "submission" TO "lianban_desk"
  USING (
    "person_id" = (SELECT asking_person())
    OR ("filing" ->> 'province') = (SELECT reached_province()) AND "case_id" <> ALL ((SELECT hidden_cases(false))::uuid[])
    OR EXISTS (SELECT FROM "case_file" f WHERE f."case_id" = "submission"."case_id"))
  WITH CHECK ("person_id" = (SELECT asking_person()));

DROP POLICY "within_reach" ON "licence";
CREATE POLICY "within_reach" ON "licence" TO "lianban_desk" USING (
  "province" = (SELECT reached_province()) AND ("case_id" IS NULL OR "case_id" <> ALL ((SELECT hidden_cases(false))::uuid[]))
  OR "enterprise_id" = (SELECT reached_enterprise()));
DROP POLICY "own_or_officer" ON "credit_record";
CREATE POLICY "own_or_officer" ON "credit_record" TO "lianban_desk" USING (
  "enterprise_id" = (SELECT reached_enterprise())
  OR (SELECT reached_province()) IS NOT NULL AND ("case_id" IS NULL OR "case_id" <> ALL ((SELECT hidden_cases(false))::uuid[])));
DROP POLICY "within_reach" ON "revision_change";
CREATE POLICY "within_reach" ON "revision_change" TO "lianban_desk"
  USING ("province" = (SELECT reached_province()) AND "case_id" <> ALL ((SELECT hidden_cases(false))::uuid[]));

CREATE POLICY "not_of_hidden" ON "message" AS RESTRICTIVE FOR SELECT TO "lianban_desk"
  USING ((SELECT reached_province()) IS NULL OR NOT tells_of_hidden("reminder_id", "urge_id", "involvement_id", "case_id"));

-- ── What may be done about it ────────────────────────────────────────────────────────────────────────────────────────

GRANT UPDATE ("secret_since", "secret_by", "secret_reason") ON "case_file" TO "lianban_desk";
CREATE POLICY "secrecy" ON "case_file" AS RESTRICTIVE FOR UPDATE TO "lianban_desk"
  USING ((SELECT asking_role()) IN ('SEC', 'DL', 'HEAD') AND "case_id" <> ALL ((SELECT hidden_cases(true))::uuid[]))
  WITH CHECK (true);

-- Who is let in for a while looks, and touches nothing.
CREATE POLICY "looks_only" ON "duty" AS RESTRICTIVE FOR UPDATE TO "lianban_desk"
  USING ("unit_id" = (SELECT reached_unit()) OR "case_id" <> ALL ((SELECT hidden_cases(true))::uuid[]));
CREATE POLICY "looks_only" ON "urge" AS RESTRICTIVE FOR INSERT TO "lianban_desk"
  WITH CHECK ("case_id" <> ALL ((SELECT hidden_cases(true))::uuid[]));
CREATE POLICY "looks_only" ON "submission" AS RESTRICTIVE FOR INSERT TO "lianban_desk"
  WITH CHECK ("case_id" <> ALL ((SELECT hidden_cases(true))::uuid[]));

-- Requests are seen by who made them, by who decides on them, and by who watches over their use.
GRANT SELECT, INSERT ON "emergency_access" TO "lianban_desk";
GRANT UPDATE ("decided_at", "decided_by", "decided_who", "released", "remark", "case_id", "ended_at", "ended_by", "ended_who")
  ON "emergency_access" TO "lianban_desk";
ALTER TABLE "emergency_access" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_or_watched" ON "emergency_access" FOR SELECT TO "lianban_desk" USING (
  "asked_by" = (SELECT asking_person())
  OR "province" = (SELECT reached_province()) AND (SELECT asking_role()) IN ('HEAD', 'DL', 'SUP'));
CREATE POLICY "asked" ON "emergency_access" FOR INSERT TO "lianban_desk"
  WITH CHECK ("asked_by" = (SELECT asking_person()) AND "province" = (SELECT reached_province()) AND "decided_at" IS NULL);
CREATE POLICY "decided_or_ended" ON "emergency_access" FOR UPDATE TO "lianban_desk" USING (
  "asked_by" = (SELECT asking_person())
  OR "province" = (SELECT reached_province()) AND (SELECT asking_role()) IN ('HEAD', 'DL'));
CREATE POLICY "engine" ON "emergency_access" TO "lianban_engine" USING (true) WITH CHECK (true);
