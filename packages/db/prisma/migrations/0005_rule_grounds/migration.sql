-- Rules say from which day they count and what they leave out, and may be without an effect at their end.

ALTER TABLE "rule" ALTER COLUMN "policy" DROP NOT NULL;
ALTER TABLE "rule" ADD COLUMN "starts" JSONB;
ALTER TABLE "rule" ADD COLUMN "not_counted" JSONB;

-- What is installed already gets its words when the reference data are installed again, before any service starts.
UPDATE "rule" SET "starts" = '{"zh": "", "en": ""}';
ALTER TABLE "rule" ALTER COLUMN "starts" SET NOT NULL;
