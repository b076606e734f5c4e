-- An act is taken back: the ledger says so in a row of its own, and what the act had ended is open again (ADR 0022).

ALTER TABLE "case_event" DROP CONSTRAINT "case_event_kind_known";
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_kind_known" CHECK ("kind" IN ('open', 'answer', 'lapse', 'redate', 'retract'));
-- Every row is taken back once at most. Queries find by this whether it was.
CREATE UNIQUE INDEX "case_event_retracted_once" ON "case_event" ("case_id", (("input" ->> 'version')::int)) WHERE "kind" = 'retract';

ALTER TABLE "submission" DROP CONSTRAINT "submission_kind_known";
ALTER TABLE "submission" DROP CONSTRAINT "submission_kind_shape";
ALTER TABLE "submission" ADD CONSTRAINT "submission_kind_known" CHECK ("kind" IN ('open', 'answer', 'retract'));
ALTER TABLE "submission" ADD CONSTRAINT "submission_kind_shape" CHECK (
  ("kind" = 'open') = ("filing" IS NOT NULL) AND ("kind" = 'open') = ("duty" IS NULL) AND ("kind" = 'answer') = ("outcome" IS NOT NULL));

-- A duty is settled once, unless the ledger has opened it again since.
CREATE FUNCTION "reopen_by_ledger"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "case_event" e WHERE e."case_id" = NEW."case_id" AND e."kind" = 'retract' AND e."version" > OLD."settled_version"
      AND e."entries" @> jsonb_build_array(jsonb_build_object('type', 'reopened', 'key', NEW."key"))
  ) THEN
    RAISE EXCEPTION '% of % refused: a duty is settled once', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

DROP TRIGGER "duty_settled_once" ON "duty";
CREATE TRIGGER "duty_settled_once" BEFORE UPDATE ON "duty"
  FOR EACH ROW WHEN (OLD."state" <> 'open' AND NEW."state" <> 'open') EXECUTE FUNCTION "refuse_change"('a duty is settled once');
CREATE TRIGGER "duty_reopened_by_ledger" BEFORE UPDATE ON "duty"
  FOR EACH ROW WHEN (OLD."state" <> 'open' AND NEW."state" = 'open') EXECUTE FUNCTION "reopen_by_ledger"();

-- The ladder of a limit that is open again goes on where it was: what has been sent is not sent again.
CREATE TRIGGER "duty_reopened" AFTER UPDATE OF "state" ON "duty"
  FOR EACH ROW WHEN (OLD."state" <> 'open' AND NEW."state" = 'open' AND NEW."kind" = 'duty' AND NEW."due_at" IS NOT NULL)
  EXECUTE FUNCTION "look_at_duty"();
