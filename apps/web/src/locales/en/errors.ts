import type { English } from '../words.ts';
import type chinese from '../zh-CN/errors.ts';

export default {
  MALFORMED: 'What was sent has the wrong form and was not saved. Please correct the marked fields and send again.',
  NO_SUCH_DATE: 'That date does not exist; nothing was saved. Please choose a date of the calendar.',
  INVALID_TEXT:
    'The text holds characters that cannot be stored; nothing was saved. Please type it again without them.',
  TOO_LARGE: 'The content is too long and was not saved. Please shorten it; documents go separately.',
  UNKNOWN_ITEM: 'This item is not in the catalogue of that province. Please choose the item again.',
  MISSING_MATERIAL: 'Required materials are missing; nothing was submitted. Please complete those marked required.',
  OUTSIDE_WINDOW: 'The application period is not open; nothing was submitted. Please apply within the dates shown.',
  NOT_ELIGIBLE: 'Application by commitment is closed to you for now. The ordinary procedure is open.',
  NOTICE_CHANGED: 'The notice has changed and the old signature no longer holds. Please read and sign it again.',
  STALE_DUTY:
    'Somebody else or the clock settled this first; your act had no effect. Please look at the current state.',
  NO_SUCH_DUTY: 'There is no such duty; it may be settled. Please go back to the inbox.',
  NO_SUCH_CASE: 'There is no such case, or you may not see it. Please check the number.',
  NO_SUCH_DRAFT: 'There is no such draft; it may be submitted or discarded. Please look under My applications.',
  OUTCOME_UNAVAILABLE: 'This act cannot be used now and had no effect. The reason stands beside the button.',
  CASE_CLOSED: 'The case is closed; nothing more can be done on it. The whole record can be read.',
  CLAIMED_BY_OTHER: 'Somebody else has claimed this; your claim had no effect. Please choose another one.',
  NOT_CLAIMED: 'This is not in your name, so there is nothing to release. Please reload the list.',
  SEPARATION:
    'You took part in the step before; the separation of duties asks for another person. Please hand it to a colleague.',
  URGED_ENOUGH:
    'This has been urged as often as is allowed today; nothing was sent. It is possible again from tomorrow.',
  RIGHT_BLOCKED: 'This right cannot be exercised now; nothing was changed. The reason stands on the page.',
  NO_SUCH_REVISION: 'There is no such revision, or you may not see it. Please go back to the calendar and check.',
  REVISION_DECIDED:
    'This revision has been decided on or withdrawn; your act had no effect. Please reload to see what came of it.',
  STALE_PREVIEW:
    'The calendar has changed since the preview; nothing was approved. Please preview again, check, and approve then.',
  REQUEST_REUSED:
    'This request number was used for other content; nothing was done twice. Please reload and send again.',
  NOT_SIGNED_IN: 'Your session has ended; the act had no effect. Please sign in again.',
  WRONG_CREDENTIALS: 'The account or the password is not right; you are not signed in. Please check and try again.',
  TOO_MANY_ATTEMPTS:
    'Too many attempts; you cannot go on for the moment. Please try again in a few minutes. If it happens to a whole office, tell the administrator.',
  CODE_REQUIRED:
    'The password is right; you are not signed in yet. Please enter a code of your authenticator app, or a recovery code.',
  WRONG_CODE:
    'The code is not right; nothing was done. Codes change every 30 seconds and work once: please try the next one.',
  WRONG_PASSWORD:
    'The password is not right; nothing was done. Please try again, or ask the administrator if it is forgotten.',
  PASSWORD_REFUSED:
    'The new password breaks a rule; nothing was changed. The rule is named below: please choose another.',
  PASSWORD_CHANGE_REQUIRED:
    'The password has to be changed first; the act had no effect. Please change it under My account and go on.',
  FACTOR_REQUIRED:
    'Your post asks for a second factor; the act had no effect. Please go to the start, set it up and go on.',
  FACTOR_NEEDED: 'Your post asks for a second factor, so it stays. To change phones, replace it.',
  NO_SUCH_FACTOR:
    'There is no second factor, or what was shown is not valid any more; nothing was changed. Please begin anew.',
  STEP_UP_REQUIRED:
    'This act asks you to prove who you are again and had no effect. Please press once more and enter password or code.',
  NO_SUCH_SESSION: 'There is no such session; it may have ended. Please reload the list.',
  FORBIDDEN:
    "Your current post does not carry this right; nothing was changed. Switch posts or ask your unit's administrator.",
  FOREIGN_ORIGIN: 'The request came from another site and was refused. Please act inside this console.',
  NO_SUCH_PERSON: 'Your province has no such person, or the person has no account. Refresh and check.',
  NO_SUCH_POST: 'There is no such post; it may have ended. Refresh and check.',
  NO_SUCH_UNIT: 'There is no such unit; it may have ended or another has taken its place. Choose again.',
  NO_SUCH_ENTERPRISE: 'Your province has no such enterprise. Check and choose again.',
  NO_SUCH_DISTRICT: 'Your province has no such district. Choose again.',
  NO_SUCH_MEMBER: 'There is no such entry in the pool; it may have ended. Refresh and check.',
  USER_TAKEN: 'Somebody signs in under this name already; nothing was saved. Choose another.',
  CREDIT_CODE_TAKEN:
    'This credit code is registered already; nothing was saved. Look for it in the list of enterprises.',
  ALREADY_HELD:
    'The same person has this post, or is in this pool, on some of these days already; nothing was saved. Check the days.',
  DAYS_UNFIT:
    'The days do not fit; nothing was saved. They cannot be before today, the last cannot be before the first, nor beyond those of the unit.',
  PLACE_UNFIT: 'This unit or post does not fit; nothing was saved. Choose again.',
  LETTER_NEEDED:
    'Agents and authorised representatives need an authority letter, a legal representative has none. Fill in what applies and save again.',
  ACCOUNT_DISABLED: 'The account is disabled and cannot be given a password. Enable it first.',
  NOTHING_TO_CHANGE: 'It is so already; nothing was changed.',
  OWN_RIGHTS: 'Nobody changes their own posts or account; nothing was done. Ask another administrator.',
  LAST_ADMINISTRATOR:
    'The province would have no administrator who can sign in; nothing was done. Make another one first.',
  LEFT_WITHOUT_OWNER:
    'Open duties would have nobody to do them; nothing was done. Give the post to somebody first, or confirm.',
  CALENDAR_GAP:
    'The working-day calendar of that year is missing, so no deadline can be computed. Please ask the administrator.',
  UNAVAILABLE: 'The system is away for the moment; nothing received is lost. Please try again shortly.',
  INTERNAL:
    'Something failed and the act may be incomplete. Please reload and check; otherwise tell the administrator the code.',
  OFFLINE:
    'The server cannot be reached; nothing was delivered. Please check the network; this page keeps its content.',
} satisfies English<typeof chinese>;
