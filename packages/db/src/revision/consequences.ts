import type { WorkingCalendar } from '@lianban/domain/calendar';
import type { Instant } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import { recount, type Recount } from '@lianban/domain/recount';
import { provincesOf, type Proposal } from '@lianban/domain/revision';
import type { Queryable } from '../queryable.ts';
import { limitsTouched, type OpenLimit } from './limits.ts';
import { revisedCalendar } from './revised-calendar.ts';

/** What a proposal does to one limit of an open case. */
export interface Consequence extends Recount {
  readonly limit: OpenLimit;
}

/**
 * Everything that a proposal would change at that moment, by case; empty when no open case touches its days. Reads the
 * record and writes nothing: whoever stores the result holds the calendar.
 * @throws LianbanError CALENDAR_GAP
 */
export async function consequencesOf(db: Queryable, proposal: Proposal, now: Instant): Promise<readonly Consequence[]> {
  const calendars = new Map<Province, WorkingCalendar>();
  for (const province of provincesOf(proposal)) calendars.set(province, await revisedCalendar(db, province, proposal));
  const limits = await limitsTouched(db, proposal);
  return limits.flatMap((limit) => {
    const calendar = calendars.get(limit.province);
    const again = calendar === undefined ? null : recount(limit, calendar, { now });
    return again === null ? [] : [{ ...again, limit }];
  });
}
