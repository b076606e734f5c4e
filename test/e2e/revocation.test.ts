import { people } from '@lianban/db/seed/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../support/service-client.ts';
import { expectAccessible } from './accessibility.ts';
import { answer, fileRetail } from './filing.ts';
import { House } from './house.ts';
import { doAct, openCase, prepareAct, standing, turnTo } from './screens/case.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** Up to the verification of a licence that has been granted. */
async function grantedCase(): Promise<string> {
  const { address } = house.running;
  const { caseId } = await fileRetail(address);
  const by = (user: string) => signIn(address, user);
  await answer(await by('hejing'), caseId, { step: 'intake', outcome: 'accept' });
  await answer(await by('zhoumin'), caseId, { step: 'propose', outcome: 'proposeGrant' });
  await answer(await by('qinli'), caseId, { step: 'decide', outcome: 'grant' });
  await answer(await by('hejing'), caseId, { step: 'deliver', outcome: 'delivered' });
  return caseId;
}

/** The account of somebody by name. */
const userOf = (name: string): string => people.find((person) => person.name === name)?.user ?? '';

/** Has a team drawn, one of it recuse, and the team filled up. Gives the account of the leader and the name of the other. */
async function inspectors(caseId: string): Promise<{ leader: string; second: string }> {
  const dispatcher = await house.atCase(caseId, 'pengchuan');
  const section = dispatcher.getByRole('region', { name: '检查组与回避' });
  await section.getByText('尚未组成检查组').waitFor();
  await section.getByRole('button', { name: '组成核查组' }).click();
  const dialog = dispatcher.getByRole('dialog', { name: '组成核查组' });
  await dialog.getByText('办理过本案不相容的步骤').waitFor();
  await expectAccessible(dispatcher, 'team-1-pool');
  await dialog.getByRole('button', { name: '抽取' }).click();
  await dialog.getByText('检查组人员已齐备').waitFor();
  await expectAccessible(dispatcher, 'team-2-drawn');

  const { trpc } = await signIn(house.running.address, 'pengchuan');
  const membersNow = async () =>
    (await trpc.team.page.query({ caseId })).teams[0]?.members.filter(({ leftAt }) => leftAt === null) ?? [];
  const [first, other] = await membersNow();
  const recusing = await house.atCase(caseId, userOf(other?.name ?? ''));
  await recusing.getByRole('button', { name: '申请回避' }).click();
  const asking = recusing.getByRole('dialog', { name: '申请回避' });
  await asking.getByLabel('回避理由').fill('与企业负责人相识。');
  await asking.getByRole('button', { name: '申请回避' }).click();
  await recusing.getByText('已申请，待处室负责人决定').waitFor();

  const leading = await house.atCase(caseId, userOf(first?.name ?? ''));
  const region = leading.getByRole('region', { name: '检查组与回避' });
  await region.getByText('检查组不足 2 人').waitFor();
  await region.getByRole('button', { name: '补抽' }).click();
  const filling = leading.getByRole('dialog', { name: '组成核查组' });
  await filling.getByLabel('补抽原因').fill('一名检查员回避。');
  await filling.getByRole('button', { name: '补抽' }).click();
  await filling.getByText('第 2 次抽取').waitFor();
  const head = await house.atCase(caseId, 'qinli');
  await head.getByRole('button', { name: `同意${other?.name ?? ''}回避`, exact: true }).click();
  await head.getByText('已同意回避（秦立）').waitFor();
  await expectAccessible(head, 'team-3-recusal');
  const [leader, second] = await membersNow();
  expect(leader?.name).toBe(first?.name);
  return { leader: userOf(leader?.name ?? ''), second: second?.name ?? '' };
}

