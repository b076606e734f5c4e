import { setTimeout as pause } from 'node:timers/promises';
import { tryLockLapses, unlockLapses } from '@lianban/db/locks';
import { openPool } from '@lianban/db/pool';
import { dueLapses, type DueLapse } from '@lianban/db/queries/due-lapses';
import { select, selectOne, type Queryable } from '@lianban/db/queryable';
import { rounds, type Rounds } from '@lianban/db/rounds';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { turnLapse } from './lapse.ts';

/** Nobody waits longer than this for the effect of a silence. */
const EVERY_MS = 1_000;
/** So many cases are taken at a time. */
const BATCH = 200;
/** After so many cases the sweep lets the acts of people go first for a moment, so that none waits behind a whole batch. */
const BREATH = { cases: 3, ms: 1 } as const;
/** Every statement of a turn ends or is ended sooner. */
const PATIENCE_MS = 10_000;
/** A lapse that waits or fails is looked at again after so long; until then it stands in nobody's way. */
const ASIDE_MS = { deferred: 2_000, failed: 60_000 } as const;

/**
 * Turns every lapse of every case within a second of its moment, from the record alone: deadlines fall together at
 * midnight, and they pass whether or not the engine is up. One at a time, so that nobody's answer waits behind them; of
 * several workers one sweeps. Workflows find the rows in the ledger when something wakes them. A case that fails is
 * logged and holds up no other. ADR 0014.
 */
export function sweepLapses(databaseUrl: string, log: Logger, batch = BATCH): Pick<Rounds, 'stop'> {
  const pool = openPool(databaseUrl, { max: 2, patienceMs: PATIENCE_MS });
  const aside = new Aside();
  const ended = new AbortController();
  const round = (): Promise<'more' | void> => sweepOnce({ pool, log, aside, batch }, ended.signal);
  const sweeping = rounds('lapses', { everyMs: EVERY_MS, log }, round);
  return {
    stop: async () => {
      ended.abort();
      await sweeping.stop();
      await pool.end();
    },
  };
}

interface Sweep {
  readonly pool: Pool;
  readonly log: Logger;
  readonly aside: Aside;
  /** Cases taken at a time. */
  readonly batch: number;
}

/** One batch, if no other worker sweeps; more waits when it was full. */
async function sweepOnce(sweep: Sweep, ended: AbortSignal): Promise<'more' | void> {
  const holder = await sweep.pool.connect();
  let failed = true;
  try {
    const { held } = await selectOne<{ held: boolean }>(holder, { text: tryLockLapses });
    const due = held ? await dueLapses(holder, { limit: sweep.batch, except: sweep.aside.cases(Date.now()) }) : [];
    for (const [at, lapse] of due.entries()) {
      if (ended.aborted) break;
      if (at % BREATH.cases === 0) await pause(BREATH.ms);
      await turn(sweep, holder, lapse);
    }
    if (held) await select(holder, { text: unlockLapses });
    failed = false;
    if (due.length === sweep.batch) return 'more';
  } finally {
    holder.release(failed); // a connection that is closed gives up its lock
  }
}

/** @throws what the driver throws when the record is away, which says nothing about the case. */
async function turn({ pool, log, aside }: Sweep, record: Queryable, due: DueLapse): Promise<void> {
  const { caseId } = due;
  try {
    if (!(await turnLapse(pool, due))) aside.put(caseId, Date.now() + ASIDE_MS.deferred);
  } catch (err) {
    await select(record, { text: 'SELECT' });
    log.warn({ err, caseId }, 'lapses: this case is left to its workflow for now');
    aside.put(caseId, Date.now() + ASIDE_MS.failed);
  }
}

/** Cases that are not looked at for a while. */
class Aside {
  readonly #until = new Map<string, number>();

  put(caseId: string, untilMs: number): void {
    this.#until.set(caseId, untilMs);
  }

  cases(nowMs: number): readonly string[] {
    for (const [caseId, untilMs] of this.#until) if (untilMs <= nowMs) this.#until.delete(caseId);
    return [...this.#until.keys()];
  }
}
