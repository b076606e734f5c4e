import { randomUUID } from 'node:crypto';
import { selectOne } from '@lianban/db/queryable';
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
  readonly revisionId: string;
  readonly postId: string;
  /** Who holds that post, in which unit, and somebody whose account is disabled; all of the bureau. */
  readonly personId: string;
  readonly unitId: string;
  readonly disabledPersonId: string;
  readonly enterpriseId: string;
  readonly districtId: string;
  /** Of a pool of the bureau. */
  readonly memberId: string;
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
  ...{ draftId: randomUUID(), draftToDiscard: randomUUID(), revisionId: randomUUID() },
  ...{ personId: randomUUID(), unitId: 'no-such-unit', disabledPersonId: randomUUID(), enterpriseId: randomUUID() },
  ...{ districtId: '000000', memberId: randomUUID() },
});

/** One case per state, all of the drugstore in Chongqing, with everything that belongs to them. */
export async function openCases(api: Callers): Promise<Readonly<Record<State, Target>>> {
  const weeksAgo = addHours(instant(Date.now()), -24 * 40);
  const accepted = await RecordedCase.open(api.pool, { at: weeksAgo });
  await accepted.answer('intake', 'accept', { at: weeksAgo });
  const supervised = await RecordedCase.open(api.pool);
  for (const [step, outcome] of [
    ['intake', 'accept'],
    ['propose', 'proposeGrant'],
    ['decide', 'grant'],
    ['deliver', 'delivered'],
  ] as const)
    await supervised.answer(step, outcome);
  const late = { caseId: supervised.caseId, key: 'checkRectification', limit: { workingDays: 5 }, from: weeksAgo };
  await openDuty(api.pool, { ...late, role: 'INS', unitId: 'cq-inspectorate-2' });
  const over = await RecordedCase.open(api.pool);
  await over.answer('intake', 'accept');
  await over.answer('withdraw', 'withdraw');
  const cases = { beforeDecision: accepted.caseId, inSupervision: supervised.caseId, closed: over.caseId };
  const shared = await belongings(api);
  const targets = await Promise.all(
    states.map(async (state) => [state, { ...shared, ...(await targetOf(api, state, cases[state])) }] as const),
  );
  return Object.fromEntries(targets) as Record<State, Target>; // one per state
}

type OfTheCase = 'caseId' | 'number' | 'duty' | 'outcome' | 'messageId';

/** The case with its duty; whoever owes it has been urged, so that there is a message. */
async function targetOf(api: Callers, state: State, caseId: string): Promise<Pick<Target, OfTheCase>> {
  const { step, outcome } = asked[state];
  const { number, duty } = await selectOne<{ number: string; duty: string }>(api.pool, {
    text: 'SELECT f.number, d.key AS duty FROM case_file f JOIN duty d USING (case_id) WHERE f.case_id = $1 AND d.step = $2',
    values: [caseId, step],
  });
  const of = { caseId, number, duty, outcome };
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
    ...{ draftId: kept.draftId, draftToDiscard: discarded.draftId, revisionId },
    ...{ postId: clerk?.post.id ?? '', lastFour: me?.enterprise?.creditCode.slice(-4) ?? '' },
    ...{ personId: clerk?.person.id ?? '', enterpriseId: me?.enterprise?.id ?? '' },
    ...(await organisation(api)),
  };
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
  return { unitId, disabledPersonId: left.personId, districtId: '500103', memberId };
}
