-- Files that are handed in with an application (ADR 0028).

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "enterprise_id" UUID NOT NULL,
    "draft_id" UUID,
    "case_id" UUID,
    "material" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sm3" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "handed_in_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment_content" (
    "attachment_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "attachment_content_pkey" PRIMARY KEY ("attachment_id")
);

-- CreateIndex
CREATE INDEX "attachment_case_id_idx" ON "attachment"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "attachment_draft_id_material_sm3_key" ON "attachment"("draft_id", "material", "sm3");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment_content" ADD CONSTRAINT "attachment_content_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot state.
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_place" CHECK (("draft_id" IS NULL) <> ("case_id" IS NULL));
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_media_type_known" CHECK ("media_type" IN ('application/pdf', 'image/png', 'image/jpeg'));
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_size" CHECK ("size" > 0);
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_sm3_shape" CHECK ("sm3" ~ '^[0-9a-f]{64}$');
-- Scans and images are compressed already: the server need not try.
ALTER TABLE "attachment_content" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
-- For whoever holds the files against the ledger: few cases have any, and the ledger is long.
CREATE INDEX "case_event_with_attachments" ON "case_event" ("case_id") WHERE "version" = 1 AND "input" -> 'opening' ? 'attachments';

-- ── What is never changed ────────────────────────────────────────────────────────────────────────────────────────────

CREATE TRIGGER "attachment_submitted" BEFORE UPDATE OR DELETE ON "attachment"
  FOR EACH ROW WHEN (OLD."case_id" IS NOT NULL) EXECUTE FUNCTION "refuse_change"('what was submitted stays as it was');
CREATE TRIGGER "attachment_fixed"
  BEFORE UPDATE OF "id", "enterprise_id", "material", "name", "media_type", "size", "sm3", "person_id", "handed_in_at" ON "attachment"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('another file is another row');
CREATE TRIGGER "attachment_kept" BEFORE TRUNCATE ON "attachment"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('what was submitted stays as it was');
CREATE TRIGGER "attachment_content_fixed" BEFORE UPDATE OR TRUNCATE ON "attachment_content"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('another file is another row');

-- The content goes with its row and not before it.
CREATE FUNCTION "refuse_content_alone"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM "attachment" a WHERE a."id" = OLD."attachment_id") THEN
    RAISE EXCEPTION 'DELETE of attachment_content refused: the content goes with its row' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "attachment_content_with_row" BEFORE DELETE ON "attachment_content"
  FOR EACH ROW EXECUTE FUNCTION "refuse_content_alone"();

REVOKE UPDATE ON "attachment_content" FROM "lianban_engine";

-- ── Who sees it, and may do what ─────────────────────────────────────────────────────────────────────────────────────

-- Whether the files of a case are open to whoever asks: to those who work on it, and to those let in for a while. Nothing in
-- a file can be masked, so the rest of the bureau does not see it, whether the case is secret or not.
CREATE FUNCTION "opens_attachments"("case" uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN EXISTS (SELECT FROM case_file f WHERE f.case_id = "case" AND f.province = reached_province()
    AND (is_let_in(f.case_id, f.secret_by, asking_person(), asking_role(), reached_unit())
      OR is_let_in_for_now(f.case_id, asking_person(), asking_role())));
REVOKE EXECUTE ON FUNCTION "opens_attachments"(uuid), "refuse_content_alone"() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "opens_attachments"(uuid) TO "lianban_desk";

GRANT SELECT, INSERT, DELETE ON "attachment" TO "lianban_desk";
GRANT UPDATE ("draft_id", "case_id") ON "attachment" TO "lianban_desk";
GRANT SELECT, INSERT ON "attachment_content" TO "lianban_desk";

ALTER TABLE "attachment" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_or_open" ON "attachment" FOR SELECT TO "lianban_desk" USING (
  "enterprise_id" = (SELECT reached_enterprise())
  OR (SELECT reached_province()) IS NOT NULL AND "case_id" IS NOT NULL AND opens_attachments("case_id"));
CREATE POLICY "handed_in" ON "attachment" FOR INSERT TO "lianban_desk" WITH CHECK (
  "enterprise_id" = (SELECT reached_enterprise()) AND "person_id" = (SELECT asking_person())
  AND EXISTS (SELECT FROM "draft" d WHERE d."id" = "attachment"."draft_id"));
CREATE POLICY "submitted" ON "attachment" FOR UPDATE TO "lianban_desk" USING ("enterprise_id" = (SELECT reached_enterprise()));
CREATE POLICY "removed" ON "attachment" FOR DELETE TO "lianban_desk" USING ("enterprise_id" = (SELECT reached_enterprise()));
CREATE POLICY "engine" ON "attachment" TO "lianban_engine" USING (true) WITH CHECK (true);

ALTER TABLE "attachment_content" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "with_row" ON "attachment_content" TO "lianban_desk"
  USING (EXISTS (SELECT FROM "attachment" a WHERE a."id" = "attachment_content"."attachment_id"))
  WITH CHECK (EXISTS (SELECT FROM "attachment" a WHERE a."id" = "attachment_content"."attachment_id"
    AND a."enterprise_id" = (SELECT reached_enterprise()) AND a."case_id" IS NULL));
CREATE POLICY "engine" ON "attachment_content" TO "lianban_engine" USING (true) WITH CHECK (true);
