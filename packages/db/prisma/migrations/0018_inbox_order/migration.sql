-- A page of the inbox is read from the index in the order in which it is shown, however long the list is.

CREATE INDEX "duty_inbox" ON "duty" ("unit_id", "role", "lapses", "due_at", "opened_at", "case_id", "key")
  INCLUDE ("claimed_by_person", "province")
  WHERE "state" = 'open' AND "kind" = 'duty' AND "unit_id" IS NOT NULL;
DROP INDEX "duty_inbox_of_unit";
-- What one has taken oneself is a short list.
CREATE INDEX "duty_taken" ON "duty" ("claimed_by_person", "role") WHERE "state" = 'open' AND "claimed_by_person" IS NOT NULL;
