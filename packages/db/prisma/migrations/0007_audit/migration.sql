-- The trail for those who read it: who somebody was, and where each chain ends.

-- Name and place of who acted, as they were; part of what the hash covers. Rows from before have none.
ALTER TABLE "audit" ADD COLUMN "who" JSONB;

-- ── Where each chain ends ────────────────────────────────────────────────────────────────────────────────────────────

-- A chain that was cut off at its end is a sound chain: only what is kept beside it tells.
CREATE TABLE "audit_head" (
    "stream" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("stream")
);
ALTER TABLE "audit_head" SET (fillfactor = 80); -- every append rewrites a row, which shall stay on its page

INSERT INTO "audit_head" ("stream", "position", "at", "hash")
SELECT DISTINCT ON ("stream") "stream", "position", "at", "hash" FROM "audit" ORDER BY "stream", "position" DESC;

CREATE FUNCTION "keep_audit_head"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "audit_head" AS h ("stream", "position", "at", "hash")
  SELECT DISTINCT ON (n."stream") n."stream", n."position", n."at", n."hash" FROM appended n ORDER BY n."stream", n."position" DESC
  ON CONFLICT ("stream") DO UPDATE SET "position" = EXCLUDED."position", "at" = EXCLUDED."at", "hash" = EXCLUDED."hash"
    WHERE h."position" < EXCLUDED."position";
  RETURN NULL;
END $$;

CREATE TRIGGER "audit_keeps_head" AFTER INSERT ON "audit"
  REFERENCING NEW TABLE AS appended FOR EACH STATEMENT EXECUTE FUNCTION "keep_audit_head"();

CREATE TRIGGER "audit_head_stays" BEFORE DELETE OR TRUNCATE ON "audit_head"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"('the end of a chain stays');
CREATE TRIGGER "audit_head_grows" BEFORE UPDATE ON "audit_head"
  FOR EACH ROW WHEN (NEW."stream" <> OLD."stream" OR NEW."position" <= OLD."position")
  EXECUTE FUNCTION "refuse_change"('the end of a chain only moves on');
