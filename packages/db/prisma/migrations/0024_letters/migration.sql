-- Letters between the two bureaus (ADR 0034): what a case sends, what it receives, and cases that a letter opened.

-- The letter that opened the case: `{from, caseId, sequence}`, by the names that its sender gave.
ALTER TABLE "case_file" ADD COLUMN     "letter" JSONB;

-- CreateTable
CREATE TABLE "letter_out" (
    "case_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "key" TEXT,
    "letter" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "tried_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "sm3" TEXT,
    "receipted_at" TIMESTAMPTZ(3),

    CONSTRAINT "letter_out_pkey" PRIMARY KEY ("case_id","sequence")
);

-- CreateTable
CREATE TABLE "letter_in" (
    "from_province" TEXT NOT NULL,
    "from_case" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "letter" JSONB NOT NULL,
    "sm3" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" TEXT NOT NULL DEFAULT 'received',
    "note" TEXT,
    "worked_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "leased_until" TIMESTAMPTZ(3),

    CONSTRAINT "letter_in_pkey" PRIMARY KEY ("from_province","from_case","sequence")
);

-- CreateIndex
CREATE UNIQUE INDEX "letter_out_number_key" ON "letter_out"("number");

-- CreateIndex
CREATE INDEX "letter_in_case_id_idx" ON "letter_in"("case_id");

-- Nobody here opens a case that a letter opens.
ALTER TABLE "submission" ALTER COLUMN "person_id" DROP NOT NULL,
ALTER COLUMN "post_id" DROP NOT NULL,
ALTER COLUMN "role" DROP NOT NULL;

-- What Prisma cannot state.
ALTER TABLE "submission" ADD CONSTRAINT "submission_actor" CHECK (
  ("person_id" IS NULL) = ("post_id" IS NULL) AND ("person_id" IS NULL) = ("role" IS NULL)
  AND ("person_id" IS NOT NULL OR "kind" = 'open' AND "payload" ? 'letter'));
ALTER TABLE "letter_out" ADD CONSTRAINT "letter_out_kind_known" CHECK ("kind" IN ('request', 'reminder', 'recall', 'reply'));
ALTER TABLE "letter_out" ADD CONSTRAINT "letter_out_receipt" CHECK ("receipted_at" IS NULL OR "sm3" IS NOT NULL);
ALTER TABLE "letter_in" ADD CONSTRAINT "letter_in_kind_known" CHECK ("kind" IN ('request', 'reminder', 'recall', 'reply'));
ALTER TABLE "letter_in" ADD CONSTRAINT "letter_in_state_known" CHECK ("state" IN ('received', 'taken', 'kept'));
ALTER TABLE "letter_in" ADD CONSTRAINT "letter_in_worked" CHECK (("state" = 'received') = ("worked_at" IS NULL));
ALTER TABLE "letter_in" ADD CONSTRAINT "letter_in_noted" CHECK (("state" = 'kept') = ("note" IS NOT NULL));
CREATE INDEX "letter_in_waiting" ON "letter_in" ("received_at") WHERE "state" = 'received';

ALTER TABLE "case_event" DROP CONSTRAINT "case_event_kind_known";
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_kind_known"
  CHECK ("kind" IN ('open', 'answer', 'lapse', 'redate', 'retract', 'childEnded', 'letterAnswered', 'parentEnded'));
-- Nobody here acts where a clock runs out, a parent is over or the other bureau writes.
ALTER TABLE "case_event" DROP CONSTRAINT "case_event_actor";
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_actor" CHECK (
  "kind" = 'childEnded' OR ("kind" = 'open' AND "input" -> 'opening' ? 'letter')
  OR ("kind" IN ('lapse', 'letterAnswered', 'parentEnded')) = ("person_id" IS NULL));

ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind_known";
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind_known"
  CHECK ("kind" IN ('openCase', 'ledgerGrew', 'openChildren', 'releaseChildren', 'childEnded', 'sendLetters'));

-- ── What is never changed ────────────────────────────────────────────────────────────────────────────────────────────

CREATE TRIGGER "letter_out_fixed" BEFORE UPDATE OF "case_id", "sequence", "version", "kind", "number", "key", "letter" ON "letter_out"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('what was sent stays as it was');
CREATE TRIGGER "letter_out_kept" BEFORE DELETE OR TRUNCATE ON "letter_out"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('what was sent stays as it was');
CREATE TRIGGER "letter_out_receipted_once" BEFORE UPDATE ON "letter_out"
  FOR EACH ROW WHEN (OLD."receipted_at" IS NOT NULL) EXECUTE FUNCTION "refuse_change"('a letter is receipted once');
CREATE TRIGGER "letter_in_fixed" BEFORE UPDATE OF "from_province", "from_case", "sequence", "case_id", "kind", "number", "letter", "sm3", "received_at"
  ON "letter_in" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('what was received stays as it was');
CREATE TRIGGER "letter_in_kept" BEFORE DELETE OR TRUNCATE ON "letter_in"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('what was received stays as it was');
CREATE TRIGGER "letter_in_worked_once" BEFORE UPDATE ON "letter_in"
  FOR EACH ROW WHEN (OLD."state" <> 'received') EXECUTE FUNCTION "refuse_change"('a letter is worked once');
REVOKE DELETE ON "letter_out", "letter_in" FROM "lianban_engine";

-- ── Who sees it ──────────────────────────────────────────────────────────────────────────────────────────────────────

-- What the bureaus write to each other about an enterprise is not for the enterprise.
DROP POLICY "within_reach" ON "case_file";
CREATE POLICY "within_reach" ON "case_file" TO "lianban_desk" USING (
  "province" = (SELECT reached_province()) AND ("secret_since" IS NULL OR "case_id" <> ALL ((SELECT hidden_cases(false))::uuid[]))
  OR "enterprise_id" = (SELECT reached_enterprise()) AND "letter" IS NULL);

GRANT SELECT ON "letter_out", "letter_in" TO "lianban_desk";
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['letter_out', 'letter_in'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY "with_case" ON %1$I FOR SELECT TO "lianban_desk" USING ((SELECT reached_province()) IS NOT NULL
      AND EXISTS (SELECT FROM "case_file" f WHERE f."case_id" = %1$I."case_id"))', name);
    EXECUTE format('CREATE POLICY "engine" ON %I TO "lianban_engine" USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
