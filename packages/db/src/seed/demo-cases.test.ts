import { addDays, civilDate, civilDateOf, instant, startOfDay, type CivilDate } from '@lianban/domain/civil-date';
import type { LedgerCut } from '@lianban/domain/liaison';
import { foldLedger } from '@lianban/workflows/kernel/fold';
import { procedureOf } from '@lianban/workflows/procedures/registry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyStream, verifyCase } from '../verify-chain.ts';
import { calendarOf } from '../calendar.ts';
import { eligibilityOf } from '../eligibility.ts';
import { itemOn } from '../items.ts';
import { loadRows } from '../load-rows.ts';
import { liaisonLedger } from '../queries/liaison-ledger.ts';
import { select } from '../queryable.ts';
import { verifyDraws } from '../team/verify-draws.ts';
import { verifyRecord } from '../verification/verify-record.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { demoId } from './cast.ts';
import { seedDemoCases } from './demo-cases.ts';
import { livesOfRequests } from './lives-of-requests.ts';
import { COSMETICS_ENTERPRISE, enterprises } from './people.ts';

const query = <T extends object>({ pool }: TestDatabase, text: string, ...values: unknown[]) =>
  select<T>(pool, { text, values });

/** What was recorded, without the ids that chance gives. */
const recorded = (database: TestDatabase) =>
  query(
    database,
    `SELECT f.number, e.version, e.kind, e.at, e.input ->> 'duty' AS duty, e.input ->> 'outcome' AS outcome, e.person_name AS who, e.digest
     FROM case_event e JOIN case_file f USING (case_id) ORDER BY f.number, e.version`,
  );

/** Who has taken what, since the demonstration was installed too or in its past alone. */
const claimed = (database: TestDatabase, before = startOfDay(addDays(today, 1))) =>
  query(
    database,
    `SELECT f.number, d.step, d.claimed_by_person AS who, d.claimed_at AS at FROM duty d JOIN case_file f USING (case_id)
     WHERE d.claimed_by_person IS NOT NULL AND d.claimed_at < $1 ORDER BY f.number, d.step`,
    before,
  );

let database: TestDatabase;
const today = civilDateOf(instant(Date.now()));
beforeAll(async () => {
  database = await testDatabase();
  const { opened } = await seedDemoCases(database.url);
  expect(opened).toBeGreaterThan(24);
});
afterAll(() => database.drop());

const caseIds = async () =>
  (await query<{ caseId: string }>(database, 'SELECT case_id AS "caseId" FROM case_file')).map(({ caseId }) => caseId);

test('every chain of ledger and audit holds', async () => {
  for (const caseId of await caseIds()) expect(await verifyCase(database.pool, caseId)).toEqual([]);
  expect(await verifyStream(database.pool, 'demonstration')).toEqual([]);
});

test('some cases have files of both kinds, each as the ledger of its case names it, the sequel of one among them', async () => {
  const found: unknown[] = [];
  await verifyRecord(database.url, (broken) => found.push(broken));
  expect(found).toEqual([]);
  const kinds = await query<{ kind: string; cases: number }>(
    database,
    `SELECT media_type AS kind, count(DISTINCT case_id)::int AS cases FROM attachment GROUP BY 1 ORDER BY 1`,
  );
  expect(kinds.map(({ kind }) => kind)).toEqual(['application/pdf', 'image/png']);
  for (const { cases } of kinds) expect(cases).toBeGreaterThan(0);
  const copied = await query(
    database,
    `SELECT FROM attachment a JOIN case_file f USING (case_id) WHERE f.parent_case_id IS NOT NULL`,
  );
  expect(copied.length).toBeGreaterThan(0);
});

test('the present code folds every ledger into what the record shows', async () => {
  const files = await query<{ caseId: string; procedure: string; edition: string; ending: string | null }>(
    database,
    'SELECT case_id AS "caseId", procedure, edition, ending FROM case_file',
  );
  for (const { caseId, procedure, edition, ending } of files) {
    const known = procedureOf(procedure, edition);
    if (known === undefined) throw new Error(`no procedure ${procedure}`);
    const kernel = await foldLedger(known, await loadRows(database.pool, caseId));
    const open = await query<{ key: string }>(
      database,
      `SELECT key FROM duty WHERE case_id = $1 AND state = 'open' ORDER BY key`,
      caseId,
    );
    expect(kernel.closed).toBe(ending);
    expect(open.map(({ key }) => key)).toEqual(
      kernel
        .openDuties()
        .map(({ key }) => key)
        .sort(),
    );
  }
});

