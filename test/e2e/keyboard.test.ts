import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { fileRetail } from './filing.ts';
import { House } from './house.ts';
import { openPool, rowOf } from './screens/inbox.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

test('an officer claims, opens and answers a case in English without a mouse', async () => {
  const { caseNumber } = await fileRetail(house.running.address);
  const page = await house.signedIn('hejing');
  await openPool(page);
  await rowOf(page, caseNumber).waitFor();
  await page.getByRole('button', { name: 'EN', exact: true }).press('Enter');
  await page.getByRole('tab', { name: /^To claim/ }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await expectAccessible(page, 'keyboard-1-inbox');

  await page.locator('body').press('j');
  await page.keyboard.press('a');
  await page.getByText('Claimed, ready for you').first().waitFor();
  await page.getByRole('tab', { name: /^To do/ }).press('Enter');
  await rowOf(page, caseNumber).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/cases/*');

  const accept = page.getByRole('button', { name: 'Accept', exact: true });
  await accept.first().waitFor();
  await accept.last().press('Enter');
  await page.getByRole('heading', { name: /^Done: .*, Accept$/ }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  await expectAccessible(page, 'keyboard-2-done');
});
