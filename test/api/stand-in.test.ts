import { randomUUID } from 'node:crypto';
import { auditOf, personStream } from '@lianban/db/audit';
import { carryOut } from '@lianban/db/organisation/carry-out';
import { selectOne } from '@lianban/db/queryable';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { away, forgetAbsences, inPost } from '@lianban/db/testing/standing-in';
import { addDays, civilDateOf, instant } from '@lianban/domain/civil-date';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { callers, refusal, type Caller, type Callers } from '../support/caller.ts';

let api: Callers;
beforeAll(async () => {
  api = await callers();
});
afterAll(() => api.close());
beforeEach(() => forgetAbsences(api.pool));

const today = civilDateOf(instant(Date.now()));
const reason = '出差';
const whole = { matter: { kind: 'post' }, from: today, to: addDays(today, 4), reason } as const;
const ask = (principal: string, deputy: string | null) => ({
  ...{ postId: inPost(principal).postId, deputyPostId: deputy === null ? null : inPost(deputy).postId, ...whole },
});

/** A case whose proposal waits in the permits section, or whose decision waits with its head. */
async function waiting(step: 'propose' | 'decide' = 'propose', item = 'otc-retail'): Promise<string> {
  const life = await RecordedCase.open(api.pool, { item });
  await life.answer('intake', 'accept');
  if (step === 'decide') await life.answer('propose', 'proposeGrant');
  return life.caseId;
}
const act = (caseId: string, duty: string, outcome: string, form: object = {}) => ({
  ...{ caseId, duty, outcome, form: { ...form }, requestId: randomUUID() },
});
const grant = (caseId: string) => act(caseId, 'decide', 'grant');
const listed = async (caller: Caller, tab: 'mine' | 'pool') =>
  (await caller.duty.inbox({ tab, limit: 100 })).rows.map(({ caseId }) => caseId);

describe('a deputy acts in the post of the principal', () => {
  test('which stands among their posts with the name and the last day, and goes with neither of their own', async () => {
    await away(api.pool, ['qinli', 'tangyue']);
    const deputy = await api.standingIn('tangyue', '秦立');
    const me = await deputy.session.me();
    expect(me?.post).toMatchObject({
      ...{ role: 'SEC', unit: { zh: '行政审批处' } },
      standingIn: { name: '秦立', until: addDays(today, 6), isWhole: true },
    });
    expect(me?.posts.map(({ standingIn }) => standingIn?.name ?? null)).toEqual([null, '秦立']);
    const own = await (await api.as('tangyue')).session.me();
    expect(own?.post.standingIn).toBeNull();
  });

  test('sees what the principal has taken and what waits for them, answers it, and both names are in every place that says who', async () => {
    await away(api.pool, ['qinli', 'jianghe']);
    const caseId = await waiting('decide');
    const principal = await api.as('qinli');
    await principal.duty.claim({ caseId, duty: 'decide' });
    const deputy = await api.standingIn('jianghe', '秦立');
    expect(await listed(deputy, 'mine')).toContain(caseId);
    expect(await deputy.duty.open({ caseId, duty: 'decide' })).toMatchObject({ holder: 'me', mayAct: true });
    expect(await deputy.duty.answer(grant(caseId))).toMatchObject({ state: 'recorded' });
    const who = {
      person: '江鹤',
      standingInFor: '秦立',
      post: { zh: '行政审批处' },
      roleTitle: { zh: '承办处负责人' },
    };
    const page = await principal.case.page({ caseId });
    expect(page.timeline.at(-1)).toMatchObject({ who });
    expect(page.participants).toContainEqual(
      expect.objectContaining({
        person: '江鹤',
        standingInFor: '秦立',
        unit: { zh: '行政审批处', en: 'Permits section' },
      }),
    );
    const window = await api.as('hejing');
    const row = (await window.duty.inbox({ tab: 'pool', limit: 100 })).rows.find((one) => one.caseId === caseId);
    expect(row).toMatchObject({ updatedBy: '江鹤', updatedFor: '秦立' });
    const trail = await (await api.as('xujian')).audit.search({ person: '秦立', kind: 'act' });
    expect(trail.rows[0]?.who).toMatchObject({ name: '江鹤', standingInFor: '秦立' });
    expect((await principal.case.list({ state: 'all', search: '秦立' })).rows.map((one) => one.caseId)).toContain(
      caseId,
    );
  });

  test('proves for a paper under seal who they are themselves, as for their own [ASVS v5.0.0-7.5.3]', async () => {
    await away(api.pool, ['qinli', 'jianghe']);
    const caseId = await waiting('decide');
    const stale = await api.standingIn('jianghe', '秦立', { isProven: false });
    await expect(stale.duty.answer(grant(caseId))).rejects.toMatchObject(refusal('STEP_UP_REQUIRED'));
  });

  test('leaves in the trail whose name they signed refusals with', async () => {
    await away(api.pool, ['qinli', 'jianghe']);
    const deputy = await api.standingIn('jianghe', '秦立');
    const caseId = randomUUID();
    await expect(deputy.case.page({ caseId })).rejects.toMatchObject(refusal('NO_SUCH_CASE'));
    const { who } = await selectOne<{ who: unknown }>(api.pool, {
      text: `SELECT who FROM audit_note WHERE person_id = $1 ORDER BY last_at DESC LIMIT 1`,
      values: [inPost('jianghe').personId],
    });
    expect(who).toMatchObject({ name: '江鹤', standingInFor: { name: '秦立' } });
    expect(await auditOf(api.pool, personStream(inPost('qinli').personId))).not.toContainEqual(
      expect.objectContaining({ action: 'access.refused' }),
    );
  });
});

