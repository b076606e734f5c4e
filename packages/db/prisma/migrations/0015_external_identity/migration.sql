-- Sign-in at the identity provider of the installation (ADR 0025): whose identity there is whose account here, and attempts under way.

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "has_provider_factor" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "method" TEXT NOT NULL DEFAULT 'password';

-- CreateTable
CREATE TABLE "external_identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "external_identity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "provider_attempt" (
    "token_hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "session_id" UUID,
    "state" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "verifier" TEXT NOT NULL,
    "back_to" TEXT,
    "begun_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_at" TIMESTAMPTZ(3),
    "issuer" TEXT,
    "subject" TEXT,
    "has_factor" BOOLEAN NOT NULL DEFAULT false,
    "authenticated_at" TIMESTAMPTZ(3),

    CONSTRAINT "provider_attempt_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "external_identity_person_id_issuer_key" ON "external_identity"("person_id", "issuer");

-- CreateIndex
CREATE INDEX "provider_attempt_begun_at_idx" ON "provider_attempt"("begun_at");

-- AddForeignKey
ALTER TABLE "external_identity" ADD CONSTRAINT "external_identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_attempt" ADD CONSTRAINT "provider_attempt_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "session" ADD CONSTRAINT "session_method" CHECK ("method" IN ('password', 'provider') AND ("method" = 'provider' OR NOT "has_provider_factor"));
-- Whoever signs in has no session yet; whoever does anything else has the one that began it.
ALTER TABLE "provider_attempt" ADD CONSTRAINT "provider_attempt_purpose"
  CHECK ("purpose" IN ('signIn', 'link', 'stepUp') AND ("purpose" = 'signIn') = ("session_id" IS NULL));
-- What the provider said comes once, after the attempt was taken up.
ALTER TABLE "provider_attempt" ADD CONSTRAINT "provider_attempt_proven"
  CHECK (("issuer" IS NULL) = ("subject" IS NULL) AND ("issuer" IS NULL OR "taken_at" IS NOT NULL));

-- Who audits does nothing else on the same days: the last wall, the acts of administration refuse it in words.
ALTER TABLE "post" ADD CONSTRAINT "post_audits_alone" EXCLUDE USING gist (
  "person_id" WITH =, (("role" = 'AUD')::int) WITH <>, daterange("since", "until" + 1) WITH &&);

-- A message can tell that password, second factor or identities of its person were changed, beside whatever else it may tell by then.
ALTER TABLE "message" ADD COLUMN     "account_change" TEXT;
DO $$
DECLARE things text;
BEGIN
  SELECT substring(pg_get_constraintdef(oid) FROM 'num_nonnulls\((.*)\) = 1') INTO STRICT things
    FROM pg_constraint WHERE conname = 'message_tells_one_thing' AND conrelid = '"message"'::regclass;
  ALTER TABLE "message" DROP CONSTRAINT "message_tells_one_thing";
  EXECUTE format('ALTER TABLE "message" ADD CONSTRAINT "message_tells_one_thing" CHECK (num_nonnulls(%s, "account_change") = 1)', things);
END $$;