test('nothing waits for a relay', async () => {
  expect(await query(database, `SELECT FROM submission WHERE state <> 'recorded'`)).toEqual([]);
  expect(await query(database, 'SELECT FROM outbox WHERE done_at IS NULL')).toEqual([]);
});

test('no silence has had time to take effect that is not recorded', async () => {
  expect(await query(database, `SELECT FROM duty WHERE state = 'open' AND lapses AND due_at <= now()`)).toEqual([]);
});

test('there is a case in every phase, and one for every way to end', async () => {
  const steps = await query<{ step: string }>(
    database,
    `SELECT DISTINCT step FROM duty WHERE state = 'open' AND kind = 'duty'`,
  );
  const phases = ['checkSuitability', 'serveNotice', 'commit', 'intake', 'propose', 'decide', 'deliver', 'verify'];
  const later = [
    'proveConditions',
    'checkConditions',
    'rectify',
    'checkRectification',
    'proposeNotice',
    'makeStatement',
  ];
  const revocation = ['requestHearing', 'arrangeHearing', 'decideRevocation'];
  const ordinary = ['assign', 'review', 'audit'];
  expect(steps.map(({ step }) => step)).toEqual(
    expect.arrayContaining([...phases, ...later, ...revocation, ...ordinary]),
  );
  const endings = await query<{ ending: string }>(
    database,
    'SELECT DISTINCT ending FROM case_file WHERE ending IS NOT NULL',
  );
  expect(endings.map(({ ending }) => ending).sort()).toEqual([
    'converted',
    'read',
    'rectified',
    'refused',
    'replied',
    'revoked',
    'satisfied',
    'verified',
    'withdrawn',
  ]);
});

test('liaison requests stand in every ledger, at several heights and in several states', async () => {
  const scope = { personId: demoId('a00', 1), role: 'TECH', province: 'CQ', enterpriseId: null } as const;
  const rowsOf = async (cut: LedgerCut, unit: string) =>
    (await liaisonLedger(database.pool, { scope: { ...scope, unitIds: [unit] }, cut, filters: {}, limit: 50 })).rows;
  const all = await rowsOf('bureau', 'cq-standards');
  expect(all.map(({ subject }) => subject)).toEqual(livesOfRequests.map(({ subject }) => subject).toReversed());
  expect(new Set(all.map(({ level }) => level))).toEqual(new Set(['unit', 'meeting']));
  expect(all.filter(({ wentOutside }) => wentOutside)).toHaveLength(1);
  expect(all.filter(({ policyReviewOn }) => policyReviewOn !== null)).toHaveLength(1);
  expect(all.filter(({ rating }) => rating === 'satisfied')).toHaveLength(1);
  expect(await rowsOf('region', 'cq-review-centre')).toHaveLength(6);
  expect(await rowsOf('region', 'cq-inspectorate-2')).toHaveLength(1);
  expect(await rowsOf('unit', 'cq-review-centre')).toHaveLength(6);
});

test('Sichuan looks into one letter of Chongqing and has answered another, whose case has gone on', async () => {
  const letters = await query<{ kind: string; state: string; step: string | null; ending: string | null }>(
    database,
    `SELECT i.kind, i.state, f.ending, (SELECT d.step FROM duty d WHERE d.case_id = i.case_id AND d.state = 'open' AND f.letter IS NOT NULL) AS step
     FROM letter_in i JOIN case_file f USING (case_id) ORDER BY i.received_at`,
  );
  expect(letters).toEqual([
    { kind: 'request', state: 'taken', ending: 'replied', step: null },
    { kind: 'request', state: 'taken', ending: null, step: 'lookInto' },
    { kind: 'reply', state: 'taken', ending: null, step: null },
  ]);
  expect(await query(database, `SELECT FROM letter_out WHERE receipted_at IS NULL`)).toEqual([]);
});

test('one clock stands still for a hearing, another has stood still for one', async () => {
  const spans = await query<{ clock: string; ended: boolean }>(
    database,
    `SELECT s.clock, s.to_on IS NOT NULL AS ended FROM clock_span s JOIN case_file f USING (case_id) WHERE f.state = 'open'`,
  );
  expect(spans).toEqual(
    expect.arrayContaining([
      { clock: 'revocation', ended: false },
      { clock: 'revocation', ended: true },
    ]),
  );
});

