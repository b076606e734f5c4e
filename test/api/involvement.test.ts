import { randomUUID } from 'node:crypto';
import { inProcessPlatforms } from '@lianban/api/platform/in-process';
import { startRelay } from '@lianban/api/engine/relay';
import { exchangeWithin } from '@lianban/db/letters/receive-letter';
import { hears } from '@lianban/api/live/audience';
import { deskOf } from '@lianban/db/desk';
import type { Notice } from '@lianban/db/notice';
import { select } from '@lianban/db/queryable';
import { actorOf, RecordedCase } from '@lianban/db/testing/recorded-case';
import type { Role } from '@lianban/domain/role';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { callers, refusal, type Caller, type Callers } from '../support/caller.ts';
import { eventually } from '../support/eventually.ts';
import { LedgerEngine } from '../support/ledger-engine.ts';
import type { Services } from '@lianban/api/context';

let api: Callers;
let caseId: string;
const users = { officer: 'zhoumin', colleague: 'tangyue', head: 'qinli', legal: 'guolan', deputy: 'jianghe' } as const;
const known = new Map<string, Caller>();
const as = (who: keyof typeof users): Caller => {
  const caller = known.get(who);
  if (caller === undefined) throw new Error(`${who} has not signed in`);
  return caller;
};
beforeAll(async () => {
  api = await callers();
  for (const [who, user] of Object.entries(users)) known.set(who, await api.as(user));
});
afterAll(() => api.close());
beforeEach(async () => {
  const life = await RecordedCase.open(api.pool);
  await life.answer('intake', 'accept');
  ({ caseId } = life);
  await as('officer').duty.claim({ caseId, duty: 'propose' });
});

const on = () => ({ caseId, duty: 'propose', requestId: randomUUID() });
const postOf = (role: Role, nth = 0): string => actorOf(role, nth).postId;
const all = { kind: 'all' } as const;
const draft = (posts: readonly string[], more: object = {}) => ({
  ...on(),
  ...{ posts: [...posts], rule: all, outcome: 'proposeGrant', opinion: '拟同意' },
  ...more,
});
const propose = (outcome = 'proposeGrant', caller = as('officer')) =>
  caller.duty.answer({ ...on(), outcome, form: {} });
const work = (caller: Caller = as('officer')) => caller.involvement.ofCase({ caseId });
const asked = async (caller: Caller) =>
  (await caller.involvement.inbox({})).rows.filter((row) => row.caseId === caseId);
/** Answers the only thing that the caller is asked about this case. */
const respond = async (caller: Caller, verdict: 'agree' | 'disagree' | null = null, more: object = {}) => {
  const [row] = await asked(caller);
  return caller.involvement.respond({
    ...on(),
    involvementId: row?.id ?? randomUUID(),
    verdict,
    opinion: '无不同意见',
    ...more,
  });
};

describe('委派', () => {
  test('puts the duty before a colleague, who proposes and returns it, and then may not take the step it is separate from', async () => {
    await as('officer').involvement.ask({ ...on(), kind: 'delegate', posts: [postOf('SEC')], note: '请核对承诺书' });
    const [row] = await asked(as('head'));
    expect(row).toMatchObject({
      kind: 'delegate',
      note: '请核对承诺书',
      by: { person: '周敏' },
      stepTitle: { zh: expect.any(String) as string },
    });
    expect(row?.dueWhy?.zh).toMatch(/同日到期|工作日/);
    await expect(propose()).rejects.toMatchObject(refusal('DELEGATED', { to: '秦立' }));
    await respond(as('head'), null, { outcome: 'proposeGrant' });
    expect(await asked(as('head'))).toEqual([]);
    expect((await work()).requests[0]).toMatchObject({
      state: 'answered',
      outcomeTitle: { zh: expect.any(String) as string },
      to: { person: '秦立' },
    });
    await propose();
    // Who prepared the proposal does not decide on it, and the page says so before the refusal does.
    const decision = as('head').duty.answer({ ...on(), duty: 'decide', outcome: 'grant', form: { opinion: '同意' } });
    await expect(decision).rejects.toMatchObject(refusal('SEPARATION', { step: 'propose' }));
    const claim = as('head').duty.claim({ caseId, duty: 'decide' });
    await expect(claim).rejects.toMatchObject(refusal('SEPARATION', { step: 'propose' }));
    const page = await as('head').case.page({ caseId });
    expect(page.duties[0]).toMatchObject({
      mayAct: false,
      whyNot: { zh: expect.stringContaining('拟办与审批分离') as string },
    });
  });
});

