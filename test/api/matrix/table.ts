import type { ErrorCode } from '@lianban/domain/error';
import { isOutside, type Role } from '@lianban/domain/role';
import type { Relation } from './places.ts';

/** The cases that are asked about: under way, under supervision after the decision, and over. */
export const states = ['beforeDecision', 'inSupervision', 'closed'] as const;
/** See {@link states}. */
export type State = (typeof states)[number];

/**
 * What somebody is told. A list shows a row or not; a change is done, or nothing changes although nothing is said against it;
 * everything else is answered, or refused with a code.
 */
export type Told = 'answered' | 'shown' | 'absent' | 'done' | 'nothing' | ErrorCode;

/** Who asks, how they stand to the case, and how far the case is. */
export interface Situation {
  readonly role: Role;
  readonly relation: Relation;
  readonly state: State;
}

/** What a right is over: whom it reaches, and what the others are told, which is what they would be told if it did not exist. */
export interface Subject {
  readonly reaches: (situation: Situation) => boolean;
  readonly otherwise: (situation: Situation) => Told;
}

const ofTheProvince = ({ relation }: Situation): boolean => relation !== 'otherProvince';
const ofTheEnterprise = ({ role, relation }: Situation): boolean => isOutside(role) && relation === 'own';

/** An enterprise sees its own cases, an office those of its province. */
const seesTheCase = (situation: Situation): boolean =>
  isOutside(situation.role) ? ofTheEnterprise(situation) : ofTheProvince(situation);

/** Whose the duty is that is asked about: taken up after acceptance, the verification on the spot, the acceptance that is over. */
export const holders = { beforeDecision: 'OFF', inSupervision: 'INS', closed: 'WIN' } as const satisfies Record<
  State,
  Role
>;

const holdsTheDuty = ({ role, relation, state }: Situation): boolean => role === holders[state] && relation === 'own';
const owesIt = (situation: Situation): boolean => situation.state !== 'closed' && holdsTheDuty(situation);

/** The roles of the units that own a duty of the case, besides the head of the agency. */
const units = {
  beforeDecision: ['WIN', 'OFF', 'SEC'],
  inSupervision: ['WIN', 'OFF', 'SEC', 'DISP', 'INS'],
  closed: ['WIN', 'OFF', 'SEC'],
} as const satisfies Record<State, readonly Role[]>;

const worksOnTheCase = ({ role, relation, state }: Situation): boolean => {
  const working: readonly Role[] = units[state];
  return role === 'HEAD' ? ofTheProvince({ role, relation, state }) : relation === 'own' && working.includes(role);
};

const said = (told: Told) => (): Told => told;
const noCaseOrNoDuty = (situation: Situation): Told => (seesTheCase(situation) ? 'NO_SUCH_DUTY' : 'NO_SUCH_CASE');

