-- What the Prisma schema cannot state: the words each column may hold, what is never changed, and the indexes of the screens.

-- ── Words ────────────────────────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "unit" ADD CONSTRAINT "unit_province_known" CHECK ("province" IN ('CQ', 'SC'));
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_province_known" CHECK ("province" IN ('CQ', 'SC'));
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_credit_code_shape" CHECK ("credit_code" ~ '^[0-9A-Z]{18}$');
ALTER TABLE "item" ADD CONSTRAINT "item_province_known" CHECK ("province" IN ('CQ', 'SC'));
ALTER TABLE "calendar" ADD CONSTRAINT "calendar_province_known" CHECK ("province" IN ('CQ', 'SC'));
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_province_known" CHECK ("province" IN ('CQ', 'SC'));

ALTER TABLE "post" ADD CONSTRAINT "post_role_known"
  CHECK ("role" IN ('APP', 'WIN', 'OFF', 'SEC', 'DISP', 'INS', 'LEG', 'CRD', 'DL', 'BMO', 'SUP', 'ADM'));
-- An applicant acts for an enterprise, everybody else in a unit.
ALTER TABLE "post" ADD CONSTRAINT "post_place"
  CHECK (("role" = 'APP') = ("enterprise_id" IS NOT NULL) AND ("role" = 'APP') = ("unit_id" IS NULL));
ALTER TABLE "post" ADD CONSTRAINT "post_days" CHECK ("until" IS NULL OR "until" >= "since");

ALTER TABLE "submission" ADD CONSTRAINT "submission_kind_known" CHECK ("kind" IN ('open', 'answer'));
ALTER TABLE "submission" ADD CONSTRAINT "submission_kind_shape"
  CHECK (("kind" = 'answer') = ("duty" IS NOT NULL AND "outcome" IS NOT NULL) AND ("kind" = 'open') = ("filing" IS NOT NULL));
ALTER TABLE "submission" ADD CONSTRAINT "submission_state_shape" CHECK (
  ("state" = 'received' AND "version" IS NULL AND "refusal" IS NULL)
  OR ("state" = 'recorded' AND "version" IS NOT NULL AND "refusal" IS NULL)
  OR ("state" = 'refused' AND "version" IS NULL AND "refusal" IS NOT NULL)
);

ALTER TABLE "case_event" ADD CONSTRAINT "case_event_kind_known" CHECK ("kind" IN ('open', 'answer', 'lapse', 'redate'));
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_version_counts" CHECK ("version" >= 1 AND ("version" = 1) = ("kind" = 'open'));
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_chained" CHECK (("version" = 1) = ("previous_hash" IS NULL));
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_actor" CHECK (("kind" IN ('open', 'answer')) = ("person_id" IS NOT NULL));

ALTER TABLE "case_file" ADD CONSTRAINT "case_file_state_shape"
  CHECK ("state" IN ('open', 'closed') AND ("state" = 'closed') = ("ending" IS NOT NULL));

ALTER TABLE "duty" ADD CONSTRAINT "duty_kind_known" CHECK ("kind" IN ('duty', 'right'));
ALTER TABLE "duty" ADD CONSTRAINT "duty_state_shape" CHECK (
  "state" IN ('open', 'settled', 'lapsed', 'cancelled')
  AND ("state" = 'open') = ("settled_version" IS NULL) AND ("state" = 'open') = ("settled_at" IS NULL)
  AND ("state" IN ('settled', 'lapsed')) = ("outcome" IS NOT NULL)
);
-- A duty is always in exactly one place: with the enterprise or with one unit.
ALTER TABLE "duty" ADD CONSTRAINT "duty_place"
  CHECK (("role" = 'APP') = ("enterprise_id" IS NOT NULL) AND ("role" = 'APP') = ("unit_id" IS NULL));
ALTER TABLE "duty" ADD CONSTRAINT "duty_claim"
  CHECK (("claimed_by_person" IS NULL) = ("claimed_at" IS NULL) AND ("claimed_by_person" IS NULL) = ("claimed_by_post" IS NULL));

ALTER TABLE "clock" ADD CONSTRAINT "clock_stop" CHECK (("stopped_on" IS NULL) = ("stopped_version" IS NULL));
ALTER TABLE "clock_span" ADD CONSTRAINT "clock_span_kind_known" CHECK ("kind" IN ('excluded', 'suspended'));
ALTER TABLE "clock_span" ADD CONSTRAINT "clock_span_end" CHECK (("to_on" IS NULL) = ("closed_version" IS NULL));