test('an interest is declared by whoever has it, and binds at once', async () => {
  const page = await house.signedIn('tangyue');
  await page.goto('/account');
  const form = page.locator('.interest-form');
  await form.getByLabel('企业', { exact: false }).first().fill('重庆万和安大药房有限公司');
  await form.getByLabel('关系').selectOption('relative');
  await form.getByLabel('说明').fill('表兄任店长。');
  await form.getByRole('button', { name: '申报' }).click();
  await page.getByText('已申报，即时生效。').waitFor();
  await expectAccessible(page, 'team-4-interest');
  const { caseId } = await fileRetail(house.running.address);
  await answer(await signIn(house.running.address, 'hejing'), caseId, { step: 'intake', outcome: 'accept' });
  await openCase(page, caseId);
  await page.getByText('您应当回避本案').waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page, 'team-5-recused-phone');
});

test('a licence on commitment is contested from its page while it is verified, by its applicant, and both cases go on', async () => {
  const caseId = await grantedCase();
  const contest = '登记复议、诉讼';
  const officer = await house.atCase(caseId, 'zhoumin');
  expect(await officer.getByRole('button', { name: contest }).count()).toBe(0);
  const applicant = await house.atCase(caseId, 'wanhe');
  await applicant.getByText('在办', { exact: true }).first().waitFor();
  await applicant.getByRole('button', { name: contest }).press('Enter');
  const dialog = applicant.getByRole('dialog');
  await dialog.getByText('准予许可的决定不变，本案照常办理').waitFor();
  await expectAccessible(applicant, 'remedy-3-granted');
  await dialog.getByLabel('复议机关、人民法院').fill('重庆市人民政府');
  await dialog.getByLabel('请求和理由').fill('请求变更许可范围。');
  await dialog.getByRole('button', { name: contest }).click();
  await applicant.waitForURL((url) => !url.pathname.endsWith(caseId));
  await openCase(applicant, caseId);
  await applicant.getByText('复议、诉讼审理中').waitFor();
  expect(await applicant.getByRole('button', { name: contest }).count()).toBe(0);
  await openCase(officer, caseId);
  await officer.getByText('复议、诉讼审理中').waitFor();
});

test('a false commitment ends in revocation after notice, representations and the decision of the bureau', async () => {
  const caseId = await grantedCase();
  const visits = (user: string) => house.atCase(caseId, user);
  const reasons = { 理由: '现场不存在承诺的营业场所。' };

  const { leader, second } = await inspectors(caseId);
  const inspector = await visits(leader);
  const act = await prepareAct(inspector, '虚假承诺', reasons);
  await inspector.getByRole('radio', { name: second }).check();
  await inspector.getByText('办理后不能撤回、不能修改').waitFor();
  await expectAccessible(inspector, 'revocation-1-false-commitment');
  await act.click();
  await inspector.getByRole('heading', { name: /^已办理：.*，虚假承诺$/ }).waitFor();

  await doAct(await visits('zhoumin'), '提请告知', reasons);
  await doAct(await visits('guolan'), '发出告知');

  const enterprise = await visits('wanhe');
  await expectAccessible(enterprise, 'revocation-2-notice');
  await turnTo(enterprise, '陈述申辩');
  await doAct(enterprise, '提交陈述申辩', { 说明: '场所已于上月搬迁，未及变更登记。' });
  await openCase(enterprise, caseId);
  await doAct(enterprise, '放弃听证');

  const legal = await visits('guolan');
  await doAct(legal, '不采纳', { 理由: '搬迁不改变承诺时不符的事实。' });
  await openCase(legal, caseId);
  await doAct(legal, '拟撤销', reasons);
  await doAct(await visits('jianghe'), '同意，提请局长办公会');
  const bureau = await visits('luwen');
  await doAct(bureau, '撤销', reasons);
  await bureau.getByText('撤销行政许可决定书').first().waitFor();
  await expectAccessible(bureau, 'revocation-3-decided');

  await doAct(await visits('hejing'), '完成');
  await doAct(await visits('baiyang'), '完成');
  await openCase(enterprise, caseId);
  expect(await standing(enterprise).innerText()).toContain('撤销');
  await enterprise.getByText('已撤销').first().waitFor();
  await expectAccessible(enterprise, 'revocation-4-closed');
});