/** What rights are over. */
export const subjects = {
  /** What is the same for all: catalogue, calendar, rules. */
  common: { reaches: () => true, otherwise: said('answered') },
  /** A case that the post may see. */
  case: { reaches: seesTheCase, otherwise: said('NO_SUCH_CASE') },
  /** An open duty of a case that the post may see; those that are over the applicant reads in the timeline, as far as they are told. */
  dutyOfTheCase: {
    reaches: (it) => seesTheCase(it) && (!isOutside(it.role) || it.state !== 'closed'),
    otherwise: noCaseOrNoDuty,
  },
  /** A duty of one's own unit and role. */
  ownDuty: { reaches: holdsTheDuty, otherwise: noCaseOrNoDuty },
  /** An inspection of the own unit: for those who inspect and those who send them. */
  ownInspection: {
    reaches: ({ role, relation, state }) =>
      (role === 'INS' || role === 'DISP') && relation === 'own' && state === 'inSupervision',
    otherwise: noCaseOrNoDuty,
  },
  /** The right of the applicant to withdraw. */
  ownRight: { reaches: ofTheEnterprise, otherwise: said('NO_SUCH_CASE') },
  /** Any duty of the bureau. */
  dutyOfTheBureau: { reaches: ofTheProvince, otherwise: said('NO_SUCH_DUTY') },
  /** A case that the post may see, of its own unit for the head of a section. */
  caseToConceal: {
    reaches: (it) => seesTheCase(it) && (it.role !== 'SEC' || it.relation === 'own'),
    otherwise: (it) => (seesTheCase(it) ? 'FORBIDDEN' : 'NO_SUCH_CASE'),
  },
  /** A request for emergency access of an officer, which has been refused: the head of the agency decides on it. */
  access: {
    reaches: (it) => ofTheProvince(it) && it.role === 'HEAD',
    otherwise: (it) => (ofTheProvince(it) ? 'SEPARATION' : 'NO_SUCH_REQUEST'),
  },
  accessToEnd: {
    reaches: (it) => ofTheProvince(it) && it.role === 'HEAD',
    otherwise: (it) => (ofTheProvince(it) && it.role === 'DL' ? 'FORBIDDEN' : 'NO_SUCH_REQUEST'),
  },
  /** Lists of such requests: all of the province for those who decide and watch. */
  accesses: {
    reaches: (it) => ofTheProvince(it) && (it.role === 'HEAD' || it.role === 'DL' || it.role === 'SUP'),
    otherwise: said('absent'),
  },
  /** Lists of cases. */
  cases: { reaches: seesTheCase, otherwise: said('absent') },
  /** Lists of what the post has to do, and was told about it. */
  ownDuties: { reaches: owesIt, otherwise: said('absent') },
  /** Counts of what is open in the bureau; of the other one, nothing is counted. */
  counts: { reaches: ofTheProvince, otherwise: said('absent') },
  /** Lists of what is open in the bureau. */
  openInTheBureau: { reaches: (it) => ofTheProvince(it) && it.state !== 'closed', otherwise: said('absent') },
  /** A message to the post about its duty: whoever was not told it marks nothing as read. */
  ownMessage: { reaches: owesIt, otherwise: said('nothing') },
  /** A draft of the enterprise. */
  draft: { reaches: ofTheEnterprise, otherwise: said('NO_SUCH_DRAFT') },
  /** Lists of drafts. */
  drafts: { reaches: ofTheEnterprise, otherwise: said('absent') },
  /** A draft to be thrown away; of another's, nothing is said. */
  draftToDiscard: { reaches: ofTheEnterprise, otherwise: said('nothing') },
  /** A file of such a draft. */
  draftFile: { reaches: ofTheEnterprise, otherwise: said('NO_SUCH_ATTACHMENT') },
  /** A file of the application: for its applicant and those who work on the case. */
  fileOfTheCase: { reaches: (it) => ofTheEnterprise(it) || worksOnTheCase(it), otherwise: said('NO_SUCH_ATTACHMENT') },
  /** A revision of the calendar of the province. */
  revision: { reaches: ofTheProvince, otherwise: said('NO_SUCH_REVISION') },
  /** Lists of revisions. */
  revisions: { reaches: ofTheProvince, otherwise: said('absent') },
  /** Somebody of the bureau, a post in it, a unit, somebody in its pools, a district of its province. */
  person: { reaches: ofTheProvince, otherwise: said('NO_SUCH_PERSON') },
  post: { reaches: ofTheProvince, otherwise: said('NO_SUCH_POST') },
  unit: { reaches: ofTheProvince, otherwise: said('NO_SUCH_UNIT') },
  /** A post at the window, for whose holder the leaders of the bureau name a deputy; to everybody else it is none of theirs. */
  postInCharge: {
    reaches: (it) => ofTheProvince(it) && (it.role === 'DL' || it.role === 'HEAD'),
    otherwise: said('NO_SUCH_POST'),
  },
  delegationInCharge: {
    reaches: (it) => ofTheProvince(it) && (it.role === 'DL' || it.role === 'HEAD'),
    otherwise: said('NO_SUCH_DELEGATION'),
  },
  /** Lists of who is away, and could be, in the own unit or bureau. */
  postsInCharge: {
    reaches: (it) => ofTheProvince(it) && (it.role === 'DL' || it.role === 'HEAD'),
    otherwise: said('absent'),
  },
  member: { reaches: ofTheProvince, otherwise: said('NO_SUCH_MEMBER') },
  qualification: { reaches: ofTheProvince, otherwise: said('NO_SUCH_QUALIFICATION') },
  district: { reaches: ofTheProvince, otherwise: said('NO_SUCH_DISTRICT') },
  /** Lists of what the bureau is made of. */
  organisation: { reaches: ofTheProvince, otherwise: said('absent') },
  /** An open case of the province, by its number. */
  openCase: { reaches: (it) => ofTheProvince(it) && it.state !== 'closed', otherwise: said('NO_SUCH_CASE') },
} as const satisfies Record<string, Subject>;

