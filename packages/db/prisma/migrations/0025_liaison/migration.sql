-- Liaison requests (渝药监〔2024〕69号, ADR 0037): the bodies of the districts that put them, the regional units that answer for the
-- districts, what people are told without being asked anything, and what is written to systems outside.

-- AlterTable
ALTER TABLE "case_file" ADD COLUMN     "merged_into" UUID;

-- AlterTable
ALTER TABLE "district" ADD COLUMN     "liaison_body_id" UUID,
ADD COLUMN     "regional_unit_id" TEXT;

-- AlterTable
ALTER TABLE "enterprise" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'enterprise';

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "notice" TEXT;

-- CreateTable
CREATE TABLE "exchange_message" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "dispatch" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "receipt" TEXT,

    CONSTRAINT "exchange_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "exchange_message_case_id_version_channel_dispatch_key" ON "exchange_message"("case_id", "version", "channel", "dispatch");

-- AddForeignKey
ALTER TABLE "district" ADD CONSTRAINT "district_regional_unit_id_fkey" FOREIGN KEY ("regional_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "district" ADD CONSTRAINT "district_liaison_body_id_fkey" FOREIGN KEY ("liaison_body_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What Prisma cannot state ─────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "post" DROP CONSTRAINT "post_role_known";
ALTER TABLE "post" ADD CONSTRAINT "post_role_known" CHECK ("role" IN (
  'APP', 'WIN', 'OFF', 'SEC', 'DISP', 'INS', 'LEG', 'CRD', 'DL', 'HEAD', 'BMO', 'TECH', 'RLO', 'DLO', 'ILO', 'DIST', 'SUP', 'ADM', 'AUD'));
-- Whoever asks something of the bureau acts for an enterprise or a body of a district, everybody else in a unit.
ALTER TABLE "post" DROP CONSTRAINT "post_place";
ALTER TABLE "post" ADD CONSTRAINT "post_place" CHECK (
  ("role" IN ('APP', 'DIST')) = ("enterprise_id" IS NOT NULL) AND ("role" IN ('APP', 'DIST')) = ("unit_id" IS NULL));
ALTER TABLE "post" DROP CONSTRAINT "post_capacity_known";
ALTER TABLE "post" ADD CONSTRAINT "post_capacity_known" CHECK ("capacity" IS NULL
  OR "role" IN ('APP', 'DIST') AND "capacity" IN ('agent', 'legalRepresentative', 'authorisedRepresentative'));

ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_kind_known" CHECK ("kind" IN ('enterprise', 'authority'));

-- What is told of a turn is told once to a post; an act that was taken back is told of by its duty, a notice by its name.
ALTER TABLE "message" ADD CONSTRAINT "message_notice" CHECK ("notice" IS NULL OR "version" IS NOT NULL);

ALTER TABLE "case_file" ADD CONSTRAINT "case_file_merged" CHECK ("merged_into" IS NULL OR "state" = 'closed' AND "merged_into" <> "case_id");
CREATE INDEX "case_file_merged_into" ON "case_file" ("merged_into") WHERE "merged_into" IS NOT NULL;
-- The three ledgers are the same requests, the latest first.
CREATE INDEX "case_file_of_liaison" ON "case_file" ("province", "opened_at" DESC, "case_id") WHERE "procedure" = 'liaison-request';

ALTER TABLE "exchange_message" ADD CONSTRAINT "exchange_message_channel_known" CHECK ("channel" IN ('eightLists', 'otherBureau'));
ALTER TABLE "exchange_message" ADD CONSTRAINT "exchange_message_dispatch_known" CHECK ("dispatch" IN ('ask', 'chase'));
ALTER TABLE "exchange_message" ADD CONSTRAINT "exchange_message_sent" CHECK (("sent_at" IS NULL) = ("receipt" IS NULL));
CREATE INDEX "exchange_message_waiting" ON "exchange_message" ("at", "id") WHERE "sent_at" IS NULL;
-- What has been sent stays as it was.
CREATE TRIGGER "exchange_message_kept" BEFORE UPDATE ON "exchange_message"
  FOR EACH ROW WHEN (OLD."sent_at" IS NOT NULL) EXECUTE FUNCTION "refuse_change"('what was sent stays as it was sent');
CREATE TRIGGER "exchange_message_never_deleted" BEFORE DELETE OR TRUNCATE ON "exchange_message"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('what was sent stays as it was sent');

-- Which districts there are, and who answers for them, is public.
GRANT SELECT ON "district" TO "lianban_desk";
GRANT SELECT ON "exchange_message" TO "lianban_desk";
GRANT SELECT, INSERT, UPDATE ON "exchange_message" TO "lianban_engine";
ALTER TABLE "exchange_message" ENABLE ROW LEVEL SECURITY;
-- How the bureau writes to others is not for whoever asked.
CREATE POLICY "with_case" ON "exchange_message" TO "lianban_desk" USING (
  (SELECT reached_province()) IS NOT NULL AND EXISTS (SELECT FROM "case_file" f WHERE f."case_id" = "exchange_message"."case_id"));
CREATE POLICY "engine" ON "exchange_message" TO "lianban_engine" USING (true) WITH CHECK (true);

-- What is left of a matter from which something was taken out is opened as a case of its own.
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind_known";
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind_known"
  CHECK ("kind" IN ('openCase', 'ledgerGrew', 'openChildren', 'releaseChildren', 'childEnded', 'openRest'));
