import { randomUUID } from 'node:crypto';
import { retail } from '../../support/application-draft.ts';
import type { Caller } from '../../support/caller.ts';
import type { Target } from './cases.ts';

/** How a route is asked about a target. */
export interface Ask {
  readonly call: (caller: Caller, target: Target) => Promise<unknown>;
  /** For lists and counts: whether the target is among what was answered. */
  readonly shows?: (answer: never, target: Target) => boolean;
  /** Takes back what the call has changed where it was to be let through: SQL with the ids as they are named. */
  readonly undo?: (target: Target) => readonly string[];
}

/** A route that shows a list or counts. */
const list = <T>(
  call: (caller: Caller, target: Target) => Promise<T>,
  shows: (answer: T, target: Target) => boolean,
) => ({
  call,
  shows,
});

const day = '2026-03-02';
/** A day on which nothing can begin or end any more. */
const past = '2000-01-01';
const reason = '试问';
const holds = (rows: readonly { readonly caseId?: string | null }[], { caseId }: Target): boolean =>
  rows.some((row) => row.caseId === caseId);
const reference = ({ caseId, duty }: Target) => ({ caseId, duty });
/** A post at the window that would have begun long ago. */
const window = (unitId: string) => ({
  ...{ place: { kind: 'unit', role: 'WIN', unitId } as const, since: past, until: null },
});
/** A button with its form empty. */
const act = ({ caseId, duty, outcome }: Target) => ({ caseId, duty, outcome, form: {}, requestId: randomUUID() });