describe('会签', () => {
  test('is shown with order, turn and verdict, and bars the answer until it is signed', async () => {
    await as('officer').involvement.countersign(draft([postOf('LEG'), postOf('DL')], { rule: { kind: 'inOrder' } }));
    await expect(propose()).rejects.toMatchObject(refusal('AWAITING_SIGNATURES', { waitingFor: ['郭岚'] }));
    expect((await work(as('deputy'))).requests[1]).toMatchObject({ mayRespond: false, waitsForTurn: true });
    await expect(respond(as('deputy'), 'agree')).rejects.toMatchObject(refusal('NOT_YOUR_TURN', { next: ['郭岚'] }));
    await respond(as('legal'), 'agree');
    const { sheets, requests } = await work(as('deputy'));
    expect(sheets[0]).toMatchObject({ state: 'waiting', waitingFor: ['江鹤'], by: { person: '周敏' }, mayLift: true });
    expect(requests.map(({ verdict }) => verdict)).toEqual(['agree', null]);
    await respond(as('deputy'), 'agree');
    await expect(propose('proposeRefusal')).rejects.toMatchObject(refusal('MALFORMED'));
    await expect(
      as('officer').duty.answer({ ...on(), outcome: 'proposeRefusal', form: { reasons: '不符' } }),
    ).rejects.toMatchObject(refusal('DRAFT_DIFFERS', { outcome: 'proposeGrant' }));
    expect(await propose()).toMatchObject({ state: 'recorded' });
    expect((await work()).sheets[0]).toMatchObject({ state: 'sent' });
  });

  test('comes back to the officer with the opinion of whoever does not agree', async () => {
    await as('officer').involvement.countersign(draft([postOf('LEG')]));
    await respond(as('legal'), 'disagree', { opinion: '依据不足' });
    await expect(propose()).rejects.toMatchObject(refusal('SIGNATURE_REFUSED', { by: ['郭岚'] }));
    const { rows } = await as('officer').message.list();
    expect(rows[0]).toMatchObject({ kind: 'case', caseId, news: { news: 'refused', to: '郭岚', note: '依据不足' } });
    await as('head').involvement.liftSheet({ caseId, duty: 'propose', reason: '处务会议定' });
    expect(await propose()).toMatchObject({ state: 'recorded' });
  });

  test('a button that the step does not have is no draft, and a signature needs a verdict', async () => {
    const odd = as('officer').involvement.countersign(draft([postOf('LEG')], { outcome: 'toString' }));
    await expect(odd).rejects.toMatchObject(refusal('OUTCOME_UNAVAILABLE', { outcome: 'toString' }));
    await as('officer').involvement.countersign(draft([postOf('LEG')]));
    await expect(respond(as('legal'))).rejects.toMatchObject(refusal('MALFORMED', { fields: ['verdict'] }));
  });
});

describe('后加签', () => {
  test('keeps the checked answer and sends it by itself, in the name of its giver, once it is signed', async () => {
    const form = { ...on(), outcome: 'proposeRefusal', posts: [postOf('LEG')], rule: all };
    await expect(as('officer').involvement.holdAnswer({ ...form, form: {} })).rejects.toMatchObject(
      refusal('MALFORMED'),
    );
    await as('officer').involvement.holdAnswer({
      ...on(),
      outcome: 'proposeGrant',
      form: {},
      posts: [postOf('LEG')],
      rule: all,
    });
    await expect(propose()).rejects.toMatchObject(refusal('AWAITING_SIGNATURES'));
    await respond(as('legal'), 'agree');
    const log = { info: () => undefined, warn: () => undefined } as unknown as Services['log'];
    const relay = startRelay({
      pool: api.pool,
      engine: new LedgerEngine(api.pool),
      exchange: exchangeWithin(api.pool),
      platforms: inProcessPlatforms,
      log,
    });
    const step = () =>
      as('officer')
        .case.page({ caseId })
        .then(({ duties }) => (duties[0]?.key === 'decide' ? true : undefined));
    await eventually('the answer is sent', step);
    await relay.stop();
    expect((await as('officer').case.timeline({ caseId })).at(-1)).toMatchObject({ who: { person: '周敏' } });
    expect((await work()).sheets[0]).toMatchObject({ state: 'sent', timing: 'after' });
  });
});

