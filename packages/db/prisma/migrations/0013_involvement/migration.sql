-- Work among people on a duty: who hands it to whom, who prepares it, who is asked for an opinion or a signature (ADR 0023).

-- CreateTable
CREATE TABLE "sheet" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "timing" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "outcome" TEXT NOT NULL,
    "opinion" TEXT NOT NULL,
    "form" JSONB,
    "flow" JSONB,
    "requirements" JSONB,
    "person_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "standing_in_for" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "involvement" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "request_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sheet_id" UUID,
    "position" INTEGER NOT NULL,
    "is_added" BOOLEAN NOT NULL DEFAULT false,
    "person_id" UUID,
    "post_id" UUID,
    "role" TEXT NOT NULL,
    "person_name" TEXT,
    "unit_id" TEXT NOT NULL,
    "unit_name_zh" TEXT NOT NULL,
    "unit_name_en" TEXT NOT NULL,
    "by_person_id" UUID NOT NULL,
    "by_post_id" UUID NOT NULL,
    "by_role" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "by_unit_name_zh" TEXT NOT NULL,
    "by_unit_name_en" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,
    "due_on" DATE,
    "due_at" TIMESTAMPTZ(3),
    "due_days" INTEGER,
    "state" TEXT NOT NULL,
    "verdict" TEXT,
    "outcome" TEXT,
    "opinion" TEXT,
    "answer_request_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_name" TEXT,
    "closed_reason" TEXT,

    CONSTRAINT "involvement_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "involvement_id" UUID,
ADD COLUMN     "news" TEXT;

-- CreateIndex
CREATE INDEX "sheet_case_id_key_idx" ON "sheet"("case_id", "key");

-- CreateIndex
CREATE INDEX "involvement_case_id_key_idx" ON "involvement"("case_id", "key");

-- CreateIndex
CREATE INDEX "involvement_request_id_idx" ON "involvement"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_involvement_id_news_post_id_key" ON "message"("involvement_id", "news", "post_id");

-- AddForeignKey
ALTER TABLE "sheet" ADD CONSTRAINT "sheet_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("case_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "involvement" ADD CONSTRAINT "involvement_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("case_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "involvement" ADD CONSTRAINT "involvement_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_involvement_id_fkey" FOREIGN KEY ("involvement_id") REFERENCES "involvement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What Prisma cannot state ─────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "sheet" ADD CONSTRAINT "sheet_words" CHECK (
  "timing" IN ('before', 'after') AND "state" IN ('waiting', 'agreed', 'refused', 'lifted', 'ended', 'sent')
  AND "province" IN ('CQ', 'SC') AND ("state" IN ('waiting', 'agreed', 'refused')) = ("closed_at" IS NULL));
-- An answer that waits for signatures is kept whole, with the sheet.
ALTER TABLE "sheet" ADD CONSTRAINT "sheet_holds_answer" CHECK (("timing" = 'after') = ("form" IS NOT NULL AND "flow" IS NOT NULL AND "requirements" IS NOT NULL));
-- A duty has one draft that is being signed.
CREATE UNIQUE INDEX "sheet_stands_once" ON "sheet" ("case_id", "key") WHERE "closed_at" IS NULL;
-- Answers that everybody has agreed to and that are to be sent.
CREATE INDEX "sheet_to_send" ON "sheet" ("opened_at") WHERE "state" = 'agreed' AND "timing" = 'after';

ALTER TABLE "involvement" ADD CONSTRAINT "involvement_words" CHECK (
  "kind" IN ('reassign', 'delegate', 'assist', 'sign', 'copy') AND "province" IN ('CQ', 'SC')
  AND "state" IN ('done', 'open', 'answered', 'takenBack', 'vacant', 'ended') AND ("kind" IN ('reassign', 'copy')) = ("state" = 'done')
  AND ("verdict" IS NULL OR "verdict" IN ('agree', 'disagree')) AND ("state" IN ('done', 'open', 'vacant')) = ("closed_at" IS NULL)
  AND ("kind" = 'sign') = ("sheet_id" IS NOT NULL) AND ("kind" = 'sign' AND "state" = 'answered') = ("verdict" IS NOT NULL)
  AND ("state" = 'answered') = ("answer_request_id" IS NOT NULL));
-- A person is asked; a duty or a copy may also go to a whole unit.
ALTER TABLE "involvement" ADD CONSTRAINT "involvement_of_whom" CHECK (
  ("person_id" IS NULL) = ("post_id" IS NULL) AND ("person_id" IS NULL) = ("person_name" IS NULL)
  AND ("person_id" IS NOT NULL OR "kind" IN ('reassign', 'copy')));
-- One request is asked of a post once; nobody is asked for the same thing twice at a time.
CREATE UNIQUE INDEX "involvement_asked_once" ON "involvement" ("request_id", coalesce("post_id"::text, "unit_id"));
CREATE UNIQUE INDEX "involvement_open_once" ON "involvement" ("case_id", "key", "kind", "person_id") WHERE "state" = 'open';
-- What is asked of a person, the most urgent first.
CREATE INDEX "involvement_inbox" ON "involvement" ("post_id", (coalesce("due_at", 'infinity'::timestamptz)), "id") WHERE "state" = 'open';
-- What people have prepared or are preparing, for the separation of duties.
CREATE INDEX "involvement_prepared" ON "involvement" ("case_id", "person_id") WHERE "kind" = 'delegate';

