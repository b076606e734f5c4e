import { removeToldNotes, tellNotes } from '@lianban/db/audit-notes';
import { tellDoorRefusals } from '@lianban/db/door-refusals';
import { rounds } from '@lianban/db/rounds';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Door } from './door.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** What requests have noted is written into the trail each second, and forgotten once it counts nothing any more; what the door refused is written down each second, and told when the minute is over. */
export function startTrailRounds(pool: Pool, door: Door, log: Logger): { stop(): Promise<void> } {
  const running = [
    rounds('trail', { everyMs: SECOND_MS, log }, () => tellNotes(pool)),
    rounds('refusals at the door', { everyMs: SECOND_MS, log }, async () => {
      await door.write(pool);
      return tellDoorRefusals(pool);
    }),
    rounds('notes for the trail', { everyMs: MINUTE_MS, log }, () => removeToldNotes(pool)),
  ];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((round) => round.stop()));
  };
  return { stop };
}
