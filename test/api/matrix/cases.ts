import { randomUUID } from 'node:crypto';
import { selectOne } from '@lianban/db/queryable';
import { madePdf } from '@lianban/db/seed/made-file';
import { openDuty } from '@lianban/db/testing/open-duty';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { addDays, addHours, civilDateOf, instant } from '@lianban/domain/civil-date';
import { retail } from '../../support/application-draft.ts';
import type { Callers } from '../../support/caller.ts';
import { holders, states, type State } from './table.ts';

/** Everything that can be named of one case, its applicant and its bureau. */
export interface Target {
  readonly caseId: string;
  readonly number: string;
  /** Key of the duty that is asked about, its button, and its message to the post that owes it. */
  readonly duty: string;
  readonly outcome: string;
  readonly messageId: string;
  readonly draftId: string;
  readonly draftToDiscard: string;
  /** A file of the application of the case, and one of the first draft. */
  readonly attachmentId: string;
  readonly draftAttachmentId: string;
  readonly revisionId: string;
  /** A request for emergency access of the bureau that has been refused. */
  readonly accessId: string;
  readonly postId: string;
  /** Who holds that post, in which unit, and somebody whose account is disabled; all of the bureau. */
  readonly personId: string;
  readonly unitId: string;
  readonly disabledPersonId: string;
  readonly enterpriseId: string;
  readonly districtId: string;
  /** Of a pool of the bureau. */
  readonly memberId: string;
  readonly qualificationId: string;
  /** Somebody is to stand in for whoever holds the post, later on. */
  readonly delegationId: string;
  /** Last four characters of the applicant's credit code. */
  readonly lastFour: string;
}

/** The step that is asked about, and one of its buttons that asks for words. */
const asked: Readonly<Record<State, { readonly step: string; readonly outcome: string }>> = {
  beforeDecision: { step: 'propose', outcome: 'proposeRefusal' },
  inSupervision: { step: 'verify', outcome: 'conforms' },
  closed: { step: 'intake', outcome: 'accept' },
};

/** The same target with nothing in it that exists. */
export const nothingLike = (target: Target): Target => ({
  ...target,
  ...{ caseId: randomUUID(), number: `渝药监-${randomUUID()}`, messageId: randomUUID(), postId: randomUUID() },
  ...{ draftId: randomUUID(), draftToDiscard: randomUUID(), revisionId: randomUUID(), accessId: randomUUID() },
  ...{ personId: randomUUID(), unitId: 'no-such-unit', disabledPersonId: randomUUID(), enterpriseId: randomUUID() },
  ...{ attachmentId: randomUUID(), draftAttachmentId: randomUUID() },
  ...{ districtId: '000000', memberId: randomUUID(), delegationId: randomUUID() },
  qualificationId: randomUUID(),
});

const material = 'application-form';
const bytes = madePdf(['申请表']);
const files = [{ material, name: '申请表.pdf', mediaType: 'application/pdf', bytes }] as const;
/** A file as it is handed in with the draft. */
export const fileFor = (draftId: string) => ({ draftId, material, name: '申请表.pdf', replaces: null, bytes });

/** One case per state, all of the drugstore in Chongqing, with everything that belongs to them. */
export async function openCases(api: Callers): Promise<Readonly<Record<State, Target>>> {
  const weeksAgo = addHours(instant(Date.now()), -24 * 40);
  const accepted = await RecordedCase.open(api.pool, { at: weeksAgo, files });
  await accepted.answer('intake', 'accept', { at: weeksAgo });
  const supervised = await RecordedCase.open(api.pool, { files });
  for (const [step, outcome] of [
    ['intake', 'accept'],
    ['propose', 'proposeGrant'],
    ['decide', 'grant'],
    ['deliver', 'delivered'],
  ] as const)
    await supervised.answer(step, outcome);
  const late = { caseId: supervised.caseId, key: 'checkRectification', limit: { workingDays: 5 }, from: weeksAgo };
  await openDuty(api.pool, { ...late, role: 'INS', unitId: 'cq-inspectorate-2' });
  const over = await RecordedCase.open(api.pool, { files });
  await over.answer('intake', 'accept');
  await over.answer('withdraw', 'withdraw');
  const cases = { beforeDecision: accepted.caseId, inSupervision: supervised.caseId, closed: over.caseId };
  const shared = await belongings(api);
  const targets = await Promise.all(
    states.map(async (state) => [state, { ...shared, ...(await targetOf(api, state, cases[state])) }] as const),
  );
  return Object.fromEntries(targets) as Record<State, Target>; // one per state
}

type OfTheCase = 'caseId' | 'number' | 'duty' | 'outcome' | 'messageId' | 'attachmentId';

