-- What the trail is told of refusals at the door, and of sign-ins at the identity provider that failed (ADR 0029).

-- AlterTable
ALTER TABLE "sign_in_attempt" ADD COLUMN     "method" TEXT NOT NULL DEFAULT 'password',
ADD COLUMN     "reason" TEXT;

-- CreateTable
CREATE TABLE "door_refusal" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" JSONB,
    "address" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "times" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "door_refusal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "door_refusal_at_idx" ON "door_refusal"("at");

-- What Prisma cannot state.
ALTER TABLE "sign_in_attempt" ADD CONSTRAINT "sign_in_attempt_reason"
  CHECK ("method" IN ('password', 'provider') AND ("method" = 'provider' OR "reason" IS NULL));
ALTER TABLE "door_refusal" ADD CONSTRAINT "door_refusal_counts" CHECK ("times" > 0);
