import { randomUUID } from 'node:crypto';
import { calendarOf } from '@lianban/db/calendar';
import { select, selectOne } from '@lianban/db/queryable';
import { approve } from '@lianban/db/revision/decisions';
import { propose } from '@lianban/db/revision/proposals';
import { testDatabase } from '@lianban/db/testing/database';
import { actorOf, RecordedCase } from '@lianban/db/testing/recorded-case';
import { civilDateOf, instant } from '@lianban/domain/civil-date';
import type { Proposal } from '@lianban/domain/revision';
import { ordinaryPermit } from '@lianban/workflows/procedures/ordinary-permit/2019-04';
import type { Pool } from 'pg';

/** A revision over so many open cases, each with a clock that runs and a step that follows it. */
export interface RevisionSeen {
  readonly limits: number;
  readonly previewMs: number;
  readonly applyMs: number;
}

// Copies of one accepted application, turn by turn; only their ids differ.
const COPY = [
  `CREATE TEMP TABLE copied ON COMMIT DROP AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, $1::int) n`,
  `INSERT INTO case_file (case_id, number, acceptance_number, procedure, edition, item, item_edition, enterprise_id, province, state, version, opened_at, updated_at)
   SELECT c.id, 'copy-' || c.n, NULL, f.procedure, f.edition, f.item, f.item_edition, f.enterprise_id, f.province, f.state, f.version, f.opened_at, f.updated_at
   FROM case_file f, copied c WHERE f.case_id = $1`,
  `INSERT INTO case_event SELECT (jsonb_populate_record(e, jsonb_build_object('case_id', c.id))).* FROM case_event e, copied c WHERE e.case_id = $1`,
  `INSERT INTO duty SELECT (jsonb_populate_record(d, jsonb_build_object('case_id', c.id))).* FROM duty d, copied c WHERE d.case_id = $1`,
  `INSERT INTO clock SELECT (jsonb_populate_record(k, jsonb_build_object('case_id', c.id))).* FROM clock k, copied c WHERE k.case_id = $1`,
  `INSERT INTO document SELECT (jsonb_populate_record(o, jsonb_build_object('case_id', c.id, 'id', gen_random_uuid(), 'number', NULL))).*
   FROM document o, copied c WHERE o.case_id = $1`,
  `INSERT INTO audit SELECT (jsonb_populate_record(a, jsonb_build_object('stream', 'case:' || c.id))).* FROM audit a, copied c WHERE a.stream = 'case:' || $1::uuid`,
] as const;

async function copyCase(pool: Pool, caseId: string, count: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    for (const [at, text] of COPY.entries()) await client.query(text, [at === 0 ? count : caseId]);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  } finally {
    client.release();
  }
}

/** Has the offices closed on days that every limit counts, and measures the preview and its application. */
export async function reviseMany(cases: number): Promise<RevisionSeen> {
  const database = await testDatabase();
  const { pool } = database;
  try {
    const { caseId } = await acceptedPermit(pool);
    await copyCase(pool, caseId, cases);
    const calendar = await calendarOf(pool, 'CQ');
    const on = calendar.addWorkingDays(civilDateOf(instant(Date.now())), 2);
    const proposal: Proposal = { kind: 'closures', province: 'CQ', add: [{ on, name: '停止办公' }], remove: [] };
    const revisionId = randomUUID();
    const previewMs = await timed(() =>
      propose(pool, { revisionId, proposal, reason: '系统搬迁', by: actorOf('ADM') }),
    );
    const applyMs = await timed(() => approve(pool, { revisionId, by: actorOf('ADM', 1), remark: null }));
    const { limits } = await selectOne<{ limits: number }>(pool, {
      text: 'SELECT count(*) AS limits FROM revision_change WHERE revision_id = $1',
      values: [revisionId],
    });
    return { limits, previewMs, applyMs };
  } finally {
    await database.drop();
  }
}

async function acceptedPermit(pool: Pool): Promise<RecordedCase> {
  const recorded = await RecordedCase.open(pool, { procedure: ordinaryPermit });
  await recorded.answer('intake', 'accept');
  const open = await select(pool, {
    text: `SELECT FROM clock WHERE case_id = $1 AND stopped_version IS NULL`,
    values: [recorded.caseId],
  });
  if (open.length === 0) throw new Error('no clock runs after acceptance');
  return recorded;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
