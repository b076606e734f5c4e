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

test('a false commitment ends in revocation after notice, representations and the decision of the bureau', async () => {
  const caseId = await grantedCase();
  const visits = (user: string) => house.atCase(caseId, user);
  const reasons = { 理由: '现场不存在承诺的营业场所。' };

  const inspector = await visits('shenmu');
  await prepareAct(inspector, '虚假承诺', { 另一名检查员: '陆青', ...reasons });
  await inspector.getByText('办理后不能撤回、不能修改').waitFor();
  await expectAccessible(inspector, 'revocation-1-false-commitment');
  await doAct(inspector, '虚假承诺', { 另一名检查员: '陆青', ...reasons });

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
