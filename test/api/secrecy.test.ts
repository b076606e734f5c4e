import { randomUUID } from 'node:crypto';
import { tellNotes } from '@lianban/db/audit-notes';
import { selectOne } from '@lianban/db/queryable';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { addHours, instant } from '@lianban/domain/civil-date';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callers, type Caller, type Callers } from '../support/caller.ts';

/** Head of the section that works on the case, its officer, and the head of the agency. */
const [SECTION, OFFICER, HEAD] = ['qinli', 'zhoumin', 'gaolin'];

let api: Callers;
let caseId: string;
let number: string;
/** What everybody who is kept out was shown before the case was put under secrecy. */
let before: Readonly<Record<string, unknown>>;

/** Those of the province who have no part in the case: another unit, supervision, administration, another deputy. */
let outsiders: Readonly<Record<string, Caller>>;
beforeAll(async () => {
  api = await callers();
  outsiders = {
    otherUnit: await api.as('guolan'),
    supervisor: await api.as('yeqing'),
    administrator: await api.as('admin'),
    auditor: await api.as('xujian'),
    otherProvince: await api.as('sc-officer'),
    otherEnterprise: await api.as('boheng'),
  };
  before = await shownTo(outsiders);
  const weeksAgo = addHours(instant(Date.now()), -24 * 40);
  const recorded = await RecordedCase.open(api.pool, { at: weeksAgo });
  await recorded.answer('intake', 'accept', { at: weeksAgo });
  ({ caseId } = recorded);
  ({ caseNumber: number } = await (await api.as(OFFICER)).case.page({ caseId }));
  // The supervisor has urged, so that there are messages about it.
  await (await api.as('yeqing')).supervise.urge({ caseId, duty: 'propose', requestId: randomUUID() });
  await conceal(true);
});
afterAll(() => api.close());

const conceal = async (secret: boolean) =>
  (await api.as(SECTION)).case.setSecrecy({ caseId, secret, reason: '飞行检查在即' });

const codeOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'answered',
    (failure: unknown) => (failure instanceof Error ? (failure.cause as { code?: string } | undefined)?.code : failure),
  );

/** Every list and count that somebody who is kept out can ask for. */
async function shownTo(people: Readonly<Record<string, Caller>>): Promise<Readonly<Record<string, unknown>>> {
  const { otherUnit, supervisor, administrator } = people;
  if (otherUnit === undefined || supervisor === undefined || administrator === undefined) throw new Error('who asks?');
  const { alarms: _, ...operations } = await administrator.admin.operations();
  return {
    cases: [await otherUnit.case.list({ state: 'all' }), await supervisor.case.list({ state: 'all' })],
    inbox: [await otherUnit.duty.inbox({ tab: 'pool' }), await otherUnit.duty.inbox({ tab: 'mine' })],
    due: await supervisor.supervise.due(),
    overdue: await supervisor.supervise.overdue({}),
    messages: [await supervisor.message.list(), await otherUnit.message.list()],
    operations,
  };
}

