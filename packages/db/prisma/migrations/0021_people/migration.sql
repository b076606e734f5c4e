-- Who stands in is told and shown, and both names are kept apart; whose act was taken back is told whoever had taken what it had opened (ADR 0030).

-- AlterTable
ALTER TABLE "involvement" ADD COLUMN     "by_principal_name" TEXT,
ADD COLUMN     "closed_by_principal_name" TEXT;

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "delegation_id" UUID,
ADD COLUMN     "key" TEXT,
ADD COLUMN     "version" INTEGER;

-- CreateTable
CREATE TABLE "qualification_change" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "qualification_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_person_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,

    CONSTRAINT "qualification_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "qualification_change_qualification_id_idx" ON "qualification_change"("qualification_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_delegation_id_news_post_id_key" ON "message"("delegation_id", "news", "post_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_case_id_version_key_post_id_key" ON "message"("case_id", "version", "key", "post_id");

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_delegation_id_fkey" FOREIGN KEY ("delegation_id") REFERENCES "delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "qualification_change" ADD CONSTRAINT "qualification_change_qualification_id_fkey" FOREIGN KEY ("qualification_id") REFERENCES "qualification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What Prisma cannot state ─────────────────────────────────────────────────────────────────────────────────────────

-- Names that were written as one, 李四（代张三）, are two from now on; what is over stays as it was told.
ALTER TABLE "involvement" DISABLE TRIGGER "involvement_kept";
UPDATE "involvement" SET "by_principal_name" = substring("by_name" FROM '（代(.+)）$'), "by_name" = regexp_replace("by_name", '（代.+）$', '')
  WHERE "by_name" ~ '（代.+）$';
UPDATE "involvement" SET "closed_by_principal_name" = substring("closed_by_name" FROM '（代(.+)）$'),
    "closed_by_name" = regexp_replace("closed_by_name", '（代.+）$', '')
  WHERE "closed_by_name" ~ '（代.+）$';
ALTER TABLE "involvement" ENABLE TRIGGER "involvement_kept";
GRANT UPDATE ("closed_by_principal_name") ON "involvement" TO "lianban_desk";

-- A message tells one thing; of an act that was taken back it is the turn that did so, and the duty that went with it.
DO $$
DECLARE things text;
BEGIN
  SELECT substring(pg_get_constraintdef(oid) FROM 'num_nonnulls\((.*)\) = 1') INTO STRICT things
    FROM pg_constraint WHERE conname = 'message_tells_one_thing' AND conrelid = '"message"'::regclass;
  ALTER TABLE "message" DROP CONSTRAINT "message_tells_one_thing";
  EXECUTE format('ALTER TABLE "message" ADD CONSTRAINT "message_tells_one_thing" CHECK (num_nonnulls(%s, "delegation_id", "version") = 1)', things);
END $$;
ALTER TABLE "message" DROP CONSTRAINT "message_news";
ALTER TABLE "message" ADD CONSTRAINT "message_news" CHECK (
  ("involvement_id" IS NOT NULL OR "delegation_id" IS NOT NULL) = ("news" IS NOT NULL)
  AND ("involvement_id" IS NULL OR "news" IN ('asked', 'answered', 'takenBack', 'vacant', 'agreed', 'refused', 'handedOn'))
  AND ("delegation_id" IS NULL OR "news" IN ('named', 'ended', 'deputyGone', 'postGone')));
ALTER TABLE "message" DROP CONSTRAINT "message_cases";
ALTER TABLE "message" ADD CONSTRAINT "message_cases" CHECK (
  ("revision_id" IS NOT NULL) = ("cases" IS NOT NULL) AND ("version" IS NULL) = ("key" IS NULL)
  AND ("case_id" IS NOT NULL) = (("cases" IS NOT NULL AND "cases" = 1) OR "version" IS NOT NULL));

-- One that is ended on its first day was never valid.
ALTER TABLE "qualification" DROP CONSTRAINT "qualification_days";
ALTER TABLE "qualification" ADD CONSTRAINT "qualification_days" CHECK ("valid_to" IS NULL OR "valid_to" >= "valid_from" - 1);

-- What a certificate said before it was corrected or ended stays.
ALTER TABLE "qualification_change" ADD CONSTRAINT "qualification_change_kind" CHECK ("kind" IN ('correct', 'end'));
ALTER TABLE "qualification_change" ADD CONSTRAINT "qualification_change_reason" CHECK ("reason" <> '');
CREATE TRIGGER "qualification_change_kept" BEFORE UPDATE OR DELETE ON "qualification_change"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('what a certificate said stays as it was');
GRANT SELECT ON "qualification_change" TO "lianban_desk";
GRANT SELECT, INSERT ON "qualification_change" TO "lianban_engine";
REVOKE UPDATE, DELETE ON "qualification_change" FROM "lianban_engine";
ALTER TABLE "qualification_change" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "with_qualification" ON "qualification_change" TO "lianban_desk"
  USING (EXISTS (SELECT FROM "qualification" q WHERE q."id" = "qualification_change"."qualification_id"));
CREATE POLICY "engine" ON "qualification_change" TO "lianban_engine" USING (true) WITH CHECK (true);
