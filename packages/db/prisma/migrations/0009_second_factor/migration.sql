-- A second factor beside the password, with codes for the day it is lost, and when a session was proven last.

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "proven_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- What is open now was proven when it was opened, not when this was migrated.
UPDATE "session" SET "proven_at" = "created_at";

-- CreateTable
CREATE TABLE "second_factor" (
    "person_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_step" BIGINT NOT NULL,
    "recovery_salt" TEXT NOT NULL,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "person_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("person_id","code_hash")
);

-- CreateTable
CREATE TABLE "offered_factor" (
    "session_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "offered_factor_pkey" PRIMARY KEY ("session_id")
);

-- CreateIndex
CREATE INDEX "second_factor_key_id_idx" ON "second_factor"("key_id");

-- AddForeignKey
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "second_factor"("person_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offered_factor" ADD CONSTRAINT "offered_factor_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
