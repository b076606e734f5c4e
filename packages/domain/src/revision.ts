import type { CalendarYearFile } from './calendar-file.ts';
import type { CivilDate } from './civil-date.ts';
import type { RestDay } from './festivals.ts';
import type { Province } from './province.ts';
import type { Shift } from './recount.ts';

/** What somebody proposes to change: the notice of a year, or the days on which a province's offices are closed. */
export type Proposal =
  | { readonly kind: 'calendarYear'; readonly year: CalendarYearFile }
  | {
      readonly kind: 'closures';
      readonly province: Province;
      readonly add: readonly RestDay[];
      readonly remove: readonly CivilDate[];
    };

/** Where a revision stands: waiting for a second person, or decided. */
export type RevisionState = 'proposed' | 'applied' | 'rejected' | 'withdrawn';

/** Every shift, those that people have to act on first. */
export const shifts = ['earlier', 'later', 'kept', 'confirmed', 'explained'] as const satisfies readonly Shift[];

/** The provinces whose open cases a proposal may move. */
export const provincesOf = (proposal: Proposal): readonly Province[] =>
  proposal.kind === 'closures' ? [proposal.province] : ['CQ', 'SC'];

/** First and last day whose kind a proposal may change; counts that touch none of the days between stay as they are. */
export function daysOf(proposal: Proposal): { readonly first: CivilDate; readonly last: CivilDate } {
  if (proposal.kind === 'calendarYear') {
    const { year } = proposal.year;
    return { first: `${year}-01-01` as CivilDate, last: `${year}-12-31` as CivilDate }; // every year has both
  }
  const days = [...proposal.add.map(({ on }) => on), ...proposal.remove].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('a proposal without days');
  return { first, last };
}
