-- The trail for auditors: who they are, whose row each is, and what requests note beside their answer.

-- AlterTable
ALTER TABLE "audit" ADD COLUMN     "province" TEXT;

-- CreateTable
CREATE TABLE "audit_note" (
    "kind" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "who" JSONB NOT NULL,
    "route" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "times" INTEGER NOT NULL DEFAULT 1,
    "told" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "audit_note_pkey" PRIMARY KEY ("person_id","since","kind","post_id","route","rule","subject")
);

-- CreateIndex
CREATE INDEX "audit_province_at_stream_position_idx" ON "audit"("province", "at", "stream", "position");

-- What Prisma cannot state.
ALTER TABLE "audit_note" ADD CONSTRAINT "audit_note_kind_known" CHECK ("kind" IN ('refused', 'sought', 'read'));
ALTER TABLE "audit_note" ADD CONSTRAINT "audit_note_counts" CHECK ("told" BETWEEN 0 AND "times");

-- Rows that are nobody's, and those from before the province was kept: their hashes stay as they were.
CREATE INDEX "audit_without_province" ON "audit" ("at", "stream", "position") WHERE "province" IS NULL;

ALTER TABLE "post" DROP CONSTRAINT "post_role_known";
ALTER TABLE "post" ADD CONSTRAINT "post_role_known"
  CHECK ("role" IN ('APP', 'WIN', 'OFF', 'SEC', 'DISP', 'INS', 'LEG', 'CRD', 'DL', 'HEAD', 'BMO', 'SUP', 'ADM', 'AUD'));