describe('a deputy is named', () => {
  test('beside the owner on the page of a case that is handed over, for the bureau and not for its applicant', async () => {
    const caseId = await waiting();
    const principal = await api.as('zhoumin');
    await principal.duty.claim({ caseId, duty: 'propose' });
    await away(api.pool, ['zhoumin', 'guolan'], { matter: { kind: 'item', item: 'otc-retail' } });
    const named = { person: '郭岚', standingInFor: '周敏', roleTitle: { zh: '承办人', en: 'Case officer' } };
    for (const user of ['zhoumin', 'qinli', 'guolan', 'yeqing']) {
      const page = await (await api.as(user)).case.page({ caseId });
      expect(page.duties[0], user).toMatchObject({ owner: { person: '周敏' }, deputies: ['郭岚'] });
      expect(page.participants, user).toContainEqual(expect.objectContaining(named));
    }
    const applicant = await (await api.as('wanhe')).case.page({ caseId });
    expect(applicant.duties[0]?.deputies).toEqual([]);
    expect(JSON.stringify(applicant)).not.toContain('郭岚');
  });

  test('on no case that is not handed over', async () => {
    const caseId = await waiting();
    const principal = await api.as('zhoumin');
    await principal.duty.claim({ caseId, duty: 'propose' });
    await away(api.pool, ['zhoumin', 'guolan'], { matter: { kind: 'item', item: 'cosmetics-production-renewal' } });
    expect((await principal.case.page({ caseId })).duties[0]?.deputies).toEqual([]);
  });

  test('to the deputy by a message, in the words of either language', async () => {
    await away(api.pool, ['zhoumin', 'guolan'], { matter: { kind: 'procedure', procedure: 'informed-commitment' } });
    const [told] = (await (await api.as('guolan')).message.list()).rows;
    expect(told).toMatchObject({
      ...{ kind: 'standIn', news: 'named', principal: '周敏', deputy: '郭岚', isDeputy: true, read: false },
      ...{ from: today, to: addDays(today, 6), by: '周敏', reason: '培训' },
      matter: { zh: '告知承诺许可' },
    });
  });
});

describe('separation of duties counts both', () => {
  test('a deputy does not do for the principal what they may not do themselves, and the screen says so before [ASVS v5.0.0-8.3.3]', async () => {
    await away(api.pool, ['qinli', 'tangyue']);
    const caseId = await waiting();
    await (await api.as('tangyue')).duty.answer(act(caseId, 'propose', 'proposeGrant'));
    const deputy = await api.standingIn('tangyue', '秦立');
    const decide = { caseId, duty: 'decide' };
    expect(await deputy.duty.open(decide)).toMatchObject({
      ...{
        mayAct: false,
        whyNot: { zh: '您或您所代的秦立在本案中办理过“当场审查”，按“拟办与审批分离”不得再办本步骤' },
      },
    });
    await expect(deputy.duty.claim(decide)).rejects.toMatchObject(refusal('SEPARATION', { step: 'propose' }));
    await expect(deputy.duty.answer(grant(caseId))).rejects.toMatchObject(refusal('SEPARATION', { step: 'propose' }));
  });

  test('nor what the principal may not do, nor does either take or decide later on what the other drafted [ASVS v5.0.0-8.3.3]', async () => {
    await away(api.pool, ['zhoumin', 'jianghe']);
    const caseId = await waiting();
    await (await api.standingIn('jianghe', '周敏')).duty.answer(act(caseId, 'propose', 'proposeGrant'));
    await forgetAbsences(api.pool);
    const separate = refusal('SEPARATION', { step: 'propose' });
    for (const deputy of ['jianghe', 'zhoumin']) {
      await away(api.pool, ['qinli', deputy]);
      const standing = await api.standingIn(deputy, '秦立');
      await expect(standing.duty.claim({ caseId, duty: 'decide' }), deputy).rejects.toMatchObject(separate);
      await expect(standing.duty.answer(grant(caseId)), deputy).rejects.toMatchObject(separate);
      await forgetAbsences(api.pool);
    }
    expect(await (await api.as('qinli')).duty.answer(grant(caseId))).toMatchObject({ state: 'recorded' });
  });

  test('a principal who drafted is not decided for by whoever stands in for them [ASVS v5.0.0-8.3.3]', async () => {
    await away(api.pool, ['zhoumin', 'qinli']);
    const caseId = await waiting();
    await (await api.standingIn('qinli', '周敏')).duty.answer(act(caseId, 'propose', 'proposeGrant'));
    await forgetAbsences(api.pool);
    await away(api.pool, ['qinli', 'gaolin']);
    const standing = await api.standingIn('gaolin', '秦立');
    const separate = refusal('SEPARATION', { step: 'propose' });
    await expect(standing.duty.claim({ caseId, duty: 'decide' })).rejects.toMatchObject(separate);
    await expect(standing.duty.answer(grant(caseId))).rejects.toMatchObject(separate);
  });
});