-- What has been given, taken back or told stays as it is.
CREATE FUNCTION "keep_involvement"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an involvement that is over does not change' USING ERRCODE = '23514';
END $$;
CREATE TRIGGER "involvement_kept" BEFORE UPDATE ON "involvement" FOR EACH ROW
  WHEN (OLD."state" NOT IN ('open', 'vacant')) EXECUTE FUNCTION "keep_involvement"();
CREATE TRIGGER "involvement_stays" BEFORE DELETE ON "involvement" FOR EACH ROW EXECUTE FUNCTION "keep_involvement"();
CREATE TRIGGER "sheet_kept" BEFORE UPDATE ON "sheet" FOR EACH ROW WHEN (OLD."closed_at" IS NOT NULL) EXECUTE FUNCTION "keep_involvement"();
CREATE TRIGGER "sheet_stays" BEFORE DELETE ON "sheet" FOR EACH ROW EXECUTE FUNCTION "keep_involvement"();

-- Whatever ends a duty ends what is asked about it; an answer that waited for signatures and is recorded now was sent.
CREATE FUNCTION "end_involvement"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "involvement" SET "state" = 'ended', "closed_at" = NEW."settled_at"
    WHERE "case_id" = NEW."case_id" AND "key" = NEW."key" AND "state" IN ('open', 'vacant');
  UPDATE "sheet" SET "state" = CASE WHEN "state" = 'agreed' AND NEW."state" = 'settled' THEN 'sent' ELSE 'ended' END, "closed_at" = NEW."settled_at"
    WHERE "case_id" = NEW."case_id" AND "key" = NEW."key" AND "closed_at" IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "duty_ends_involvement" AFTER UPDATE OF "state" ON "duty" FOR EACH ROW
  WHEN (OLD."state" = 'open' AND NEW."state" <> 'open' AND NEW."unit_id" IS NOT NULL) EXECUTE FUNCTION "end_involvement"();

-- A message tells one thing.
ALTER TABLE "message" DROP CONSTRAINT "message_tells_one_thing";
ALTER TABLE "message" ADD CONSTRAINT "message_tells_one_thing"
  CHECK (num_nonnulls("reminder_id", "urge_id", "revision_id", "involvement_id") = 1);
ALTER TABLE "message" ADD CONSTRAINT "message_news" CHECK (
  ("involvement_id" IS NOT NULL) = ("news" IS NOT NULL)
  AND ("news" IS NULL OR "news" IN ('asked', 'answered', 'takenBack', 'vacant', 'agreed', 'refused')));

-- ── What the desk may do (ADR 0020) ──────────────────────────────────────────────────────────────────────────────────

GRANT SELECT, INSERT ON "sheet", "involvement" TO "lianban_desk";
GRANT UPDATE ("state", "closed_at") ON "sheet" TO "lianban_desk";
GRANT UPDATE ("state", "verdict", "outcome", "opinion", "answer_request_id", "closed_at", "closed_by_name", "closed_reason") ON "involvement" TO "lianban_desk";
GRANT UPDATE ("unit_id") ON "duty" TO "lianban_desk";

-- Officers of the province see who works on the cases that they see; applicants reach no province, and the other bureau reaches another one.
ALTER TABLE "sheet" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "seen" ON "sheet" FOR SELECT TO "lianban_desk"
  USING ("province" = (SELECT reached_province()) AND EXISTS (SELECT FROM "case_file" f WHERE f."case_id" = "sheet"."case_id"));
CREATE POLICY "changed" ON "sheet" FOR UPDATE TO "lianban_desk"
  USING ("province" = (SELECT reached_province()) AND EXISTS (SELECT FROM "case_file" f WHERE f."case_id" = "sheet"."case_id"));
CREATE POLICY "opened" ON "sheet" FOR INSERT TO "lianban_desk"
  WITH CHECK ("province" = (SELECT reached_province()) AND "person_id" = (SELECT asking_person()));
CREATE POLICY "engine" ON "sheet" TO "lianban_engine" USING (true) WITH CHECK (true);
ALTER TABLE "involvement" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "seen" ON "involvement" FOR SELECT TO "lianban_desk"
  USING ("province" = (SELECT reached_province()) AND EXISTS (SELECT FROM "case_file" f WHERE f."case_id" = "involvement"."case_id"));
CREATE POLICY "changed" ON "involvement" FOR UPDATE TO "lianban_desk"
  USING ("province" = (SELECT reached_province()) AND EXISTS (SELECT FROM "case_file" f WHERE f."case_id" = "involvement"."case_id"));
CREATE POLICY "asked" ON "involvement" FOR INSERT TO "lianban_desk"
  WITH CHECK ("province" = (SELECT reached_province()) AND "by_person_id" = (SELECT asking_person()));
CREATE POLICY "engine" ON "involvement" TO "lianban_engine" USING (true) WITH CHECK (true);

-- Of what somebody is asked or told about a duty of their province.
CREATE POLICY "told_of_involvement" ON "message" FOR INSERT TO "lianban_desk"
  WITH CHECK ("involvement_id" IS NOT NULL AND EXISTS (SELECT FROM "involvement" i WHERE i."id" = "message"."involvement_id"));