describe('people', () => {
  test('are shown with the reason where they may not be asked, and are all of the province', async () => {
    const { people, units, mayReassign } = await as('officer').involvement.people({ caseId, duty: 'propose' });
    const one = (name: string) => people.find((person) => person.name === name);
    expect(one('唐越')?.whyNot).toEqual({ reassign: null, delegate: null, assist: null, sign: null, copy: null });
    expect(one('周敏')?.whyNot.delegate?.zh).toBe('本步骤由其办理');
    expect(one('郭岚')?.whyNot).toMatchObject({ reassign: { zh: '不在本步骤的承办机构和岗位' }, sign: null });
    expect([one('邓一舟'), one('叶青'), one('方少棠'), units, mayReassign]).toEqual([
      undefined,
      undefined,
      undefined,
      [],
      false,
    ]);
    expect((await as('head').involvement.people({ caseId, duty: 'propose' })).mayReassign).toBe(true);
  });

  test("who hand a duty on leave its deadline and have it in nobody else's list", async () => {
    const before = (await as('officer').case.page({ caseId })).duties[0];
    await as('head').involvement.reassign({ ...on(), to: { postId: postOf('OFF', 1) }, reason: '外出检查' });
    const after = (await as('colleague').case.page({ caseId })).duties[0];
    expect(after).toMatchObject({ holder: 'me', deadline: before?.deadline, owner: { person: '唐越' } });
    expect((await work()).requests[0]).toMatchObject({
      kind: 'reassign',
      note: '外出检查',
      by: { person: '秦立' },
      to: { person: '唐越' },
    });
    await expect(propose()).rejects.toMatchObject(refusal('CLAIMED_BY_OTHER', { holder: '唐越' }));
    await expect(
      as('officer').involvement.reassign({ ...on(), to: { postId: postOf('OFF') }, reason: '还给我' }),
    ).rejects.toMatchObject(refusal('NOT_CLAIMED'));
  });
});