/** What is the same whatever the state of the case. */
const stateless = new Set<keyof typeof subjects>([
  ...(['common', 'counts', 'draft', 'draftFile', 'drafts', 'draftToDiscard', 'revision', 'revisions'] as const),
  ...([
    'person',
    'post',
    'unit',
    'member',
    'district',
    'organisation',
    'postInCharge',
    'delegationInCharge',
    'postsInCharge',
  ] as const),
]);

/** The states in which a route is asked. */
export const statesOf = (route: string): readonly State[] => {
  const over = table[route]?.over;
  return over !== undefined && stateless.has(over) ? ['inSupervision'] : states;
};

/** One line of the table: who may, over what, and what they are told then. */
export interface Rule {
  readonly who: 'everybody' | 'signedIn' | readonly Role[];
  readonly over: keyof typeof subjects;
  /** By state of the case where that makes a difference. */
  readonly told: Told | Readonly<Record<State, Told>>;
}

const liaison = ['TECH', 'RLO', 'DLO', 'ILO'] as const;
const officers = [
  'WIN',
  'OFF',
  'SEC',
  'REV',
  'DISP',
  'INS',
  'LEG',
  'CRD',
  'DL',
  'HEAD',
  'BMO',
  'PSC',
  'JO',
  ...liaison,
] as const;
const applicant = ['APP'] as const;
const administrator = ['ADM'] as const;
const supervisor = ['SUP'] as const;
const auditor = ['AUD'] as const;
const acting = ['APP', 'DIST', ...officers] as const;
const keepingLedgers = ['SEC', 'DL', 'HEAD', ...liaison, 'SUP'] as const;
const entering = ['APP', 'DIST', ...liaison] as const;
const reading = [...acting, 'SUP', 'ADM'] as const;
const told = [...reading, 'AUD'] as const;

const whileOpen = (open: Told, closed: Told): Record<State, Told> => ({
  ...{ beforeDecision: open, inSupervision: open, closed },
});

/**
 * Who may do what. Whatever is not written here is forbidden. Forms are sent empty, which is looked at last: whoever hears of
 * MALFORMED has been let through. Drafts are incomplete, the revision is decided already, and nobody has taken the duty.
 */
