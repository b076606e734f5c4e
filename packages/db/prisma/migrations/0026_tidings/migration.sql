-- A case tells those that it opened how matters stand (ADR 0036): the row that takes it, and the message that carries it.

ALTER TABLE "case_event" DROP CONSTRAINT "case_event_kind_known";
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_kind_known"
  CHECK ("kind" IN ('open', 'answer', 'lapse', 'redate', 'retract', 'childEnded', 'parentTold', 'letterAnswered', 'parentEnded'));
-- News of another case come from somebody's act or from its clock.
ALTER TABLE "case_event" DROP CONSTRAINT "case_event_actor";
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_actor" CHECK (
  "kind" IN ('childEnded', 'parentTold') OR ("kind" = 'open' AND "input" -> 'opening' ? 'letter')
  OR ("kind" IN ('lapse', 'letterAnswered', 'parentEnded')) = ("person_id" IS NULL));

ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind_known";
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind_known"
  CHECK ("kind" IN ('openCase', 'ledgerGrew', 'openChildren', 'tellChildren', 'releaseChildren', 'childEnded', 'sendLetters', 'openRest'));
