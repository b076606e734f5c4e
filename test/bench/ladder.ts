import { calendarOf } from '@lianban/db/calendar';
import { sweepLadder } from '@lianban/db/ladder/sweep';
import { select } from '@lianban/db/queryable';
import { addHours, civilDateOf, instant, startOfDay } from '@lianban/domain/civil-date';
import { dueOf } from '@lianban/domain/due';
import { LADDER_SCHEDULE } from '@lianban/workflows/messages';
import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import { inTurn, type Seen } from './load.ts';

/** A sweep with a given number of rungs to send, and the acts of one client just before and while it went on. */
export interface SweepSeen {
  readonly ms: number;
  readonly sent: number;
  readonly messages: number;
  readonly usual: Seen;
  readonly meanwhile: Seen;
}

// Copies of one case, closed, so that nobody starts workflows for them; each with a duty that was opened just before its
// last day ended. Of such a duty the sweep sends the first red card, which most posts are told of.
const FILES = `
INSERT INTO case_file (case_id, number, procedure, edition, item, item_edition, enterprise_id, province, state, ending, version, opened_at, updated_at)
SELECT gen_random_uuid(), 'ladder-' || $2 || '-' || n, f.procedure, f.edition, f.item, f.item_edition, f.enterprise_id, f.province, 'closed', 'withdrawn',
  1, f.opened_at, f.updated_at
FROM (SELECT * FROM case_file LIMIT 1) f, generate_series(1, $1) n RETURNING case_id`;
const DUTIES = `
INSERT INTO duty (case_id, key, step, kind, role, unit_id, province, policy, lapses, "limit", start_on, due_on, due_at, why, without, opened_at, opened_version)
SELECT case_id, 'propose', 'propose', 'duty', 'OFF', 'cq-permits', province, 'BREACH', false, $2, $3, $4, $5, $6, '{}', $7, 1
FROM case_file WHERE number LIKE 'ladder-' || $1 || '-%'`;

/** Opens that many duties whose limit has just passed. */
async function openLateDuties(pool: Pool, count: number, round: number): Promise<void> {
  const calendar = await calendarOf(pool, 'CQ');
  const now = instant(Date.now());
  const limit = { workingDays: 20 };
  const startOn = calendar.subtractWorkingDays(civilDateOf(now), 21);
  const ask = { key: 'propose', limit, extensions: [], startOn, startAt: startOfDay(startOn), spans: [] };
  const { on, at, why } = dueOf(ask, calendar);
  if (at === null) throw new Error('no clock stands still here');
  await select(pool, { text: FILES, values: [count, round] });
  const values = [round, JSON.stringify(limit), startOn, on, at, JSON.stringify(why), addHours(at, -1)];
  await select(pool, { text: DUTIES, values });
  await select(pool, { text: 'ANALYZE duty, case_file, rung_ahead' });
}

/** Has one sweep send that many rungs, while a client goes on with its acts. */
export async function sweepMeanwhile(
  { pool, client }: { readonly pool: Pool; readonly client: Client },
  { rungs, round, samples }: { readonly rungs: number; readonly round: number; readonly samples: number },
  act: () => Promise<unknown>,
): Promise<SweepSeen> {
  const schedule = client.schedule.getHandle(LADDER_SCHEDULE);
  await schedule.pause('the benchmark sweeps by itself');
  await openLateDuties(pool, rungs, round);
  const before = await messages(pool);
  const usual = await inTurn(samples, act);
  const from = performance.now();
  let over = false;
  const sweeping = sweepLadder(pool).finally(() => {
    over = true;
  });
  const ms: number[] = [];
  while (!over) ms.push(...(await inTurn(1, act)).ms);
  const { sent } = await sweeping;
  const took = performance.now() - from;
  await schedule.unpause();
  return {
    ...{ ms: took, sent, messages: (await messages(pool)) - before, usual },
    meanwhile: { ms, perSecond: (ms.length * 1000) / took },
  };
}

async function messages(pool: Pool): Promise<number> {
  const [row] = await select<{ all: number }>(pool, { text: 'SELECT count(*) AS all FROM message' });
  return row?.all ?? 0;
}