export const table: Readonly<Record<string, Rule>> = {
  'session.me': { who: 'everybody', over: 'common', told: 'answered' },
  'session.signIn': { who: 'everybody', over: 'common', told: 'WRONG_CREDENTIALS' }, // the password is wrong
  'session.signOut': { who: 'everybody', over: 'common', told: 'nothing' }, // there is no session to end
  'session.usePost': { who: 'signedIn', over: 'common', told: 'FORBIDDEN' }, // the post is somebody else's
  'session.list': { who: 'signedIn', over: 'common', told: 'answered' },
  'session.revoke': { who: 'signedIn', over: 'common', told: 'NO_SUCH_SESSION' }, // it is nobody's
  'session.entrance': { who: 'everybody', over: 'common', told: 'answered' },
  'session.stepUp': { who: 'signedIn', over: 'common', told: 'WRONG_PASSWORD' }, // it is wrong
  'session.beginSignIn': { who: 'everybody', over: 'common', told: 'PROVIDER_UNAVAILABLE' }, // nobody has started it
  'session.completeSignIn': { who: 'everybody', over: 'common', told: 'ATTEMPT_OVER' }, // none was begun
  'session.beginLink': { who: 'signedIn', over: 'common', told: 'PROVIDER_UNAVAILABLE' },
  'session.completeLink': { who: 'signedIn', over: 'common', told: 'ATTEMPT_OVER' },
  'session.beginStepUp': { who: 'signedIn', over: 'common', told: 'PROVIDER_UNAVAILABLE' },
  'session.completeStepUp': { who: 'signedIn', over: 'common', told: 'ATTEMPT_OVER' },
  'session.identities': { who: 'signedIn', over: 'common', told: 'answered' },
  'session.unlinkIdentity': { who: 'signedIn', over: 'common', told: 'NOTHING_TO_CHANGE' },
  'session.factor': { who: 'signedIn', over: 'common', told: 'answered' },
  'session.offerFactor': { who: 'signedIn', over: 'common', told: 'NOT_SIGNED_IN' }, // the record knows no such session
  'session.setUpFactor': { who: 'signedIn', over: 'common', told: 'NO_SUCH_FACTOR' }, // none was offered
  'session.removeFactor': { who: 'signedIn', over: 'common', told: 'NO_SUCH_FACTOR' }, // there is none
  'session.renewRecoveryCodes': { who: 'signedIn', over: 'common', told: 'NO_SUCH_FACTOR' },
  'session.passwordRules': { who: 'signedIn', over: 'common', told: 'answered' },
  'session.changePassword': { who: 'signedIn', over: 'common', told: 'WRONG_PASSWORD' }, // the present one is wrong
  'catalogue.items': { who: 'everybody', over: 'common', told: 'answered' },
  'calendar.range': { who: 'everybody', over: 'common', told: 'answered' },
  'case.track': { who: 'everybody', over: 'common', told: 'answered' }, // number and end of the credit code are right

  'application.eligibility': { who: applicant, over: 'common', told: 'answered' },
  'application.draft': { who: applicant, over: 'draft', told: 'done' },
  'application.drafts': { who: applicant, over: 'drafts', told: 'shown' },
  'application.draftById': { who: applicant, over: 'draft', told: 'answered' },
  'application.discard': { who: applicant, over: 'draftToDiscard', told: 'done' },
  'application.submit': { who: applicant, over: 'draft', told: 'MALFORMED' },
  'application.withdraw': {
    who: applicant,
    over: 'ownRight',
    told: { beforeDecision: 'MALFORMED', inSupervision: 'STALE_DUTY', closed: 'CASE_CLOSED' },
  },
  'application.list': { who: ['APP', 'DIST'], over: 'cases', told: 'shown' },

  'attachment.handIn': { who: entering, over: 'draft', told: 'nothing' }, // the same file is there already
  'attachment.remove': { who: entering, over: 'draftFile', told: 'done' },
  'attachment.download': { who: acting, over: 'fileOfTheCase', told: 'answered' },

  'duty.inbox': { who: acting, over: 'ownDuties', told: 'shown' },
  'duty.open': { who: acting, over: 'dutyOfTheCase', told: whileOpen('answered', 'STALE_DUTY') },
  'duty.claim': { who: officers, over: 'ownDuty', told: whileOpen('done', 'STALE_DUTY') },
  'duty.release': { who: officers, over: 'ownDuty', told: whileOpen('NOT_CLAIMED', 'STALE_DUTY') },
  'duty.answerBatch': { who: officers, over: 'ownDuty', told: whileOpen('MALFORMED', 'STALE_DUTY') },
  // The second row of each case is the acceptance by somebody else at the window.
  'duty.retract': { who: officers, over: 'ownDuty', told: whileOpen('RETRACT_NO_ACT', 'RETRACT_NOT_OWN') },
  'duty.answer': { who: acting, over: 'ownDuty', told: whileOpen('MALFORMED', 'STALE_DUTY') },

  // Nobody has taken the duty, and nothing is asked of anybody.
  'involvement.people': { who: officers, over: 'case', told: 'answered' },
  'involvement.reassign': { who: officers, over: 'case', told: whileOpen('PERSON_UNFIT', 'STALE_DUTY') },
  'involvement.ask': { who: officers, over: 'case', told: whileOpen('NOT_CLAIMED', 'STALE_DUTY') },
  'involvement.countersign': { who: officers, over: 'case', told: whileOpen('NOT_CLAIMED', 'STALE_DUTY') },
  'involvement.holdAnswer': { who: officers, over: 'ownDuty', told: whileOpen('MALFORMED', 'STALE_DUTY') },
  'involvement.respond': { who: officers, over: 'case', told: whileOpen('NOT_ASKED', 'STALE_DUTY') },
  'involvement.takeBack': { who: officers, over: 'case', told: whileOpen('NOT_ASKED', 'STALE_DUTY') },
  'involvement.liftSheet': { who: officers, over: 'case', told: whileOpen('NOT_ASKED', 'STALE_DUTY') },
  'involvement.inbox': { who: officers, over: 'cases', told: 'absent' },
  'involvement.ofCase': { who: [...officers, 'SUP', 'ADM'], over: 'case', told: 'answered' },

  'case.list': { who: [...officers, 'SUP'], over: 'cases', told: 'shown' },
  'case.page': { who: reading, over: 'case', told: 'answered' },
  'case.timeline': { who: reading, over: 'case', told: 'answered' },
  'case.why': { who: reading, over: 'case', told: whileOpen('answered', 'NO_SUCH_DUTY') },

  'case.reveal': { who: [...officers, 'SUP'], over: 'case', told: 'nothing' }, // but for the row in the audit
  'case.acknowledgeOpinion': { who: officers, over: 'case', told: 'NOTHING_TO_CHANGE' }, // no letter contradicts another
  'case.setSecrecy': { who: ['SEC', 'DL', 'HEAD'], over: 'caseToConceal', told: 'done' },
  'remedy.open': {
    ...{ who: [...applicant, 'LEG'], over: 'case' }, // what was granted can be contested, though not since days long past
    told: { beforeDecision: 'NOT_CONTESTABLE', inSupervision: 'MALFORMED', closed: 'NOT_CONTESTABLE' },
  },
  'emergency.ask': { who: [...officers, 'SUP'], over: 'common', told: 'done' }, // alike for every case, and for none
  'emergency.list': { who: [...officers, 'SUP'], over: 'accesses', told: 'shown' },
  'emergency.release': { who: ['DL', 'HEAD'], over: 'access', told: 'REQUEST_DECIDED' },
  'emergency.refuse': { who: ['DL', 'HEAD'], over: 'access', told: 'REQUEST_DECIDED' },
  'emergency.end': { who: [...officers, 'SUP'], over: 'accessToEnd', told: 'REQUEST_DECIDED' },

  'supervise.due': { who: supervisor, over: 'counts', told: 'shown' },
  'supervise.overdue': { who: supervisor, over: 'openInTheBureau', told: 'shown' },
  'supervise.urge': {
    who: ['SEC', 'DL', 'HEAD', 'TECH', 'SUP'],
    over: 'dutyOfTheBureau',
    told: whileOpen('done', 'STALE_DUTY'),
  },

  'standIn.mine': { who: officers, over: 'common', told: 'answered' },
  'standIn.ofUnit': { who: ['SEC', 'DL', 'HEAD'], over: 'postsInCharge', told: 'shown' },
  'standIn.deputies': { who: officers, over: 'postInCharge', told: 'answered' },
  'standIn.give': { who: officers, over: 'postInCharge', told: 'DAYS_UNFIT' }, // the days have passed
  'standIn.end': { who: officers, over: 'delegationInCharge', told: 'done' },

  'message.list': { who: told, over: 'ownDuties', told: 'shown' },
  'message.read': { who: told, over: 'ownMessage', told: 'done' },
  'live.events': { who: told, over: 'common', told: 'answered' },

  'liaison.districts': { who: ['APP', 'DIST', ...keepingLedgers], over: 'common', told: 'answered' },
  'liaison.register': { who: entering, over: 'common', told: 'MALFORMED' }, // there is no such district
  'liaison.unitLedger': { who: keepingLedgers, over: 'common', told: 'answered' },
  'liaison.regionalLedger': { who: keepingLedgers, over: 'common', told: 'answered' },
  'liaison.bureauLedger': { who: ['DL', 'HEAD', 'TECH', 'SUP'], over: 'common', told: 'answered' },
  'liaison.exportLedger': { who: keepingLedgers, over: 'common', told: 'nothing' }, // but for the row in the audit

  'procedure.list': { who: [...officers, 'SUP', 'ADM'], over: 'common', told: 'answered' },
  'procedure.page': { who: [...officers, 'SUP', 'ADM'], over: 'common', told: 'answered' },
  'admin.rules': { who: administrator, over: 'common', told: 'answered' },
  'admin.operations': { who: administrator, over: 'counts', told: 'shown' },

  'audit.search': { who: auditor, over: 'cases', told: 'shown' },
  'audit.export': { who: auditor, over: 'common', told: 'nothing' }, // but for the note in the audit

  'revision.inForce': { who: administrator, over: 'common', told: 'answered' },
  'revision.read': { who: administrator, over: 'common', told: 'nothing' },
  'revision.propose': { who: administrator, over: 'openCase', told: 'MALFORMED' },
  'revision.list': { who: administrator, over: 'revisions', told: 'shown' },
  'revision.page': { who: administrator, over: 'revision', told: 'answered' },
  'revision.changes': { who: administrator, over: 'revision', told: 'answered' },
  'revision.file': { who: administrator, over: 'revision', told: 'nothing' }, // but for the note in the audit
  'revision.previewAgain': { who: administrator, over: 'revision', told: 'REVISION_DECIDED' },
  'revision.decide': { who: administrator, over: 'revision', told: 'REVISION_DECIDED' },

  // Everything is asked for days long past, or as it is already.
  'organisation.tree': { who: administrator, over: 'organisation', told: 'shown' },
  'organisation.colleagues': { who: [...officers, 'ADM'], over: 'common', told: 'answered' },
  'organisation.unowned': { who: administrator, over: 'common', told: 'answered' },
  'organisation.person': { who: administrator, over: 'person', told: 'answered' },
  'organisation.addPerson': { who: administrator, over: 'unit', told: 'DAYS_UNFIT' },
  'organisation.renamePerson': { who: administrator, over: 'person', told: 'NOTHING_TO_CHANGE' },
  'organisation.disableAccount': { who: administrator, over: 'person', told: 'NOTHING_TO_CHANGE' },
  'organisation.enableAccount': { who: administrator, over: 'person', told: 'NOTHING_TO_CHANGE' },
  'organisation.renewPassword': { who: administrator, over: 'person', told: 'ACCOUNT_DISABLED' },
  'organisation.linkIdentity': { who: administrator, over: 'person', told: 'done' },
  'organisation.unlinkIdentity': { who: administrator, over: 'person', told: 'NOTHING_TO_CHANGE' },
  'organisation.givePost': { who: administrator, over: 'person', told: 'DAYS_UNFIT' },
  'organisation.endPost': { who: administrator, over: 'post', told: 'DAYS_UNFIT' },
  'organisation.movePost': { who: administrator, over: 'post', told: 'NOTHING_TO_CHANGE' },
  'organisation.addUnit': { who: administrator, over: 'unit', told: 'DAYS_UNFIT' },
  'organisation.renameUnit': { who: administrator, over: 'unit', told: 'NOTHING_TO_CHANGE' },
  'organisation.succeedUnit': { who: administrator, over: 'unit', told: 'PLACE_UNFIT' },
  'organisation.endUnit': { who: administrator, over: 'unit', told: 'UNIT_HOLDS' },
  'organisation.assignRole': { who: administrator, over: 'unit', told: 'NOTHING_TO_CHANGE' },
  'organisation.enterprises': { who: administrator, over: 'organisation', told: 'shown' },
  'organisation.registerEnterprise': { who: administrator, over: 'district', told: 'CREDIT_CODE_TAKEN' },
  'organisation.renewLetter': { who: administrator, over: 'post', told: 'PLACE_UNFIT' },
  'organisation.districts': { who: administrator, over: 'common', told: 'answered' },
  'organisation.pool': { who: administrator, over: 'organisation', told: 'shown' },
  'organisation.joinPool': { who: administrator, over: 'person', told: 'DAYS_UNFIT' },
  'organisation.leavePool': { who: administrator, over: 'member', told: 'DAYS_UNFIT' },
  'organisation.addQualification': { who: administrator, over: 'member', told: 'DAYS_UNFIT' },
  'organisation.correctQualification': { who: administrator, over: 'qualification', told: 'DAYS_UNFIT' },
  'organisation.endQualification': { who: administrator, over: 'qualification', told: 'DAYS_UNFIT' },
  'organisation.enterInterest': { who: administrator, over: 'person', told: 'DAYS_UNFIT' },
  'organisation.withdrawInterest': { who: administrator, over: 'common', told: 'NO_SUCH_INTEREST' }, // there is none

  'interest.list': { who: officers, over: 'common', told: 'answered' },
  'interest.declare': { who: officers, over: 'common', told: 'DAYS_UNFIT' }, // they are in the wrong order
  'recusal.ask': { who: officers, over: 'case', told: whileOpen('done', 'CASE_CLOSED') },
  'recusal.decide': { who: ['SEC', 'DL', 'HEAD'], over: 'case', told: 'RECUSAL_DECIDED' }, // nobody asked
  'team.page': { who: [...officers, 'SUP', 'ADM'], over: 'case', told: 'answered' },
  'team.propose': { who: ['DISP', 'INS'], over: 'ownInspection', told: 'answered' },
  'team.draw': { who: ['DISP', 'INS'], over: 'ownInspection', told: 'done' },
};

/** Whether the table gives the role the route at all; default deny. */
export function isGiven(route: string, role: Role): boolean {
  const who = table[route]?.who ?? [];
  return who === 'everybody' || who === 'signedIn' || who.includes(role);
}

/** What the table says that somebody is told. */
export function toldBy(route: string, situation: Situation): Told {
  const rule = table[route];
  if (rule === undefined || !isGiven(route, situation.role)) return 'FORBIDDEN';
  const { reaches, otherwise }: Subject = subjects[rule.over];
  if (!reaches(situation)) return otherwise(situation);
  return typeof rule.told === 'string' ? rule.told : rule.told[situation.state];
}