test('work among people is shown: handed on, asked and answered, a draft that is being signed, one more signature', async () => {
  const rows = await query<{ kind: string; state: string; added: boolean }>(
    database,
    'SELECT kind, state, is_added AS added FROM involvement ORDER BY kind, state, is_added',
  );
  expect(rows).toEqual([
    { kind: 'assist', state: 'answered', added: false },
    { kind: 'assist', state: 'open', added: false },
    { kind: 'reassign', state: 'done', added: false },
    { kind: 'sign', state: 'answered', added: false },
    { kind: 'sign', state: 'open', added: false },
    { kind: 'sign', state: 'open', added: true },
  ]);
  const [sheet] = await query<{ caseId: string; key: string; outcome: string; state: string }>(
    database,
    'SELECT case_id AS "caseId", key, outcome, state FROM sheet',
  );
  expect(sheet?.state).toBe('waiting');
  const [file] = await query<{ procedure: string; edition: string }>(
    database,
    'SELECT procedure, edition FROM case_file WHERE case_id = $1',
    sheet?.caseId,
  );
  const spec = procedureOf(file?.procedure ?? '', file?.edition ?? '')?.steps[sheet?.key ?? ''];
  expect(Object.keys(spec?.outcomes ?? {})).toContain(sheet?.outcome);
});

test('an act was taken back and done anew, and the head of section is away with a deputy', async () => {
  const retracted = await query<{ step: string; reason: string }>(
    database,
    `SELECT d.step, s.form ->> 'reason' AS reason FROM case_event e JOIN submission s ON s.request_id = e.request_id
       JOIN duty d ON d.case_id = e.case_id AND d.key = e.input ->> 'duty' WHERE e.kind = 'retract'`,
  );
  expect(retracted).toEqual([{ step: 'propose', reason: expect.stringContaining('误选') as string }]);
  const standIns = await query<{ principal: string; deputy: string }>(
    database,
    `SELECT p.name AS principal, q.name AS deputy FROM delegation g JOIN post o ON o.id = g.post_id JOIN person p ON p.id = o.person_id
       JOIN post d ON d.id = g.deputy_post_id JOIN person q ON q.id = d.person_id WHERE g.ended_at IS NULL`,
  );
  expect(standIns).toEqual([{ principal: '秦立', deputy: '唐越' }]);
});

test('a team was drawn by a draw that anybody can do again, and says of those who were left out why', async () => {
  const draws = await query<{ caseId: string; pool: readonly { name: string; out: readonly { why: string }[] }[] }>(
    database,
    `SELECT case_id AS "caseId", list -> 'pool' AS pool FROM inspection_draw`,
  );
  expect(draws).toHaveLength(1);
  for (const { caseId, pool } of draws) {
    expect(await verifyDraws(database.pool, caseId)).toMatchObject([{ differences: [] }]);
    const leftOut = pool.filter(({ out }) => out.length > 0).map(({ name }) => name);
    expect(leftOut).toEqual(expect.arrayContaining(['温静', '孟泽', '秦立', '童彦']));
    expect(pool.length).toBeGreaterThan(leftOut.length + 1);
  }
});

test('both bureaus have inspectors with certificates, experts and liaison officers', async () => {
  const pools = await query<{ pool: string; province: string; members: number; certified: number }>(
    database,
    `SELECT m.pool, m.province, count(*)::int AS members, count(q.id)::int AS certified
       FROM pool_member m LEFT JOIN qualification q ON q.member_id = m.id GROUP BY m.pool, m.province ORDER BY m.pool, m.province`,
  );
  expect(pools).toEqual([
    { pool: 'expert', province: 'CQ', members: 2, certified: 2 },
    { pool: 'expert', province: 'SC', members: 2, certified: 2 },
    { pool: 'inspector', province: 'CQ', members: 9, certified: 9 },
    { pool: 'inspector', province: 'SC', members: 6, certified: 6 },
    { pool: 'liaison', province: 'CQ', members: 2, certified: 0 },
    { pool: 'liaison', province: 'SC', members: 2, certified: 0 },
  ]);
});

test('every duty of a unit can be taken by somebody, and whoever took one holds its role', async () => {
  const orphans = await query(
    database,
    `SELECT d.step FROM duty d WHERE d.state = 'open' AND d.unit_id IS NOT NULL AND NOT EXISTS (
         SELECT FROM post p WHERE p.unit_id = d.unit_id AND p.role = d.role AND (d.claimed_by_post IS NULL OR d.claimed_by_post = p.id))`,
  );
  expect(orphans).toEqual([]);
});

