import { isOutside, type Role } from './role.ts';

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
  | 'attachment.handIn'
  | 'attachment.remove'
  | 'attachment.download'
  | 'duty.inbox'
  | 'duty.open'
  | 'duty.claim'
  | 'duty.release'
  | 'duty.answer'
  | 'duty.answerBatch'
  | 'duty.retract'
  | 'involvement.people'
  | 'involvement.reassign'
  | 'involvement.ask'
  | 'involvement.countersign'
  | 'involvement.holdAnswer'
  | 'involvement.respond'
  | 'involvement.takeBack'
  | 'involvement.liftSheet'
  | 'involvement.inbox'
  | 'involvement.ofCase'
  | 'case.list'
  | 'case.page'
  | 'case.timeline'
  | 'case.why'
  | 'case.reveal'
  | 'case.setSecrecy'
  | 'case.acknowledgeOpinion'
  | 'remedy.open'
  | 'emergency.ask'
  | 'emergency.list'
  | 'emergency.release'
  | 'emergency.refuse'
  | 'emergency.end'
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
  | 'organisation.linkIdentity'
  | 'organisation.unlinkIdentity'
  | 'organisation.givePost'
  | 'organisation.endPost'
  | 'organisation.movePost'
  | 'organisation.addUnit'
  | 'organisation.renameUnit'
  | 'organisation.succeedUnit'
  | 'organisation.endUnit'
  | 'organisation.assignRole'
  | 'organisation.enterprises'
  | 'organisation.registerEnterprise'
  | 'organisation.renewLetter'
  | 'organisation.districts'
  | 'organisation.pool'
  | 'organisation.joinPool'
  | 'organisation.leavePool'
  | 'organisation.addQualification'
  | 'organisation.correctQualification'
  | 'organisation.endQualification'
  | 'standIn.mine'
  | 'standIn.ofUnit'
  | 'standIn.deputies'
  | 'standIn.give'
  | 'standIn.end'
  | 'organisation.enterInterest'
  | 'organisation.withdrawInterest'
  | 'interest.list'
  | 'interest.declare'
  | 'recusal.ask'
  | 'recusal.decide'
  | 'team.page'
  | 'team.propose'
  | 'team.draw'
  | 'liaison.districts'
  | 'liaison.register'
  | 'liaison.unitLedger'
  | 'liaison.regionalLedger'
  | 'liaison.bureauLedger'
  | 'liaison.exportLedger'
  | 'procedure.list'
  | 'procedure.page'
  | 'live.events';

/** Whose rows a post may see: those of its enterprise, of its unit, or of its province. */
export type RowScope = 'own-enterprise' | 'own-unit' | 'own-province';

/** What everybody who is told things may do with them. */
const messages = ['message.list', 'message.read'] as const satisfies readonly Action[];

/** How procedures go, for whoever works with them. */
const procedures = ['procedure.list', 'procedure.page'] as const satisfies readonly Action[];

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
  'organisation.linkIdentity',
  'organisation.unlinkIdentity',
  'organisation.givePost',
  'organisation.endPost',
  'organisation.movePost',
  'organisation.addUnit',
  'organisation.renameUnit',
  'organisation.succeedUnit',
  'organisation.endUnit',
  'organisation.assignRole',
  'organisation.registerEnterprise',
  'organisation.renewLetter',
  'organisation.joinPool',
  'organisation.leavePool',
  'organisation.addQualification',
  'organisation.correctQualification',
  'organisation.endQualification',
  'organisation.enterInterest',
  'organisation.withdrawInterest',
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

/** Work among people on a duty: what officers ask of each other and answer. */
const involvement = [
  'involvement.people',
  'involvement.reassign',
  'involvement.ask',
  'involvement.countersign',
  'involvement.holdAnswer',
  'involvement.respond',
  'involvement.takeBack',
  'involvement.liftSheet',
  'involvement.inbox',
  'involvement.ofCase',
] as const satisfies readonly Action[];

/** To hand files in: with an application, the answer to a duty, or a request to the bureau. */
const files = ['attachment.handIn', 'attachment.remove', 'attachment.download'] as const satisfies readonly Action[];

/** To put a request to the bureau, for oneself or for whoever has told one of it. */
const liaisonRequests = ['liaison.districts', 'liaison.register'] as const satisfies readonly Action[];

/** The ledger of the own unit, and of the region where the unit is one that answers for it. */
const liaisonLedgers = [
  'liaison.districts',
  'liaison.unitLedger',
  'liaison.regionalLedger',
  'liaison.exportLedger',
] as const satisfies readonly Action[];