describe('a secret case', () => {
  test('is in no list and no count of anybody who has no part in it [ASVS v5.0.0-8.2.2] [ASVS v5.0.0-8.2.3]', async () => {
    expect(await shownTo(outsiders)).toEqual(before);
  });

  test('is refused by its id like one that does not exist, whatever is asked [ASVS v5.0.0-8.2.2]', async () => {
    const absent = randomUUID();
    for (const [name, caller] of Object.entries(outsiders)) {
      const doors: readonly ((id: string) => Promise<unknown>)[] = [
        (id) => caller.case.page({ caseId: id }),
        (id) => caller.case.timeline({ caseId: id }),
        (id) => caller.case.why({ caseId: id, key: 'propose' }),
        (id) => caller.duty.open({ caseId: id, duty: 'propose' }),
        (id) => caller.duty.claim({ caseId: id, duty: 'propose' }),
        (id) => caller.supervise.urge({ caseId: id, duty: 'propose', requestId: randomUUID() }),
        (id) => caller.case.setSecrecy({ caseId: id, secret: false, reason: '试问' }),
        (id) => caller.duty.answer({ caseId: id, duty: 'propose', outcome: 'x', form: {}, requestId: randomUUID() }),
      ];
      for (const [door, call] of doors.entries()) {
        const [hidden, gone] = [await codeOf(call(caseId)), await codeOf(call(absent))];
        expect([name, door, hidden]).toEqual([name, door, gone]);
        expect([name, door, hidden]).not.toEqual([name, door, 'answered']);
      }
    }
  });

  test('is not found by number, enterprise or who acted [ASVS v5.0.0-8.2.2]', async () => {
    for (const search of [number, '万和安', '何静', '方少棠'])
      for (const caller of [outsiders['otherUnit'], outsiders['supervisor']]) {
        const { rows } = (await caller?.case.list({ state: 'all', search })) ?? { rows: [{ caseId }] };
        expect([search, rows.filter((row) => row.caseId === caseId)]).toEqual([search, []]);
      }
  });

  test('stands in the trail without its name; what others tried stands as they asked for it [ASVS v5.0.0-16.2.5] [ASVS v5.0.0-16.3.2]', async () => {
    await codeOf((outsiders['otherUnit'] as Caller).case.page({ caseId }));
    await tellNotes(api.pool);
    const auditor = outsiders['auditor'] as Caller;
    const refusedOf = async (person: string) => (await auditor.audit.search({ kind: 'refusal', person })).rows;
    const rows = [...(await refusedOf('郭岚')), ...(await refusedOf('邓一舟'))];
    const acts = await auditor.audit.search({ kind: 'act' });
    const begun = acts.rows.find(({ action, isHidden }) => action === 'secrecy.begin' && isHidden);
    expect(begun).toMatchObject({
      who: { name: '秦立' },
      caseNumber: null,
      stream: 'case:***',
      details: [],
      isSound: true,
    });
    expect(JSON.stringify([rows, acts])).not.toContain(number);
    // Of the other bureau it is told who tried, and not at which case; their own bureau has what they asked for.
    const triedAt = rows.filter(({ action, isHidden }) => action === 'access.refused' && isHidden);
    expect(new Set(triedAt.map(({ who }) => who?.name))).toEqual(new Set(['邓一舟']));
    expect(JSON.stringify(acts.rows.filter(({ isHidden }) => isHidden))).not.toContain('万和安');
    const tried = rows.find(({ action, who }) => action === 'access.refused' && who?.name === '郭岚');
    expect(tried?.details.map(({ name }) => name)).not.toContain('caseNumber');
    expect((await auditor.audit.search({ subject: number })).rows).toEqual([]);
    const { content } = await auditor.audit.export({ reason: '抽查' });
    expect(content).not.toContain(number);
    expect(content).toContain('列为保密案件');
    // On the chain of the case itself it is told who tried.
    const { tries } = await selectOne<{ tries: number }>(api.pool, {
      text: `SELECT count(*)::int AS tries FROM audit WHERE stream = 'case:' || $1 AND action = 'access.refused' AND who ->> 'name' = '郭岚'`,
      values: [caseId],
    });
    expect(tries).toBeGreaterThan(0);
  });

  test('cannot be told from no case by proposing a limit for it [ASVS v5.0.0-8.2.2]', async () => {
    const propose = (caseNumber: string) =>
      codeOf(
        (outsiders['administrator'] as Caller).revision.propose({
          ...{
            requestId: randomUUID(),
            reason: '试问',
            change: { kind: 'caseRule', caseNumber, key: 'permit.decide' },
          },
        }),
      );
    expect(await propose(number)).toBe('NO_SUCH_CASE');
    expect(await propose('渝某〔2026〕9号')).toBe('NO_SUCH_CASE');
  });

  test('stays open to the unit that works on it, to who put it under secrecy and to the head of the agency', async () => {
    for (const user of [SECTION, OFFICER, HEAD, 'hejing']) {
      const caller = await api.as(user ?? '');
      const page = await caller.case.page({ caseId });
      expect([user, page.secrecy]).toMatchObject([user, { by: '秦立', reason: '飞行检查在即', letInUntil: null }]);
      expect((await caller.case.list({ state: 'all', search: number })).rows).toMatchObject([{ caseId }]);
    }
    expect((await (await api.as(OFFICER)).duty.inbox({ tab: 'pool', search: number })).rows).toMatchObject([
      { caseId },
    ]);
  });

  test('is an ordinary case to its applicant, by every door, and to the public [ASVS v5.0.0-8.2.3]', async () => {
    const applicant = await api.as('wanhe');
    const seen = async () => ({
      page: await applicant.case.page({ caseId }),
      timeline: await applicant.case.timeline({ caseId }),
      why: await applicant.case.why({ caseId, key: 'propose' }),
      list: await applicant.application.list({}),
      inbox: await applicant.duty.inbox({ tab: 'mine' }),
      messages: await applicant.message.list(),
      track: await api.nobody.case.track({ number, lastFour: 'XC24' }),
    });
    const secret = await seen();
    expect(secret.page).toMatchObject({ secrecy: null, maySetSecrecy: false });
    await conceal(false);
    try {
      expect(await seen()).toEqual(secret);
    } finally {
      await conceal(true);
    }
  });
});

test('a case is put under secrecy, and taken out, only by the head of its section, the deputy and the head [ASVS v5.0.0-8.2.1]', async () => {
  const { caseId: other } = await RecordedCase.open(api.pool);
  const set = async (user: string, secret: boolean) =>
    codeOf((await api.as(user)).case.setSecrecy({ caseId: other, secret, reason: '试问' }));
  expect(await set('zhoumin', true)).toBe('FORBIDDEN');
  // The section has no duty in the case before it is accepted.
  expect(await set('qinli', true)).toBe('FORBIDDEN');
  expect(await set('jianghe', true)).toBe('answered');
  expect(await set('jianghe', true)).toBe('NOTHING_TO_CHANGE');
  expect(await set('qinli', false)).toBe('NO_SUCH_CASE');
  expect(await set('gaolin', false)).toBe('answered');
});
