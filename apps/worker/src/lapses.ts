import { setTimeout as sleep } from 'node:timers/promises';
import { tryLockLapses, unlockLapses } from '@lianban/db/locks';
import { dueLapses, type DueLapse } from '@lianban/db/queries/due-lapses';
import { select, selectOne } from '@lianban/db/queryable';
import pg from 'pg';
import type { Logger } from 'pino';
import { turnLapse } from './lapse.ts';

/** Nobody waits longer than this for the effect of a silence. */
const EVERY_MS = 1_000;
/** Cases taken at a time. */
const BATCH = 200;
/** A lapse that waits or fails is looked at again after so long; until then it stands in nobody's way. */
const ASIDE_MS = { deferred: 2_000, failed: 60_000 } as const;

/** The sweep of lapses in this process. */
export interface LapseSweep {
  /** Lets what is under way finish. */
  stop(): Promise<void>;
}

/**
 * Turns every lapse of every case within a second of its moment, from the record alone: deadlines fall together at
 * midnight, and they pass whether or not the engine is up. One at a time, so that nobody's answer waits behind them; of
 * several workers one sweeps. Workflows find the rows in the ledger when something wakes them. A case that fails is
 * logged and holds up no other. ADR 0014.
 */
export function sweepLapses(databaseUrl: string, log: Logger): LapseSweep {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  pool.on('error', () => undefined); // a connection that died while idle: the next query opens another
  const aside = new Aside();
  const ended = new AbortController();
  const sweeping = (async () => {
    while (!ended.signal.aborted) {
      try {
        if (await sweepOnce({ pool, log, aside }, ended.signal)) continue;
      } catch (err) {
        log.warn({ err }, 'lapses: this round failed');
      }
      await pause(ended.signal);
    }
    await pool.end();
  })();
  return {
    stop: () => {
      ended.abort();
      return sweeping;
    },
  };
}

interface Sweep {
  readonly pool: pg.Pool;
  readonly log: Logger;
  readonly aside: Aside;
}

/** One batch, if no other worker sweeps; true when there may be more. */
async function sweepOnce(sweep: Sweep, ended: AbortSignal): Promise<boolean> {
  const holder = await sweep.pool.connect();
  let broken: Error | undefined;
  try {
    const { held } = await selectOne<{ held: boolean }>(holder, { text: tryLockLapses });
    if (!held) return false;
    const due = await dueLapses(holder, { limit: BATCH, except: sweep.aside.cases(Date.now()) });
    for (const lapse of due) if (!ended.aborted) await turn(sweep, lapse);
    await select(holder, { text: unlockLapses });
    return due.length === BATCH;
  } catch (failure) {
    broken = failure instanceof Error ? failure : new Error(String(failure)); // its lock ends with the connection
    throw failure;
  } finally {
    holder.release(broken);
  }
}

async function turn({ pool, log, aside }: Sweep, due: DueLapse): Promise<void> {
  const { caseId } = due;
  try {
    if ((await turnLapse(pool, due)) !== 'turned') aside.put(caseId, Date.now() + ASIDE_MS.deferred);
  } catch (err) {
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

/** Waits until the next round or the end. */
async function pause(ended: AbortSignal): Promise<void> {
  await sleep(EVERY_MS, undefined, { signal: ended }).catch(() => undefined); // ended: there is no next round
}