ALTER TABLE "licence" ADD CONSTRAINT "licence_state_known" CHECK ("state" IN ('valid', 'restricted', 'revoked', 'deregistered'));
ALTER TABLE "licence" ADD CONSTRAINT "licence_days" CHECK ("valid_to" >= "valid_from");
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind_known" CHECK ("kind" IN ('openCase'));

-- ── What is never changed ────────────────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % refused: %', TG_OP, TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "case_event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "case_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('the ledger is append-only');

CREATE TRIGGER "audit_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('the audit is append-only');

CREATE TRIGGER "submission_content_fixed"
  BEFORE UPDATE OF "request_id", "content_hash", "kind", "case_id", "duty", "outcome", "filing", "payload", "form",
    "received_at", "received_on", "person_id", "post_id", "role" ON "submission"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('what was submitted stays as it was');

CREATE TRIGGER "duty_settled_once" BEFORE UPDATE ON "duty"
  FOR EACH ROW WHEN (OLD."state" <> 'open') EXECUTE FUNCTION "refuse_change"('a duty is settled once');

-- A refusal gives way to the ledger: what it holds has been taken, whatever the sender was told before.
CREATE TRIGGER "submission_recorded_once" BEFORE UPDATE ON "submission"
  FOR EACH ROW WHEN (OLD."state" = 'recorded' AND (NEW."state", NEW."version") IS DISTINCT FROM (OLD."state", OLD."version"))
  EXECUTE FUNCTION "refuse_change"('a submission is recorded once');

-- ── The edition of the calendar ──────────────────────────────────────────────────────────────────────────────────────

INSERT INTO "calendar" ("province") VALUES ('CQ'), ('SC');

-- Commits hold this lock shared, so a change waits for the turns under way and the next turn sees the new edition. A
-- row lock would do the same, but one row locked by every commit at once makes the server keep lists of its holders.
CREATE FUNCTION "lock_calendar"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(1, 0);
  RETURN NULL;
END $$;

CREATE FUNCTION "raise_calendar_edition"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "calendar" SET "edition" = "edition" + 1, "changed_at" = clock_timestamp();
  RETURN NULL;
END $$;

CREATE TRIGGER "calendar_year_locks" BEFORE INSERT OR UPDATE OR DELETE ON "calendar_year"
  FOR EACH STATEMENT EXECUTE FUNCTION "lock_calendar"();
CREATE TRIGGER "calendar_year_raises" AFTER INSERT OR UPDATE OR DELETE ON "calendar_year"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_calendar_edition"();
CREATE TRIGGER "calendar_closure_locks" BEFORE INSERT OR UPDATE OR DELETE ON "calendar_closure"
  FOR EACH STATEMENT EXECUTE FUNCTION "lock_calendar"();
CREATE TRIGGER "calendar_closure_raises" AFTER INSERT OR UPDATE OR DELETE ON "calendar_closure"
  FOR EACH STATEMENT EXECUTE FUNCTION "raise_calendar_edition"();

-- ── Indexes of the screens ───────────────────────────────────────────────────────────────────────────────────────────

-- The inbox of a unit: groups, counts and order come from the index alone.
CREATE INDEX "duty_inbox_of_unit" ON "duty" ("unit_id", "role", "due_at")
  INCLUDE ("due_on", "lapses", "opened_at", "claimed_by_person", "case_id", "key")
  WHERE "state" = 'open' AND "kind" = 'duty' AND "unit_id" IS NOT NULL;
-- What an enterprise owes or may still do.
CREATE INDEX "duty_inbox_of_enterprise" ON "duty" ("enterprise_id", "due_at") WHERE "state" = 'open' AND "enterprise_id" IS NOT NULL;
-- The supervisor's overview and overdue list.
CREATE INDEX "duty_due" ON "duty" ("province", "due_at")
  INCLUDE ("unit_id", "due_on", "case_id", "key") WHERE "state" = 'open' AND "kind" = 'duty';
-- Lapses whose moment has passed, for whoever checks that the engine has seen them.
CREATE INDEX "duty_lapse" ON "duty" ("due_at") WHERE "state" = 'open' AND "lapses";

CREATE INDEX "submission_waiting" ON "submission" ("received_at") WHERE "state" = 'received';
CREATE INDEX "outbox_waiting" ON "outbox" ("id") WHERE "done_at" IS NULL;
CREATE UNIQUE INDEX "alarm_open_once" ON "alarm" ("kind", "case_id") NULLS NOT DISTINCT WHERE "resolved_at" IS NULL;
