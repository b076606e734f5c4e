-- Files that are handed in with a liaison request, by whoever asks or whoever enters it for them (ADR 0044).

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "registration" UUID,
ALTER COLUMN "enterprise_id" DROP NOT NULL;

-- What Prisma cannot state.
-- A file is of a draft, of a request that is being filled in, or of a case. Only what an officer hands in is nobody's until then.
ALTER TABLE "attachment" DROP CONSTRAINT "attachment_place";
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_place" CHECK (num_nonnulls("draft_id", "case_id", "registration") = 1);
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_owned" CHECK ("enterprise_id" IS NOT NULL OR "registration" IS NOT NULL);
-- The same content for the same request is one file while it waits; whoever hands in looks for their own old ones.
CREATE UNIQUE INDEX "attachment_with_request" ON "attachment" ("person_id", "registration", "sm3") WHERE "registration" IS NOT NULL;

-- ── What is never changed ────────────────────────────────────────────────────────────────────────────────────────────

-- It becomes the requester's when the request is received, and stays so; it goes from a request to its case and never to another.
DROP TRIGGER "attachment_fixed" ON "attachment";
CREATE TRIGGER "attachment_fixed"
  BEFORE UPDATE OF "id", "material", "name", "media_type", "size", "sm3", "person_id", "handed_in_at" ON "attachment"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('another file is another row');
CREATE TRIGGER "attachment_owner_fixed" BEFORE UPDATE OF "enterprise_id" ON "attachment"
  FOR EACH ROW WHEN (OLD."enterprise_id" IS NOT NULL AND NEW."enterprise_id" IS DISTINCT FROM OLD."enterprise_id")
  EXECUTE FUNCTION "refuse_change"('another file is another row');
CREATE TRIGGER "attachment_registration_fixed" BEFORE UPDATE OF "registration" ON "attachment"
  FOR EACH ROW WHEN (NEW."registration" IS NOT NULL AND NEW."registration" IS DISTINCT FROM OLD."registration")
  EXECUTE FUNCTION "refuse_change"('another file is another row');

-- ── Who sees it, and may do what ─────────────────────────────────────────────────────────────────────────────────────

-- Whether a case has been received and not opened: until then what came with it is open to nobody but whoever sent it.
CREATE FUNCTION "is_unopened"("case" uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN NOT EXISTS (SELECT FROM case_file f WHERE f.case_id = "case");
REVOKE EXECUTE ON FUNCTION "is_unopened"(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "is_unopened"(uuid) TO "lianban_desk";

GRANT UPDATE ("registration", "enterprise_id") ON "attachment" TO "lianban_desk";

DROP POLICY "own_or_open" ON "attachment";
CREATE POLICY "own_or_open" ON "attachment" FOR SELECT TO "lianban_desk" USING (
  "enterprise_id" = (SELECT reached_enterprise())
  OR (SELECT reached_province()) IS NOT NULL AND (
    "registration" IS NOT NULL AND "enterprise_id" IS NULL AND "person_id" = (SELECT asking_person())
    OR "case_id" IS NOT NULL AND "duty" IS NULL AND "person_id" = (SELECT asking_person()) AND is_unopened("case_id")
    OR "case_id" IS NOT NULL AND ("duty" IS NULL OR "request_id" IS NOT NULL) AND opens_attachments("case_id")));
DROP POLICY "handed_in" ON "attachment";
CREATE POLICY "handed_in" ON "attachment" FOR INSERT TO "lianban_desk" WITH CHECK (
  "person_id" = (SELECT asking_person()) AND "request_id" IS NULL
  AND ("enterprise_id" = (SELECT reached_enterprise())
      AND ("registration" IS NOT NULL
        OR EXISTS (SELECT FROM "draft" d WHERE d."id" = "attachment"."draft_id")
        OR EXISTS (SELECT FROM "duty" d WHERE d."case_id" = "attachment"."case_id" AND d."key" = "attachment"."duty"
          AND d."enterprise_id" = (SELECT reached_enterprise()) AND d."state" = 'open'))
    OR (SELECT reached_province()) IS NOT NULL AND "enterprise_id" IS NULL AND "registration" IS NOT NULL));
DROP POLICY "submitted" ON "attachment";
CREATE POLICY "submitted" ON "attachment" FOR UPDATE TO "lianban_desk"
  USING ("enterprise_id" = (SELECT reached_enterprise())
    OR (SELECT reached_province()) IS NOT NULL AND "enterprise_id" IS NULL AND "person_id" = (SELECT asking_person()))
  WITH CHECK ("enterprise_id" = (SELECT reached_enterprise())
    OR (SELECT reached_province()) IS NOT NULL AND "person_id" = (SELECT asking_person()) AND "duty" IS NULL AND is_unopened("case_id"));
DROP POLICY "removed" ON "attachment";
CREATE POLICY "removed" ON "attachment" FOR DELETE TO "lianban_desk" USING (
  "enterprise_id" = (SELECT reached_enterprise())
  OR (SELECT reached_province()) IS NOT NULL AND "enterprise_id" IS NULL AND "person_id" = (SELECT asking_person()));
DROP POLICY "with_row" ON "attachment_content";
CREATE POLICY "with_row" ON "attachment_content" TO "lianban_desk"
  USING (EXISTS (SELECT FROM "attachment" a WHERE a."id" = "attachment_content"."attachment_id"))
  WITH CHECK (EXISTS (SELECT FROM "attachment" a WHERE a."id" = "attachment_content"."attachment_id"
    AND (a."enterprise_id" = (SELECT reached_enterprise()) AND (a."case_id" IS NULL OR a."duty" IS NOT NULL AND a."request_id" IS NULL)
      OR a."registration" IS NOT NULL AND a."person_id" = (SELECT asking_person()))));
