-- What goes to the other bureau is a letter (ADR 0042): what is left of the messages outside is for the platform of the eight lists.

ALTER TABLE "exchange_message" RENAME TO "platform_message";
ALTER TABLE "platform_message" RENAME CONSTRAINT "exchange_message_pkey" TO "platform_message_pkey";
ALTER INDEX "exchange_message_case_id_version_channel_dispatch_key" RENAME TO "platform_message_case_id_version_channel_dispatch_key";
ALTER INDEX "exchange_message_waiting" RENAME TO "platform_message_waiting";
ALTER TABLE "platform_message" DROP CONSTRAINT "exchange_message_channel_known";
ALTER TABLE "platform_message" ADD CONSTRAINT "platform_message_channel_known" CHECK ("channel" = 'eightLists');
ALTER TABLE "platform_message" RENAME CONSTRAINT "exchange_message_dispatch_known" TO "platform_message_dispatch_known";
ALTER TABLE "platform_message" RENAME CONSTRAINT "exchange_message_sent" TO "platform_message_sent";
ALTER TRIGGER "exchange_message_kept" ON "platform_message" RENAME TO "platform_message_kept";
ALTER TRIGGER "exchange_message_never_deleted" ON "platform_message" RENAME TO "platform_message_never_deleted";

-- A letter out of a secret case makes the case that it opens or comes to secret: then nobody here did.
ALTER TABLE "case_file" DROP CONSTRAINT "case_file_secrecy";
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_secrecy"
  CHECK (("secret_since" IS NULL) = ("secret_reason" IS NULL) AND ("secret_since" IS NOT NULL OR "secret_by" IS NULL));

-- A letter that says otherwise than the answer which was taken is acknowledged by somebody who works on the case.
ALTER TABLE "letter_in" ADD COLUMN     "acknowledged_at" TIMESTAMPTZ(3),
ADD COLUMN     "acknowledged_by" UUID,
ADD COLUMN     "acknowledgement" TEXT,
ADD COLUMN     "contradicts" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "letter_in" ADD CONSTRAINT "letter_in_contradicts" CHECK (NOT "contradicts" OR "kind" = 'reply' AND "state" = 'kept');
ALTER TABLE "letter_in" ADD CONSTRAINT "letter_in_acknowledged" CHECK (
  ("acknowledged_at" IS NULL) = ("acknowledged_by" IS NULL) AND ("acknowledged_at" IS NULL) = ("acknowledgement" IS NULL)
  AND ("acknowledged_at" IS NULL OR "contradicts"));
-- What was worked stays so; what waits to be acknowledged is, once.
DROP TRIGGER "letter_in_worked_once" ON "letter_in";
CREATE TRIGGER "letter_in_worked_once" BEFORE UPDATE OF "state", "note", "worked_at", "attempts", "failure", "leased_until", "contradicts" ON "letter_in"
  FOR EACH ROW WHEN (OLD."state" <> 'received') EXECUTE FUNCTION "refuse_change"('a letter is worked once');
CREATE TRIGGER "letter_in_acknowledged_once" BEFORE UPDATE ON "letter_in"
  FOR EACH ROW WHEN (OLD."acknowledged_at" IS NOT NULL) EXECUTE FUNCTION "refuse_change"('a letter is acknowledged once');
GRANT UPDATE ("acknowledged_at", "acknowledged_by", "acknowledgement") ON "letter_in" TO "lianban_desk";
CREATE POLICY "acknowledged_with_case" ON "letter_in" FOR UPDATE TO "lianban_desk" USING ((SELECT reached_province()) IS NOT NULL
  AND EXISTS (SELECT FROM "case_file" f WHERE f."case_id" = "letter_in"."case_id"));
