import { addDays, civilDateOf, instant, startOfDay, type Instant } from '@lianban/domain/civil-date';
import type { Role } from '@lianban/domain/role';
import { ordinaryPermit } from '@lianban/workflows/procedures/ordinary-permit/2019-04';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claim } from '../claim.ts';
import { select } from '../queryable.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { endDuty, openDuty, redateDuty, type MadeUpDuty } from '../testing/open-duty.ts';
import { actorOf, DRUGSTORE, RecordedCase } from '../testing/recorded-case.ts';
import { sweepLadder } from './sweep.ts';

let database: TestDatabase;
let caseId: string;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  caseId = (await RecordedCase.open(database.pool)).caseId;
});

/** A minute of the wall clock in Shanghai. */
const at = (minute: string): Instant => instant(`${minute}:00+08:00`);
const sweep = (minute: string) => sweepLadder(database.pool, { now: at(minute) });

/** Twenty working days from 2026-09-18: half on 10-09, yellow 10-19, orange 10-21, the last day 10-22. */
const twenty = (key = 'review'): MadeUpDuty => ({
  caseId,
  key,
  limit: { workingDays: 20 },
  from: at('2026-09-18T10:00'),
});

/** What was sent for the duty, as `<rung><number> <day it was for>`, in the order in which it was sent. */
async function sent(key = 'review'): Promise<readonly string[]> {
  const rows = await select<{ line: string }>(database.pool, {
    text: `SELECT rung || number || ' ' || for_on AS line FROM reminder WHERE case_id = $1 AND key = $2 ORDER BY sent_at, for_at`,
    values: [caseId, key],
  });
  return rows.map(({ line }) => line);
}

/** Who was told with each rung, as roles and units. */
async function told(key = 'review'): Promise<Readonly<Record<string, string>>> {
  const rows = await select<{ rung: string; posts: string }>(database.pool, {
    text: `SELECT r.rung || r.number AS rung, string_agg(p.role || coalesce('@' || p.unit_id, ''), ' ' ORDER BY p.role, p.id) AS posts
      FROM reminder r JOIN message m ON m.reminder_id = r.id JOIN post p ON p.id = m.post_id
      WHERE r.case_id = $1 AND r.key = $2 GROUP BY r.rung, r.number`,
    values: [caseId, key],
  });
  return Object.fromEntries(rows.map(({ rung, posts }) => [rung, posts]));
}

describe('a sweep', () => {
  test('sends each rung once, when its moment has come', async () => {
    await openDuty(database.pool, twenty());
    const seen: (readonly string[])[] = [];
    for (const minute of ['2026-09-18T10:01', '2026-10-09T08:59', '2026-10-09T09:00', '2026-10-19T09:00']) {
      await sweep(minute);
      await sweep(minute);
      seen.push(await sent());
    }
    expect(seen).toEqual([[], [], ['reminder1 2026-10-09'], ['reminder1 2026-10-09', 'yellow1 2026-10-19']]);
  });

  test('made after days of outage sends what was missed once, in order, each for the day it was for', async () => {
    await openDuty(database.pool, twenty());
    await sweep('2026-11-03T12:00');
    expect(await sent()).toEqual([
      'reminder1 2026-10-09',
      'yellow1 2026-10-19',
      'orange1 2026-10-21',
      'red1 2026-10-22',
      'red2 2026-10-29',
    ]);
  });

  test('beside another one sends every rung once, and tells everybody once', async () => {
    const keys = Array.from({ length: 60 }, (_, n) => `review${n}`);
    for (const key of keys) await openDuty(database.pool, twenty(key));
    const sweeps = Array.from({ length: 4 }, () =>
      sweepLadder(database.pool, { now: at('2026-10-21T09:00'), batch: 7 }),
    );
    const results = await Promise.all(sweeps);
    expect(results.reduce((sum, result) => sum + result.sent, 0)).toBe(3 * keys.length);
    for (const key of keys) expect(await sent(key)).toHaveLength(3);
  });

  test('waits for nobody who writes the duty, and keeps nobody waiting', async () => {
    await openDuty(database.pool, twenty());
    const writer = new pg.Client({ connectionString: database.url });
    await writer.connect();
    try {
      await writer.query('BEGIN');
      await writer.query('SELECT FROM duty WHERE case_id = $1 FOR UPDATE', [caseId]);
      await writer.query('SELECT FROM case_file WHERE case_id = $1 FOR NO KEY UPDATE', [caseId]);
      await sweep('2026-10-09T09:00');
      expect(await sent()).toEqual(['reminder1 2026-10-09']);
    } finally {
      await writer.query('ROLLBACK');
      await writer.end();
    }
  });
});

