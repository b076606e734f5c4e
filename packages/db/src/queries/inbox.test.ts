import { randomUUID } from 'node:crypto';
import { addDays, civilDate, endOfDay, instant, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { select, selectOne } from '../queryable.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { actorOf, RecordedCase } from '../testing/recorded-case.ts';
import type { Horizon } from './horizon.ts';
import { inbox, inboxGroups, type InboxGroup, type InboxQuestion, type InboxRow } from './inbox.ts';
import type { Scope } from './scope.ts';

let database: TestDatabase;
let caseId: string;
beforeAll(async () => {
  database = await testDatabase();
  ({ caseId } = await RecordedCase.open(database.pool));
});
afterAll(() => database.drop());

const today = civilDate('2026-06-30'); // a Tuesday
const horizon: Horizon = {
  ...{ now: instant('2026-06-30T02:00:00Z'), today, weekEnd: civilDate('2026-07-05') },
  ...{ yellowFrom: civilDate('2026-07-02'), greenFrom: civilDate('2026-07-06'), soonUntil: civilDate('2026-07-14') },
};
const window: Scope = {
  personId: actorOf('WIN').personId,
  role: 'WIN',
  province: 'CQ',
  unitIds: ['cq-service-centre'],
  enterpriseId: null,
};
const me = actorOf('WIN').personId;
const question = (differing: Partial<InboxQuestion> = {}): InboxQuestion => ({
  scope: window,
  personId: me,
  tab: 'pool',
  limit: 50,
  horizon,
  ...differing,
});

interface MadeUp {
  readonly key: string;
  /** Days from today to the last day; null without one. */
  readonly inDays: number | null;
  /** Hours of that day after which it is late; 24 for limits in days. */
  readonly hours: number;
  readonly lapses: boolean;
  readonly openedMinutesAgo: number;
  readonly holder: 'nobody' | 'me' | 'other';
}

const duty = fc.record({
  inDays: fc.option(fc.integer({ min: -3, max: 9 })),
  hours: fc.oneof(fc.constant(24), fc.integer({ min: 1, max: 24 })),
  lapses: fc.boolean(),
  openedMinutesAgo: fc.integer({ min: 0, max: 5 }),
  holder: fc.constantFrom('nobody' as const, 'me' as const, 'other' as const),
});
const duties = fc
  .array(duty, { maxLength: 25 })
  .map((all) => all.map((made, at): MadeUp => ({ ...made, key: `made/${at}` })));

const dueOn = ({ inDays }: MadeUp): CivilDate | null => (inDays === null ? null : addDays(today, inDays));
/** First late instant. */
function dueAt(row: MadeUp): Instant | null {
  const on = dueOn(row);
  return on === null ? null : instant(Date.parse(endOfDay(on)) - (24 - row.hours) * 3_600_000);
}
const openedAt = ({ openedMinutesAgo }: MadeUp): Instant =>
  instant(Date.parse(horizon.now) - openedMinutesAgo * 60_000);

async function replaceDuties(made: readonly MadeUp[]): Promise<void> {
  await select(database.pool, { text: 'DELETE FROM duty' });
  const other = actorOf('OFF');
  const rows = made.map((row) => {
    const on = dueOn(row);
    const holder = { nobody: null, me: actorOf('WIN'), other }[row.holder];
    return {
      ...{
        case_id: caseId,
        key: row.key,
        step: 'intake',
        kind: 'duty',
        role: 'WIN',
        unit_id: 'cq-service-centre',
        province: 'CQ',
        policy: 'DEEMED',
      },
      ...{
        lapses: row.lapses,
        start_on: today,
        due_on: on,
        due_at: dueAt(row),
        provisional: false,
        without: {},
        state: 'open',
      },
      ...{ opened_at: openedAt(row), opened_version: 1 },
      ...(holder === null
        ? {}
        : { claimed_by_person: holder.personId, claimed_by_post: holder.postId, claimed_at: horizon.now }),
    };
  });
  await select(database.pool, {
    text: 'INSERT INTO duty SELECT * FROM jsonb_populate_recordset(NULL::duty, $1)',
    values: [JSON.stringify(rows)],
  });
}

function groupOf(row: MadeUp): InboxGroup {
  if (row.inDays === null) return 'undated';
  if (Date.parse(dueAt(row) ?? '') <= Date.parse(horizon.now)) return 'overdue';
  if (row.inDays === 0) return 'today';
  return row.inDays <= 5 ? 'week' : 'later'; // Sunday is five days after this Tuesday
}

/** The order written down a second time, as a sort of everything. */
function sorted(made: readonly MadeUp[]): readonly string[] {
  const place = (row: MadeUp): readonly (number | string)[] => [
    ...[
      inboxGroups.indexOf(groupOf(row)),
      row.lapses ? 0 : 1,
      Date.parse(dueAt(row) ?? '9999-12-31'),
      -row.openedMinutesAgo,
    ],
    row.key,
  ];
  const compare = (a: MadeUp, b: MadeUp): number => {
    const theirs = place(b);
    const at = place(a).findIndex((part, index) => part !== theirs[index]);
    return at < 0 ? 0 : (place(a)[at] ?? 0) < (theirs[at] ?? 0) ? -1 : 1;
  };
  return [...made].sort(compare).map(({ key }) => key);
}

async function allPages(asked: InboxQuestion): Promise<readonly InboxRow[]> {
  const rows: InboxRow[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await inbox(database.pool, { ...asked, ...(cursor === undefined ? {} : { cursor }) });
    expect(page.rows.length).toBeLessThanOrEqual(asked.limit);
    rows.push(...page.rows);
    cursor = page.next;
  }
  return rows;
}

test('paging through the pool equals sorting all of it', async () => {
  await fc.assert(
    fc.asyncProperty(duties, fc.integer({ min: 1, max: 8 }), async (made, limit) => {
      await replaceDuties(made);
      const free = made.filter(({ holder }) => holder === 'nobody');
      const rows = await allPages(question({ limit }));
      expect(rows.map(({ duty: key }) => key)).toEqual(sorted(free));
      expect(rows.map(({ group }) => group)).toEqual(
        sorted(free).map((key) => groupOf(free.find((row) => row.key === key) as MadeUp)),
      );
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('counts are of the whole tab, whatever the page', async () => {
  await fc.assert(
    fc.asyncProperty(duties, fc.constantFrom('mine' as const, 'pool' as const), async (made, tab) => {
      await replaceDuties(made);
      const { counts, deemedToday } = await inbox(database.pool, question({ tab, limit: 1 }));
      const inTab = made.filter(({ holder }) => holder === (tab === 'mine' ? 'me' : 'nobody'));
      const expected = Object.fromEntries(
        inboxGroups.map((group) => [group, inTab.filter((row) => groupOf(row) === group).length]),
      );
      const count = (holder: MadeUp['holder']): number => made.filter((row) => row.holder === holder).length;
      expect(counts).toEqual({ mine: count('me'), pool: count('nobody'), ...expected });
      expect(deemedToday).toBe(inTab.filter((row) => row.lapses && groupOf(row) === 'today').length);
    }),
    { numRuns: 40 },
  );
}, 60_000);

describe('with a few duties', () => {
  const made: readonly MadeUp[] = [
    { key: 'late', inDays: -1, hours: 24, lapses: false, openedMinutesAgo: 3, holder: 'nobody' },
    { key: 'today', inDays: 0, hours: 24, lapses: false, openedMinutesAgo: 2, holder: 'nobody' },
    { key: 'deemed', inDays: 0, hours: 24, lapses: true, openedMinutesAgo: 1, holder: 'nobody' },
    { key: 'mine', inDays: 2, hours: 24, lapses: false, openedMinutesAgo: 1, holder: 'me' },
  ];
  beforeAll(() => replaceDuties(made));
  const keys = async (differing: Partial<InboxQuestion>): Promise<readonly string[]> =>
    (await inbox(database.pool, question(differing))).rows.map(({ duty: key }) => key);

  test('what takes effect by itself today stands first', async () => {
    expect(await keys({})).toEqual(['deemed', 'today', 'late']);
  });

  test('a filter shows one group', async () => {
    expect(await keys({ filter: 'overdue' })).toEqual(['late']);
    expect(await keys({ tab: 'mine', filter: 'week' })).toEqual(['mine']);
  });

  test.each(['万和', '告承', '渝告承〔'])('two characters of number or enterprise find it: %s', async (search) => {
    expect(await keys({ search })).toHaveLength(3);
  });

  test('what is nowhere is not found', async () => {
    expect(await keys({ search: '不存在' })).toEqual([]);
  });

  test.each([
    ['another unit', { ...window, unitIds: ['cq-permits'] }],
    ['another role', { ...window, role: 'OFF' as const }],
    ['the other province', { ...window, province: 'SC' as const, unitIds: ['sc-service-centre'] }],
  ])('nothing of it is seen from %s', async (_, scope) => {
    const page = await inbox(database.pool, question({ scope }));
    expect(page.rows).toEqual([]);
    expect(page.counts).toMatchObject({ mine: 0, pool: 0, today: 0 });
  });

  test('a row says what the console shows', async () => {
    const [row] = (await inbox(database.pool, question({ tab: 'mine' }))).rows;
    expect(row).toMatchObject({
      ...{
        caseId,
        duty: 'mine',
        step: 'intake',
        procedure: 'informed-commitment',
        edition: '2023-12',
        enterprise: '重庆万和安大药房有限公司',
      },
      ...{
        role: 'WIN',
        unitId: 'cq-service-centre',
        place: { zh: '行政审批服务中心' },
        claimedBy: { personId: me, name: '何静' },
      },
      ...{
        dueOn: '2026-07-02',
        clockStopped: false,
        group: 'week',
        updatedBy: '方少棠',
        last: { kind: 'open', step: null, outcome: null },
      },
    });
    expect(row?.itemTitle.zh).toContain('药品零售');
  });

  test.each([
    'rubbish',
    Buffer.from('["a"]').toString('base64url'),
    Buffer.from('[1,2,3,4,5,6,7,8]').toString('base64url'),
    Buffer.from(
      `["2026-06-30T02:00:00.000Z","2026-06-30","2026-07-05",10,"infinity","2026-06-30T01:00:00.000Z","${randomUUID()}","late"]`,
    ).toString('base64url'),
  ])('a cursor that was made up is refused: %s', async (cursor) => {
    await expect(inbox(database.pool, question({ cursor }))).rejects.toMatchObject({ code: 'MALFORMED' });
  });
});

test('an enterprise sees what it owes, and no pool', async () => {
  await replaceDuties([]);
  const life = await RecordedCase.open(database.pool);
  await life.answer('intake', 'requestSupplement');
  const { enterprise_id: enterpriseId } = await selectOne<{ enterprise_id: string }>(database.pool, {
    text: 'SELECT enterprise_id FROM case_file WHERE case_id = $1',
    values: [life.caseId],
  });
  const own = question({
    scope: { personId: me, role: 'APP', province: 'CQ', unitIds: [], enterpriseId },
    tab: 'mine',
  });
  expect((await inbox(database.pool, own)).rows.map(({ step }) => step)).toEqual(['supplement']);
  expect((await inbox(database.pool, own)).counts).toMatchObject({ mine: 1, pool: 0 });
  expect((await inbox(database.pool, { ...own, tab: 'pool' })).rows).toEqual([]);
  const other = { ...own, scope: { ...own.scope, enterpriseId: randomUUID() } };
  expect((await inbox(database.pool, other)).rows).toEqual([]);
});
