import { addDays, civilDate, type CivilDate } from '@lianban/domain/civil-date';
import { districtMeetings } from '@lianban/workflows/procedures/district-meetings/2024-10';
import { quarterlyLedger } from '@lianban/workflows/procedures/quarterly-ledger/2024-10';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendarOf } from '../calendar.ts';
import { openQuarters } from '../liaison/open-quarter.ts';
import { openYears } from '../liaison/open-year.ts';
import { periodCaseId } from '../child-case-id.ts';
import { select, selectFirst } from '../queryable.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { verifyCase } from '../verify-chain.ts';
import { seedDemoCases } from './demo-cases.ts';
import { driving } from './driving.ts';
import { coursesOfPeriods } from './periods.ts';

/** What the record shows of the case of a period; undefined when there is none. */
const fileOf = ({ pool }: TestDatabase, key: string) =>
  selectFirst<{ state: string; ending: string | null; openedOn: CivilDate }>(pool, {
    text: `SELECT state, ending, (opened_at AT TIME ZONE 'Asia/Shanghai')::date AS "openedOn" FROM case_file WHERE case_id = $1`,
    values: [periodCaseId(key)],
  });

/** How many duties of each step of that case ended so, or are open. */
async function duties({ pool }: TestDatabase, key: string): Promise<Readonly<Record<string, number>>> {
  const rows = await select<{ what: string; times: number }>(pool, {
    text: `SELECT step || ' ' || coalesce(outcome, state) AS what, count(*)::int AS times FROM duty WHERE case_id = $1 GROUP BY 1`,
    values: [periodCaseId(key)],
  });
  return Object.fromEntries(rows.map(({ what, times }) => [what, times]));
}

const districts = 38;

describe.each([
  { day: '2026-05-06', over: '2026Q1', of: 'a day in the middle of a quarter' },
  { day: '2026-06-16', over: '2026Q1', of: 'a day before the ledgers are due', running: '2026Q2' },
  { day: '2026-01-01', over: '2025Q4', of: 'New Year' },
  { day: '2026-07-02', over: '2026Q2', of: 'the first days of a quarter' },
])('installed on $day, $of', ({ day, over, running }) => {
  const today = civilDate(day);
  const year = `year:CQ:${day.slice(0, 4)}`;
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await seedDemoCases(database.url, today);
  });
  afterAll(() => database.drop());

  test('the ledger of the last quarter that is over was handed in by every region in time, and read', async () => {
    const file = await fileOf(database, `quarter:CQ:${over}`);
    expect(file).toMatchObject({ state: 'closed', ending: 'read' });
    const standing = await duties(database, `quarter:CQ:${over}`);
    expect(standing).toMatchObject({ 'compile report': 5, 'auditLedger agree': 5, 'reviewLedger agree': 1 });
    expect(Object.keys(standing).filter((what) => what.endsWith(' open') || what.includes('lapsed'))).toEqual([]);
    expect(await verifyCase(database.pool, periodCaseId(`quarter:CQ:${over}`))).toEqual([]);
  });

  test('the ledger of the present quarter is there in its last month alone, as far as it has come', async () => {
    const files = await select<{ key: string }>(database.pool, {
      text: `SELECT request_id AS key FROM submission WHERE request_id LIKE 'quarter:%' ORDER BY received_at`,
    });
    const expected = running === undefined ? [over] : [over, running];
    expect(files.map(({ key }) => key)).toEqual(expected.map((quarter) => `quarter:CQ:${quarter}`));
    if (running === undefined) return;
    expect(await fileOf(database, `quarter:CQ:${running}`)).toMatchObject({ state: 'open', openedOn: '2026-06-01' });
    const standing = await duties(database, `quarter:CQ:${running}`);
    expect([standing['compile report'], standing['auditLedger open']]).toEqual([5, 1]);
  });

  test('the meetings of the year were opened on New Year and are under way, and some districts are still to meet', async () => {
    expect(await fileOf(database, year)).toEqual({ state: 'open', ending: null, openedOn: `${day.slice(0, 4)}-01-01` });
    const { 'meetLeaders open': toMeet = 0, 'meetLeaders held': met = 0 } = await duties(database, year);
    expect(toMeet + met).toBe(districts);
    expect(toMeet).toBeGreaterThanOrEqual(3);
    expect(met > 0).toBe(day.slice(5) !== '01-01');
    expect(await verifyCase(database.pool, periodCaseId(year))).toEqual([]);
  });

  test('the calendar, which looks for them on that day and the next, opens none of them again', async () => {
    const { pool } = database;
    const lastMonth = civilDate(`${over.slice(0, 4)}-${String(Number(over.slice(-1)) * 3).padStart(2, '0')}-01`);
    const receipts = [
      ...(await openYears(pool, districtMeetings, { on: today })),
      ...(await openQuarters(pool, quarterlyLedger, { on: today })),
      ...(await openQuarters(pool, quarterlyLedger, { on: addDays(today, 1) })),
      ...(await openQuarters(pool, quarterlyLedger, { on: lastMonth })),
    ];
    expect(new Set(receipts.map(({ result }) => result))).toEqual(new Set(['same']));
    expect(receipts).toHaveLength(running === undefined ? 2 : 4);
  });
});

test('what the calendar has not opened yet is left to it', async () => {
  const database = await testDatabase();
  try {
    const day = civilDate(`${new Date().getUTCFullYear() + 2}-01-01`);
    const stage = { pool: database.pool, day, calendar: await calendarOf(database.pool, 'CQ'), driving };
    expect(await coursesOfPeriods(stage)).toEqual([]);
    expect(await coursesOfPeriods({ ...stage, day: civilDate('2026-06-16') })).toHaveLength(3);
  } finally {
    await database.drop();
  }
});