describe('a limit', () => {
  test('that is answered gets nothing more', async () => {
    await openDuty(database.pool, twenty());
    await sweep('2026-10-09T09:00');
    await endDuty(database.pool, twenty(), at('2026-10-12T10:00'));
    await sweep('2026-11-03T12:00');
    expect(await sent()).toEqual(['reminder1 2026-10-09']);
  });

  test('whose clock stands still gets nothing, and goes on by its new date without what was sent before', async () => {
    const from = twenty();
    await openDuty(database.pool, from);
    await sweep('2026-10-19T09:00');
    const span = { from: '2026-10-20', to: null, kind: 'excluded', reason: 'hearing' } as unknown as NonNullable<
      MadeUpDuty['spans']
    >[number]; // days written as text
    await redateDuty(database.pool, { ...from, spans: [span] });
    await sweep('2026-11-20T12:00');
    expect(await sent()).toEqual(['reminder1 2026-10-09', 'yellow1 2026-10-19']);
    await redateDuty(database.pool, { ...from, spans: [{ ...span, to: '2026-11-20' } as typeof span] }); // the same
    await sweep('2026-11-30T12:00');
    expect(await sent()).toEqual([
      'reminder1 2026-10-09',
      'yellow1 2026-10-19',
      'orange1 2026-11-24',
      'red1 2026-11-25',
    ]);
  });

  test('whose date moves gets rungs by the new date only', async () => {
    await openDuty(database.pool, twenty());
    await sweep('2026-10-09T09:00');
    await redateDuty(database.pool, { ...twenty(), limit: { workingDays: 30 } });
    await sweep('2026-10-22T12:00');
    expect(await sent()).toEqual(['reminder1 2026-10-09']);
    await sweep('2026-11-02T09:00');
    expect(await sent()).toEqual(['reminder1 2026-10-09', 'yellow1 2026-11-02']);
  });

  test('whose date moved to and fro is reminded of by the last one', async () => {
    await openDuty(database.pool, twenty());
    await redateDuty(database.pool, { ...twenty(), limit: { workingDays: 30 } });
    await redateDuty(database.pool, twenty());
    await redateDuty(database.pool, { ...twenty(), limit: { workingDays: 30 } });
    await sweep('2026-10-22T12:00');
    expect(await sent()).toEqual(['reminder1 2026-10-15']);
  });

  test('of three working days is reminded of at half and when it is over', async () => {
    await openDuty(database.pool, { ...twenty(), limit: { workingDays: 3 } });
    await sweep('2026-09-28T12:00');
    expect(await sent()).toEqual(['reminder1 2026-09-21', 'red1 2026-09-22']);
  });

  test('in hours is reminded of at half, two hours before the end, and at the hour', async () => {
    await openDuty(database.pool, { ...twenty(), limit: { hours: 24 } });
    const counts: number[] = [];
    for (const minute of ['18T21:59', '18T22:00', '19T07:59', '19T08:00', '19T09:59', '19T10:00']) {
      await sweep(`2026-09-${minute}`);
      counts.push((await sent()).length);
    }
    expect(counts).toEqual([0, 1, 1, 2, 2, 3]);
  });

  test('that was taken up late shows its deadline by itself: what lies before is not sent', async () => {
    const { pool } = database;
    await openDuty(pool, twenty());
    await select(pool, {
      text: 'UPDATE duty SET opened_at = $2 WHERE case_id = $1 AND key = $3',
      values: [caseId, at('2026-10-20T10:00'), 'review'],
    });
    await sweep('2026-10-22T12:00');
    expect(await sent()).toEqual(['orange1 2026-10-21']);
  });

  test('that is late already when its step begins gets the red card it stands at, at once', async () => {
    const { pool } = database;
    await openDuty(pool, twenty());
    await select(pool, {
      text: 'UPDATE duty SET opened_at = $2 WHERE case_id = $1 AND key = $3',
      values: [caseId, at('2026-10-30T10:00'), 'review'],
    });
    await sweep('2026-10-30T10:01');
    expect(await sent()).toEqual(['red2 2026-10-29']);
    await sweep('2026-11-05T09:00');
    expect(await sent()).toEqual(['red2 2026-10-29', 'red3 2026-11-05']);
  });

  test('of a statutory clock has a ladder of its own only while no duty follows it', async () => {
    const life = await RecordedCase.open(database.pool, { procedure: ordinaryPermit });
    caseId = life.caseId;
    const later = addDays(civilDateOf(instant(Date.now())), 100);
    await life.answer('intake', 'accept');
    await sweepLadder(database.pool, { now: startOfDay(later) });
    const alone = await sent('clock:decision');
    const rungs = alone.map((line) => line.split(' ')[0]);
    expect(rungs.slice(0, 5)).toEqual(['reminder1', 'yellow1', 'orange1', 'red1', 'red2']);
    expect((await told('clock:decision'))['yellow1']).toBe('SEC@cq-permits'); // who has to assign

    await life.answer('assign', 'assign');
    await sweepLadder(database.pool, { now: startOfDay(addDays(later, 14)) });
    expect(await sent('clock:decision')).toEqual(alone);
    expect((await sent('review')).at(-1)).toMatch(/^red/);
  });
});

