import type { EligibilityView, ItemView } from './views.ts';

/** Where today lies with regard to the days on which one may apply. */
export type WindowState = 'none' | 'before' | 'open' | 'after';

/** Result of one check; `later` means that a person of the bureau decides it after the application. */
export type CheckResult = 'passed' | 'later' | 'failed';

/** One check made before an application: the catalogue, the days, the credit file. */
export interface Check {
  readonly subject: 'catalogue' | 'window' | 'credit';
  readonly result: CheckResult;
}

/** What the page says first: apply by commitment, by the ordinary procedure, wait, or not at all. */
export type Standing = 'commitment' | 'ordinary' | 'before' | 'after' | 'closed';

/** Where `today` lies; both ends of the window belong to it. */
export function windowState(window: EligibilityView['window'], today: string): WindowState {
  if (!window) return 'none';
  if (today < window.opensOn) return 'before';
  return today > window.closesOn ? 'after' : 'open';
}

const windowResult = { none: 'passed', open: 'passed', before: 'failed', after: 'failed' } as const;
const creditResult = { clear: 'passed', unclear: 'later', barred: 'failed' } as const;

/** The checks in the order in which they are explained; an item without a window has no check of the days. */
export function checksOf(item: ItemView, eligibility: EligibilityView, today: string): readonly Check[] {
  const state = windowState(eligibility.window, today);
  const days: readonly Check[] = state === 'none' ? [] : [{ subject: 'window', result: windowResult[state] }];
  // What closes commitment says nothing about an item with a procedure of its own: there the routes that are left decide.
  const own = eligibility.routes.length > 0 ? ('passed' as const) : ('failed' as const);
  return [
    { subject: 'catalogue', result: item.byCommitment || item.ownProcedure ? 'passed' : 'failed' },
    ...days,
    { subject: 'credit', result: item.ownProcedure ? own : creditResult[eligibility.gate] },
  ];
}

/** What may be done today; the routes that the API leaves open decide, the window only names the reason. */
export function standingOf(eligibility: EligibilityView, today: string): Standing {
  if (eligibility.routes.includes('commitment')) return 'commitment';
  if (eligibility.routes.includes('ordinary')) return 'ordinary';
  const state = windowState(eligibility.window, today);
  return state === 'before' || state === 'after' ? state : 'closed';
}
