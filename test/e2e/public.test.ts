import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../support/service-client.ts';
import { expectAccessible } from './accessibility.ts';
import { answer, fileRetail } from './filing.ts';
import { House } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

test('anybody with the number and the last four of the credit code follows a case on a phone, without an account', async () => {
  const { address } = house.running;
  const { caseId, caseNumber } = await fileRetail(address);
  await answer(await signIn(address, 'hejing'), caseId, { step: 'intake', outcome: 'accept' });
  const page = await (await house.window({ width: 390, height: 844 })).newPage();
  await page.goto('/track');
  await page.getByLabel('受理编号').fill(caseNumber);
  await page.getByLabel('信用代码后四位').fill('0000');
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await page.getByText('没有查到相符的记录。').first().waitFor();
  await expectAccessible(page, 'public-1-not-found');

  await page.getByLabel('信用代码后四位').fill('xc24');
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await page.getByRole('heading', { name: '办理进度', exact: true }).waitFor();
  const words = await page.locator('main').innerText();
  expect(words).toContain('当场审查');
  expect(words).toContain('023-6000 0101');
  expect(words).not.toMatch(/何静|周敏/); // no officer by name
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await expectAccessible(page, 'public-2-found');
});
