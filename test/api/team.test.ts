import { randomUUID } from 'node:crypto';
import { personStream } from '@lianban/db/audit';
import { people } from '@lianban/db/seed/people';
import { supervisedCase } from '@lianban/db/testing/supervised-case';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { apart } from '@lianban/workflows/procedures/separation';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callers, refusal, type Caller, type Callers } from '../support/caller.ts';
import { personOf, toldOn } from '../support/trail.ts';

let api: Callers;
let dispatcher: Caller;
beforeAll(async () => {
  api = await callers();
  dispatcher = await api.as('pengchuan');
});
afterAll(() => api.close());

const VERIFY = 'verification/verify';
const DRUGSTORE = '重庆万和安大药房有限公司';
const userOf = (name: string): string => people.find((person) => person.name === name)?.user ?? '';
const verifying = async (): Promise<string> => (await supervisedCase(api.pool)).caseId;
const conforms = (caseId: string, secondOfficer: string) => ({
  ...{ caseId, duty: VERIFY, outcome: 'conforms', form: { secondOfficer }, requestId: randomUUID() },
});

/** A case whose team was drawn: who leads it, and who goes along. */
async function drawn() {
  const caseId = await verifying();
  const { teams } = await dispatcher.team.draw({ caseId, duty: VERIFY });
  const [leader, member] = teams[0]?.members ?? [];
  if (leader === undefined || member === undefined) throw new Error('no team');
  return { caseId, leader, member, asLeader: await api.as(userOf(leader.name)) };
}

describe('an inspection', () => {
  test('says why it cannot begin, offers the other members once it can, and tells the applicant nothing of the draw', async () => {
    const { caseId, member, asLeader } = await drawn();
    const bare = await verifying();
    expect(await asLeader.duty.open({ caseId: bare, duty: VERIFY })).toMatchObject({
      ...{ mayAct: false, whyNot: { zh: expect.stringContaining('尚未组成检查组') as string } },
    });
    await expect(asLeader.duty.answer(conforms(bare, member.personId))).rejects.toMatchObject(
      refusal('TEAM_NEEDED', { members: 0, needed: 2 }),
    );
    const open = await asLeader.duty.open({ caseId, duty: VERIFY });
    expect(open).toMatchObject({ mayAct: true, holder: 'me' });
    const [field] = open.outcomes[0]?.form ?? [];
    expect(field?.kind).toEqual({
      ...{ type: 'choice', options: [{ value: member.personId, label: { zh: member.name, en: member.name } }] },
    });
    await asLeader.duty.answer(conforms(caseId, member.personId));
    const told = (await asLeader.case.page({ caseId })).timeline.at(-1);
    expect(told?.remark).toContain(member.name);
    const applicant = await api.as('wanhe');
    expect(JSON.stringify(await applicant.case.page({ caseId }))).not.toContain(member.name);
    await expect(applicant.team.page({ caseId })).rejects.toMatchObject({ message: 'FORBIDDEN' });
  });

  test('is on the list of everybody in its team, and of nobody else', async () => {
    const { caseId, leader, member, asLeader } = await drawn();
    const mine = async (caller: Caller) =>
      (await caller.duty.inbox({ tab: 'mine' })).rows.filter((row) => row.caseId === caseId);
    expect(await mine(asLeader)).toMatchObject([{ holder: 'me' }]);
    const inspectors = people.filter(({ posts }) =>
      posts.some(({ role, province }) => role === 'INS' && province === 'CQ'),
    );
    for (const { id, user } of inspectors.filter((one) => one.id !== leader.personId)) {
      const caller = await api.as(user);
      const expected = id === member.personId ? [{ holder: 'other' }] : [];
      expect(await mine(caller), user).toMatchObject(expected);
      expect((await caller.duty.inbox({ tab: 'mine' })).counts.mine >= expected.length, user).toBe(true);
    }
  });

  test('shows everybody in the bureau its draws with seed and hash, and leaves a stranger no way to draw', async () => {
    const { caseId } = await drawn();
    const page = await (await api.as('yeqing')).team.page({ caseId });
    const [draw] = page.teams[0]?.draws ?? [];
    expect(draw).toMatchObject({ number: 1, by: '彭川', reason: null, list: expect.any(Array) as unknown });
    expect([draw?.seed, draw?.listHash]).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
    expect(page.teams[0]?.mayDraw).toBe(false);
    await expect((await api.as('zhoumin')).team.draw({ caseId, duty: VERIFY })).rejects.toMatchObject({
      message: 'FORBIDDEN',
    });
  });
});

