-- The reminder ladder (催办阶梯), urging (催办), and what people are told.

ALTER TABLE "post" DROP CONSTRAINT "post_role_known";
ALTER TABLE "post" ADD CONSTRAINT "post_role_known"
  CHECK ("role" IN ('APP', 'WIN', 'OFF', 'SEC', 'DISP', 'INS', 'LEG', 'CRD', 'DL', 'HEAD', 'BMO', 'SUP', 'ADM'));

-- CreateTable
CREATE TABLE "rung_ahead" (
    "case_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rung_ahead_pkey" PRIMARY KEY ("case_id","key","due_at")
);

-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "rung" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "for_on" DATE NOT NULL,
    "for_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "urge" (
    "request_id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "urged_on" DATE NOT NULL,
    "person_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "urge_pkey" PRIMARY KEY ("request_id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "post_id" UUID NOT NULL,
    "reminder_id" UUID,
    "urge_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rung_ahead_next_at_case_id_key_idx" ON "rung_ahead"("next_at", "case_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_case_id_key_rung_number_key" ON "reminder"("case_id", "key", "rung", "number");

-- CreateIndex
CREATE INDEX "urge_case_id_key_urged_on_idx" ON "urge"("case_id", "key", "urged_on");

-- CreateIndex
CREATE UNIQUE INDEX "message_reminder_id_post_id_key" ON "message"("reminder_id", "post_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_urge_id_post_id_key" ON "message"("urge_id", "post_id");

-- CreateIndex
CREATE INDEX "message_post_id_at_idx" ON "message"("post_id", "at");

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("case_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "urge" ADD CONSTRAINT "urge_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("case_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_reminder_id_fkey" FOREIGN KEY ("reminder_id") REFERENCES "reminder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_urge_id_fkey" FOREIGN KEY ("urge_id") REFERENCES "urge"("request_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What the Prisma schema cannot state ──────────────────────────────────────────────────────────────────────────────

ALTER TABLE "reminder" ADD CONSTRAINT "reminder_rung_known" CHECK ("rung" IN ('reminder', 'yellow', 'orange', 'red'));
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_counts" CHECK ("number" >= 1 AND ("number" = 1 OR "rung" = 'red'));
ALTER TABLE "message" ADD CONSTRAINT "message_tells_one_thing" CHECK (("reminder_id" IS NULL) <> ("urge_id" IS NULL));

CREATE TRIGGER "reminder_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "reminder"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('what was sent stays sent');
CREATE TRIGGER "urge_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "urge"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('an urge stays as it was');

-- The bell: what a post has not read yet.
CREATE INDEX "message_unread" ON "message" ("post_id") WHERE "read_at" IS NULL;
-- Who is to be told in a unit.
CREATE INDEX "post_of_unit" ON "post" ("unit_id", "role") WHERE "unit_id" IS NOT NULL;
CREATE INDEX "post_of_enterprise" ON "post" ("enterprise_id") WHERE "enterprise_id" IS NOT NULL;

-- Every due date is looked at once by the sweep and then at its rungs. Turns write duties and clocks without knowing of
-- this; a date that comes back finds its row, or a new one.
CREATE FUNCTION "look_at_duty"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "rung_ahead" VALUES (NEW."case_id", NEW."key", NEW."due_at", '-infinity') ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE FUNCTION "look_at_clock"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "rung_ahead" VALUES (NEW."case_id", 'clock:' || NEW."name", NEW."due_at", '-infinity') ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER "duty_opened" AFTER INSERT ON "duty"
  FOR EACH ROW WHEN (NEW."state" = 'open' AND NEW."kind" = 'duty' AND NEW."due_at" IS NOT NULL) EXECUTE FUNCTION "look_at_duty"();
CREATE TRIGGER "duty_dated" AFTER UPDATE OF "due_at" ON "duty"
  FOR EACH ROW WHEN (NEW."state" = 'open' AND NEW."kind" = 'duty' AND NEW."due_at" IS NOT NULL AND NEW."due_at" IS DISTINCT FROM OLD."due_at")
  EXECUTE FUNCTION "look_at_duty"();
CREATE TRIGGER "clock_opened" AFTER INSERT ON "clock"
  FOR EACH ROW WHEN (NEW."stopped_version" IS NULL AND NEW."due_at" IS NOT NULL) EXECUTE FUNCTION "look_at_clock"();
CREATE TRIGGER "clock_dated" AFTER UPDATE OF "due_at" ON "clock"
  FOR EACH ROW WHEN (NEW."stopped_version" IS NULL AND NEW."due_at" IS NOT NULL AND NEW."due_at" IS DISTINCT FROM OLD."due_at")
  EXECUTE FUNCTION "look_at_clock"();

-- What runs already.
INSERT INTO "rung_ahead"
SELECT "case_id", "key", "due_at", '-infinity'::timestamptz FROM "duty" WHERE "state" = 'open' AND "kind" = 'duty' AND "due_at" IS NOT NULL
UNION ALL
SELECT "case_id", 'clock:' || "name", "due_at", '-infinity'::timestamptz FROM "clock" WHERE "stopped_version" IS NULL AND "due_at" IS NOT NULL;
