-- Recusal and teams: what binds people to enterprises, who asked to be left out of a case, and the draws of inspectors.

-- CreateTable
CREATE TABLE "interest" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "province" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "since" DATE,
    "until" DATE,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "entered_by" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "interest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interest_note" (
    "interest_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "province" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "interest_note_pkey" PRIMARY KEY ("interest_id")
);

-- CreateTable
CREATE TABLE "recusal" (
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "decided_by_name" TEXT,

    CONSTRAINT "recusal_pkey" PRIMARY KEY ("case_id","person_id")
);

-- CreateTable
CREATE TABLE "inspection_draw" (
    "case_id" UUID NOT NULL,
    "duty" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "list" JSONB NOT NULL,
    "list_hash" TEXT NOT NULL,
    "audit_position" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,

    CONSTRAINT "inspection_draw_pkey" PRIMARY KEY ("case_id","duty","number")
);

-- CreateTable
CREATE TABLE "inspection_member" (
    "case_id" UUID NOT NULL,
    "duty" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "is_leader" BOOLEAN NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),
    "left_because" TEXT,

    CONSTRAINT "inspection_member_pkey" PRIMARY KEY ("case_id","duty","number","person_id")
);

-- CreateIndex
CREATE INDEX "interest_person_id_enterprise_id_idx" ON "interest"("person_id", "enterprise_id");

-- CreateIndex
CREATE INDEX "inspection_member_person_id_idx" ON "inspection_member"("person_id");

-- AddForeignKey
ALTER TABLE "interest" ADD CONSTRAINT "interest_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interest" ADD CONSTRAINT "interest_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interest_note" ADD CONSTRAINT "interest_note_interest_id_fkey" FOREIGN KEY ("interest_id") REFERENCES "interest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("case_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection_draw" ADD CONSTRAINT "inspection_draw_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("case_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection_member" ADD CONSTRAINT "inspection_member_case_id_duty_number_fkey" FOREIGN KEY ("case_id", "duty", "number") REFERENCES "inspection_draw"("case_id", "duty", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot state.
ALTER TABLE "interest" ADD CONSTRAINT "interest_kind_known" CHECK ("kind" IN ('employment', 'relative', 'holding', 'other'));
ALTER TABLE "interest" ADD CONSTRAINT "interest_province_known" CHECK ("province" IN ('CQ', 'SC'));
ALTER TABLE "interest" ADD CONSTRAINT "interest_days" CHECK ("since" IS NULL OR "until" IS NULL OR "until" >= "since");
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_state_known" CHECK ("state" IN ('asked', 'confirmed', 'declined'));
ALTER TABLE "recusal" ADD CONSTRAINT "recusal_decided" CHECK (
  ("state" = 'asked') = ("decided_at" IS NULL) AND ("decided_at" IS NULL) = ("decided_by" IS NULL) AND "decided_by" IS DISTINCT FROM "person_id");
ALTER TABLE "inspection_member" ADD CONSTRAINT "inspection_member_left" CHECK (
  ("left_at" IS NULL) = ("left_because" IS NULL) AND ("left_because" IS NULL OR "left_because" IN ('recused', 'conflict', 'absent')));
-- Nobody is twice in a team at once, and a team has one leader.
CREATE UNIQUE INDEX "inspection_member_once" ON "inspection_member" ("case_id", "duty", "person_id") WHERE "left_at" IS NULL;
CREATE UNIQUE INDEX "inspection_member_leader" ON "inspection_member" ("case_id", "duty") WHERE "left_at" IS NULL AND "is_leader";

-- A draw stands as it was.
CREATE TRIGGER "inspection_draw_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "inspection_draw"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
REVOKE UPDATE, DELETE ON "inspection_draw" FROM "lianban_engine";

-- The second wall (ADR 0020). Officers see that there is an interest, so that whoever forms a team hears of it, and not what was
-- written beside it; applicants see neither interests nor recusals, nor how a team was drawn.
GRANT SELECT, INSERT ON "interest", "interest_note", "recusal", "inspection_draw", "inspection_member" TO "lianban_desk";
GRANT UPDATE ("state", "decided_at", "decided_by", "decided_by_name", "reason", "asked_at", "post_id", "role", "person_name") ON "recusal" TO "lianban_desk";
GRANT UPDATE ("is_leader", "left_at", "left_because") ON "inspection_member" TO "lianban_desk";
GRANT SELECT ON "pool_member", "qualification" TO "lianban_desk";

ALTER TABLE "interest" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_or_of_the_province" ON "interest" FOR SELECT TO "lianban_desk"
  USING ("person_id" = (SELECT asking_person()) OR "province" = (SELECT reached_province()));
CREATE POLICY "entered" ON "interest" FOR INSERT TO "lianban_desk" WITH CHECK (
  "entered_by" = (SELECT asking_person()) AND "province" = (SELECT reached_province())
  AND ("person_id" = (SELECT asking_person()) OR (SELECT asking_role()) = 'ADM'));
ALTER TABLE "interest_note" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_or_administrator" ON "interest_note" TO "lianban_desk"
  USING ("person_id" = (SELECT asking_person()) OR ((SELECT asking_role()) = 'ADM' AND "province" = (SELECT reached_province())));

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['recusal', 'inspection_draw', 'inspection_member'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY "within_the_bureau" ON %1$I TO "lianban_desk" USING ((SELECT reached_province()) IS NOT NULL
      AND EXISTS (SELECT FROM "case_file" f WHERE f."case_id" = %1$I."case_id"))', name);
  END LOOP;
END $$;
-- Whoever asks to be left out, or draws, does so in their own name; nobody decides on their own recusal.
CREATE POLICY "in_own_name" ON "recusal" AS RESTRICTIVE FOR INSERT TO "lianban_desk" WITH CHECK ("person_id" = (SELECT asking_person()));
CREATE POLICY "in_own_name" ON "inspection_draw" AS RESTRICTIVE FOR INSERT TO "lianban_desk" WITH CHECK ("person_id" = (SELECT asking_person()));

-- Of the pools an officer sees those of the own province.
ALTER TABLE "pool_member" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "of_the_province" ON "pool_member" TO "lianban_desk" USING ("province" = (SELECT reached_province()));
ALTER TABLE "qualification" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "with_member" ON "qualification" TO "lianban_desk"
  USING (EXISTS (SELECT FROM "pool_member" m WHERE m."id" = "qualification"."member_id"));

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['interest', 'interest_note', 'recusal', 'inspection_draw', 'inspection_member', 'pool_member', 'qualification'] LOOP
    EXECUTE format('CREATE POLICY "engine" ON %I TO "lianban_engine" USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