describe('who stands in for single matters', () => {
  test('reaches these and nothing else of the post: no list, no case, no duty, no urge [ASVS v5.0.0-8.2.2]', async () => {
    const [mine, other] = [await waiting(), await waiting()];
    const { number } = await selectOne<{ number: string }>(api.pool, {
      text: 'SELECT number FROM case_file WHERE case_id = $1',
      values: [mine],
    });
    await away(api.pool, ['qinli', 'tangyue'], { matter: { kind: 'case', number } });
    await away(api.pool, ['zhoumin', 'guolan'], { matter: { kind: 'case', number } });
    const [head, officer] = [await api.standingIn('tangyue', '秦立'), await api.standingIn('guolan', '周敏')];
    expect(await listed(officer, 'pool')).toEqual([mine]);
    expect((await officer.case.list({ state: 'all' })).rows.map(({ caseId }) => caseId)).toEqual([mine]);
    const beyond = { caseId: other, duty: 'propose' };
    await expect(officer.case.page({ caseId: other })).rejects.toMatchObject(refusal('NO_SUCH_CASE'));
    await expect(officer.duty.claim(beyond)).rejects.toMatchObject(refusal('NO_SUCH_CASE'));
    await expect(officer.duty.answer(act(other, 'propose', 'proposeGrant'))).rejects.toMatchObject(
      refusal('NO_SUCH_CASE'),
    );
    const urge = { ...beyond, requestId: randomUUID() };
    await expect(head.supervise.urge(urge)).rejects.toMatchObject(refusal('NO_SUCH_DUTY'));
    await head.supervise.urge({ ...urge, caseId: mine });
    expect(await officer.duty.answer(act(mine, 'propose', 'proposeGrant'))).toMatchObject({ state: 'recorded' });
    expect((await (await api.as('guolan')).case.page({ caseId: other })).caseId).toBe(other);
  });

  test('stands in for an item or a procedure as well, each as far as it goes', async () => {
    const caseId = await waiting();
    await away(api.pool, ['zhoumin', 'guolan'], { matter: { kind: 'item', item: 'otc-retail' } });
    await away(api.pool, ['tangyue', 'xiezhi'], { matter: { kind: 'procedure', procedure: 'ordinary-permit' } });
    expect(await listed(await api.standingIn('guolan', '周敏'), 'pool')).toContain(caseId);
    expect(await listed(await api.standingIn('xiezhi', '唐越'), 'pool')).toEqual([]);
  });
});

