-- Guessing is counted in the record, so that all processes count together; sessions say where they are from and end when
-- nobody uses them; an account may have to change its password first.

-- AlterTable
ALTER TABLE "credential" ADD COLUMN     "failed_attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "failed_at" TIMESTAMPTZ(3),
ADD COLUMN     "must_change" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "signed_in_at" TIMESTAMPTZ(3),
ADD COLUMN     "valid_until" TIMESTAMPTZ(3);

-- What is open now does not know when it ends without use: everybody signs in once more.
DELETE FROM "session";

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "address" TEXT NOT NULL,
ADD COLUMN     "browser" TEXT,
ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD COLUMN     "idle_minutes" INTEGER NOT NULL,
ADD COLUMN     "must_change_password" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "known_device" (
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "known_device_pkey" PRIMARY KEY ("token_hash","person_id")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "person_id" UUID,
    "address" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_tally" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "allowed" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "blocks" INTEGER NOT NULL DEFAULT 0,
    "blocked_until" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_tally_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "known_device_person_id_idx" ON "known_device"("person_id");

-- CreateIndex
CREATE INDEX "known_device_used_at_idx" ON "known_device"("used_at");

-- CreateIndex
CREATE INDEX "sign_in_attempt_person_id_idx" ON "sign_in_attempt"("person_id");

-- CreateIndex
CREATE INDEX "sign_in_tally_since_idx" ON "sign_in_tally"("since");

-- CreateIndex
CREATE UNIQUE INDEX "session_id_key" ON "session"("id");

-- AddForeignKey
ALTER TABLE "known_device" ADD CONSTRAINT "known_device_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot state.
ALTER TABLE "sign_in_attempt" ADD CONSTRAINT "sign_in_attempt_outcome_known" CHECK ("outcome" IN ('failed', 'blocked'));
ALTER TABLE "sign_in_tally" ADD CONSTRAINT "sign_in_tally_counts" CHECK ("failures" >= 1 AND "allowed" >= 1 AND "blocks" >= 0);
ALTER TABLE "session" ADD CONSTRAINT "session_idle" CHECK ("idle_minutes" > 0);
