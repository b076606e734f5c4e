import { addDays, civilDate, civilDateOf, instant, type CivilDate } from '@lianban/domain/civil-date';
import { foldLedger } from '@lianban/workflows/kernel/runner';
import { procedureOf } from '@lianban/workflows/procedures/registry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyStream, verifyCase } from '../verify-chain.ts';
import { calendarOf } from '../calendar.ts';
import { eligibilityOf } from '../eligibility.ts';
import { itemOn } from '../items.ts';
import { loadRows } from '../load-rows.ts';
import { select } from '../queryable.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { seedDemoCases } from './demo-cases.ts';
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

const claimed = (database: TestDatabase) =>
  query(
    database,
    `SELECT f.number, d.step, d.claimed_by_person AS who, d.claimed_at AS at FROM duty d JOIN case_file f USING (case_id)
     WHERE d.claimed_by_person IS NOT NULL ORDER BY f.number, d.step`,
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
    'rectified',
    'refused',
    'revoked',
    'verified',
    'withdrawn',
  ]);
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
       FROM case_event WHERE kind <> 'lapse'`,
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
    expect(await claimed(broken)).toEqual(await claimed(whole));
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
