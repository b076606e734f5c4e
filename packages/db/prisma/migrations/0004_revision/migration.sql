-- Revisions of calendar and rules: proposed with a preview, decided by a second person, applied to every open case at once.

-- AlterTable
ALTER TABLE "calendar_year" ADD COLUMN     "revision_id" UUID;

-- AlterTable
ALTER TABLE "calendar_closure" ADD COLUMN     "revision_id" UUID;

-- AlterTable
ALTER TABLE "rule" ADD COLUMN     "revision_id" UUID;

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "province" TEXT,
    "content" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "calendar_edition" INTEGER NOT NULL,
    "previewed_at" TIMESTAMPTZ(3) NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_post" UUID NOT NULL,
    "proposer" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "decided_post" UUID,
    "decider" TEXT,
    "remark" TEXT,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision_change" (
    "revision_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "shift" TEXT NOT NULL,
    "step" TEXT,
    "unit_id" TEXT,
    "from_on" DATE,
    "from_provisional" BOOLEAN NOT NULL,
    "to_on" DATE,
    "to_provisional" BOOLEAN NOT NULL,

    CONSTRAINT "revision_change_pkey" PRIMARY KEY ("revision_id","case_id","key")
);

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "case_id" UUID,
ADD COLUMN     "cases" INTEGER,
ADD COLUMN     "revision_id" UUID;

-- CreateIndex
CREATE INDEX "revision_proposed_at_id_idx" ON "revision"("proposed_at", "id");

-- CreateIndex
CREATE INDEX "revision_change_revision_id_province_shift_case_id_key_idx" ON "revision_change"("revision_id", "province", "shift", "case_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "message_revision_id_post_id_key" ON "message"("revision_id", "post_id");

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_change" ADD CONSTRAINT "revision_change_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What the Prisma schema cannot state ──────────────────────────────────────────────────────────────────────────────

ALTER TABLE "revision" ADD CONSTRAINT "revision_kind_known" CHECK ("kind" IN ('calendarYear', 'closures', 'rule', 'caseRule'));
ALTER TABLE "revision" ADD CONSTRAINT "revision_province" CHECK (
  "province" IN ('CQ', 'SC') AND ("kind" <> 'calendarYear' OR "province" IS NULL) AND ("kind" NOT IN ('closures', 'caseRule') OR "province" IS NOT NULL)
);
ALTER TABLE "revision" ADD CONSTRAINT "revision_state_shape" CHECK (
  "state" IN ('proposed', 'applied', 'rejected', 'withdrawn')
  AND ("state" = 'proposed') = ("decided_at" IS NULL) AND ("state" = 'proposed') = ("decided_by" IS NULL)
  AND ("state" = 'proposed') = ("decided_post" IS NULL) AND ("state" = 'proposed') = ("decider" IS NULL)
);
-- Two persons: whoever proposed it takes it back, somebody else decides on it.
ALTER TABLE "revision" ADD CONSTRAINT "revision_second_person"
  CHECK ("decided_by" IS NULL OR ("state" = 'withdrawn') = ("decided_by" = "proposed_by"));
ALTER TABLE "revision_change" ADD CONSTRAINT "revision_change_shift_known"
  CHECK ("shift" IN ('later', 'earlier', 'kept', 'confirmed', 'explained'));

ALTER TABLE "message" DROP CONSTRAINT "message_tells_one_thing";
ALTER TABLE "message" ADD CONSTRAINT "message_tells_one_thing" CHECK (num_nonnulls("reminder_id", "urge_id", "revision_id") = 1);
-- Of a revision one message tells everything: how many cases, and which when it is one.
ALTER TABLE "message" ADD CONSTRAINT "message_cases"
  CHECK (("revision_id" IS NOT NULL) = ("cases" IS NOT NULL) AND ("case_id" IS NOT NULL) = ("cases" IS NOT NULL AND "cases" = 1));

CREATE TRIGGER "revision_content_fixed"
  BEFORE UPDATE OF "kind", "province", "content", "reason", "proposed_at", "proposed_by", "proposed_post", "proposer" ON "revision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('what was proposed stays as it was');
CREATE TRIGGER "revision_decided_once" BEFORE UPDATE ON "revision"
  FOR EACH ROW WHEN (OLD."state" <> 'proposed') EXECUTE FUNCTION "refuse_change"('a revision is decided once');
CREATE TRIGGER "revision_kept" BEFORE DELETE OR TRUNCATE ON "revision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('revisions are kept');

-- A revision in the ledger says who approved it; only the clock has no name.
ALTER TABLE "case_event" DROP CONSTRAINT "case_event_actor";
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_actor" CHECK (("kind" = 'lapse') = ("person_id" IS NULL));

ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind_known";
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind_known" CHECK ("kind" IN ('openCase', 'ledgerGrew'));