/** Every route with the question that is put to it; one without is found out. */
export const asks: Readonly<Record<string, Ask>> = {
  'session.me': { call: (caller) => caller.session.me() },
  'session.signIn': { call: (caller) => caller.session.signIn({ user: randomUUID(), password: 'wrong' }) },
  'session.signOut': { call: (caller) => caller.session.signOut() },
  'session.usePost': { call: (caller, { postId }) => caller.session.usePost({ postId }) },
  'session.list': { call: (caller) => caller.session.list() },
  'session.revoke': { call: (caller) => caller.session.revoke({ sessionId: randomUUID() }) },
  'session.entrance': { call: (caller) => caller.session.entrance() },
  'session.stepUp': { call: (caller) => caller.session.stepUp({ typed: 'wrong' }) },
  'session.factor': { call: (caller) => caller.session.factor() },
  'session.offerFactor': { call: (caller) => caller.session.offerFactor() },
  'session.setUpFactor': { call: (caller) => caller.session.setUpFactor({ code: '000000' }) },
  'session.removeFactor': { call: (caller) => caller.session.removeFactor() },
  'session.renewRecoveryCodes': { call: (caller) => caller.session.renewRecoveryCodes() },
  'session.passwordRules': { call: (caller) => caller.session.passwordRules() },
  'session.changePassword': { call: (caller) => caller.session.changePassword({ present: 'wrong', next: 'wrong' }) },
  'catalogue.items': { call: (caller) => caller.catalogue.items({}) },
  'calendar.range': { call: (caller) => caller.calendar.range({ from: day, to: day, province: 'CQ' }) },
  'case.track': { call: (caller, { number, lastFour }) => caller.case.track({ number, lastFour }) },

  'application.eligibility': { call: (caller) => caller.application.eligibility(retail) },
  'application.draft': {
    call: (caller, { draftId }) => caller.application.draft({ ...retail, draftId, content: {} }),
  },
  'application.drafts': list(
    (caller) => caller.application.drafts(),
    (rows, { draftId }) => rows.some((row) => row.draftId === draftId),
  ),
  'application.draftById': { call: (caller, { draftId }) => caller.application.draftById({ draftId }) },
  'application.discard': {
    call: (caller, { draftToDiscard }) => caller.application.discard({ draftId: draftToDiscard }),
    undo: ({ draftId, draftToDiscard }) => [
      `INSERT INTO draft (id, enterprise_id, person_id, item, province, content, expires_on)
        SELECT '${draftToDiscard}', enterprise_id, person_id, item, province, content, expires_on FROM draft WHERE id = '${draftId}'`,
    ],
  },
  'application.submit': {
    call: (caller, { draftId }) => caller.application.submit({ draftId, requestId: randomUUID() }),
  },
  'application.withdraw': {
    call: (caller, { caseId }) => caller.application.withdraw({ caseId, form: {}, requestId: randomUUID() }),
  },
  'application.list': list(
    (caller) => caller.application.list({}),
    ({ rows }, target) => holds(rows, target),
  ),

  'duty.inbox': list(
    async (caller) => [
      ...(await caller.duty.inbox({ tab: 'pool' })).rows,
      ...(await caller.duty.inbox({ tab: 'mine' })).rows,
    ],
    (rows, target) => holds(rows, target),
  ),
  'duty.open': { call: (caller, target) => caller.duty.open(reference(target)) },
  'duty.claim': {
    call: (caller, target) => caller.duty.claim(reference(target)),
    undo: ({ caseId, duty }) => [
      `UPDATE duty SET claimed_by_person = NULL, claimed_by_post = NULL, claimed_at = NULL WHERE case_id = '${caseId}' AND key = '${duty}'`,
    ],
  },
  'duty.release': { call: (caller, target) => caller.duty.release(reference(target)) },
  'duty.answer': { call: (caller, target) => caller.duty.answer(act(target)) },

  'case.list': list(
    (caller, { number }) => caller.case.list({ state: 'all', search: number }),
    ({ rows }, target) => holds(rows, target),
  ),
  'case.page': { call: (caller, { caseId }) => caller.case.page({ caseId }) },
  'case.timeline': { call: (caller, { caseId }) => caller.case.timeline({ caseId }) },
  'case.why': { call: (caller, { caseId, duty: key }) => caller.case.why({ caseId, key }) },

  'supervise.due': list(
    (caller) => caller.supervise.due(),
    ({ soon, units, totals }) => soon.length + units.length > 0 || Object.values(totals).some((count) => count > 0),
  ),
  'supervise.overdue': list(
    (caller) => caller.supervise.overdue({}),
    ({ rows }, target) => holds(rows, target),
  ),
  'supervise.urge': {
    call: (caller, target) => caller.supervise.urge({ ...reference(target), requestId: randomUUID() }),
    undo: () => [
      `DELETE FROM message WHERE urge_id IN (SELECT request_id FROM urge WHERE person_name <> '叶青')`,
      `DELETE FROM urge WHERE person_name <> '叶青'`,
    ],
  },

  'message.list': list(
    (caller) => caller.message.list(),
    ({ rows }, target) => holds(rows, target),
  ),
  'message.read': {
    call: (caller, { messageId }) => caller.message.read({ ids: [messageId] }),
    undo: ({ messageId }) => [`UPDATE message SET read_at = NULL WHERE id = '${messageId}'`],
  },
  'live.events': { call: (caller, { caseId }) => caller.live.events({ watch: caseId }) },

  'admin.rules': { call: (caller) => caller.admin.rules() },
  'admin.operations': list(
    (caller) => caller.admin.operations(),
    ({ openCases }) => openCases > 0,
  ),

  'audit.search': list(
    (caller, { number: subject }) => caller.audit.search({ subject }),
    ({ rows }, { number }) => rows.some(({ caseNumber }) => caseNumber === number),
  ),
  'audit.export': { call: (caller) => caller.audit.export({ reason: '试问' }) },

  'revision.inForce': { call: (caller) => caller.revision.inForce() },
  'revision.read': { call: (caller) => caller.revision.read({ content: '{}' }) },
  'revision.propose': {
    call: (caller, { number: caseNumber }) =>
      caller.revision.propose({
        ...{ requestId: randomUUID(), reason: '试问' },
        change: { kind: 'caseRule', caseNumber, key: 'no.such.rule' },
      }),
  },
  'revision.list': list(
    (caller) => caller.revision.list({}),
    ({ rows }, { revisionId }) => rows.some(({ id }) => id === revisionId),
  ),
  'revision.page': { call: (caller, { revisionId }) => caller.revision.page({ revisionId }) },
  'revision.changes': { call: (caller, { revisionId }) => caller.revision.changes({ revisionId }) },
  'revision.file': { call: (caller, { revisionId }) => caller.revision.file({ revisionId }) },
  'revision.previewAgain': { call: (caller, { revisionId }) => caller.revision.previewAgain({ revisionId }) },
  'revision.decide': {
    call: (caller, { revisionId }) => caller.revision.decide({ revisionId, decision: 'approve' }),
  },

  'organisation.tree': list(
    (caller) => caller.organisation.tree(),
    ({ units }, target) => units.some(({ unitId }) => unitId === target.unitId),
  ),
  'organisation.colleagues': { call: (caller) => caller.organisation.colleagues() },
  'organisation.unowned': { call: (caller) => caller.organisation.unowned() },
  'organisation.person': { call: (caller, { personId }) => caller.organisation.person({ personId }) },
  'organisation.addPerson': {
    call: (caller, { unitId }) =>
      caller.organisation.addPerson({ name: '某人', user: 'somebody', grant: window(unitId) }),
  },
  'organisation.renamePerson': {
    call: (caller, { personId }) => caller.organisation.renamePerson({ personId, name: '何静', reason }),
  },
  'organisation.disableAccount': {
    call: (caller, { disabledPersonId: personId }) => caller.organisation.disableAccount({ personId, reason }),
  },
  'organisation.enableAccount': {
    call: (caller, { personId }) => caller.organisation.enableAccount({ personId, reason }),
  },
  'organisation.renewPassword': {
    call: (caller, { disabledPersonId: personId }) => caller.organisation.renewPassword({ personId, reason }),
  },
  'organisation.givePost': {
    call: (caller, { personId, unitId }) => caller.organisation.givePost({ personId, grant: window(unitId) }),
  },
  'organisation.endPost': {
    call: (caller, { postId }) => caller.organisation.endPost({ postId, lastDay: past, reason }),
  },
  'organisation.movePost': {
    call: (caller, { postId, unitId }) =>
      caller.organisation.movePost({ postId, unitId, role: 'WIN', from: past, reason }),
  },
  'organisation.addUnit': {
    call: (caller, { unitId: parentId }) =>
      caller.organisation.addUnit({ nameZh: '某处', nameEn: 'Some section', phone: null, parentId, since: past }),
  },
  'organisation.renameUnit': {
    call: (caller, { unitId }) =>
      caller.organisation.renameUnit({
        ...{ unitId, nameZh: '行政审批服务中心', nameEn: 'Service centre', phone: '023-6000 0101', reason },
      }),
  },
  'organisation.succeedUnit': {
    call: (caller, { unitId }) => caller.organisation.succeedUnit({ unitId, successorId: unitId, from: past, reason }),
  },
  'organisation.assignRole': {
    call: (caller, { unitId }) => caller.organisation.assignRole({ unitId, role: 'WIN', item: null }),
  },
  'organisation.enterprises': list(
    (caller) => caller.organisation.enterprises({}),
    ({ rows }, target) => rows.some(({ enterpriseId }) => enterpriseId === target.enterpriseId),
  ),
  'organisation.registerEnterprise': {
    call: (caller, { districtId }) =>
      caller.organisation.registerEnterprise({
        ...{ name: '某企业', creditCode: '91500103MA60T3XC24', legalPerson: '某人', address: '某处', districtId },
      }),
  },
  'organisation.renewLetter': {
    call: (caller, { postId }) =>
      caller.organisation.renewLetter({ postId, letter: { number: '一号', from: day, to: null } }),
  },
  'organisation.districts': { call: (caller) => caller.organisation.districts() },
  'organisation.pool': list(
    (caller) => caller.organisation.pool({ pool: 'expert' }),
    (rows, target) => rows.some(({ memberId }) => memberId === target.memberId),
  ),
  'organisation.joinPool': {
    call: (caller, { personId }) =>
      caller.organisation.joinPool({ pool: 'expert', who: { personId }, districtId: null, since: past }),
  },
  'organisation.leavePool': {
    call: (caller, { memberId }) => caller.organisation.leavePool({ memberId, lastDay: past, reason }),
  },
  'organisation.addQualification': {
    call: (caller, { memberId }) =>
      caller.organisation.addQualification({
        ...{ memberId, kind: '药品GMP', level: '高级', certificateNumber: '一号', validFrom: day, validTo: past },
      }),
  },
};