/** Every ledger, that of the whole bureau among them. */
const allLedgers = [...liaisonLedgers, 'liaison.bureauLedger'] as const satisfies readonly Action[];

const applicant = [
  'application.eligibility',
  'application.draft',
  'application.drafts',
  'application.draftById',
  'application.discard',
  'application.submit',
  'application.withdraw',
  'application.list',
  ...files,
  'duty.inbox',
  'duty.open',
  'duty.answer',
  'case.page',
  'case.timeline',
  'case.why',
  ...liaisonRequests,
  'remedy.open',
  ...messages,
  'live.events',
] as const satisfies readonly Action[];

/** The liaison body of a district puts requests and follows them; it applies for no licence. */
const district = [
  'application.list',
  ...files,
  'duty.inbox',
  'duty.open',
  'duty.answer',
  'case.page',
  'case.timeline',
  'case.why',
  ...liaisonRequests,
  ...messages,
  'live.events',
] as const satisfies readonly Action[];

/** To ask to be let into a secret case, and to give it back. */
const emergency = ['emergency.ask', 'emergency.list', 'emergency.end'] as const satisfies readonly Action[];

const officer = [
  'duty.inbox',
  'duty.open',
  'duty.claim',
  'duty.release',
  'duty.answer',
  'duty.answerBatch',
  'duty.retract',
  'case.list',
  'case.page',
  'case.timeline',
  'case.why',
  'case.acknowledgeOpinion',
  'case.reveal',
  'attachment.download',
  'organisation.colleagues',
  'standIn.mine',
  'standIn.deputies',
  'standIn.give',
  'standIn.end',
  ...emergency,
  ...involvement,
  'interest.list',
  'interest.declare',
  'recusal.ask',
  'team.page',
  ...procedures,
  ...messages,
  'live.events',
] as const satisfies readonly Action[];

/** Whoever answers for the work of others may remind them of it, sees who is away, and decides who is left out of a case. */
const superior = [
  ...officer,
  ...liaisonLedgers,
  'supervise.urge',
  'standIn.ofUnit',
  'recusal.decide',
  'case.setSecrecy',
] as const satisfies readonly Action[];

/** The head of the agency and the deputy decide who is let into what is secret. */
const leader = [
  ...superior,
  'liaison.bureauLedger',
  'emergency.release',
  'emergency.refuse',
] as const satisfies readonly Action[];

/** To enter what somebody has told one of, with its files. */
const entering = ['liaison.register', 'attachment.handIn', 'attachment.remove'] as const satisfies readonly Action[];

/** Whoever keeps a unit in touch with districts and enterprises. */
const liaisonOfficer = [...officer, ...entering, ...liaisonLedgers] as const satisfies readonly Action[];

/** Whoever inspects, or sends to inspect, has the team drawn. */
const inspecting = [...officer, 'team.propose', 'team.draw'] as const satisfies readonly Action[];

/** Everything each role may ask for; what is not written here is refused. */
const allowed: Readonly<Record<Role, readonly Action[]>> = {
  APP: applicant,
  WIN: officer,
  OFF: officer,
  SEC: superior,
  REV: officer,
  DISP: inspecting,
  INS: inspecting,
  LEG: [...officer, 'remedy.open'],
  CRD: officer,
  DL: leader,
  HEAD: leader,
  BMO: officer,
  TECH: [...officer, ...entering, ...allLedgers, 'supervise.urge'],
  RLO: liaisonOfficer,
  DLO: liaisonOfficer,
  ILO: liaisonOfficer,
  PSC: officer,
  JO: officer,
  DIST: district,
  SUP: [
    ...allLedgers,
    'case.list',
    'case.page',
    'case.timeline',
    'case.why',
    'case.reveal',
    'involvement.ofCase',
    'team.page',
    'supervise.due',
    'supervise.overdue',
    'supervise.urge',
    ...emergency,
    ...procedures,
    ...messages,
    'live.events',
  ],
  ADM: [
    'case.page',
    'case.timeline',
    'case.why',
    'involvement.ofCase',
    'team.page',
    'admin.rules',
    'admin.operations',
    ...procedures,
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
export const rowScope = (role: Role): RowScope => (isOutside(role) ? 'own-enterprise' : 'own-province');

/** What changes the rules for everybody, who may do what, or who sees what is secret: whoever asks has proven a short while ago who they are. */
const proven: readonly Action[] = [
  'revision.propose',
  'revision.decide',
  'standIn.give',
  'emergency.release',
  ...organisationActs,
];

/** Whether that request is only taken in a session that was proven a short while ago. */
export const needsProof = (action: Action): boolean => proven.includes(action);