test('people act on working days from nine to five', async () => {
  const calendar = await calendarOf(database.pool, 'CQ');
  const acts = await query<{ hour: number; on: CivilDate }>(
    database,
    `SELECT extract(hour FROM at AT TIME ZONE 'Asia/Shanghai')::int AS hour, (at AT TIME ZONE 'Asia/Shanghai')::date AS on
       FROM case_event WHERE kind <> 'lapse' AND person_id IS NOT NULL`,
  );
  expect(acts.filter(({ hour, on }) => hour < 9 || hour >= 17 || !calendar.isWorkingDay(on))).toEqual([]);
  expect(acts.filter(({ on }) => on >= today)).toEqual([]);
});

test('cases are numbered in the order in which they were filed', async () => {
  const files = await query<{ series: string; number: string }>(
    database,
    `SELECT regexp_replace(number, '〕.*', '') AS series, number FROM case_file ORDER BY series, opened_at`,
  );
  expect(files.map(({ number }) => number)).toEqual(files.map(({ number }) => number).sort());
});

test('the newcomer may renew the cosmetics licence and open a drugstore: no such case is open', async () => {
  const { pool } = database;
  for (const [enterpriseId, code] of [
    [COSMETICS_ENTERPRISE, 'cosmetics-production-renewal'],
    [enterprises[1]?.id ?? '', 'otc-retail'],
  ] as const) {
    const item = await itemOn(pool, today, { item: code, province: 'CQ' });
    expect(await eligibilityOf(pool, { item, enterpriseId, on: today })).toMatchObject({
      gate: 'clear',
      obstacle: null,
    });
    expect(
      await query(database, 'SELECT FROM case_file WHERE enterprise_id = $1 AND item = $2', enterpriseId, code),
    ).toEqual([]);
  }
});

test('a second installation changes nothing, on another day neither', async () => {
  const before = [
    await recorded(database),
    await claimed(database),
    await query(database, 'SELECT count(*) FROM audit'),
  ];
  expect(await seedDemoCases(database.url)).toEqual({ opened: 0 });
  expect(await seedDemoCases(database.url, addDays(today, -30))).toEqual({ opened: 0 });
  expect([
    await recorded(database),
    await claimed(database),
    await query(database, 'SELECT count(*) FROM audit'),
  ]).toEqual(before);
});

test('an installation that was interrupted goes on another day as if nothing had happened', async () => {
  const day = civilDate('2026-05-06');
  const [whole, broken] = await Promise.all([testDatabase(), testDatabase()]);
  try {
    await seedDemoCases(whole.url, day);
    await query(
      broken,
      `CREATE FUNCTION break_down() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'out of order'; END $$`,
    );
    await query(
      broken,
      `CREATE TRIGGER breaks_down BEFORE INSERT ON case_event FOR EACH ROW
       WHEN (NEW.at > '2026-04-20' AND NEW.kind = 'answer') EXECUTE FUNCTION break_down()`,
    );
    await expect(seedDemoCases(broken.url, day)).rejects.toThrow(/cannot show/);
    expect((await recorded(broken)).length).toBeGreaterThan(50);
    await query(broken, 'DROP TRIGGER breaks_down ON case_event');
    await seedDemoCases(broken.url, addDays(day, 1));
    expect(await recorded(broken)).toEqual(await recorded(whole));
    const past = startOfDay(day);
    expect(await claimed(broken, past)).toEqual(await claimed(whole, past));
    const asked = 'SELECT request_id AS "requestId", position, state FROM involvement ORDER BY 1, 2';
    expect(await query(broken, asked)).toEqual(await query(whole, asked));
  } finally {
    await Promise.all([whole.drop(), broken.drop()]);
  }
}, 60_000);

test('an open step has a yellow, an orange and a red card, and every card was sent at its moment, or when its step began', async () => {
  const sent = await query<{ key: string; rung: string; late: boolean }>(
    database,
    `SELECT r.case_id || r.key AS key, r.rung, r.sent_at <> greatest(r.for_at, d.opened_at) AS late FROM reminder r JOIN duty d USING (case_id, key)
     WHERE d.state = 'open' ORDER BY r.for_at`,
  );
  expect(sent.filter(({ late }) => late)).toEqual([]);
  const trails = new Map<string, string>();
  for (const { key, rung } of sent) trails.set(key, `${trails.get(key) ?? ''} ${rung}`);
  expect([...trails.values()].some((trail) => trail.includes('yellow orange red'))).toBe(true);
  const told = await query<{ unread: number; all: number }>(
    database,
    'SELECT count(*) FILTER (WHERE read_at IS NULL) AS unread, count(*) AS all FROM message',
  );
  expect(told[0]?.unread).toBeGreaterThan(0);
  expect(told[0]?.all).toBeGreaterThan(2 * (told[0]?.unread ?? 0));
});
