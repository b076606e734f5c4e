import { addDays, civilDateOf, instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Pool } from 'pg';
import { enterAbsence } from '../stand-in/give.ts';
import { officerFor } from './cast.ts';
import { people } from './people.ts';

/** The head of the permits section is away for two weeks from the day on which the demonstration is made. */
const [PRINCIPAL, DEPUTY] = ['qinli', 'tangyue'];

/** Has somebody stand in in the demonstration; what there is already stays as it is. */
export async function seedStandIn(pool: Pool): Promise<void> {
  const { actor: by } = officerFor('SEC', 'CQ', PRINCIPAL);
  const { actor: deputy } = officerFor('OFF', 'CQ', DEPUTY);
  const unitId = people.find(({ user }) => user === PRINCIPAL)?.posts[0]?.place ?? null;
  const from = civilDateOf(instant(Date.now()));
  const giver = { by, place: { role: by.role, province: 'CQ', unitId } } as const;
  const absence = { postId: by.postId, deputyPostId: deputy.postId, from, to: addDays(from, 13) };
  try {
    await enterAbsence(pool, giver, { ...absence, matter: { kind: 'post' }, reason: '参加全国药监系统培训' });
  } catch (failure) {
    if (!(failure instanceof LianbanError) || failure.code !== 'ALREADY_AWAY') throw failure;
  }
}