describe('recusal', () => {
  test('refuses with its rule, is told in the trail, and hides from colleagues what was written beside it [ASVS v5.0.0-8.2.3] [ASVS v5.0.0-16.3.2]', async () => {
    const life = await RecordedCase.open(api.pool);
    await life.answer('intake', 'accept');
    const { caseId } = life;
    const officer = await api.as('tangyue');
    const note = '舅舅在该店任职';
    await officer.interest.declare({ enterprise: DRUGSTORE, kind: 'relative', since: null, until: null, note });
    const duty = { caseId, duty: 'propose' };
    expect(await officer.duty.open(duty)).toMatchObject({
      ...{ mayAct: false, whyNot: { zh: expect.stringContaining('应当回避') as string } },
    });
    const told = refusal('RECUSED', { rule: 'relative', ask: 'SEC' });
    await expect(officer.duty.claim(duty)).rejects.toMatchObject(told);
    const answer = { ...duty, outcome: 'proposeGrant', form: {}, requestId: randomUUID() };
    await expect(officer.duty.answer(answer)).rejects.toMatchObject(told);
    const trail = await toldOn(api.pool, personStream(personOf('tangyue')));
    expect(trail.map(({ detail }) => [detail['route'], detail['rule']])).toEqual([
      ['duty.claim', 'RECUSED'],
      ['duty.answer', 'RECUSED'],
    ]);
    const seen = [
      await (await api.as('zhoumin')).team.page({ caseId }),
      await (await api.as('qinli')).case.page({ caseId }),
      trail,
    ];
    expect(JSON.stringify(seen)).not.toContain(note);
    expect(await officer.interest.list()).toMatchObject([{ note, isOwn: true }]);
    const file = await (await api.as('admin')).organisation.person({ personId: personOf('tangyue') });
    expect(file.interests).toMatchObject([{ note, enterprise: DRUGSTORE }]);
  });

  test('tells its reason to whoever decides, and to nobody else', async () => {
    const caseId = await verifying();
    const reason = '与负责人有私交';
    await (await api.as('baishu')).recusal.ask({ caseId, reason });
    const seen = async (user: string) => (await (await api.as(user)).team.page({ caseId })).recusals[0];
    expect(await seen('qinli')).toMatchObject({ name: '柏舒', state: 'asked', reason, mayDecide: true });
    expect(await seen('zhoumin')).toMatchObject({ name: '柏舒', state: 'asked', reason: null, mayDecide: false });
    const personId = personOf('baishu');
    await (await api.as('qinli')).recusal.decide({ caseId, personId, state: 'confirmed' });
    expect(await seen('zhoumin')).toMatchObject({ state: 'confirmed', decidedBy: '秦立' });
  });

  test('leaves who forms a team with the fact alone: has to recuse', async () => {
    const caseId = await verifying();
    await (
      await api.as('luqiao')
    ).interest.declare({
      ...{ enterprise: DRUGSTORE, kind: 'holding', since: null, until: null, note: '持股百分之三' },
    });
    const proposal = await dispatcher.team.propose({ caseId, duty: VERIFY });
    expect(proposal.pool.find(({ name }) => name === '陆樵')).toMatchObject({
      ...{ out: expect.arrayContaining(['conflict']) as string[], tickets: 0 },
    });
    expect(JSON.stringify(proposal)).not.toMatch(/持股|holding/);
  });
});

describe('a rule of separation', () => {
  test('that came after the release is refused with its name, in claims and answers [ASVS v5.0.0-8.3.1]', async () => {
    const life = await supervisedCase(api.pool);
    const { caseId } = life;
    const asked = { caseId, duty: 'verification/requestLongerWindow', outcome: 'request', requestId: randomUUID() };
    await (await api.as('shenmu')).duty.answer({ ...asked, form: { reasons: '山洪中断道路。' } });
    await api.pool.query(
      `INSERT INTO post (id, person_id, role, province, unit_id, since) VALUES (gen_random_uuid(), $1, 'SEC', 'CQ', 'cq-permits', '2024-01-01')`,
      [personOf('shenmu')],
    );
    const again = await callersOf('shenmu', 'SEC');
    const { rows } = await api.pool.query<{ key: string }>(
      `SELECT key FROM duty WHERE case_id = $1 AND step = 'approveLongerWindow' AND state = 'open'`,
      [caseId],
    );
    const duty = { caseId, duty: rows[0]?.key ?? '' };
    const told = refusal('SEPARATION', { step: 'requestLongerWindow', rule: 'drafting' });
    await expect(again.duty.claim(duty)).rejects.toMatchObject(told);
    const grant = { ...duty, outcome: 'grant', form: {}, requestId: randomUUID() };
    await expect(again.duty.answer(grant)).rejects.toMatchObject(told);
    expect(apart.some(({ rule, then }) => rule === 'drafting' && then.includes('approveLongerWindow'))).toBe(true);
  });
});

/** Somebody in a post they hold beside their first. */
async function callersOf(user: string, role: 'SEC'): Promise<Caller> {
  const { rows } = await api.pool.query<{ id: string; unitId: string }>(
    `SELECT id, unit_id AS "unitId" FROM post WHERE person_id = $1 AND role = $2`,
    [personOf(user), role],
  );
  const [held] = rows;
  if (held === undefined) throw new Error('no such post');
  const place = { zh: '行政审批处', en: 'Permits section' };
  const post = { id: held.id, role, province: 'CQ' as const, unitId: held.unitId, enterpriseId: null, place };
  const name = people.find((person) => person.user === user)?.name ?? '';
  const session = {
    ...{ id: randomUUID(), mustChangePassword: false, hasFactor: false, isProven: true },
    ...{ method: 'password' as const, hasProviderFactor: false },
  };
  return api.by({ person: { id: personOf(user), name }, post, posts: [post], enterprise: null, session });
}
