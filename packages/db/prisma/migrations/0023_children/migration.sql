-- A case opens others and waits for their ending (ADR 0033): which duty a case was opened for, and the rows that tell of both ends.

ALTER TABLE "case_file" ADD COLUMN "parent_duty" TEXT;
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_child_has_parent" CHECK ("parent_duty" IS NULL OR "parent_case_id" IS NOT NULL);
-- One case per duty, however often its opening is worked.
CREATE UNIQUE INDEX "case_file_one_child_per_duty" ON "case_file" ("parent_case_id", "parent_duty") WHERE "parent_duty" IS NOT NULL;

ALTER TABLE "case_event" DROP CONSTRAINT "case_event_kind_known";
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_kind_known"
  CHECK ("kind" IN ('open', 'answer', 'lapse', 'redate', 'retract', 'childEnded', 'parentEnded'));
-- Nobody acts where a clock runs out or a parent is over; a child is ended by somebody or by its clock.
ALTER TABLE "case_event" DROP CONSTRAINT "case_event_actor";
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_actor"
  CHECK ("kind" = 'childEnded' OR ("kind" IN ('lapse', 'parentEnded')) = ("person_id" IS NULL));

ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind_known";
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind_known"
  CHECK ("kind" IN ('openCase', 'ledgerGrew', 'openChildren', 'releaseChildren', 'childEnded'));

-- Whoever is let into a secret case is let into what it opened as well.
CREATE OR REPLACE FUNCTION "is_let_in"("case" uuid, "secret_by" uuid, "person" uuid, "role" text, "unit" text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN coalesce("role" = 'HEAD' OR "secret_by" = "person" OR "role" NOT IN ('SUP', 'ADM', 'AUD') AND EXISTS (
    SELECT FROM (SELECT "case" AS id UNION ALL
        SELECT f.parent_case_id FROM case_file f WHERE f.case_id = "case" AND f.parent_duty IS NOT NULL) family
      JOIN duty d ON d.case_id = family.id AND (d.unit_id = "unit" OR d.claimed_by_person = "person")
    UNION ALL SELECT FROM involvement i WHERE i.case_id = "case" AND i.person_id = "person"), false);
