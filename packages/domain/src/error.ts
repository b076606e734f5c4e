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
  | 'FILE_TOO_LARGE' // over the limit; the detail says how many MiB are allowed
  | 'FILE_UNFIT' // its content is none of the kinds that may be handed in, or not what its name says
  | 'TOO_MANY_FILES' // the application has as many as are allowed; the detail says how many
  | 'FILES_CHANGED' // a file came or went while the application was sent: look again and send it
  | 'OUTSIDE_WINDOW' // the item may only be applied for in its window
  | 'NOT_ELIGIBLE' // commitment is closed to this applicant: the ordinary procedure is open
  | 'NOTICE_CHANGED' // the commitment was signed against another version of the notice: read and sign again
  // state of the case
  | 'STALE_DUTY' // somebody else, or the clock, settled it first
  | 'NO_SUCH_DUTY'
  | 'NO_SUCH_CASE'
  | 'NO_SUCH_DRAFT'
  | 'NO_SUCH_ATTACHMENT'
  | 'OUTCOME_UNAVAILABLE' // this button cannot be used now; the detail says why
  | 'CASE_CLOSED'
  | 'NOT_CONTESTABLE' // no remedy lies against it now; the detail says why
  | 'CLAIMED_BY_OTHER' // somebody else has taken it from the pool
  | 'NOT_CLAIMED' // release of something one does not hold
  | 'SEPARATION' // the same person acted in a step that must be another's
  | 'DELEGATED' // somebody prepares it: wait for their opinion, or call it back; the detail names them
  | 'AWAITING_SIGNATURES' // the detail names who is waited for
  | 'SIGNATURE_REFUSED' // the detail names who did not agree: draft anew and ask again
  | 'DRAFT_DIFFERS' // another button than that of the signed draft
  | 'SHEET_STANDS' // a draft is being signed already: ask for one more signature, or take it back
  | 'NOT_ASKED' // nothing of that kind is asked, or not of the caller
  | 'REQUEST_CLOSED' // answered, taken back or over already
  | 'NOT_YOUR_TURN' // those before sign first; the detail names who is next
  | 'PERSON_UNFIT' // may not be asked for that; the detail says why
  | 'RECUSED' // has an interest in the applicant, or asked to be left out; the detail says which rule and whom to ask
  | 'TEAM_NEEDED' // an inspection is blocked until its team has two: draw it, or fill it up
  | 'LEFT_POOL' // a duty of liaison officers, and they have left the pool of them
  | 'NOT_IN_TEAM' // a team was drawn, and somebody else is in it
  | 'TEAM_STANDS' // the team is complete and is not drawn again
  | 'TEAM_TOO_FEW' // not enough people in the pool can be drawn; the detail says how many
  | 'RECUSAL_DECIDED' // nobody asked, or it is decided already
  | 'NO_SUCH_INTEREST'
  | 'NO_SUCH_PROCEDURE' // this installation does not carry it, or not that edition
  | 'URGED_ENOUGH' // urged as often as is allowed in a day; the detail says when it is possible again
  | 'RIGHT_BLOCKED' // a right that is barred for a stated reason
  // taking back one's own act; which rule refuses, see `retraction.ts`
  | 'RETRACT_NO_ACT' // no answer to a duty stands there
  | 'RETRACT_NOT_OWN' // somebody else's, or done in another post
  | 'RETRACT_OUTWARD' // something has gone out: a paper, a number, a date, a decision
  | 'RETRACT_ACTED_ON' // somebody has gone on from it
  | 'RETRACT_TOO_LATE' // the limit of the step has passed, and silence would take effect
  | 'RETRACTED' // taken back already
  | 'NO_SUCH_REVISION'
  | 'REASON_NEEDED' // this is only shown with a reason, which goes into the trail
  | 'NO_SUCH_REQUEST' // to be let into a secret case: none of one's own, or of the province
  | 'REQUEST_DECIDED' // somebody has decided on it, or it is over
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
  | 'NO_PROVIDER' // the installation has no identity provider
  | 'PROVIDER_UNAVAILABLE' // the identity provider does not answer: try again, or sign in with the password
  | 'PROVIDER_REFUSED' // it did not confirm who it is, or what it said cannot be trusted: begin again
  | 'ATTEMPT_OVER' // begun in another browser, too long ago, or used already: begin again
  | 'IDENTITY_UNKNOWN' // linked to no account that is in use: an administrator links it
  | 'IDENTITY_TAKEN' // linked to another account
  | 'IDENTITY_HELD' // the account has one of that provider: take it away first
  | 'WRONG_IDENTITY' // not the one that is linked to this account
  | 'FORBIDDEN' // the post held does not carry this right
  | 'FOREIGN_ORIGIN' // mutation from another site
  // organisation
  | 'NO_SUCH_PERSON'
  | 'NO_SUCH_POST' // none of that person in the own province, or it has ended
  | 'NO_SUCH_UNIT' // none in the own province, or it has ended
  | 'NO_SUCH_ENTERPRISE'
  | 'NO_SUCH_DISTRICT'
  | 'NO_SUCH_MEMBER' // of a pool
  | 'NO_SUCH_QUALIFICATION' // of somebody in a pool of the own province
  | 'USER_TAKEN' // somebody signs in under that name: choose another
  | 'CREDIT_CODE_TAKEN' // the enterprise is registered already
  | 'ALREADY_HELD' // the same post, or the same pool, on one of those days already
  | 'ROLES_APART' // who audits does nothing else on the same days
  | 'DAYS_UNFIT' // a last day before the first, or a day that has passed
  | 'PLACE_UNFIT' // a role or a succession that cannot be there
  | 'LETTER_NEEDED' // whoever is not the legal representative acts under an authority letter
  | 'ACCOUNT_DISABLED' // enable it first
  | 'NOTHING_TO_CHANGE' // it is so already
  | 'OWN_RIGHTS' // nobody changes their own posts or account: another administrator does
  | 'LAST_ADMINISTRATOR' // the province would be without one
  | 'NO_SUCH_DELEGATION' // none of one's own, or it is over
  | 'DEPUTY_UNFIT' // they cannot stand in; the detail says why
  | 'ALREADY_AWAY' // the same post or matter has a deputy, or an absence, on one of those days
  | 'STANDS_IN' // who goes away stands in for somebody on one of those days: end that first
  | 'NOBODY_ELSE' // without a deputy the duties of the post would be nobody's: name one
  | 'UNIT_HOLDS' // a unit that still has something is succeeded by another; the detail counts what
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
