/**
 * Why a request was refused. One code, one HTTP status and one sentence in each language
 * (`packages/api/src/errors`, `apps/web/src/locales`).
 */
export type ErrorCode =
  // what was sent
  | 'MALFORMED' // not the shape the route asks for: correct the named fields
  | 'NO_SUCH_DATE' // a civil date that does not exist, such as 2026-02-30
  | 'INVALID_TEXT' // NUL or a lone surrogate: type the text again
  | 'TOO_LARGE' // body over the limit: send less, documents go separately
  | 'UNKNOWN_ITEM' // item is not in the catalogue of that province on that day
  | 'MISSING_MATERIAL' // a required material was not handed in
  | 'OUTSIDE_WINDOW' // the item may only be applied for in its window
  | 'NOT_ELIGIBLE' // commitment is closed to this applicant: the ordinary procedure is open
  | 'NOTICE_CHANGED' // the commitment was signed against another version of the notice: read and sign again
  // state of the case
  | 'STALE_DUTY' // somebody else, or the clock, settled it first
  | 'NO_SUCH_DUTY'
  | 'NO_SUCH_CASE'
  | 'NO_SUCH_DRAFT'
  | 'OUTCOME_UNAVAILABLE' // this button cannot be used now; the detail says why
  | 'CASE_CLOSED'
  | 'CLAIMED_BY_OTHER' // somebody else has taken it from the pool
  | 'NOT_CLAIMED' // release of something one does not hold
  | 'SEPARATION' // the same person acted in a step that must be another's
  | 'URGED_ENOUGH' // urged as often as is allowed in a day; the detail says when it is possible again
  | 'RIGHT_BLOCKED' // a right that is barred for a stated reason
  | 'NO_SUCH_REVISION'
  | 'REVISION_DECIDED' // somebody has decided on it or taken it back
  | 'STALE_PREVIEW' // the calendar has changed since: look at the changes again
  | 'REQUEST_REUSED' // same request id with other content
  // who
  | 'NOT_SIGNED_IN'
  | 'WRONG_CREDENTIALS'
  | 'CODE_REQUIRED' // the password is right: send it again with a code of the second factor
  | 'WRONG_CODE' // of the second factor: wrong, too old, or used already
  | 'TOO_MANY_ATTEMPTS' // the detail says after how many seconds it is possible again
  | 'WRONG_PASSWORD' // the present password, asked for before a change
  | 'PASSWORD_REFUSED' // the new one; the detail names the rule
  | 'PASSWORD_CHANGE_REQUIRED' // the password was given or is too old: change it first
  | 'FACTOR_REQUIRED' // one of the posts held needs a second factor: set it up first
  | 'FACTOR_NEEDED' // it cannot be taken away, because one of the posts held needs it
  | 'NO_SUCH_FACTOR' // none is set up, or none was offered in this session
  | 'STEP_UP_REQUIRED' // prove anew who you are, and send the same again; the detail says by what
  | 'NO_SUCH_SESSION'
  | 'FORBIDDEN' // the post held does not carry this right
  | 'FOREIGN_ORIGIN' // mutation from another site
  // organisation
  | 'NO_SUCH_PERSON'
  | 'NO_SUCH_POST' // none of that person in the own province, or it has ended
  | 'NO_SUCH_UNIT' // none in the own province, or it has ended
  | 'NO_SUCH_ENTERPRISE'
  | 'NO_SUCH_DISTRICT'
  | 'NO_SUCH_MEMBER' // of a pool
  | 'USER_TAKEN' // somebody signs in under that name: choose another
  | 'CREDIT_CODE_TAKEN' // the enterprise is registered already
  | 'ALREADY_HELD' // the same post, or the same pool, on one of those days already
  | 'DAYS_UNFIT' // a last day before the first, or a day that has passed
  | 'PLACE_UNFIT' // a role or a succession that cannot be there
  | 'LETTER_NEEDED' // whoever is not the legal representative acts under an authority letter
  | 'ACCOUNT_DISABLED' // enable it first
  | 'NOTHING_TO_CHANGE' // it is so already
  | 'OWN_RIGHTS' // nobody changes their own posts or account: another administrator does
  | 'LAST_ADMINISTRATOR' // the province would be without one
  | 'LEFT_WITHOUT_OWNER' // open duties would be nobody's; the detail names them: confirm, or give the post first
  // calendar
  | 'CALENDAR_GAP' // no day of that year is known
  // ours
  | 'UNAVAILABLE' // database or engine away: try again, nothing is lost
  | 'INTERNAL';

/** A refusal with a code that callers may rely on; `detail` holds names and values for the sentence shown. */
export class LianbanError extends Error {
  override name = 'LianbanError';
  readonly code: ErrorCode;
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, detail: Readonly<Record<string, unknown>> = {}) {
    super(`${code} ${JSON.stringify(detail)}`);
    this.code = code;
    this.detail = detail;
  }
}
