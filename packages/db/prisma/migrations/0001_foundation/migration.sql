-- Tables, keys and plain indexes as the Prisma schema states them. What it cannot state follows in 0002_guards.

-- CreateTable
CREATE TABLE "alarm" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "case_id" UUID,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "alarm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit" (
    "stream" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT NOT NULL,
    "person_id" UUID,
    "post_id" UUID,
    "role" TEXT,
    "detail" JSONB NOT NULL,
    "previous_hash" TEXT,
    "hash" TEXT NOT NULL,
    "hash_algorithm" TEXT NOT NULL DEFAULT 'sm3',

    CONSTRAINT "audit_pkey" PRIMARY KEY ("stream","position")
);

-- CreateTable
CREATE TABLE "calendar" (
    "province" TEXT NOT NULL,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_pkey" PRIMARY KEY ("province")
);

-- CreateTable
CREATE TABLE "calendar_year" (
    "edition" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "source" JSONB NOT NULL,
    "rest" JSONB NOT NULL,
    "work" JSONB NOT NULL,

    CONSTRAINT "calendar_year_pkey" PRIMARY KEY ("edition")
);

-- CreateTable
CREATE TABLE "calendar_closure" (
    "province" TEXT NOT NULL,
    "closed_on" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "calendar_closure_pkey" PRIMARY KEY ("province","closed_on")
);

-- CreateTable
CREATE TABLE "case_event" (
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "request_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID,
    "post_id" UUID,
    "role" TEXT,
    "person_name" TEXT,
    "unit_name_zh" TEXT,
    "unit_name_en" TEXT,
    "input" JSONB NOT NULL,
    "entries" JSONB NOT NULL,
    "dues" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "previous_hash" TEXT,
    "hash" TEXT NOT NULL,
    "hash_algorithm" TEXT NOT NULL DEFAULT 'sm3',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("case_id","version")
);

-- CreateTable
CREATE TABLE "case_file" (
    "case_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "acceptance_number" TEXT,
    "procedure" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "item_edition" TEXT NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "province" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "ending" TEXT,
    "version" INTEGER NOT NULL,
    "parent_case_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_file_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "clock" (
    "case_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "started_version" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "limit" JSONB NOT NULL,
    "start_on" DATE NOT NULL,
    "due_on" DATE,
    "due_at" TIMESTAMPTZ(3),
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "why" JSONB,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "stopped_on" DATE,
    "stopped_version" INTEGER,

    CONSTRAINT "clock_pkey" PRIMARY KEY ("case_id","name","started_version")
);

-- CreateTable
CREATE TABLE "clock_span" (
    "case_id" UUID NOT NULL,
    "clock" TEXT NOT NULL,
    "span" TEXT NOT NULL,
    "opened_version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "closed_version" INTEGER,

    CONSTRAINT "clock_span_pkey" PRIMARY KEY ("case_id","span","opened_version")
);

-- CreateTable
CREATE TABLE "credential" (
    "person_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "credit_record" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "enterprise_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,
    "bars_commitment" BOOLEAN NOT NULL,
    "manual_judgement" BOOLEAN NOT NULL DEFAULT false,
    "repaired_on" DATE,
    "case_id" UUID,
    "version" INTEGER,

    CONSTRAINT "credit_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "type" TEXT NOT NULL,
    "number" TEXT,
    "duty" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "issued_on" DATE NOT NULL,
    "fields" JSONB NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("case_id","version","position")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "enterprise_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_on" DATE NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty" (
    "case_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unit_id" TEXT,
    "enterprise_id" UUID,
    "province" TEXT NOT NULL,
    "policy" TEXT NOT NULL,
    "lapses" BOOLEAN NOT NULL,
    "rule" TEXT,
    "limit" JSONB,
    "clock" TEXT,
    "start_on" DATE NOT NULL,
    "due_on" DATE,
    "due_at" TIMESTAMPTZ(3),
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "why" JSONB,
    "without" JSONB NOT NULL,
    "blocked" JSONB,
    "state" TEXT NOT NULL DEFAULT 'open',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_version" INTEGER NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_version" INTEGER,
    "outcome" TEXT,
    "claimed_by_person" UUID,
    "claimed_by_post" UUID,
    "claimed_at" TIMESTAMPTZ(3),

    CONSTRAINT "duty_pkey" PRIMARY KEY ("case_id","key")
);

