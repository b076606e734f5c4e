import { civilDate, type CivilDate } from '@lianban/domain/civil-date';
import { matters } from '@lianban/domain/matters';
import { quarterlyLedger } from '@lianban/workflows/procedures/quarterly-ledger/2024-10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../client.ts';
import { tracking } from '../queries/tracking.ts';
import { select } from '../queryable.ts';
import { bureauBody } from '../seed/liaison-bodies.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { RecordedCase } from '../testing/recorded-case.ts';
import { openQuarters } from './open-quarter.ts';

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

const openOn = (on: string) => openQuarters(database.pool, quarterlyLedger, { on: civilDate(on) });

/** The ledger that was received on that day, with its case open. */
async function ledgerOpenedOn(on: string): Promise<RecordedCase> {
  const [receipt] = await openOn(on);
  if (receipt === undefined) throw new Error(`nothing was opened on ${on}`);
  return RecordedCase.resume(database.pool, receipt.submission.caseId, quarterlyLedger);
}

interface Owed {
  readonly unit: string;
  readonly role: string;
  readonly dueOn: CivilDate;
}

const owed = (caseId: string): Promise<readonly Owed[]> =>
  select(database.pool, {
    text: `SELECT unit_id AS unit, role, due_on AS "dueOn" FROM duty WHERE case_id = $1 AND step = 'compile' ORDER BY unit_id`,
    values: [caseId],
  });

describe('the ledger of a quarter', () => {
  test('is owed by every unit that answers for districts, by its own officer', async () => {
    const { caseId } = await ledgerOpenedOn('2031-09-01');
    expect((await owed(caseId)).map(({ unit, role }) => [unit, role])).toEqual([
      ['cq-inspectorate-1', 'RLO'],
      ['cq-inspectorate-2', 'RLO'],
      ['cq-inspectorate-3', 'RLO'],
      ['cq-inspectorate-4', 'RLO'],
      ['cq-review-centre', 'RLO'],
    ]);
  });

  test('is of the bureau that keeps one and of no other, opened by nobody', async () => {
    const receipts = await openOn('2031-06-01');
    expect(receipts.map(({ submission: { requestId, input } }) => [requestId, 'by' in input && input.by])).toEqual([
      ['quarter:CQ:2031Q2', null],
    ]);
  });

  test.each(['2031-01-01', '2031-02-28', '2031-04-01', '2031-08-31', '2031-10-01'])(
    'is not opened on %s, which is in no last month of a quarter',
    async (on) => {
      expect(await openOn(on)).toEqual([]);
    },
  );

  test.each([
    ['2026-03-01', '2026-03-20'],
    ['2026-06-11', '2026-06-18'],
    ['2026-09-20', '2026-09-20'],
    ['2026-12-31', '2026-12-18'],
  ])('opened on %s is due on %s all the same: the 20th, or the working day before it', async (on, dueOn) => {
    const { caseId } = await ledgerOpenedOn(on);
    const days = await owed(caseId);
    expect(days).toHaveLength(5);
    expect(new Set(days.map((duty) => duty.dueOn))).toEqual(new Set([dueOn]));
  });

  test('is one, whether it is asked for by one after the other or by many at once, on the same day or another', async () => {
    // Whoever comes first is done before the others have a connection, unless there is one for each already.
    await Promise.all(Array.from({ length: 8 }, () => database.pool.query('SELECT pg_sleep(0.1)')));
    const first = await Promise.all(Array.from({ length: 8 }, () => openOn('2032-03-01')));
    expect(first.flat().filter(({ result }) => result === 'new')).toHaveLength(1);
    const [again] = await openOn('2032-03-19');
    expect(again).toMatchObject({ result: 'same', submission: { requestId: 'quarter:CQ:2032Q1' } });
    expect(new Set([...first.flat(), again].map((receipt) => receipt?.submission.caseId)).size).toBe(1);
  });

  test('is for the units that answer for districts when it is opened, and stays so', async () => {
    const before = await openOn('2033-06-01');
    await database.pool.query(
      `UPDATE district SET regional_unit_id = 'cq-inspectorate-2' WHERE regional_unit_id = 'cq-inspectorate-3'`,
    );
    const again = await openOn('2033-06-02');
    const next = await openOn('2033-09-01');
    const units = (receipts: typeof before) =>
      receipts.map(({ submission: { input } }) => input.kind === 'open' && input.opening.quarter?.units.length);
    expect([units(before), units(again), units(next)]).toEqual([[5], [5], [4]]);
  });

  test('is followed by nobody from outside, whatever they know of its number', async () => {
    const { caseId } = await ledgerOpenedOn('2034-03-01');
    const [file] = await select<{ number: string }>(database.pool, {
      text: 'SELECT number FROM case_file WHERE case_id = $1',
      values: [caseId],
    });
    expect(file?.number).toMatch(/^渝季台〔\d{4}〕\d{4}$/);
    expect(await tracking(database.pool, file?.number ?? '', bureauBody.creditCode.slice(-4))).toBeNull();
  });
});

test('the matter of quarterly ledgers is kept by the bureau whose document it is', () => {
  expect(matters.filter(({ code }) => code === 'quarterly-ledger').map(({ province }) => province)).toEqual(['CQ']);
});
