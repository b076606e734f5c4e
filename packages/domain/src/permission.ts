import type { Role } from './role.ts';

/** What can be asked of the service by somebody who is signed in; the names of its routes. */
export type Action =
  | 'application.eligibility'
  | 'application.draft'
  | 'application.drafts'
  | 'application.draftById'
  | 'application.discard'
  | 'application.submit'
  | 'application.withdraw'
  | 'application.list'
  | 'duty.inbox'
  | 'duty.open'
  | 'duty.claim'
  | 'duty.release'
  | 'duty.answer'
  | 'case.list'
  | 'case.page'
  | 'case.timeline'
  | 'case.why'
  | 'supervise.due'
  | 'supervise.overdue'
  | 'supervise.urge'
  | 'message.list'
  | 'message.read'
  | 'admin.rules'
  | 'admin.operations'
  | 'revision.inForce'
  | 'revision.read'
  | 'revision.propose'
  | 'revision.list'
  | 'revision.page'
  | 'revision.changes'
  | 'revision.file'
  | 'revision.previewAgain'
  | 'revision.decide'
  | 'audit.search'
  | 'audit.export'
  | 'organisation.tree'
  | 'organisation.colleagues'
  | 'organisation.unowned'
  | 'organisation.person'
  | 'organisation.addPerson'
  | 'organisation.renamePerson'
  | 'organisation.disableAccount'
  | 'organisation.enableAccount'
  | 'organisation.renewPassword'
  | 'organisation.givePost'
  | 'organisation.endPost'
  | 'organisation.movePost'
  | 'organisation.addUnit'
  | 'organisation.renameUnit'
  | 'organisation.succeedUnit'
  | 'organisation.assignRole'
  | 'organisation.enterprises'
  | 'organisation.registerEnterprise'
  | 'organisation.renewLetter'
  | 'organisation.districts'
  | 'organisation.pool'
  | 'organisation.joinPool'
  | 'organisation.leavePool'
  | 'organisation.addQualification'
  | 'live.events';

/** Whose rows a post may see: those of its enterprise, of its unit, or of its province. */
export type RowScope = 'own-enterprise' | 'own-unit' | 'own-province';

/** What everybody who is told things may do with them. */
const messages = ['message.list', 'message.read'] as const satisfies readonly Action[];

/** To change the calendar, and to decide on what somebody else proposes. */
const revisions = [
  'revision.inForce',
  'revision.read',
  'revision.propose',
  'revision.list',
  'revision.page',
  'revision.changes',
  'revision.file',
  'revision.previewAgain',
  'revision.decide',
] as const satisfies readonly Action[];

/** To change the organisation of the own province. */
const organisationActs = [
  'organisation.addPerson',
  'organisation.renamePerson',
  'organisation.disableAccount',
  'organisation.enableAccount',
  'organisation.renewPassword',
  'organisation.givePost',
  'organisation.endPost',
  'organisation.movePost',
  'organisation.addUnit',
  'organisation.renameUnit',
  'organisation.succeedUnit',
  'organisation.assignRole',
  'organisation.registerEnterprise',
  'organisation.renewLetter',
  'organisation.joinPool',
  'organisation.leavePool',
  'organisation.addQualification',
] as const satisfies readonly Action[];

/** To keep the organisation of the own province. */
const organisation = [
  'organisation.tree',
  'organisation.unowned',
  'organisation.person',
  'organisation.enterprises',
  'organisation.districts',
  'organisation.pool',
  ...organisationActs,
] as const satisfies readonly Action[];

const applicant = [
  'application.eligibility',
  'application.draft',
  'application.drafts',
  'application.draftById',
  'application.discard',
  'application.submit',
  'application.withdraw',
  'application.list',
  'duty.inbox',
  'duty.open',
  'duty.answer',
  'case.page',
  'case.timeline',
  'case.why',
  ...messages,
  'live.events',
] as const satisfies readonly Action[];

const officer = [
  'duty.inbox',
  'duty.open',
  'duty.claim',
  'duty.release',
  'duty.answer',
  'case.list',
  'case.page',
  'case.timeline',
  'case.why',
  'organisation.colleagues',
  ...messages,
  'live.events',
] as const satisfies readonly Action[];

/** Whoever answers for the work of others may remind them of it. */
const superior = [...officer, 'supervise.urge'] as const satisfies readonly Action[];

/** Everything each role may ask for; what is not written here is refused. */
const allowed: Readonly<Record<Role, readonly Action[]>> = {
  APP: applicant,
  WIN: officer,
  OFF: officer,
  SEC: superior,
  DISP: officer,
  INS: officer,
  LEG: officer,
  CRD: officer,
  DL: superior,
  HEAD: superior,
  BMO: officer,
  SUP: [
    'case.list',
    'case.page',
    'case.timeline',
    'case.why',
    'supervise.due',
    'supervise.overdue',
    'supervise.urge',
    ...messages,
    'live.events',
  ],
  ADM: [
    'case.page',
    'case.timeline',
    'case.why',
    'admin.rules',
    'admin.operations',
    ...revisions,
    'organisation.colleagues',
    ...organisation,
    ...messages,
    'live.events',
  ],
  // Reads the trail of the province and no case.
  AUD: ['audit.search', 'audit.export', ...messages, 'live.events'],
  CLK: [],
};

/** Whether a post of that role may make that request at all; which rows it then reaches is {@link rowScope}. */
export const mayCall = (role: Role, action: Action): boolean => allowed[role].includes(action);

/** The widest set of rows that a post of that role reaches. Nobody reaches the files of the other province. */
export const rowScope = (role: Role): RowScope => (role === 'APP' ? 'own-enterprise' : 'own-province');

/** What changes the rules for everybody, or who may do what: whoever asks has proven a short while ago who they are. */
const proven: readonly Action[] = ['revision.propose', 'revision.decide', ...organisationActs];

/** Whether that request is only taken in a session that was proven a short while ago. */
export const needsProof = (action: Action): boolean => proven.includes(action);
