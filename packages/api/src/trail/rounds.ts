import { removeToldNotes, tellNotes } from '@lianban/db/audit-notes';
import { rounds } from '@lianban/db/rounds';
import type { Pool } from 'pg';
import type { Logger } from 'pino';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** What requests have noted is written into the trail each second, and forgotten once it counts nothing any more. */
export function startTrailRounds(pool: Pool, log: Logger): { stop(): Promise<void> } {
  const running = [
    rounds('trail', { everyMs: SECOND_MS, log }, () => tellNotes(pool)),
    rounds('notes for the trail', { everyMs: MINUTE_MS, log }, () => removeToldNotes(pool)),
  ];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((round) => round.stop()));
  };
  return { stop };
}
