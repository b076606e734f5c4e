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
