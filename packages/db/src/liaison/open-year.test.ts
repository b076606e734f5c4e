import { civilDate, type CivilDate } from '@lianban/domain/civil-date';
import { matters } from '@lianban/domain/matters';
import { districtMeetings } from '@lianban/workflows/procedures/district-meetings/2024-10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../client.ts';
import { tracking } from '../queries/tracking.ts';
import { select } from '../queryable.ts';
import { bureauBody } from '../seed/liaison-bodies.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { RecordedCase } from '../testing/recorded-case.ts';
import { openYears } from './open-year.ts';

let made: TestDatabase;
let database: Database;
beforeAll(async () => {
  made = await testDatabase();
  database = openDatabase(made.url);
});
afterAll(async () => {
  await database.close();
  await made.drop();
});

const openOn = (on: string) => openYears(database.pool, districtMeetings, { on: civilDate(on) });

/** The meetings that were received on that day, with their case open. */
async function meetingsOpenedOn(on: string): Promise<RecordedCase> {
  const [receipt] = await openOn(on);
  if (receipt === undefined) throw new Error(`nothing was opened on ${on}`);
  return RecordedCase.resume(database.pool, receipt.submission.caseId, districtMeetings);
}

interface Owed {
  readonly unit: string;
  readonly role: string;
  readonly district: string;
  readonly dueOn: CivilDate;
}

const owed = (caseId: string): Promise<readonly Owed[]> =>
  select(database.pool, {
    text: `SELECT unit_id AS unit, role, about ->> 'key' AS district, due_on AS "dueOn" FROM duty
      WHERE case_id = $1 AND step = 'meetLeaders' ORDER BY 3`,
    values: [caseId],
  });

describe('the meetings of a year', () => {
  test('are owed for every district that a unit answers for, by the officer of that unit', async () => {
    const { caseId } = await meetingsOpenedOn('2031-01-01');
    const districts = await select(database.pool, {
      text: `SELECT regional_unit_id AS unit, 'RLO' AS role, id AS district FROM district
        WHERE province = 'CQ' AND regional_unit_id IS NOT NULL ORDER BY id`,
    });
    expect(districts.length).toBeGreaterThan(0);
    expect((await owed(caseId)).map(({ unit, role, district }) => ({ unit, role, district }))).toEqual(districts);
  });

  test('are of the bureau that keeps the matter and of no other, opened by nobody', async () => {
    const receipts = await openOn('2031-06-01');
    expect(receipts.map(({ submission: { requestId, input } }) => [requestId, 'by' in input && input.by])).toEqual([
      ['year:CQ:2031', null],
    ]);
  });

  test.each(['2026-01-01', '2026-07-15', '2026-12-31'])(
    'opened on %s are due by the last working day of the year all the same',
    async (on) => {
      const { caseId } = await meetingsOpenedOn(on);
      expect(new Set((await owed(caseId)).map(({ dueOn }) => dueOn))).toEqual(new Set(['2026-12-31']));
    },
  );

  test('are one case, whether asked for by one after the other or by many at once, on the same day or another', async () => {
    // Whoever comes first is done before the others have a connection, unless there is one for each already.
    await Promise.all(Array.from({ length: 8 }, () => database.pool.query('SELECT pg_sleep(0.1)')));
    const first = await Promise.all(Array.from({ length: 8 }, () => openOn('2032-03-01')));
    expect(first.flat().filter(({ result }) => result === 'new')).toHaveLength(1);
    const [again] = await openOn('2032-12-19');
    expect(again).toMatchObject({ result: 'same', submission: { requestId: 'year:CQ:2032' } });
    expect(new Set([...first.flat(), again].map((receipt) => receipt?.submission.caseId)).size).toBe(1);
  });

  test('are for the units that answer for districts when they are opened, and stay so', async () => {
    const before = await openOn('2033-06-01');
    await database.pool.query(
      `UPDATE district SET regional_unit_id = 'cq-inspectorate-2' WHERE regional_unit_id = 'cq-inspectorate-3'`,
    );
    const again = await openOn('2033-06-02');
    const next = await openOn('2034-01-01');
    const units = (receipts: typeof before) =>
      receipts.map(
        ({ submission: { input } }) =>
          input.kind === 'open' && new Set(input.opening.meetings?.districts.map(({ unit }) => unit)).size,
      );
    expect([units(before), units(again), units(next)]).toEqual([[5], [5], [4]]);
  });

  test('are followed by nobody from outside, whatever they know of their number', async () => {
    const { caseId } = await meetingsOpenedOn('2035-03-01');
    const [file] = await select<{ number: string }>(database.pool, {
      text: 'SELECT number FROM case_file WHERE case_id = $1',
      values: [caseId],
    });
    expect(file?.number).toMatch(/^渝沟通〔\d{4}〕\d{4}$/);
    expect(await tracking(database.pool, file?.number ?? '', bureauBody.creditCode.slice(-4))).toBeNull();
  });
});

test('the matter of meetings with district leaders is kept by the bureau whose document it is', () => {
  expect(matters.filter(({ code }) => code === 'district-meetings').map(({ province }) => province)).toEqual(['CQ']);
});
