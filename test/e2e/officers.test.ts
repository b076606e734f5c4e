import { seatTeam } from '@lianban/db/testing/seated-team';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../support/service-client.ts';
import { expectAccessible } from './accessibility.ts';
import { answer, fileRetail, type Filed } from './filing.ts';
import { House } from './house.ts';
import { doAct, openCase, prepareAct, standing } from './screens/case.ts';
import { openPool, rowOf } from './screens/inbox.ts';

let house: House;
let filed: Filed;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** Signs in, opens the case and does one act there. */
async function actsAs(user: string, act: string, entries: Readonly<Record<string, string>> = {}) {
  const page = await house.atCase(filed.caseId, user);
  await doAct(page, act, entries);
  return page;
}

test('a licence by commitment is accepted, granted on the spot, verified, rectified and kept', async () => {
  const window = await house.signedIn('hejing');
  await openPool(window);
  await window.getByRole('tab', { name: /待认领/, selected: true }).waitFor();
  filed = await fileRetail(house.running.address);
  const row = rowOf(window, filed.caseNumber);
  await row.waitFor(); // without a reload
  await expectAccessible(window, 'officers-1-inbox');

  await row.getByRole('button', { name: `认领：收件受理，${filed.caseNumber}` }).click();
  await window.getByRole('tab', { name: /^待办/ }).click();
  await rowOf(window, filed.caseNumber)
    .getByRole('link', { name: `办理：收件受理，${filed.caseNumber}` })
    .click();
  await doAct(window, '受理');
  await window
    .getByText(/渝药监受〔\d{4}〕\d+号/)
    .first()
    .waitFor();
  await expectAccessible(window, 'officers-2-accepted');

  await actsAs('zhoumin', '拟准予', { 意见: '材料齐全，符合告知承诺条件。' });
  const section = await actsAs('qinli', '准予');
  await expectAccessible(section, 'officers-3-granted');
  await openCase(window, filed.caseId);
  await doAct(window, '送达');

  const { pool } = house.running.database;
  await seatTeam(pool, { caseId: filed.caseId, duty: 'verification/verify', users: ['shenmu', 'luqiao'] });
  const inspector = await house.atCase(filed.caseId, 'shenmu');
  const askedFor = inspector.getByRole('listitem').filter({ hasText: '提请外省协助核查' });
  expect(await askedFor.innerText()).toContain('行政处罚法第二十六条，市场监督管理行政处罚程序规定');
  const ordering = await prepareAct(inspector, '不相符可整改', { 理由: '阴凉柜温湿度未记录。' });
  await inspector.getByRole('radio', { name: '陆樵' }).check();
  await ordering.click();
  await inspector.getByText('责令限期整改通知书').first().waitFor();
  await expectAccessible(inspector, 'officers-4-verified');

  const enterprise = await house.signedIn('wanhe');
  await enterprise.goto('/my-duties');
  await enterprise.getByRole('link', { name: `提交整改报告：限期整改，${filed.caseNumber}` }).click();
  await doAct(enterprise, '提交整改报告', { 说明: '已补记温湿度并每日两次登记。' });

  const unit = await actsAs('pengchuan', '整改合格');
  await unit.getByText('案件已办结：整改合格办结').waitFor();
  await openCase(unit, filed.caseId);
  expect(await standing(unit).innerText()).toContain('整改合格办结');
  await expectAccessible(unit, 'officers-5-kept');
});

test('every deadline says why it falls on that day', async () => {
  const { caseId } = await fileRetail(house.running.address);
  const page = await house.atCase(caseId, 'hejing');
  await standing(page).getByRole('button', { name: '为什么是这一天' }).click();
  const why = page.getByRole('dialog');
  await why.getByRole('heading', { name: /^为什么是 (\d+年)?\d+月\d+日（周.）$/ }).waitFor();
  await why.getByRole('table', { name: '逐日计算' }).waitFor();
  const words = await why.innerText();
  expect(words).toContain('行政许可法第三十二条');
  expect(words).toMatch(/第 1[–-]5 天|第 5 天/);
  await expectAccessible(page, 'officers-6-why-that-day');
  await page.keyboard.press('Escape');
  await why.waitFor({ state: 'hidden' });
  expect(
    await standing(page)
      .getByRole('button', { name: '为什么是这一天' })
      .evaluate((button) => button === document.activeElement),
  ).toBe(true);
});

test('what the reader may not do is not offered, and the page says whose it is', async () => {
  const { caseId } = await fileRetail(house.running.address);
  const page = await house.atCase(caseId, 'qinli');
  await page.getByText('现在没有需要您办理的。', { exact: false }).waitFor();
  expect(await page.getByRole('group', { name: '选择办理方式' }).count()).toBe(0);
  expect(await standing(page).innerText()).toContain('受理员');
});

/** Two applications that wait for the proposal of an officer. */
async function accepted(): Promise<readonly [Filed, Filed]> {
  const { address } = house.running;
  const cases = [await fileRetail(address), await fileRetail(address)] as const;
  const window = await signIn(address, 'hejing');
  for (const { caseId } of cases) await answer(window, caseId, { step: 'intake', outcome: 'accept' });
  return cases;
}

test('an act is taken back with a reason and done again, and several cases are answered together', async () => {
  const [one, other] = await accepted();
  const page = await house.atCase(one.caseId, 'zhoumin');
  await doAct(page, '拟不予', { 理由: '选错了按钮' });
  await page
    .locator('section.desk-result')
    .getByRole('button', { name: /^撤回本步/ })
    .click();
  const asking = page.getByRole('dialog', { name: '撤回本步' });
  await asking.getByRole('button', { name: '撤回本步' }).click();
  await asking.getByLabel('撤回理由').fill('选错了办理方式');
  await expectAccessible(page, 'officers-7-take-back');
  await asking.getByRole('button', { name: '撤回本步' }).click();
  await asking.waitFor({ state: 'hidden' });
  await page.getByRole('heading', { name: '当场审查', exact: true }).waitFor();
  await page.getByText(/周敏撤回：选错了办理方式/).waitFor();
  expect(await page.locator('s.time-taken-back').allInnerTexts()).toEqual(['当场审查：拟不予']);
  await expectAccessible(page, 'officers-8-taken-back');

  const { trpc } = await signIn(house.running.address, 'zhoumin');
  for (const { caseId } of [one, other]) await trpc.duty.claim.mutate({ caseId, duty: 'propose' });
  await page.goto('/inbox');
  for (const { caseNumber } of [one, other]) await page.getByRole('checkbox', { name: `选择 ${caseNumber}` }).check();
  await page.getByRole('button', { name: '批量办理' }).click();
  const batch = page.getByRole('dialog', { name: '批量办理：当场审查，2 件' });
  await batch.getByLabel('同一意见').fill('符合告知承诺条件');
  await batch.getByRole('button', { name: '填入各件' }).click();
  await batch.getByLabel(`意见，${other.caseNumber}`).fill('面积已核对');
  await expectAccessible(page, 'officers-9-batch');
  await batch.getByRole('button', { name: '拟准予 2 件' }).click();
  await batch.getByText('已办理 2 件').waitFor();
  await expectAccessible(page, 'officers-10-batch-done');
  await batch.getByRole('button', { name: '关闭' }).click();
  await openCase(page, other.caseId);
  await page.getByText('面积已核对', { exact: true }).waitFor();
});
