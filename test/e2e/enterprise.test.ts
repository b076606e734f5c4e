import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { House } from './house.ts';
import { begin, commit, fillInEnterprise, provideMaterials, submit } from './screens/application.ts';
import { standing } from './screens/case.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const RENEWAL = '化妆品生产许可证延续';

test('an enterprise renews its licence by commitment, leaves in the middle and finds everything again', async () => {
  const page = await house.signedIn('mulan');
  await page.goto('/apply');
  await page.getByRole('link', { name: `看看能不能办：${RENEWAL}` }).waitFor();
  await expectAccessible(page, 'enterprise-1-catalogue');

  await begin(page, RENEWAL);
  await fillInEnterprise(page, '重庆市九龙坡区石杨路演示园3号');
  await expectAccessible(page, 'enterprise-2-materials');
  await page.getByText('草稿已保存', { exact: false }).waitFor();

  await page.goto('/applications');
  await page.getByRole('link', { name: `继续填写：${RENEWAL}` }).click();
  await page.getByRole('link', { name: /企业/ }).first().click();
  expect(await page.getByLabel('联系电话', { exact: true }).inputValue()).toBe('023-6000 0199');

  await page.getByRole('link', { name: /材料/ }).first().click();
  await provideMaterials(page);
  await commit(page);
  await expectAccessible(page, 'enterprise-3-submit');
  const number = await submit(page);
  expect(number).toMatch(/^渝告承〔\d{4}〕\d{4}$/);
  await page.getByRole('link', { name: '查看案件' }).waitFor();
  await expectAccessible(page, 'enterprise-4-receipt');

  await page.getByRole('link', { name: '查看案件' }).click();
  await page.waitForURL('**/cases/*');
  await page.getByRole('heading', { name: '时间线' }).waitFor();
  const words = await standing(page).innerText();
  expect(words).toContain('收件受理');
  expect(words).toMatch(/\d+月\d+日（周.）/);
  expect(words).toContain('行政审批服务中心');
  await expectAccessible(page, 'enterprise-5-case');
});

test('an application that lacks something is not sent, and says at the place what is missing', async () => {
  const page = await house.signedIn('wanhe');
  await begin(page, '药品零售许可（仅经营乙类非处方药）');
  await page.getByLabel('联系电话', { exact: true }).fill('');
  await page.getByRole('button', { name: '保存并继续' }).click();
  await page.getByRole('alert').filter({ hasText: '请填写联系电话。' }).waitFor();
  expect(await page.getByLabel('联系电话', { exact: true }).evaluate((field) => field === document.activeElement)).toBe(
    true,
  );
  expect(await page.getByRole('heading', { name: '1 企业' }).isVisible()).toBe(true);
  await expectAccessible(page, 'enterprise-6-missing');
});
