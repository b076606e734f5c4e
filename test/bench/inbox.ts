import { horizonOf } from '@lianban/db/queries/horizon';
import { inbox } from '@lianban/db/queries/inbox';
import { calendarOf } from '@lianban/db/calendar';
import { openPool } from '@lianban/db/pool';
import { selectOne } from '@lianban/db/queryable';
import { people } from '@lianban/db/seed/people';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { instant } from '@lianban/domain/civil-date';
import type { Pool } from 'pg';
import { callers, type Caller } from '../support/caller.ts';
import { inTurn } from './load.ts';

/** How long a page of the inbox and of what a supervisor sees overdue take in the service, and the statement of the inbox alone, without permission and reach. */
export interface InboxSeen {
  readonly cases: number;
  readonly open: number;
  /** Of the pool that is read. */
  readonly rows: number;
  readonly pageMs: readonly number[];
  readonly aloneMs: readonly number[];
  readonly overdueMs: readonly number[];
}

/** One case in so many is open. */
const OPEN_IN = 20;
/** Roles among which the open duties are shared out. */
const ROLES = ['OFF', 'WIN', 'SEC', 'DISP', 'INS', 'LEG', 'CRD', 'DL', 'HEAD', 'BMO'];
const WARM = 30;

// Copies of one case: of the open ones the duty waits in a pool, of the others it has been done.
const FILES = `
INSERT INTO case_file (case_id, number, procedure, edition, item, item_edition, enterprise_id, province, state, ending, version, opened_at, updated_at)
SELECT gen_random_uuid(), 'inbox-' || n, f.procedure, f.edition, f.item, f.item_edition, f.enterprise_id, f.province,
  CASE WHEN n % ${OPEN_IN} = 0 THEN 'open' ELSE 'closed' END, CASE WHEN n % ${OPEN_IN} = 0 THEN NULL ELSE 'withdrawn' END,
  f.version, f.opened_at - n * interval '1 second', f.updated_at - n * interval '1 second'
FROM case_file f, generate_series($2::int, $3::int) n WHERE f.case_id = $1`;
const TURNS = `
INSERT INTO case_event (case_id, version, request_id, kind, at, person_id, post_id, role, person_name, unit_name_zh, unit_name_en, input, entries, dues, digest, previous_hash, hash)
SELECT f.case_id, e.version, e.request_id, e.kind, f.updated_at, e.person_id, e.post_id, e.role, e.person_name, e.unit_name_zh, e.unit_name_en,
  e.input, e.entries, e.dues, e.digest, e.previous_hash, e.hash
FROM case_file f, case_event e
WHERE e.case_id = $1 AND f.state = 'open' AND f.number LIKE 'inbox-%' AND substr(f.number, 7)::int BETWEEN $2 AND $3`;
const DUTIES = `
INSERT INTO duty (case_id, key, step, kind, role, unit_id, province, policy, lapses, rule, "limit", start_on, due_on, due_at, why, without, opened_at, opened_version,
  state, settled_at, settled_version, outcome)
SELECT f.case_id, d.key, d.step, d.kind, ($4::text[])[1 + (n / ${OPEN_IN}) % ${ROLES.length}], d.unit_id, d.province, d.policy, false, d.rule, d."limit", d.start_on,
  d.due_on + (n / ${OPEN_IN}) % 60 - 20, d.due_at + ((n / ${OPEN_IN}) % 60 - 20) * interval '1 day', d.why, d.without, f.opened_at, f.version,
  CASE WHEN f.state = 'open' THEN 'open' ELSE 'settled' END, CASE WHEN f.state = 'open' THEN NULL ELSE f.updated_at END,
  CASE WHEN f.state = 'open' THEN NULL ELSE f.version END, CASE WHEN f.state = 'open' THEN NULL ELSE 'proposeGrant' END
FROM (SELECT *, substr(number, 7)::int AS n FROM case_file WHERE number LIKE 'inbox-%') f, duty d
WHERE d.case_id = $1 AND d.key = 'propose' AND f.n BETWEEN $2 AND $3`;

