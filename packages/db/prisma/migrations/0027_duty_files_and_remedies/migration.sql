-- Files that are handed in with the answer to a duty (ADR 0028), what a duty is about, and remedies against decided cases (ADR 0038).

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "duty" TEXT,
ADD COLUMN     "request_id" TEXT;

-- AlterTable
ALTER TABLE "duty" ADD COLUMN     "about" JSONB;

-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "attachments" JSONB;

-- What Prisma cannot state.
-- A file is of a draft, or of a case: with its application, or with the answer to a duty, which comes later.
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_of_duty"
  CHECK (("duty" IS NULL OR "draft_id" IS NULL AND "case_id" IS NOT NULL) AND ("request_id" IS NULL OR "duty" IS NOT NULL));
ALTER TABLE "submission" ADD CONSTRAINT "submission_attachments" CHECK ("attachments" IS NULL OR "kind" = 'answer');
-- The same content for the same duty is one file while it waits for the answer.
CREATE UNIQUE INDEX "attachment_waiting" ON "attachment" ("case_id", "duty", "material", "sm3") WHERE "duty" IS NOT NULL AND "request_id" IS NULL;
-- For whoever holds the files against the ledger.
CREATE INDEX "case_event_answered_with_attachments" ON "case_event" ("case_id") WHERE "input" ? 'attachments';
-- Remedies against a case: few, and asked for with every page of a decided one.
CREATE INDEX "case_file_remedies" ON "case_file" ("parent_case_id") WHERE "procedure" = 'remedy';
-- One remedy at a time.
CREATE UNIQUE INDEX "case_file_one_open_remedy" ON "case_file" ("parent_case_id") WHERE "procedure" = 'remedy' AND "state" = 'open';

-- ── What is never changed ────────────────────────────────────────────────────────────────────────────────────────────

DROP TRIGGER "attachment_submitted" ON "attachment";
CREATE TRIGGER "attachment_submitted" BEFORE UPDATE OR DELETE ON "attachment"
  FOR EACH ROW WHEN (OLD."case_id" IS NOT NULL AND (OLD."duty" IS NULL OR OLD."request_id" IS NOT NULL))
  EXECUTE FUNCTION "refuse_change"('what was submitted stays as it was');
CREATE TRIGGER "attachment_duty_fixed" BEFORE UPDATE OF "duty" ON "attachment"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('another file is another row');

-- ── Who sees it, and may do what ─────────────────────────────────────────────────────────────────────────────────────

GRANT UPDATE ("request_id") ON "attachment" TO "lianban_desk";

-- What waits for its answer is the applicant's alone.
DROP POLICY "own_or_open" ON "attachment";
CREATE POLICY "own_or_open" ON "attachment" FOR SELECT TO "lianban_desk" USING (
  "enterprise_id" = (SELECT reached_enterprise())
  OR (SELECT reached_province()) IS NOT NULL AND "case_id" IS NOT NULL AND ("duty" IS NULL OR "request_id" IS NOT NULL)
    AND opens_attachments("case_id"));
DROP POLICY "handed_in" ON "attachment";
CREATE POLICY "handed_in" ON "attachment" FOR INSERT TO "lianban_desk" WITH CHECK (
  "enterprise_id" = (SELECT reached_enterprise()) AND "person_id" = (SELECT asking_person()) AND "request_id" IS NULL
  AND (EXISTS (SELECT FROM "draft" d WHERE d."id" = "attachment"."draft_id")
    OR EXISTS (SELECT FROM "duty" d WHERE d."case_id" = "attachment"."case_id" AND d."key" = "attachment"."duty"
      AND d."enterprise_id" = (SELECT reached_enterprise()) AND d."state" = 'open')));
DROP POLICY "with_row" ON "attachment_content";
CREATE POLICY "with_row" ON "attachment_content" TO "lianban_desk"
  USING (EXISTS (SELECT FROM "attachment" a WHERE a."id" = "attachment_content"."attachment_id"))
  WITH CHECK (EXISTS (SELECT FROM "attachment" a WHERE a."id" = "attachment_content"."attachment_id"
    AND a."enterprise_id" = (SELECT reached_enterprise()) AND (a."case_id" IS NULL OR a."duty" IS NOT NULL AND a."request_id" IS NULL)));
