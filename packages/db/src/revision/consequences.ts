import type { WorkingCalendar } from '@lianban/domain/calendar';
import type { Instant } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import { recount, type Recount } from '@lianban/domain/recount';
import { provincesOf, type Proposal } from '@lianban/domain/revision';
import type { RuleKey, Term } from '@lianban/domain/rule';
import type { Queryable } from '../queryable.ts';
import { limitsTouched, type OpenLimit } from './limits.ts';
import { revisedCalendar } from './revised-calendar.ts';
import { termsProposed } from './terms-proposed.ts';

/** What a proposal does to one limit of an open case. */
export interface Consequence extends Recount {
  readonly limit: OpenLimit;
  /** The rule that holds for the limit from now on; null when only its days are counted otherwise. */
  readonly revised: { readonly key: RuleKey; readonly term: Term } | null;
}

/**
 * Everything that a proposal would change at that moment, by case; empty when no open case is touched. Reads the record and
 * writes nothing: whoever stores the result holds the calendar.
 * @throws LianbanError CALENDAR_GAP
 */
export async function consequencesOf(db: Queryable, proposal: Proposal, now: Instant): Promise<readonly Consequence[]> {
  if (proposal.kind === 'rule' && proposal.running === 'keep') return [];
  const calendars = new Map<Province, WorkingCalendar>();
  for (const province of provincesOf(proposal)) calendars.set(province, await revisedCalendar(db, province, proposal));
  const termOf = await termsProposed(db, proposal);
  const limits = await limitsTouched(db, proposal);
  return limits.flatMap((limit) => {
    const calendar = calendars.get(limit.province);
    if (calendar === undefined) return [];
    return termOf === null ? recounted(limit, calendar, now) : favoured(limit, calendar, { now, term: termOf(limit) });
  });
}

function recounted(limit: OpenLimit, calendar: WorkingCalendar, now: Instant): readonly Consequence[] {
  const again = recount(limit, calendar, { now });
  return again === null ? [] : [{ ...again, limit, revised: null }];
}

/** Under another limit, when that is the more favourable to the applicant. What a document prints protects the applicant, and so does not stand against it. */
function favoured(
  limit: OpenLimit,
  calendar: WorkingCalendar,
  { now, term }: { readonly now: Instant; readonly term: Term | null },
): readonly Consequence[] {
  // The earliest of several is not the number of one rule.
  if (term === null || limit.rule === null || limit.why.earliestOf !== undefined) return [];
  const again = recount({ ...limit, printed: false }, calendar, { now, limit: term.limit });
  const wanted = limit.ofApplicant ? 'later' : 'earlier';
  return again?.shift === wanted ? [{ ...again, limit, revised: { key: limit.rule, term } }] : [];
}
