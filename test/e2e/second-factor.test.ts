import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { people } from '@lianban/db/seed/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Authenticator, laterCodes, laterProof } from '../support/authenticator.ts';
import { PASSWORD } from '../support/service-client.ts';
import { expectAccessible } from './accessibility.ts';
import { House } from './house.ts';
import { openCase, prepareAct } from './screens/case.ts';
import { sendPassword } from './screens/sign-in.ts';

let house: House;
beforeAll(async () => {
  house = await House.open({ secondFactor: 'required' });
});
afterAll(() => house.close());

const personOf = (user: string): string => people.find((person) => person.user === user)?.id ?? '';

/** A case that waits for the decision of the head of section. */
async function proposed(): Promise<string> {
  const opened = await RecordedCase.open(house.running.database.pool);
  await opened.answer('intake', 'accept');
  await opened.answer('propose', 'proposeGrant');
  return opened.caseId;
}

/** Reads the secret from the page and confirms it. */
async function setUp(page: Page, english = false): Promise<Authenticator> {
  const secret = (await page.locator('.factor-secret').innerText()).replace(/\s/g, '');
  const app = new Authenticator(secret);
  await page.getByLabel(english ? 'Code' : '动态口令', { exact: true }).fill(app.code());
  await page.keyboard.press('Enter');
  return app;
}

test('an officer sets up a second factor, signs in with it, proves who they are before signing, and comes in by a recovery code [ASVS v5.0.0-6.3.3] [ASVS v5.0.0-7.5.3]', async () => {
  const { pool } = house.running.database;
  const page = await (await house.window()).newPage();
  await page.goto('/sign-in');
  await sendPassword(page, 'qinli');
  await page.getByRole('heading', { level: 1, name: '请先设置双因素验证' }).waitFor();
  await page.goto('/inbox');
  await page.getByRole('button', { name: '设置双因素验证' }).press('Enter');
  await page.getByRole('img', { name: /二维码/ }).waitFor();
  await expectAccessible(page, 'factor-1-set-up');
  const app = await setUp(page);
  await page.getByRole('heading', { name: '请保存恢复码' }).waitFor();
  const codes = await page.getByRole('list', { name: '恢复码' }).getByRole('listitem').allInnerTexts();
  expect(codes).toHaveLength(10);
  await expectAccessible(page, 'factor-2-recovery-codes');
  await page.getByRole('button', { name: '我已保存' }).press('Enter');
  await page.waitForURL('**/inbox');

  await page.getByRole('button', { name: /^账户：/ }).press('Enter');
  await page.getByRole('button', { name: '退出登录' }).press('Enter');
  await sendPassword(page, 'qinli');
  await page.getByRole('heading', { level: 1, name: '请填写动态口令' }).waitFor();
  const code = page.getByLabel('动态口令或恢复码');
  expect(await code.evaluate((field) => field === document.activeElement)).toBe(true);
  await code.fill(app.wrongCode());
  await page.keyboard.press('Enter');
  await page.getByText('动态口令或恢复码不正确').waitFor();
  await expectAccessible(page, 'factor-3-code');
  await laterCodes(pool, personOf('qinli'));
  await code.fill(app.code());
  await page.keyboard.press('Enter');
  await page.waitForURL('**/inbox');

  await openCase(page, await proposed());
  await laterCodes(pool, personOf('qinli'));
  await laterProof(pool, personOf('qinli'));
  const act = await prepareAct(page, '准予', { 意见: '符合条件，准予许可。' });
  await page.getByText('签发、用印前须再次验证身份').waitFor();
  await act.press('Enter');
  const dialog = page.getByRole('dialog', { name: '再次验证身份' });
  await dialog.waitFor();
  await expectAccessible(page, 'factor-4-step-up');
  await page.keyboard.press('Escape');
  await page.getByText('这项操作须先再次验证身份').waitFor();
  await act.press('Enter');
  const asked = dialog.getByLabel('动态口令或恢复码');
  expect(await asked.evaluate((field) => field === document.activeElement)).toBe(true);
  await asked.fill(app.wrongCode());
  await page.keyboard.press('Enter');
  await dialog.getByText('动态口令或恢复码不正确').waitFor();
  await asked.fill(app.code());
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^已(办理|收到)：.*，准予$/ }).waitFor();

  const elsewhere = await (await house.window()).newPage();
  await elsewhere.goto('/sign-in');
  await sendPassword(elsewhere, 'qinli');
  await elsewhere.getByLabel('动态口令或恢复码').fill(codes[0] ?? '');
  await elsewhere.keyboard.press('Enter');
  await elsewhere.waitForURL('**/inbox');
  await elsewhere.goto('/account');
  await elsewhere.getByText('还有 9 个恢复码没有用过，共 10 个。').waitFor();
  await elsewhere.getByText('您的岗位须使用双因素验证，可以更换，不能移除。').waitFor();
  expect(await elsewhere.getByRole('button', { name: '移除双因素验证' }).count()).toBe(0);
  await expectAccessible(elsewhere, 'factor-5-account');
});

test('an applicant sets one up, replaces the codes and removes it on a phone in English, asked for the password and then for codes [ASVS v5.0.0-7.5.1]', async () => {
  const { pool } = house.running.database;
  const page = await (await house.window({ width: 390, height: 844 })).newPage();
  await page.goto('/sign-in');
  await sendPassword(page, 'mulan');
  await page.waitForURL('**/applications');
  await page.getByRole('heading', { level: 1, name: '没有在办的申请。' }).waitFor();
  await page.getByRole('button', { name: 'EN' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'You have no open application.' }).waitFor();
  await page.goto('/account');
  await laterProof(pool, personOf('mulan'));
  await page.getByRole('button', { name: 'Set up the second factor' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Prove again who you are' });
  await dialog.getByLabel('Password').fill('a wrong guess');
  await page.keyboard.press('Enter');
  await dialog.getByText('The password is not right').waitFor();
  await expectAccessible(page, 'factor-6-phone-step-up');
  await dialog.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('img', { name: /QR code/ }).waitFor();
  await expectAccessible(page, 'factor-7-phone-set-up');
  const app = await setUp(page, true);
  await page.getByText('The second factor is in use; 0 other sessions have ended.').waitFor();
  await page.getByRole('button', { name: 'I have kept them' }).press('Enter');
  await page.getByText('10 of 10 recovery codes are left.').waitFor();
  expect(await page.locator('.factor-body').evaluate((body) => body === document.activeElement)).toBe(true);
  await expectAccessible(page, 'factor-8-phone-account');

  await laterCodes(pool, personOf('mulan'));
  await laterProof(pool, personOf('mulan'));
  await page.getByRole('button', { name: 'Make new recovery codes' }).press('Enter');
  await dialog.getByLabel('Code or recovery code').fill(app.code());
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'Recovery codes' }).waitFor();
  await page.getByRole('button', { name: 'I have kept them' }).press('Enter');
  await page.getByRole('button', { name: 'Remove the second factor' }).press('Enter');
  await page.getByText('The second factor is removed; 0 other sessions have ended.').waitFor();
  await page.getByText('Not set up.').waitFor();
});

test('where nobody is made to use one, the sign-in page says so', async () => {
  const another = await House.open();
  try {
    const page = await (await another.window()).newPage();
    await page.goto('/sign-in');
    await page.getByText('本系统在此不强制双因素验证，仅供演示。').waitFor();
    await expectAccessible(page, 'factor-9-offered');
  } finally {
    await another.close();
  }
});
