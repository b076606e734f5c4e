import { claim } from '@lianban/db/claim';
import { actorOf, RecordedCase } from '@lianban/db/testing/recorded-case';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { darken, expectReadableInTheDark } from './dark.ts';
import { House } from './house.ts';
import { openCase } from './screens/case.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().press('Enter');

/** Presses what opens a dialog, looks at it and leaves it. */
async function look(page: Page, button: string | RegExp, picture: string): Promise<void> {
  await press(page, button);
  const dialog = page.getByRole('dialog');
  await dialog.locator('textarea, select, input').first().waitFor();
  await expectReadableInTheDark(page, picture);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}

/** A proposal that the first officer has taken. */
async function taken(): Promise<string> {
  const { pool } = house.running.database;
  const life = await RecordedCase.open(pool);
  await life.answer('intake', 'accept');
  await claim(pool, { caseId: life.caseId, duty: 'propose', by: actorOf('OFF') });
  return life.caseId;
}

test('every dialog of the work among people can be read and typed into in the dark', async () => {
  const caseId = await taken();
  const officer = await house.atCase(caseId, 'zhoumin');
  await darken(officer);
  await officer.locator('.case-columns').waitFor();
  for (const kind of ['转办', '委派', '协办', '会签', '加签', '抄送']) await look(officer, kind, `dark-1-${kind}`);
  await look(officer, '申请回避', 'dark-2-recusal');

  const head = await house.atCase(caseId, 'qinli');
  await darken(head);
  await head.locator('.case-columns').waitFor();
  await look(head, '转办', 'dark-3-reassign');
  await look(head, /^催办/, 'dark-4-urge');
  await look(head, /保密/, 'dark-5-secrecy');
  await head.goto('/stand-in');
  await look(head, '委托代办', 'dark-6-stand-in');
  await head.goto('/emergency');
  await expectAccessible(head, 'dark-7-emergency');
});

test('and so can those of whoever is asked, takes back an act, and answers several cases', async () => {
  const [one, other] = [await taken(), await taken()];
  const officer = await house.atCase(one, 'zhoumin');
  await press(officer, '协办');
  const asking = officer.getByRole('dialog');
  await asking.getByRole('checkbox', { name: /郭岚/ }).check();
  await asking.getByRole('button', { name: '发出' }).press('Enter');
  await asking.waitFor({ state: 'hidden' });
  const legal = await house.signedIn('guolan');
  await darken(legal);
  await legal.getByRole('tab', { name: /请我办的/ }).press('Enter');
  await look(legal, /反馈|提意见|意见/, 'dark-8-asked');

  await officer.goto('/inbox');
  await darken(officer);
  const boxes = officer.getByRole('checkbox', { name: /^选择 / });
  await boxes.nth(1).waitFor();
  for (const box of await boxes.all()) await box.check();
  await look(officer, '批量办理', 'dark-9-batch');
  await openCase(officer, other);
  await officer.locator('section.desk').getByRole('button', { name: '拟不予', exact: true }).press('Enter');
  await officer.locator('section.desk form').getByLabel('理由').fill('选错了');
  await officer.locator('section.desk form').getByRole('button', { name: '拟不予', exact: true }).press('Enter');
  await look(officer, /^撤回本步/, 'dark-10-take-back');
  expect(await officer.locator('html').getAttribute('data-theme')).toBe('dark');
});

test('and so can those of whoever keeps the organisation', async () => {
  const admin = await house.signedIn('admin');
  await admin.goto('/admin/organisation');
  await darken(admin);
  await look(admin, '新增人员', 'dark-11-person');
  await look(admin, '变更行政审批处', 'dark-12-unit');
  await admin.goto('/admin/organisation/pools');
  await look(admin, '入库', 'dark-13-pool');
  await look(admin, /^更正申牧的资质/, 'dark-14-correct');
  await look(admin, /^提前终止申牧的资质/, 'dark-15-end');
});
