import { randomUUID } from 'node:crypto';
import { LianbanError } from '@lianban/domain/error';
import { addHours, instant } from '@lianban/domain/civil-date';
import { retail } from '../../support/application-draft.ts';
import type { Caller } from '../../support/caller.ts';
import { day, interest, list, past, reason, type Ask } from './ask.ts';
import { fileFor, type Target } from './cases.ts';
import { organisationAsks } from './organisation-asks.ts';

export type { Ask } from './ask.ts';

const holds = (rows: readonly { readonly caseId?: string | null }[], { caseId }: Target): boolean =>
  rows.some((row) => row.caseId === caseId);
const reference = ({ caseId, duty }: Target) => ({ caseId, duty });
/** A button with its form empty. */
const act = ({ caseId, duty, outcome }: Target) => ({ caseId, duty, outcome, form: {}, requestId: randomUUID() });

/** A batch tells of each of its answers by itself; what it tells of its only one is what the sender is told. */
async function batchOfOne(caller: Caller, target: Target): Promise<void> {
  const { outcome, ...item } = act(target);
  const [receipt] = await caller.duty.answerBatch({ outcome, items: [item] });
  if (receipt?.refused === null || receipt === undefined) return;
  const { code, detail } = receipt.refused;
  throw new Error(code, { cause: new LianbanError(code, detail) });
}

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
  'session.beginSignIn': { call: (caller) => caller.session.beginSignIn({}) },
  'session.completeSignIn': { call: (caller) => caller.session.completeSignIn({}) },
  'session.beginLink': { call: (caller) => caller.session.beginLink() },
  'session.completeLink': { call: (caller) => caller.session.completeLink() },
  'session.beginStepUp': { call: (caller) => caller.session.beginStepUp() },
  'session.completeStepUp': { call: (caller) => caller.session.completeStepUp() },
  'session.identities': { call: (caller) => caller.session.identities() },
  'session.unlinkIdentity': { call: (caller) => caller.session.unlinkIdentity({ issuer: 'https://nobody.example' }) },
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

  // The very file that is there already, so that nothing is written.
  'attachment.handIn': { call: (caller, { draftId }) => caller.attachment.handIn(fileFor(draftId)) },
  'attachment.remove': {
    call: (caller, { draftAttachmentId: attachmentId }) => caller.attachment.remove({ attachmentId }),
    undo: ({ draftId, draftAttachmentId }) => [
      `INSERT INTO attachment (id, enterprise_id, draft_id, material, name, media_type, size, sm3, person_id)
        SELECT '${draftAttachmentId}', d.enterprise_id, d.id, a.material, a.name, a.media_type, a.size, a.sm3, a.person_id
        FROM draft d, LATERAL (SELECT * FROM attachment LIMIT 1) a WHERE d.id = '${draftId}'`,
    ],
  },
  'attachment.download': { call: (caller, { attachmentId }) => caller.attachment.download({ attachmentId }) },

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
  'duty.answerBatch': { call: (caller, target) => batchOfOne(caller, target) },
  'duty.retract': {
    call: (caller, target) =>
      caller.duty.retract({ ...reference(target), version: 2, reason, requestId: randomUUID() }),
  },
  'duty.answer': { call: (caller, target) => caller.duty.answer(act(target)) },

  'involvement.people': { call: (caller, target) => caller.involvement.people(reference(target)) },
  'involvement.reassign': {
    call: (caller, target) =>
      caller.involvement.reassign({
        ...reference(target),
        requestId: randomUUID(),
        to: { postId: target.postId },
        reason,
      }),
  },
  'involvement.ask': {
    call: (caller, target) =>
      caller.involvement.ask({ ...reference(target), requestId: randomUUID(), kind: 'assist', posts: [target.postId] }),
  },
  'involvement.countersign': {
    call: (caller, { outcome, postId, ...target }) =>
      caller.involvement.countersign({
        ...{
          caseId: target.caseId,
          duty: target.duty,
          requestId: randomUUID(),
          posts: [postId],
          rule: { kind: 'all' },
        },
        ...{ outcome, opinion: reason },
      }),
  },
  'involvement.holdAnswer': {
    call: (caller, target) =>
      caller.involvement.holdAnswer({ ...act(target), posts: [target.postId], rule: { kind: 'all' } }),
  },
  'involvement.respond': {
    call: (caller, target) =>
      caller.involvement.respond({
        ...{ ...reference(target), requestId: randomUUID(), involvementId: randomUUID(), opinion: reason },
      }),
  },
  'involvement.takeBack': {
    call: (caller, target) =>
      caller.involvement.takeBack({ ...reference(target), involvementId: randomUUID(), reason }),
  },
  'involvement.liftSheet': {
    call: (caller, target) => caller.involvement.liftSheet({ ...reference(target), reason }),
  },
  'involvement.inbox': list(
    (caller) => caller.involvement.inbox({}),
    ({ rows }, target) => holds(rows, target),
  ),
  'involvement.ofCase': { call: (caller, { caseId }) => caller.involvement.ofCase({ caseId }) },

  'case.list': list(
    (caller, { number }) => caller.case.list({ state: 'all', search: number }),
    ({ rows }, target) => holds(rows, target),
  ),
  'case.page': { call: (caller, { caseId }) => caller.case.page({ caseId }) },
  'case.timeline': { call: (caller, { caseId }) => caller.case.timeline({ caseId }) },
  'case.why': { call: (caller, { caseId, duty: key }) => caller.case.why({ caseId, key }) },

  'case.reveal': { call: (caller, { caseId }) => caller.case.reveal({ caseId, field: 'contact', reason }) },
  'case.acknowledgeOpinion': {
    call: (caller, { caseId }) =>
      caller.case.acknowledgeOpinion({ caseId, number: '川药监往函〔2026〕9号', words: reason }),
  },
  'case.setSecrecy': {
    call: (caller, { caseId }) => caller.case.setSecrecy({ caseId, secret: true, reason }),
    undo: ({ caseId }) => [
      `UPDATE case_file SET secret_since = NULL, secret_by = NULL, secret_reason = NULL WHERE case_id = '${caseId}'`,
    ],
  },
  'remedy.open': {
    call: (caller, { caseId }) =>
      caller.remedy.open({
        ...{ caseId, kind: 'reconsideration', soughtOn: '2020-01-01', requestId: randomUUID() },
        ...{ body: '市人民政府', claims: '请求撤销' },
      }),
  },
  'emergency.ask': {
    call: (caller, { number: caseNumber }) =>
      caller.emergency.ask({ accessId: randomUUID(), caseNumber, reason, untilAt: addHours(instant(Date.now()), 1) }),
    undo: ({ accessId }) => [`DELETE FROM emergency_access WHERE id <> '${accessId}'`],
  },
  'emergency.list': list(
    (caller) => caller.emergency.list(),
    (rows, target) => rows.some(({ accessId }) => accessId === target.accessId),
  ),
  'emergency.release': { call: (caller, { accessId }) => caller.emergency.release({ accessId }) },
  'emergency.refuse': { call: (caller, { accessId }) => caller.emergency.refuse({ accessId, reason }) },
  'emergency.end': { call: (caller, { accessId }) => caller.emergency.end({ accessId }) },

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

  'standIn.mine': { call: (caller) => caller.standIn.mine() },
  'standIn.ofUnit': list(
    (caller) => caller.standIn.ofUnit(),
    ({ posts }, target) => posts.some(({ postId }) => postId === target.postId),
  ),
  'standIn.deputies': { call: (caller, { postId }) => caller.standIn.deputies({ postId, from: day, to: day }) },
  'standIn.give': {
    call: (caller, { postId }) =>
      caller.standIn.give({
        ...{ postId, deputyPostId: null, matter: { kind: 'post' }, from: past, to: past, reason },
      }),
  },
  'standIn.end': {
    call: (caller, { delegationId }) => caller.standIn.end({ delegationId, reason }),
    undo: ({ delegationId }) => [
      'DELETE FROM message WHERE delegation_id IS NOT NULL',
      `UPDATE delegation SET ended_at = NULL, ended_because = NULL, ended_by = NULL, ended_by_name = NULL, end_reason = NULL
        WHERE id = '${delegationId}'`,
    ],
  },

  'message.list': list(
    (caller) => caller.message.list(),
    ({ rows }, target) =>
      holds(
        rows.filter((row) => row.kind === 'case' || row.kind === 'revision'),
        target,
      ),
  ),
  'message.read': {
    call: (caller, { messageId }) => caller.message.read({ ids: [messageId] }),
    undo: ({ messageId }) => [`UPDATE message SET read_at = NULL WHERE id = '${messageId}'`],
  },
  'live.events': { call: (caller, { caseId }) => caller.live.events({ watch: caseId }) },

  'liaison.districts': { call: (caller) => caller.liaison.districts() },
  'liaison.register': {
    call: (caller) =>
      caller.liaison.register({
        ...{ requestId: randomUUID(), district: '999999', unit: null, category: 'help', sensitive: false },
        ...{ subject: '试问', text: '试问', enterprise: '', creditCode: null, contact: '试问', phone: '1' },
      }),
  },
  'liaison.unitLedger': { call: (caller) => caller.liaison.unitLedger({}) },
  'liaison.regionalLedger': { call: (caller) => caller.liaison.regionalLedger({}) },
  'liaison.bureauLedger': { call: (caller) => caller.liaison.bureauLedger({}) },
  'liaison.exportLedger': { call: (caller) => caller.liaison.exportLedger({ cut: 'unit', reason }) },

  'procedure.list': { call: (caller) => caller.procedure.list() },
  'procedure.page': {
    call: (caller) => caller.procedure.page({ procedure: 'ordinary-permit', edition: '2019-04' }),
  },
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

  ...organisationAsks,
  'interest.list': { call: (caller) => caller.interest.list() },
  'interest.declare': { call: (caller) => caller.interest.declare(interest) },
  'recusal.ask': {
    call: (caller, { caseId }) => caller.recusal.ask({ caseId, reason }),
    undo: ({ caseId }) => [`DELETE FROM recusal WHERE case_id = '${caseId}'`],
  },
  'recusal.decide': {
    call: (caller, { caseId }) => caller.recusal.decide({ caseId, personId: randomUUID(), state: 'declined' }),
  },
  'team.page': { call: (caller, { caseId }) => caller.team.page({ caseId }) },
  'team.propose': { call: (caller, target) => caller.team.propose(reference(target)) },
  'team.draw': {
    call: (caller, target) => caller.team.draw(reference(target)),
    undo: ({ caseId, duty }) => [
      `DELETE FROM inspection_member WHERE case_id = '${caseId}'`,
      `DELETE FROM inspection_draw WHERE case_id = '${caseId}'`,
      `UPDATE duty SET claimed_by_person = NULL, claimed_by_post = NULL, claimed_at = NULL WHERE case_id = '${caseId}' AND key = '${duty}'`,
    ],
  },
};