/** The case with its duty; whoever owes it has been urged, so that there is a message. */
async function targetOf(api: Callers, state: State, caseId: string): Promise<Pick<Target, OfTheCase>> {
  const { step, outcome } = asked[state];
  const { number, duty, attachmentId } = await selectOne<Pick<Target, 'number' | 'duty' | 'attachmentId'>>(api.pool, {
    text: `SELECT f.number, d.key AS duty, a.id AS "attachmentId" FROM case_file f JOIN duty d USING (case_id)
      JOIN attachment a USING (case_id) WHERE f.case_id = $1 AND d.step = $2`,
    values: [caseId, step],
  });
  const of = { caseId, number, duty, outcome, attachmentId };
  if (state === 'closed') return { ...of, messageId: randomUUID() };
  const requestId = randomUUID();
  await (await api.as('yeqing')).supervise.urge({ caseId, duty, requestId });
  const { messageId } = await selectOne<{ messageId: string }>(api.pool, {
    text: `SELECT m.id AS "messageId" FROM message m JOIN post o ON o.id = m.post_id JOIN person p ON p.id = o.person_id
      WHERE m.urge_id = $1 AND p.name = $2`,
    values: [requestId, `${holders[state]} own`],
  });
  return { ...of, messageId };
}

/** Drafts of the drugstore, a decided revision of Chongqing, and a post that nobody who asks holds. */
async function belongings(api: Callers): Promise<Omit<Target, OfTheCase>> {
  const drugstore = await api.as('wanhe');
  const [kept, discarded] = [
    await drugstore.application.draft({ ...retail, content: {} }),
    await drugstore.application.draft({ ...retail, content: {} }),
  ];
  const { attachmentId: draftAttachmentId } = await drugstore.attachment.handIn(fileFor(kept.draftId));
  const on = addDays(civilDateOf(instant(Date.now())), 3);
  const { revisionId } = await (
    await api.as('admin')
  ).revision.propose({
    ...{ requestId: randomUUID(), reason: '档案搬迁' },
    change: { kind: 'closures', add: [{ on, name: '档案搬迁' }], remove: [] },
  });
  await (await api.as('lushan')).revision.decide({ revisionId, decision: 'reject' });
  const [me, clerk] = [await drugstore.session.me(), await (await api.as('hejing')).session.me()];
  return {
    ...{
      draftId: kept.draftId,
      draftToDiscard: discarded.draftId,
      draftAttachmentId,
      revisionId,
      accessId: await refusedAccess(api),
    },
    ...{ postId: clerk?.post.id ?? '', lastFour: me?.enterprise?.creditCode.slice(-4) ?? '' },
    ...{ personId: clerk?.person.id ?? '', enterpriseId: me?.enterprise?.id ?? '' },
    ...(await organisation(api)),
    delegationId: await delegation(api, clerk?.post.id ?? ''),
  };
}

/** A request of an officer of Chongqing to be let into some case, refused by the head of the agency. */
async function refusedAccess(api: Callers): Promise<string> {
  const accessId = randomUUID();
  const untilAt = addHours(instant(Date.now()), 1);
  await (await api.as('guolan')).emergency.ask({ accessId, caseNumber: '渝某〔2026〕1号', reason: '试问', untilAt });
  await (await api.as('gaolin')).emergency.refuse({ accessId, reason: '试问' });
  return accessId;
}

/** A unit of Chongqing, somebody there who may no longer sign in, and an expert of its pool. */
async function organisation(api: Callers) {
  const administrator = await api.as('admin');
  const today = civilDateOf(instant(Date.now()));
  const unitId = 'cq-service-centre';
  const place = { kind: 'unit', role: 'WIN', unitId } as const;
  const left = await administrator.organisation.addPerson({
    ...{ name: '离任者', user: 'has-left', grant: { place, since: today, until: null } },
  });
  await administrator.organisation.disableAccount({ personId: left.personId, reason: '离任' });
  const { memberId } = await administrator.organisation.joinPool({
    ...{ pool: 'expert', who: { name: '某专家' }, districtId: null, since: today },
  });
  await administrator.organisation.addQualification({
    ...{ memberId, kind: '药品GMP', level: '高级', certificateNumber: '一号', validFrom: today, validTo: null },
  });
  const members = await administrator.organisation.pool({ pool: 'expert' });
  const [certificate] = members.find((one) => one.memberId === memberId)?.qualifications ?? [];
  const qualificationId = certificate?.qualificationId ?? '';
  return { unitId, disabledPersonId: left.personId, districtId: '500103', memberId, qualificationId };
}

/** A legal reviewer is to stand in for the clerk at the window; named by the head of the bureau. */
async function delegation(api: Callers, postId: string): Promise<string> {
  const reviewer = await (await api.as('xiezhi')).session.me();
  const from = addDays(civilDateOf(instant(Date.now())), 30);
  const asked = { postId, deputyPostId: reviewer?.post.id ?? '', matter: { kind: 'post' } as const };
  const head = await api.as('gaolin');
  return (await head.standIn.give({ ...asked, from, to: addDays(from, 5), reason: '休假' })).delegationId;
}
