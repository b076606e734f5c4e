-- Absence and stand-in (委托代办): who is away from which post, who acts in it meanwhile, and for which matters (ADR 0024).

-- CreateTable
CREATE TABLE "delegation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "post_id" UUID NOT NULL,
    "deputy_post_id" UUID,
    "province" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "item" TEXT,
    "procedure" TEXT,
    "case_id" UUID,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "given_by" UUID,
    "given_by_name" TEXT,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_because" TEXT,
    "ended_by" UUID,
    "ended_by_name" TEXT,
    "end_reason" TEXT,

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "delegation_post_id_to_on_idx" ON "delegation"("post_id", "to_on");

-- CreateIndex
CREATE INDEX "delegation_deputy_post_id_to_on_idx" ON "delegation"("deputy_post_id", "to_on");

-- AlterTable
ALTER TABLE "case_event" ADD COLUMN     "principal_name" TEXT,
ADD COLUMN     "standing_in_for" UUID;

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "for_post_id" UUID;

-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "standing_in_for" UUID;

-- AlterTable
ALTER TABLE "urge" ADD COLUMN     "principal_name" TEXT;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_deputy_post_id_fkey" FOREIGN KEY ("deputy_post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot state.
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_province_known" CHECK ("province" IN ('CQ', 'SC'));
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_days" CHECK ("to_on" >= "from_on");
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_matter" CHECK (
  "kind" IN ('post', 'item', 'procedure', 'case') AND ("kind" = 'item') = ("item" IS NOT NULL)
  AND ("kind" = 'procedure') = ("procedure" IS NOT NULL) AND ("kind" = 'case') = ("case_id" IS NOT NULL));
-- Away without a deputy is who is away from the whole post.
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_deputy" CHECK (
  ("kind" = 'post' OR "deputy_post_id" IS NOT NULL) AND "deputy_post_id" IS DISTINCT FROM "post_id");
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_end" CHECK (
  ("ended_at" IS NULL) = ("ended_because" IS NULL) AND ("ended_because" IS NULL OR "ended_because" IN ('ended', 'deputyGone', 'postGone')));
-- One deputy for a matter on a day.
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_once" EXCLUDE USING gist (
  "post_id" WITH =, "kind" WITH =, coalesce("item", "procedure", "case_id"::text, '') WITH =,
  daterange("from_on", "to_on", '[]') WITH &&) WHERE ("ended_at" IS NULL);

-- Both names, or neither.
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_principal" CHECK (("standing_in_for" IS NULL) = ("principal_name" IS NULL));

-- For whom somebody sent something in stays as it was.
DROP TRIGGER "submission_content_fixed" ON "submission";
CREATE TRIGGER "submission_content_fixed"
  BEFORE UPDATE OF "request_id", "content_hash", "kind", "case_id", "duty", "outcome", "filing", "payload", "form",
    "received_at", "received_on", "person_id", "post_id", "role", "standing_in_for" ON "submission"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('what was submitted stays as it was');

-- Who stands in for whom is known in the bureau, and nowhere else.
GRANT SELECT ON "delegation" TO "lianban_desk";
GRANT SELECT, INSERT, UPDATE ON "delegation" TO "lianban_engine";
REVOKE DELETE ON "delegation" FROM "lianban_engine";
ALTER TABLE "delegation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "within_reach" ON "delegation" TO "lianban_desk" USING ("province" = (SELECT reached_province()));
CREATE POLICY "engine" ON "delegation" TO "lianban_engine" USING (true) WITH CHECK (true);