/** Fills a record with so many cases, one size after the other, and reads the inbox of somebody with three posts at each. */
export async function readInboxes(sizes: readonly number[], pages: number): Promise<readonly InboxSeen[]> {
  const api = await callers();
  try {
    const life = await RecordedCase.open(api.pool);
    await life.answer('intake', 'accept');
    const officer = await withThreePosts(api.pool, 'zhoumin');
    const caller = await api.as('zhoumin', { role: 'OFF' });
    const supervisor = await api.as('yeqing');
    const seen: InboxSeen[] = [];
    let from = 1;
    for (const size of sizes) {
      await fill(api.pool, { caseId: life.caseId, from, to: size });
      from = size + 1;
      seen.push(await read(api.pool, { caller, supervisor, personId: officer, size, pages }));
    }
    return seen;
  } finally {
    await api.close();
  }
}

async function withThreePosts(pool: Pool, user: string): Promise<string> {
  const person = people.find((one) => one.user === user);
  if (person === undefined) throw new Error(`no ${user}`);
  await pool.query(
    `INSERT INTO post (id, person_id, role, unit_id, province, since)
     SELECT gen_random_uuid(), $1, role, 'cq-permits', 'CQ', '2026-01-01' FROM unnest(ARRAY['LEG', 'CRD']) role`,
    [person.id],
  );
  return person.id;
}

/** Triggers and foreign keys have nothing to say about copies of what they let through once. */
async function fill(
  pool: Pool,
  { caseId, from, to }: { readonly caseId: string; readonly from: number; readonly to: number },
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SET session_replication_role = replica');
    await client.query(FILES, [caseId, from, to]);
    await client.query(TURNS, [caseId, from, to]);
    await client.query(DUTIES, [caseId, from, to, ROLES]);
    await client.query('RESET session_replication_role');
    await client.query('VACUUM ANALYZE case_file, case_event, duty');
  } finally {
    client.release(true);
  }
}

interface Reading {
  readonly caller: Caller;
  readonly supervisor: Caller;
  readonly personId: string;
  readonly size: number;
  readonly pages: number;
}

async function read(pool: Pool, { caller, supervisor, personId, size, pages }: Reading): Promise<InboxSeen> {
  const calendar = await calendarOf(pool, 'CQ');
  const scope = { personId, role: 'OFF', province: 'CQ', unitIds: ['cq-permits'], enterpriseId: null } as const;
  // Plans as the desk does, so that what differs is permission, reach and view.
  const planning = openPool(pool.options.connectionString ?? '', { max: 2, patienceMs: 60_000, plansOnce: true });
  const page = (): Promise<unknown> => caller.duty.inbox({ tab: 'pool', limit: 50 });
  const alone = (): Promise<unknown> => {
    const horizon = horizonOf(instant(Date.now()), calendar);
    return inbox(planning, { scope, personId, tab: 'pool', limit: 50, horizon });
  };
  const overdue = (): Promise<unknown> => supervisor.supervise.overdue({});
  await inTurn(WARM, page);
  await inTurn(WARM, alone);
  await inTurn(WARM, overdue);
  const [pageMs, aloneMs, overdueMs]: [number[], number[], number[]] = [[], [], []];
  for (let nth = 0; nth < pages; nth += 1) {
    pageMs.push(...(await inTurn(1, page)).ms);
    aloneMs.push(...(await inTurn(1, alone)).ms);
    overdueMs.push(...(await inTurn(1, overdue)).ms);
  }
  await planning.end();
  const { open, rows } = await selectOne<{ open: number; rows: number }>(pool, {
    text: `SELECT count(*)::int AS open, count(*) FILTER (WHERE role = 'OFF' AND unit_id = 'cq-permits')::int AS rows FROM duty WHERE state = 'open' AND kind = 'duty'`,
  });
  return { cases: size, open, rows, pageMs, aloneMs, overdueMs };
}
