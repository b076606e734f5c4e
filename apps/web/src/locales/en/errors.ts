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
  FILE_TOO_LARGE:
    'The file is too large and was not uploaded. Please compress or split it; the limit stands above the materials.',
  FILE_UNFIT:
    'Only PDF, PNG and JPEG files whose content is what the name says are taken; nothing was uploaded. Please save it as one of these.',
  TOO_MANY_FILES:
    'This application has as many files as are allowed; nothing was uploaded. Please merge or remove some.',
  FILES_CHANGED:
    'A file came or went while you submitted; nothing was submitted. Please check the materials and submit again.',
  OUTSIDE_WINDOW: 'The application period is not open; nothing was submitted. Please apply within the dates shown.',
  NOT_ELIGIBLE: 'Application by commitment is closed to you for now. The ordinary procedure is open.',
  NOTICE_CHANGED: 'The notice has changed and the old signature no longer holds. Please read and sign it again.',
  STALE_DUTY:
    'Somebody else or the clock settled this first; your act had no effect. Please look at the current state.',
  NO_SUCH_DUTY: 'There is no such duty; it may be settled. Please go back to the inbox.',
  NO_SUCH_CASE: 'There is no such case, or you may not see it. Please check the number.',
  NO_SUCH_DRAFT: 'There is no such draft; it may be submitted or discarded. Please look under My applications.',
  NO_SUCH_ATTACHMENT: 'There is no such file; it may be removed, or you may not see it. Please reload the page.',
  OUTCOME_UNAVAILABLE: 'This act cannot be used now and had no effect. The reason stands beside the button.',
  CASE_CLOSED: 'The case is closed; nothing more can be done on it. The whole record can be read.',
  CLAIMED_BY_OTHER: 'Somebody else has claimed this; your claim had no effect. Please choose another one.',
  NOT_CLAIMED: 'This is not in your name, so there is nothing to release. Please reload the list.',
  SEPARATION:
    'You took part in the step before; the separation of duties asks for another person. Please hand it to a colleague.',
  DELEGATED: 'A colleague prepares this and has not returned it; nothing was sent. Please wait, or call it back.',
  AWAITING_SIGNATURES: 'Signatures are missing; nothing was sent. The sheet says who is waited for.',
  SIGNATURE_REFUSED: 'Somebody did not agree; nothing was sent. Please change the draft and ask them again.',
  DRAFT_DIFFERS:
    'This is not the outcome that was signed; nothing was sent. Please send the signed one, or have the sheet taken away.',
  SHEET_STANDS: 'A draft of this goes round already; no second one was started. You can add or take off signatures.',
  NOT_ASKED: 'There is no such request; it may have been taken back. Please reload.',
  REQUEST_CLOSED: 'This request was answered, taken back, or is over; nothing was changed. Please reload.',
  NOT_YOUR_TURN: 'Others sign before you; nothing was signed. Please wait for them.',
  PERSON_UNFIT: 'This person cannot be asked for that; nothing was sent. The reason stands beside the name.',
  RECUSED:
    'You have an interest in the applicant or asked to be left out: you cannot act on this case, and nothing was done. Hand it to a colleague; ask the head of section if you disagree.',
  TEAM_NEEDED:
    'The team has fewer than two, so the inspection may not go on, and nothing was sent. Draw it, or fill it up, under "Team and recusal" on the page of the case.',
  LEFT_POOL: 'You have left the pool of liaison officers; nothing was done. A colleague who is in it acts on it.',
  NOT_IN_TEAM: 'A team was drawn for this inspection and you are not in it; nothing was done. Its members act on it.',
  TEAM_STANDS: 'The team is complete and was not drawn again. It is filled up when somebody recuses or leaves.',
  TEAM_TOO_FEW:
    'Too few inspectors can be drawn, so nobody was. Ask an administrator to add people or certificates to the pool.',
  RECUSAL_DECIDED: 'This recusal is decided already; your act had no effect. Reload to see the decision.',
  NO_SUCH_PROCEDURE: 'There is no such procedure, or not in that edition. Choose it from the list of procedures.',
  NO_SUCH_INTEREST: 'There is no such interest; it may have ended. Reload and check.',
  URGED_ENOUGH:
    'This has been urged as often as is allowed today; nothing was sent. It is possible again from tomorrow.',
  RIGHT_BLOCKED: 'This right cannot be exercised now; nothing was changed. The reason stands on the page.',
  RETRACT_NO_ACT: 'There is no act here to take back; nothing was changed. Please reload to see the current state.',
  RETRACT_NOT_OWN:
    'Only the officer who acted, in the post they acted in, can take the act back; nothing was changed. Please ask them to correct it.',
  RETRACT_OUTWARD:
    'Something of this act has gone out (a paper, a number, a clock or a decision), so it cannot be taken back; nothing was changed. Please correct it by another act.',
  RETRACT_ACTED_ON:
    'Somebody has gone on from this act, so it cannot be taken back any more; nothing was changed. Please ask whoever acted next to send it back.',
  RETRACT_TOO_LATE:
    'The limit of this step has passed and silence would take effect at once, so the act cannot be taken back; nothing was changed.',
  RETRACTED:
    'This act was taken back before; nothing was changed again. Please look at the timeline and act again if need be.',
  REASON_NEEDED: 'This is only shown with a reason. Please give one; it is kept in the trail.',
  NO_SUCH_REQUEST: 'There is no such request, or you may not see it. Please reload the list.',
  REQUEST_DECIDED:
    'This request has been decided on, or its time is over; your act had no effect. Please reload the list.',
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
  NO_PROVIDER: 'There is no identity provider here, nothing happened. Sign in with account and password.',
  PROVIDER_UNAVAILABLE:
    'The identity provider does not answer at the moment, nothing happened. Try again later, or sign in with account and password.',
  PROVIDER_REFUSED:
    'The identity provider did not confirm who you are, nothing happened. Begin again; if it fails once more, ask the administrator of your unit.',
  ATTEMPT_OVER: 'This attempt is too old, used, or was begun in another browser; nothing happened. Begin again.',
  IDENTITY_UNKNOWN:
    'Nobody can sign in here with this identity yet. Ask the administrator of your unit to link it to your account, or sign in with your password and link it under My account.',
  IDENTITY_TAKEN:
    'This identity is linked to another account and was not linked. Check that it is yours, or ask the administrator of your unit.',
  IDENTITY_HELD: 'The account has an identity of this provider already, nothing was linked. Unlink that one first.',
  WRONG_IDENTITY: 'This is not the identity that is linked to your account, nothing happened. Prove it with your own.',
  FORBIDDEN:
    "Your current post does not carry this right; nothing was changed. Switch posts or ask your unit's administrator.",
  FOREIGN_ORIGIN:
    "The request came from another site and was refused. Please act inside this console; if it goes on, tell your unit's administrator.",
  NO_SUCH_PERSON: 'Your province has no such person, or the person has no account. Refresh and check.',
  NO_SUCH_POST: 'There is no such post; it may have ended. Refresh and check.',
  NO_SUCH_UNIT: 'There is no such unit; it may have ended or another has taken its place. Choose again.',
  NO_SUCH_ENTERPRISE: 'Your province has no such enterprise. Check and choose again.',
  NO_SUCH_DISTRICT: 'Your province has no such district. Choose again.',
  NO_SUCH_QUALIFICATION: 'There is no such qualification in the pools of this province. Refresh and check.',
  NO_SUCH_MEMBER: 'There is no such entry in the pool; it may have ended. Refresh and check.',
  USER_TAKEN: 'Somebody signs in under this name already; nothing was saved. Choose another.',
  CREDIT_CODE_TAKEN:
    'This credit code is registered already; nothing was saved. Look for it in the list of enterprises.',
  ALREADY_HELD:
    'The same person has this post, or is in this pool, on some of these days already; nothing was saved. Check the days.',
  ROLES_APART:
    'An auditor holds no other post on the same days, nothing was saved. End the other post first, or choose somebody else.',
  DAYS_UNFIT:
    'The days do not fit; nothing was saved. They cannot be before today, the last cannot be before the first, nor beyond those of the unit.',
  UNIT_HOLDS:
    'The unit still has posts, roles, units under it or open duties; nothing was changed. Let another unit take its place, or move them first.',
  PLACE_UNFIT: 'This unit or post does not fit; nothing was saved. Choose again.',
  LETTER_NEEDED:
    'Agents and authorised representatives need an authority letter, a legal representative has none. Fill in what applies and save again.',
  ACCOUNT_DISABLED: 'The account is disabled and cannot be given a password. Enable it first.',
  NOTHING_TO_CHANGE: 'It is so already; nothing was changed.',
  OWN_RIGHTS: 'Nobody changes their own posts or account; nothing was done. Ask another administrator.',
  LAST_ADMINISTRATOR:
    'The province would have no administrator who can sign in; nothing was done. Make another one first.',
  NO_SUCH_DELEGATION: 'There is no such delegation, or it is over. Refresh and check.',
  DEPUTY_UNFIT:
    'This person cannot stand in on these days; nothing was saved. Choose somebody else, or change the days.',
  ALREADY_AWAY:
    'There is a deputy or an absence for the same post or matter on some of these days; nothing was saved. End that first, or change the days.',
  STANDS_IN:
    'This person stands in for somebody on some of these days; nothing was saved. End that first and name somebody else.',
  NOBODY_ELSE:
    'Nobody else holds this role in the unit, so duties would have nobody to do them; nothing was saved. Name a deputy.',
  LEFT_WITHOUT_OWNER:
    'Open duties would have nobody to do them; nothing was done. Give the post to somebody first, or confirm.',
  CALENDAR_GAP:
    'The working-day calendar of that year is missing, so no deadline can be computed. Please ask the administrator.',
  UNAVAILABLE: 'The system is away for the moment; nothing received is lost. Please try again shortly.',
  INTERNAL:
    'Something failed and the act may be incomplete. Please reload and check; otherwise tell the administrator the code.',
  OFFLINE:
    'The server cannot be reached; nothing was delivered. Please check the network; this page keeps its content.',
  NOT_CONTESTABLE:
    'No remedy can be entered against this case: it is not decided, its ending is no decision that can be contested, or one is pending already.',
} satisfies English<typeof chinese>;
