-- Quarterly ledgers that open by themselves (ADR 0040).

-- AlterTable
ALTER TABLE "bureau" ADD COLUMN     "body_id" UUID;

-- AddForeignKey
ALTER TABLE "bureau" ADD CONSTRAINT "bureau_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What Prisma cannot state ─────────────────────────────────────────────────────────────────────────────────────────

-- Nobody here acts where the calendar opens a case.
ALTER TABLE "submission" DROP CONSTRAINT "submission_actor";
ALTER TABLE "submission" ADD CONSTRAINT "submission_actor" CHECK (
  ("person_id" IS NULL) = ("post_id" IS NULL) AND ("person_id" IS NULL) = ("role" IS NULL)
  AND ("person_id" IS NOT NULL OR "kind" = 'open' AND "payload" ?| '{letter,quarter}'));
ALTER TABLE "case_event" DROP CONSTRAINT "case_event_actor";
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_actor" CHECK (
  "kind" IN ('childEnded', 'parentTold') OR ("kind" = 'open' AND "input" -> 'opening' ?| '{letter,quarter}')
  OR ("kind" IN ('lapse', 'letterAnswered', 'parentEnded')) = ("person_id" IS NULL));

-- Which cases are a bureau's own is no secret.
GRANT SELECT ON "bureau" TO "lianban_desk";
