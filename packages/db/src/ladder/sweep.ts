import type { WorkingCalendar } from '@lianban/domain/calendar';
import type { Instant } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import type { Pool, PoolClient } from 'pg';
import { calendarOf } from '../calendar.ts';
import { NOTICE_CHANNEL } from '../notice.ts';
import { selectOne } from '../queryable.ts';
import { inTransaction } from '../transaction.ts';
import { recipients, tellPosts, withDeputies } from './recipients.ts';
import { ladderRows, outlookOf, type Looked } from './running.ts';

/** What a sweep did. */
export interface Swept {
  readonly looked: number;
  readonly sent: number;
}

/** How a sweep goes about it; the defaults are those of production. */
export interface SweepOptions {
  /** The moment it is made for; the database's own when left out. */
  readonly now?: Instant;
  readonly batch?: number;
  /** Told after each batch. */
  readonly onBatch?: (swept: Swept) => void;
}

/** Large enough to cost little per rung, small enough to end well before anybody could wait for it. */
const BATCH = 500;

/**
 * Sends every rung whose moment has come: once per limit and rung, whatever sweeps run beside it and however often. Missed
 * ones are sent in order, each with the day it was for; a limit that is answered, paused or dated anew gets nothing more
 * under the old date. Batches are short transactions that lock nothing which a turn writes.
 */
export async function sweepLadder(pool: Pool, options: SweepOptions = {}): Promise<Swept> {
  const { batch = BATCH, onBatch } = options;
  const now = options.now ?? (await databaseNow(pool));
  let swept: Swept = { looked: 0, sent: 0 };
  for (;;) {
    const { looked, sent } = await inTransaction(pool, 'SET LOCAL synchronous_commit = on', (client) =>
      sweepBatch(pool, client, { now, batch }),
    );
    swept = { looked: swept.looked + looked, sent: swept.sent + sent };
    onBatch?.(swept);
    if (looked < batch) return swept;
  }
}

const databaseNow = async (pool: Pool): Promise<Instant> =>
  (
    await selectOne<{ now: Instant }>(pool, {
      text: "SELECT date_trunc('milliseconds', clock_timestamp()) AS now",
    })
  ).now;

async function sweepBatch(
  pool: Pool,
  client: PoolClient,
  { now, batch }: { readonly now: Instant; readonly batch: number },
): Promise<Swept> {
  const rows = await ladderRows(client, now, batch);
  if (rows.length === 0) return { looked: 0, sent: 0 };
  const calendars = await calendarsOf(pool, client, rows);
  const outlooks = rows.map((row) => ({ row, ...outlookOf(row, now, calendarIn(calendars, row)) }));
  const rungs = outlooks.flatMap(({ row: { case_id, key, due_at, running }, passed }) =>
    passed.map(({ rung, number, on, at, tells }) => ({
      ...{ case_id, key, due_at, due_on: running?.due_on, rung, number, for_on: on, for_at: at, tells },
    })),
  );
  const moved = outlooks.map(({ row: { case_id, key, due_at }, nextAt }) => ({
    case_id,
    key,
    due_at,
    next_at: nextAt,
  }));
  const values = [JSON.stringify(rungs), JSON.stringify(moved), now];
  const { sent } = await selectOne<{ sent: number }>(client, { name: 'ladder-send', text: SEND, values });
  return { looked: rows.length, sent };
}

async function calendarsOf(
  pool: Pool,
  client: PoolClient,
  rows: readonly Looked[],
): Promise<ReadonlyMap<Province, WorkingCalendar>> {
  const calendars = new Map<Province, WorkingCalendar>();
  for (const province of new Set(rows.map((row) => row.province)))
    calendars.set(province, await calendarOf(pool, province, client));
  return calendars;
}

function calendarIn(calendars: ReadonlyMap<Province, WorkingCalendar>, { province }: Looked): WorkingCalendar {
  const calendar = calendars.get(province);
  if (calendar === undefined) throw new RangeError(`no calendar of ${province}`);
  return calendar;
}

// Rungs are joined to what is open to that very due date when they are written, not when they were computed. In one order
// for everybody, so that two sweeps never wait for each other crosswise.
const SEND = `
WITH rung AS (
  SELECT * FROM jsonb_to_recordset($1) AS r (case_id uuid, key text, due_at timestamptz, due_on date, rung text, number int,
    for_on date, for_at timestamptz, tells jsonb)
), live AS (
  SELECT r.* FROM rung r JOIN duty d USING (case_id, key, due_at) WHERE d.state = 'open'
  UNION ALL
  SELECT r.* FROM rung r JOIN clock c ON c.case_id = r.case_id AND 'clock:' || c.name = r.key AND c.due_at = r.due_at
  WHERE c.stopped_version IS NULL
), inserted AS (
  INSERT INTO reminder (case_id, key, rung, number, due_on, due_at, for_on, for_at, sent_at)
  SELECT case_id, key, rung, number, due_on, due_at, for_on, for_at, $3 FROM live ORDER BY case_id, key, for_at
  ON CONFLICT (case_id, key, rung, number) DO NOTHING
  RETURNING id, case_id, key, rung, number
), sent AS (
  SELECT i.id AS message, i.case_id, i.key, t.told
  FROM inserted i JOIN rung r USING (case_id, key, rung, number), jsonb_array_elements_text(r.tells) AS t (told)
), ${recipients}, ${withDeputies}, noted AS (
  INSERT INTO message (post_id, reminder_id, at, for_post_id) SELECT post_id, message, $3, for_post_id FROM reached RETURNING post_id
), looked AS (
  SELECT * FROM jsonb_to_recordset($2) AS m (case_id uuid, key text, due_at timestamptz, next_at timestamptz)
), moved AS (
  UPDATE rung_ahead a SET next_at = m.next_at FROM looked m
  WHERE m.next_at IS NOT NULL AND a.case_id = m.case_id AND a.key = m.key AND a.due_at = m.due_at
), gone AS (
  DELETE FROM rung_ahead a USING looked m
  WHERE m.next_at IS NULL AND a.case_id = m.case_id AND a.key = m.key AND a.due_at = m.due_at
), notified AS (${tellPosts(NOTICE_CHANNEL)})
SELECT (SELECT count(*) FROM inserted) AS sent, (SELECT count(*) FROM notified) AS notices`;
