-- Meetings with district leaders, whose cases the calendar opens too (ADR 0043).

-- ── What Prisma cannot state ─────────────────────────────────────────────────────────────────────────────────────────

-- Nobody here acts where the calendar opens a case.
ALTER TABLE "submission" DROP CONSTRAINT "submission_actor";
ALTER TABLE "submission" ADD CONSTRAINT "submission_actor" CHECK (
  ("person_id" IS NULL) = ("post_id" IS NULL) AND ("person_id" IS NULL) = ("role" IS NULL)
  AND ("person_id" IS NOT NULL OR "kind" = 'open' AND "payload" ?| '{letter,quarter,meetings}'));
ALTER TABLE "case_event" DROP CONSTRAINT "case_event_actor";
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_actor" CHECK (
  "kind" IN ('childEnded', 'parentTold') OR ("kind" = 'open' AND "input" -> 'opening' ?| '{letter,quarter,meetings}')
  OR ("kind" IN ('lapse', 'letterAnswered', 'parentEnded')) = ("person_id" IS NULL));
