import { assertNever } from './assert-never.ts';
import type { CalendarYearFile } from './calendar-file.ts';
import type { CivilDate } from './civil-date.ts';
import type { RestDay } from './festivals.ts';
import type { Province } from './province.ts';
import type { Shift } from './recount.ts';
import type { Rule, RuleKey, Term } from './rule.ts';

/** The notice of a year. */
export interface YearProposal {
  readonly kind: 'calendarYear';
  readonly year: CalendarYearFile;
}

/** The days on which a province's offices are closed. */
export interface ClosuresProposal {
  readonly kind: 'closures';
  readonly province: Province;
  readonly add: readonly RestDay[];
  readonly remove: readonly CivilDate[];
}

/** A row of the rule table that applies from a day on, and ends the row it replaces. */
export interface RuleProposal {
  readonly kind: 'rule';
  readonly rule: Omit<Rule, 'effectiveTo'>;
  /** Cases under way keep the terms they were opened with, or take the new limit where it is the more favourable to the applicant. */
  readonly running: 'keep' | 'favourable';
}

/** A row of the rule table, later and more favourable, that one case is to have although it was opened under another. */
export interface CaseRuleProposal {
  readonly kind: 'caseRule';
  readonly province: Province;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly key: RuleKey;
  readonly term: Term;
}

/** What changes the calendar itself. */
export type CalendarProposal = YearProposal | ClosuresProposal;

/** What somebody proposes to change. */
export type Proposal = CalendarProposal | RuleProposal | CaseRuleProposal;

/** Where a revision stands: waiting for a second person, or decided. */
export type RevisionState = 'proposed' | 'applied' | 'rejected' | 'withdrawn';

/** Every shift, those that people have to act on first. */
export const shifts = ['earlier', 'later', 'kept', 'confirmed', 'explained'] as const satisfies readonly Shift[];

/** The provinces whose open cases a proposal may move. */
export function provincesOf(proposal: Proposal): readonly Province[] {
  const province = provinceOf(proposal);
  return province === null ? ['CQ', 'SC'] : [province];
}

/** The province that a proposal belongs to; null when it concerns both. */
export function provinceOf(proposal: Proposal): Province | null {
  switch (proposal.kind) {
    case 'calendarYear':
      return null;
    case 'closures':
    case 'caseRule':
      return proposal.province;
    case 'rule':
      return proposal.rule.province;
    default:
      return assertNever(proposal);
  }
}

/** First and last day whose kind a proposal may change; counts that touch none of the days between stay as they are. */
export function daysOf(proposal: CalendarProposal): { readonly first: CivilDate; readonly last: CivilDate } {
  if (proposal.kind === 'calendarYear') {
    const { year } = proposal.year;
    return { first: `${year}-01-01` as CivilDate, last: `${year}-12-31` as CivilDate }; // every year has both
  }
  const days = [...proposal.add.map(({ on }) => on), ...proposal.remove].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('a proposal without days');
  return { first, last };
}
