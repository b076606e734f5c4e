import { addDays, civilDateOf, instant, type CivilDate } from '@lianban/domain/civil-date';
import { ladder } from '@lianban/domain/ladder';
import type { Trail } from '@lianban/db/queries/trail';
import type { z } from 'zod';
import type { trailView as schema } from '../views/basics.ts';
import type { AsOf } from './as-of.ts';
import type { Reader } from './owner.ts';

/** The day of an instant that came out of a JSON column, whose offset is written another way. */
export const dayOf = (at: string): CivilDate => civilDateOf(instant(at));

/** What was sent for a duty, and from when this reader may urge it. */
export function trailView({ reminders, urges }: Trail, { person }: Reader, { today }: AsOf): z.infer<typeof schema> {
  const ofToday = urges.filter(({ at }) => dayOf(at) === today);
  const own = ofToday.filter(({ personId }) => personId === person.id);
  const enough = own.length >= ladder.urgesPerPerson || ofToday.length >= ladder.urgesPerDuty;
  return {
    cards: reminders.map(({ rung, number, forAt, sentAt }) => ({
      ...{ rung, number, on: dayOf(forAt), sentOn: dayOf(sentAt) },
    })),
    urges: urges.map(({ at, name, principal }) => ({ on: dayOf(at), by: name, standingInFor: principal })),
    urgeAgainOn: enough ? addDays(today, 1) : null,
  };
}
