import { instant } from '@lianban/domain/civil-date';
import type { Pool } from 'pg';
import { endBrokenByDay } from '../stand-in/over.ts';
import { handBackEnded } from './hand-back.ts';
import { followSuccessors } from './succession.ts';

/**
 * Does what a day brings: successors take over, nobody stands in any more where a post has ended, and what was taken in such
 * posts, or by who is away without a deputy, goes back to its pool.
 */
export async function carryOut(pool: Pool): Promise<void> {
  await followSuccessors(pool); // first, so that whoever goes on in the successor keeps what they have taken
  const now = instant(Date.now());
  await endBrokenByDay(pool, now);
  await handBackEnded(pool, now);
}
