import { instant } from '@lianban/domain/civil-date';
import type { Pool } from 'pg';
import { handBackEnded } from './hand-back.ts';
import { followSuccessors } from './succession.ts';

/** Does what a day brings: successors take over, and what was taken in posts that have ended goes back to its pool. */
export async function carryOut(pool: Pool): Promise<void> {
  await followSuccessors(pool); // first, so that whoever goes on in the successor keeps what they have taken
  await handBackEnded(pool, instant(Date.now()));
}
