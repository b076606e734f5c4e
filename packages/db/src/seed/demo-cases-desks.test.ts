import {
  addDays,
  addHours,
  civilDate,
  civilDateOf,
  instant,
  startOfDay,
  weekday,
  type CivilDate,
} from '@lianban/domain/civil-date';
import type { Role } from '@lianban/domain/role';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendarOf } from '../calendar.ts';
import { horizonOf } from '../queries/horizon.ts';
import { inbox, type InboxPage } from '../queries/inbox.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { officerFor } from './cast.ts';
import { seedDemoCases } from './demo-cases.ts';

interface Desk {
  readonly user: string;
  readonly role: Role;
  readonly unitId: string;
}

/** The desk of an officer of Chongqing at ten on that day. */
async function deskOf(
  { pool }: TestDatabase,
  { user, role, unitId }: Desk,
  { today, tab }: { readonly today: CivilDate; readonly tab: 'mine' | 'pool' },
): Promise<InboxPage> {
  const horizon = horizonOf(addHours(startOfDay(today), 10), await calendarOf(pool, 'CQ'));
  const { personId } = officerFor(role, 'CQ', user).actor;
  const scope = { personId, role, province: 'CQ', unitIds: [unitId], enterpriseId: null } as const;
  return inbox(pool, { scope, personId, tab, limit: 50, horizon });
}

const WINDOW: Desk = { user: 'hejing', role: 'WIN', unitId: 'cq-service-centre' };
const desks: readonly Desk[] = [
  WINDOW,
  { user: 'zhoumin', role: 'OFF', unitId: 'cq-permits' },
  { user: 'qinli', role: 'SEC', unitId: 'cq-permits' },
];

describe.each([
  ['the present day', civilDateOf(instant(Date.now()))],
  ['a Wednesday before a weekend that is worked', '2026-05-06'],
  ['a Friday', '2026-06-12'],
  ['a Sunday', '2026-06-14'],
  ['a day of the Spring Festival', '2026-02-18'],
  ['the first Monday of a year', '2026-01-05'],
])('installed on %s', (_, day) => {
  const today = civilDate(day);
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await seedDemoCases(database.url, today);
  });
  afterAll(() => database.drop());

  test.each(desks)('the desk of $user has something in every group that the calendar leaves room for', async (desk) => {
    const calendar = await calendarOf(database.pool, 'CQ');
    const { counts } = await deskOf(database, desk, { today, tab: 'mine' });
    const sunday = addDays(today, 7 - weekday(today));
    expect(counts.overdue).toBeGreaterThan(0);
    expect(counts.later).toBeGreaterThan(0);
    expect(counts.pool).toBeGreaterThan(0);
    expect(counts.today > 0).toBe(calendar.isWorkingDay(today));
    expect(counts.week > 0).toBe(calendar.addWorkingDays(today, 1) <= sunday);
  });

  test('something at the window takes effect by itself at the end of the day, when that is worked', async () => {
    const calendar = await calendarOf(database.pool, 'CQ');
    for (const tab of ['mine', 'pool'] as const) {
      const { deemedToday } = await deskOf(database, WINDOW, { today, tab });
      expect(deemedToday > 0).toBe(calendar.isWorkingDay(today));
    }
  });
});