describe('nobody else learns of it', () => {
  beforeEach(async () => {
    await as('officer').involvement.countersign(draft([postOf('LEG')], { opinion: '机密的拟办意见' }));
    await as('officer').involvement.ask({ ...on(), kind: 'copy', posts: [postOf('DL')], note: '机密的说明' });
  });

  test('not the applicant, by any page of theirs or by asking [ASVS v5.0.0-8.2.3] [ASVS v5.0.0-8.2.2]', async () => {
    const applicant = await api.as('wanhe');
    await expect(applicant.involvement.ofCase({ caseId })).rejects.toMatchObject(refusal('FORBIDDEN'));
    await expect(applicant.involvement.inbox({})).rejects.toMatchObject(refusal('FORBIDDEN'));
    const seen = JSON.stringify([
      await applicant.case.page({ caseId }),
      await applicant.case.timeline({ caseId }),
      await applicant.duty.open({ caseId, duty: 'propose' }),
      await applicant.message.list(),
    ]);
    expect(seen).not.toMatch(/机密|郭岚|会签|sheet/);
  });

  test('not the other bureau, by id, by list, or by a live event [ASVS v5.0.0-8.2.2] [ASVS v5.0.0-8.4.1]', async () => {
    const there = await api.as('sc-officer');
    const [{ id = '' } = {}] = (await work()).requests;
    const reference = { caseId, duty: 'propose' };
    for (const call of [
      () => there.involvement.ofCase({ caseId }),
      () => there.involvement.people(reference),
      () => there.involvement.respond({ ...on(), involvementId: id, verdict: 'agree', opinion: '好' }),
      () => there.involvement.takeBack({ ...reference, involvementId: id, reason: '不' }),
      () => there.involvement.liftSheet({ ...reference, reason: '不' }),
      () => there.involvement.ask({ ...on(), kind: 'assist', posts: [postOf('LEG')] }),
      () => there.involvement.reassign({ ...on(), to: { unitId: 'sc-permits' }, reason: '移交' }),
    ])
      await expect(call()).rejects.toMatchObject(refusal('NO_SUCH_CASE', { caseId }));
    expect((await there.involvement.inbox({})).rows).toEqual([]);
    const notice: Notice = {
      ...{ caseId, version: 2, number: 'n', procedure: 'informed-commitment', edition: '2023-12', province: 'CQ' },
      ...{ item: 'otc-retail', secret: false },
      ...{
        enterprise: null,
        units: ['cq-permits'],
        roles: ['OFF'],
        by: 'x',
        byName: '周敏',
        duty: 'propose',
        outcome: 'involve',
      },
    };
    const me = await there.session.me();
    if (me === null) throw new Error('not signed in');
    const post = {
      ...{ id: me.post.id, role: me.post.role, place: { zh: '某处', en: 'Somewhere' } },
      unitId: 'cq-permits',
      enterpriseId: null,
    };
    const session = {
      ...{ id: 's', mustChangePassword: false, hasFactor: false, isProven: true },
      ...{ method: 'password' as const, hasProviderFactor: false },
    };
    const identityIn = (province: 'CQ' | 'SC') => ({
      ...{ person: me.person, post: { ...post, province }, posts: [], enterprise: null, session },
    });
    expect([hears(identityIn('SC'), notice, caseId), hears(identityIn('CQ'), notice, caseId)]).toEqual([false, true]);
  });

  test('not a statement without any scope on connections of the other bureau or of the applicant [ASVS v5.0.0-8.2.2]', async () => {
    const counts = async (of: { province: string; unitId: string | null } | { enterpriseId: string }, role: Role) => {
      const desk = deskOf(api.pool, { personId: randomUUID(), role, of });
      const text = `SELECT (SELECT count(*)::int FROM involvement WHERE case_id = $1) AS asked, (SELECT count(*)::int FROM sheet WHERE case_id = $1) AS sheets`;
      const client = await desk.connect();
      try {
        await client.query('BEGIN; SET LOCAL ROLE lianban_desk');
        return (await select<{ asked: number; sheets: number }>(client, { text, values: [caseId] }))[0];
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    };
    expect(await counts({ province: 'CQ', unitId: null }, 'OFF')).toEqual({ asked: 2, sheets: 1 });
    expect(await counts({ province: 'SC', unitId: null }, 'OFF')).toEqual({ asked: 0, sheets: 0 });
    const [{ enterprise = '' } = {}] = await select<{ enterprise: string }>(api.pool, {
      text: 'SELECT enterprise_id AS enterprise FROM case_file WHERE case_id = $1',
      values: [caseId],
    });
    expect(await counts({ enterpriseId: enterprise }, 'APP')).toEqual({ asked: 0, sheets: 0 });
  });

  test('and nobody answers for another, signs twice or asks across the border [ASVS v5.0.0-8.2.2]', async () => {
    const [{ id = '' } = {}] = (await work()).requests;
    const deputy = as('deputy').involvement.respond({ ...on(), involvementId: id, verdict: 'agree', opinion: '好' });
    await expect(deputy).rejects.toMatchObject(refusal('NOT_ASKED'));
    await respond(as('legal'), 'agree');
    const again = as('legal').involvement.respond({ ...on(), involvementId: id, verdict: 'disagree', opinion: '改' });
    await expect(again).rejects.toMatchObject(refusal('REQUEST_CLOSED'));
    const [{ post = '' } = {}] = await select<{ post: string }>(api.pool, {
      text: `SELECT id AS post FROM post WHERE province = 'SC' AND role = 'OFF' LIMIT 1`,
    });
    const across = as('officer').involvement.ask({ ...on(), kind: 'assist', posts: [post] });
    await expect(across).rejects.toMatchObject(refusal('PERSON_UNFIT', { why: 'notHeld' }));
  });
});

test('what one is asked comes page by page, the most urgent first, each once', async () => {
  const cases = new Set([caseId]);
  await as('officer').involvement.ask({ ...on(), kind: 'assist', posts: [postOf('LEG', 1)] });
  for (let nth = 0; nth < 4; nth += 1) {
    const life = await RecordedCase.open(api.pool);
    await life.answer('intake', 'accept');
    ({ caseId } = life);
    cases.add(caseId);
    await as('officer').duty.claim({ caseId, duty: 'propose' });
    await as('officer').involvement.ask({ ...on(), kind: 'assist', posts: [postOf('LEG', 1)] });
  }
  const reader = await api.as('xiezhi');
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Caller['involvement']['inbox']>> = await reader.involvement.inbox({
      limit: 2,
      ...(cursor === null ? {} : { cursor }),
    });
    expect(page.count).toBe(5);
    seen.push(...page.rows.map((row) => row.caseId));
    cursor = page.next;
  } while (cursor !== null);
  expect([seen.length, new Set(seen)]).toEqual([5, cases]);
});