describe('naming a deputy', () => {
  test('shows colleagues with the reason why somebody cannot be chosen, and warns of conflicts', async () => {
    await away(api.pool, ['pengchuan', 'shenmu']);
    const officer = await api.as('zhoumin');
    const asked = { postId: inPost('zhoumin').postId, from: today, to: addDays(today, 3) };
    const found = (search: string) => officer.standIn.deputies({ ...asked, search });
    expect(await found('周敏')).toMatchObject([{ whyNot: { zh: '是本人' } }]);
    expect(await found('彭川')).toMatchObject([{ whyNot: { zh: '期间本人也外出' } }]);
    expect(await found('唐越')).toMatchObject([{ whyNot: null, apart: [] }]);
    expect(await found('秦立')).toMatchObject([{ whyNot: null, apart: [{ zh: '承办处负责人' }] }]);
    expect(await found('叶青')).toEqual([]);
    expect((await officer.standIn.deputies({ ...asked, search: '法规' })).map(({ name }) => name).sort()).toEqual(
      ['谢知', '郭岚', '洪律', '祝歌'].sort(),
    );
  });

  test('is told to both sides and to whoever answers for them, and ended before its last day by a reason', async () => {
    const [principal, head] = [await api.as('zhoumin'), await api.as('qinli')];
    const { delegationId } = await principal.standIn.give(ask('zhoumin', 'guolan'));
    expect((await principal.standIn.mine()).asPrincipal).toMatchObject([
      { id: delegationId, deputy: { name: '郭岚' }, matter: null, state: 'underWay', givenBy: '周敏', reason },
    ]);
    const deputy = await api.as('guolan');
    expect((await deputy.standIn.mine()).asDeputy).toMatchObject([{ id: delegationId, principal: { name: '周敏' } }]);
    expect((await head.standIn.ofUnit()).rows).toMatchObject([{ id: delegationId }]);
    await head.standIn.end({ delegationId, reason: '提前返岗' });
    expect((await principal.standIn.mine()).asPrincipal).toMatchObject([
      { state: 'over', ended: { because: 'ended', by: '秦立', reason: '提前返岗' } },
    ]);
  });

  test("is for one's own post and those one answers for; other posts are none of one's business [ASVS v5.0.0-8.2.2]", async () => {
    const refused = refusal('NO_SUCH_POST');
    await expect((await api.as('tangyue')).standIn.give(ask('zhoumin', 'guolan'))).rejects.toMatchObject(refused);
    const asked = { postId: inPost('zhoumin').postId, from: today, to: today };
    for (const user of ['tangyue', 'hejing', 'sc-director'])
      await expect((await api.as(user)).standIn.deputies(asked), user).rejects.toMatchObject(refused);
    expect((await (await api.as('sc-director')).standIn.ofUnit()).posts.map(({ name }) => name)).not.toContain('周敏');
    expect((await (await api.as('qinli')).standIn.ofUnit()).posts.map(({ name }) => name).sort()).toEqual(
      ['周敏', '唐越', '应禾', '秦立'].sort(),
    );
  });

  test('is nothing that a deputy does in the post of the principal [ASVS v5.0.0-8.3.3]', async () => {
    await away(api.pool, ['qinli', 'jianghe']);
    const deputy = await api.standingIn('jianghe', '秦立');
    const asked = { postId: inPost('zhoumin').postId, from: today, to: today };
    await expect(deputy.standIn.give(ask('zhoumin', 'guolan'))).rejects.toMatchObject(refusal('FORBIDDEN'));
    await expect(deputy.standIn.deputies(asked)).rejects.toMatchObject(refusal('FORBIDDEN'));
  });

  test('asks who one is, and takes no reason that says nothing', async () => {
    const stale = await api.as('zhoumin', { isProven: false });
    await expect(stale.standIn.give(ask('zhoumin', 'guolan'))).rejects.toMatchObject(refusal('STEP_UP_REQUIRED'));
    const officer = await api.as('zhoumin');
    const blank = officer.standIn.give({ ...ask('zhoumin', 'guolan'), reason: '  ' });
    await expect(blank).rejects.toMatchObject(refusal('MALFORMED'));
  });
});

test('messages reach the deputy with the name of the principal, whichever post they are in, and are read once', async () => {
  const caseId = await waiting();
  await (await api.as('zhoumin')).duty.claim({ caseId, duty: 'propose' });
  await away(api.pool, ['zhoumin', 'guolan']);
  await (await api.as('yeqing')).supervise.urge({ caseId, duty: 'propose', requestId: randomUUID(), reason: '来电' });
  const [own, standing] = [await api.as('guolan'), await api.standingIn('guolan', '周敏')];
  const urged = { kind: 'case', caseId, standingInFor: '周敏', urge: { by: '叶青', standingInFor: null } };
  for (const caller of [own, standing]) expect((await caller.message.list()).rows[0]).toMatchObject(urged);
  const [message] = (await standing.message.list()).rows;
  await standing.message.read({ ids: [message?.id ?? ''] });
  expect((await own.message.list()).rows[0]?.read).toBe(true);
  expect((await (await api.as('zhoumin')).message.list()).rows[0]).toMatchObject({ read: false, standingInFor: null });
});

test('a deputy whose account is disabled stands in no longer, and the place without an owner is found', async () => {
  await RecordedCase.open(api.pool);
  await away(api.pool, ['hejing', 'xiezhi']);
  const administrator = await api.as('admin');
  expect(await administrator.organisation.unowned()).toEqual([]);
  await administrator.organisation.disableAccount({
    personId: inPost('xiezhi').personId,
    reason: '调查',
    confirmed: true,
  });
  await carryOut(api.pool);
  expect(await administrator.organisation.unowned()).toMatchObject([{ role: 'WIN', because: 'away' }]);
  await administrator.organisation.enableAccount({ personId: inPost('xiezhi').personId, reason: '查无' });
  await expect(api.standingIn('xiezhi', '何静')).rejects.toThrow('does not stand in');
});
