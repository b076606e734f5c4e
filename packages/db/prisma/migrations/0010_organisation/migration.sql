-- The organisation as administrators keep it: bureaus, units that end and are succeeded, districts, accounts that are disabled,
-- authority letters of those who act for an enterprise, and the pools of inspectors, experts and liaison officers.

-- CreateTable
CREATE TABLE "bureau" (
    "id" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "bureau_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "district" (
    "id" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "district_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_name" (
    "unit_id" TEXT NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "unit_name_pkey" PRIMARY KEY ("unit_id","until_at")
);

-- CreateTable
CREATE TABLE "pool_member" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "pool" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "district_id" TEXT,
    "since" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "pool_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "qualification" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "member_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "certificate_number" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "qualification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "bureau_id_province_key" ON "bureau"("id", "province");

-- CreateIndex
CREATE INDEX "pool_member_person_id_idx" ON "pool_member"("person_id");

-- CreateIndex
CREATE INDEX "qualification_member_id_idx" ON "qualification"("member_id");

-- Units that are known belong to the bureau of their province.
INSERT INTO "bureau" ("id", "province", "name_zh", "name_en") VALUES
  ('cq', 'CQ', '重庆市药品监督管理局', 'Chongqing Medical Products Administration'),
  ('sc', 'SC', '四川省药品监督管理局', 'Sichuan Medical Products Administration');

-- AlterTable
ALTER TABLE "unit" ADD COLUMN     "bureau_id" TEXT,
ADD COLUMN     "parent_id" TEXT,
ADD COLUMN     "since" DATE,
ADD COLUMN     "until" DATE,
ADD COLUMN     "successor_id" TEXT;
UPDATE "unit" SET "bureau_id" = lower("province");
ALTER TABLE "unit" ALTER COLUMN "bureau_id" SET NOT NULL;

-- AlterTable
ALTER TABLE "enterprise" ADD COLUMN     "district_id" TEXT;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "disabled_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "post" ADD COLUMN     "capacity" TEXT,
ADD COLUMN     "letter_number" TEXT,
ADD COLUMN     "letter_from" DATE,
ADD COLUMN     "letter_to" DATE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_bureau_id_province_fkey" FOREIGN KEY ("bureau_id", "province") REFERENCES "bureau"("id", "province") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_name" ADD CONSTRAINT "unit_name_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_member" ADD CONSTRAINT "pool_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_member" ADD CONSTRAINT "pool_member_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "qualification" ADD CONSTRAINT "qualification_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "pool_member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot state.
ALTER TABLE "bureau" ADD CONSTRAINT "bureau_province_known" CHECK ("province" IN ('CQ', 'SC'));
ALTER TABLE "district" ADD CONSTRAINT "district_province_known" CHECK ("province" IN ('CQ', 'SC'));
ALTER TABLE "district" ADD CONSTRAINT "district_code" CHECK ("id" ~ '^[0-9]{6}$');
ALTER TABLE "unit" ADD CONSTRAINT "unit_days" CHECK ("since" IS NULL OR "until" IS NULL OR "until" >= "since" - 1);
ALTER TABLE "unit" ADD CONSTRAINT "unit_succeeded" CHECK ("successor_id" IS NULL OR ("until" IS NOT NULL AND "successor_id" <> "id"));
ALTER TABLE "unit" ADD CONSTRAINT "unit_under_another" CHECK ("parent_id" IS NULL OR "parent_id" <> "id");

-- A post that ends on the day it began was held on no day.
ALTER TABLE "post" DROP CONSTRAINT "post_days";
ALTER TABLE "post" ADD CONSTRAINT "post_days" CHECK ("until" IS NULL OR "until" >= "since" - 1);
ALTER TABLE "post" ADD CONSTRAINT "post_capacity_known"
  CHECK ("capacity" IS NULL OR "role" = 'APP' AND "capacity" IN ('agent', 'legalRepresentative', 'authorisedRepresentative'));
ALTER TABLE "post" ADD CONSTRAINT "post_letter" CHECK (
  ("letter_number" IS NULL) = ("letter_from" IS NULL) AND ("letter_to" IS NULL OR "letter_to" >= "letter_from")
  AND ("letter_number" IS NULL OR "capacity" IN ('agent', 'authorisedRepresentative')));

ALTER TABLE "pool_member" ADD CONSTRAINT "pool_member_pool_known" CHECK ("pool" IN ('inspector', 'expert', 'liaison'));
ALTER TABLE "pool_member" ADD CONSTRAINT "pool_member_province_known" CHECK ("province" IN ('CQ', 'SC'));
ALTER TABLE "pool_member" ADD CONSTRAINT "pool_member_days" CHECK ("until" IS NULL OR "until" >= "since" - 1);
ALTER TABLE "qualification" ADD CONSTRAINT "qualification_days" CHECK ("valid_to" IS NULL OR "valid_to" >= "valid_from");

-- Nobody holds the same post twice on a day, nor is twice in the same pool.
CREATE EXTENSION IF NOT EXISTS "btree_gist";
ALTER TABLE "post" ADD CONSTRAINT "post_held_once" EXCLUDE USING gist (
  "person_id" WITH =, "role" WITH =, coalesce("unit_id", '') WITH =, coalesce("enterprise_id"::text, '') WITH =,
  daterange("since", "until" + 1) WITH &&);
ALTER TABLE "pool_member" ADD CONSTRAINT "pool_member_once" EXCLUDE USING gist (
  "person_id" WITH =, "pool" WITH =, "province" WITH =, daterange("since", "until" + 1) WITH &&);

-- Duties that somebody has taken, by post: looked through whenever posts end.
CREATE INDEX "duty_claimed_by_post" ON "duty" ("claimed_by_post") WHERE "state" = 'open' AND "claimed_by_post" IS NOT NULL;