describe('those who are told', () => {
  test('are the pool and then the heads, up to the director-general and the supervisor', async () => {
    await openDuty(database.pool, twenty());
    await sweep('2026-10-29T12:00');
    const pool = 'OFF@cq-permits OFF@cq-permits';
    const red = `DL@cq-leaders HEAD@cq-leaders ${pool} SEC@cq-permits SUP@cq-performance`;
    expect(await told()).toEqual({
      reminder1: pool,
      yellow1: `${pool} SEC@cq-permits`,
      orange1: `DL@cq-leaders ${pool} SEC@cq-permits`,
      red1: red,
      red2: red,
    });
  });

  test('are whoever has taken the duty instead of the whole pool', async () => {
    await openDuty(database.pool, twenty());
    await claim(database.pool, { caseId, duty: 'review', by: actorOf('OFF', 1) });
    await sweep('2026-10-19T09:00');
    expect(await told()).toEqual({ reminder1: 'OFF@cq-permits', yellow1: 'OFF@cq-permits SEC@cq-permits' });
  });

  test('hold their post today', async () => {
    await openDuty(database.pool, twenty());
    await select(database.pool, {
      text: `UPDATE post SET until = '2025-01-01' WHERE id = $1`,
      values: [actorOf('OFF', 1).postId],
    });
    await sweep('2026-10-09T09:00');
    expect(await told()).toEqual({ reminder1: 'OFF@cq-permits' });
    await select(database.pool, { text: 'UPDATE post SET until = NULL' });
  });

  test.each<[Role, string]>([['DISP', 'cq-inspectorate-2']])(
    'are outside the owner’s unit where %s has no head of its own',
    async (role, unitId) => {
      await select(database.pool, {
        text: `UPDATE post SET until = '2025-01-01' WHERE role = 'SEC' AND unit_id = $1`,
        values: [unitId],
      });
      await openDuty(database.pool, { ...twenty(), role, unitId });
      await sweep('2026-10-19T09:00');
      expect((await told())['yellow1']).toBe(`DISP@${unitId} DISP@${unitId} SEC@cq-permits`);
      await select(database.pool, { text: 'UPDATE post SET until = NULL' });
    },
  );

  test('are the enterprise, once, before a limit of its own lapses, and nobody else', async () => {
    const lapsing = { ...twenty(), role: 'APP', enterpriseId: DRUGSTORE, policy: 'LAPSE', lapses: true } as const;
    await openDuty(database.pool, lapsing);
    await sweep('2026-11-03T12:00');
    expect([await sent(), await told()]).toEqual([['reminder1 2026-10-19'], { reminder1: 'APP' }]);
  });
});

test('what was sent stays sent', async () => {
  await openDuty(database.pool, twenty());
  await sweep('2026-10-09T09:00');
  await expect(select(database.pool, { text: 'DELETE FROM reminder' })).rejects.toThrow('what was sent stays sent');
});