-- CreateTable
CREATE TABLE "enterprise" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "credit_code" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "legal_person" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "enterprise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item" (
    "code" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,

    CONSTRAINT "item_pkey" PRIMARY KEY ("code","province","edition")
);

-- CreateTable
CREATE TABLE "licence" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" TEXT NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "case_id" UUID,
    "state" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "licence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "number_series" (
    "series" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "number_series_pkey" PRIMARY KEY ("series","year")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leased_until" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "unit_id" TEXT,
    "enterprise_id" UUID,
    "province" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "province" TEXT,
    "item" TEXT,
    "limit" JSONB NOT NULL,
    "policy" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "basis" JSONB NOT NULL,
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,

    CONSTRAINT "rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "submission" (
    "request_id" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "duty" TEXT,
    "outcome" TEXT,
    "filing" JSONB,
    "payload" JSONB NOT NULL,
    "form" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "received_on" DATE NOT NULL,
    "person_id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'received',
    "refusal" JSONB,
    "version" INTEGER,
    "leased_until" TIMESTAMPTZ(3),

    CONSTRAINT "submission_pkey" PRIMARY KEY ("request_id")
);

-- CreateTable
CREATE TABLE "unit_duty" (
    "id" SERIAL NOT NULL,
    "province" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "item" TEXT,
    "unit_id" TEXT NOT NULL,

    CONSTRAINT "unit_duty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "phone" TEXT,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "alarm_case_id_idx" ON "alarm"("case_id");

-- CreateIndex
CREATE INDEX "audit_person_id_at_idx" ON "audit"("person_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_year_year_revision_key" ON "calendar_year"("year", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "case_event_case_id_request_id_key" ON "case_event"("case_id", "request_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_file_number_key" ON "case_file"("number");

-- CreateIndex
CREATE INDEX "case_file_enterprise_id_updated_at_case_id_idx" ON "case_file"("enterprise_id", "updated_at", "case_id");

-- CreateIndex
CREATE INDEX "case_file_province_state_updated_at_case_id_idx" ON "case_file"("province", "state", "updated_at", "case_id");

-- CreateIndex
CREATE INDEX "case_file_province_updated_at_case_id_idx" ON "case_file"("province", "updated_at", "case_id");

-- CreateIndex
CREATE INDEX "case_file_acceptance_number_idx" ON "case_file"("acceptance_number");

-- CreateIndex
CREATE INDEX "case_file_parent_case_id_idx" ON "case_file"("parent_case_id");

-- CreateIndex
CREATE UNIQUE INDEX "credential_user_name_key" ON "credential"("user_name");

-- CreateIndex
CREATE INDEX "credit_record_enterprise_id_idx" ON "credit_record"("enterprise_id");

-- CreateIndex
CREATE UNIQUE INDEX "credit_record_case_id_version_key" ON "credit_record"("case_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "document_id_key" ON "document"("id");

-- CreateIndex
CREATE UNIQUE INDEX "document_number_key" ON "document"("number");

-- CreateIndex
CREATE INDEX "draft_enterprise_id_saved_at_idx" ON "draft"("enterprise_id", "saved_at");

-- CreateIndex
CREATE UNIQUE INDEX "enterprise_credit_code_key" ON "enterprise"("credit_code");

-- CreateIndex
CREATE UNIQUE INDEX "licence_number_key" ON "licence"("number");

-- CreateIndex
CREATE UNIQUE INDEX "licence_case_id_key" ON "licence"("case_id");

-- CreateIndex
CREATE INDEX "licence_enterprise_id_item_idx" ON "licence"("enterprise_id", "item");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_case_id_version_kind_key" ON "outbox"("case_id", "version", "kind");

-- CreateIndex
CREATE INDEX "post_person_id_idx" ON "post"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "rule_key_province_item_effective_from_key" ON "rule"("key", "province", "item", "effective_from") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "submission_case_id_duty_idx" ON "submission"("case_id", "duty");

-- CreateIndex
CREATE UNIQUE INDEX "unit_duty_province_role_item_key" ON "unit_duty"("province", "role", "item") NULLS NOT DISTINCT;

-- AddForeignKey
ALTER TABLE "clock" ADD CONSTRAINT "clock_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("case_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_record" ADD CONSTRAINT "credit_record_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("case_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty" ADD CONSTRAINT "duty_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("case_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "licence" ADD CONSTRAINT "licence_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_duty" ADD CONSTRAINT "unit_duty_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
