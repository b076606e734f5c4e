import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { laterProof } from '../support/authenticator.ts';
import type { TestIdentityProvider } from '../support/identity-provider.ts';
import { provided, subjectOf } from '../support/provided-service.ts';
import { PASSWORD } from '../support/service-client.ts';
import { personOf } from '../support/trail.ts';
import { expectAccessible } from './accessibility.ts';
import { House } from './house.ts';
import { sendPassword } from './screens/sign-in.ts';

let house: House;
let provider: TestIdentityProvider;
beforeAll(async () => {
  const made = await provided();
  provider = made.provider;
  provider.asks = true;
  house = await House.open(made.environment);
});
afterAll(async () => {
  await house.close();
  await provider.stop();
});

/** Signs in at the provider, whose page it is now. */
async function goOnAtProvider(page: Page, accountId: string): Promise<void> {
  provider.login = { accountId };
  await page.waitForURL(`${provider.issuer}/**`);
  await page.getByRole('button', { name: 'Continue as yourself' }).press('Enter');
}

test('a provider that is away is told in English on a phone, and the password still opens the door [ASVS v5.0.0-16.5.2]', async () => {
  await provider.stop();
  try {
    const page = await (await house.window({ width: 390, height: 844 })).newPage();
    await page.goto('/oidc/callback?code=guessed&state=guessed');
    await page.getByRole('heading', { level: 1, name: '没有登录成功' }).waitFor();
    await page.getByRole('button', { name: 'EN' }).press('Enter');
    await page.getByText('This attempt is too old, used, or was begun in another browser').waitFor();
    await expectAccessible(page, 'provider-1-phone-failed');
    await page.getByRole('link', { name: 'Back to the sign-in' }).press('Enter');
    await page.getByRole('button', { name: 'Sign in with the identity provider' }).press('Enter');
    await page.getByText('The identity provider does not answer at the moment').waitFor();
    await expectAccessible(page, 'provider-2-phone-away');
    await page.getByLabel('Account', { exact: true }).fill('wanhe');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/applications');
  } finally {
    await provider.listen();
  }
});

test('somebody links the identity of the bureau, signs in with it to the page that was asked for, and proves anew in a window beside it [ASVS v5.0.0-10.1.2] [ASVS v5.0.0-7.5.3]', async () => {
  const page = await (await house.window()).newPage();
  await page.goto('/sign-in');
  const go = page.getByRole('button', { name: '用统一身份认证登录' });
  await go.waitFor();
  await expectAccessible(page, 'provider-3-sign-in');
  await go.press('Enter');
  await goOnAtProvider(page, subjectOf('mulan'));
  await page.getByText('这个统一身份还不能在本系统登录。').waitFor();
  await expectAccessible(page, 'provider-4-unknown');
  await page.getByRole('link', { name: '回到登录页' }).press('Enter');

  await sendPassword(page, 'mulan');
  await page.waitForURL('**/applications');
  await page.goto('/account');
  await page.getByText('尚未关联。').waitFor();
  await page.getByRole('button', { name: '关联统一身份' }).press('Enter');
  await goOnAtProvider(page, subjectOf('mulan'));
  await page.getByText('还没有用它登录过。').waitFor();
  await expectAccessible(page, 'provider-5-linked');

  await page.getByRole('button', { name: /^账户：/ }).press('Enter');
  await page.getByRole('button', { name: '退出登录' }).press('Enter');
  await page.getByLabel('密码', { exact: true }).waitFor();
  await page.goto('/account');
  await go.press('Enter'); // the provider knows them from before, and asks nothing
  await page.getByText('最近一次用它登录：').waitFor();
  expect(new URL(page.url()).pathname).toBe('/account');

  await laterProof(house.running.database.pool, personOf('mulan'));
  await page.getByRole('button', { name: '解除关联' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: '再次验证身份' });
  await dialog.waitFor();
  await expectAccessible(page, 'provider-6-step-up');
  const [beside] = await Promise.all([
    page.waitForEvent('popup'),
    dialog.getByRole('button', { name: '到统一身份认证验证' }).press('Enter'),
  ]);
  await goOnAtProvider(beside, subjectOf('mulan'));
  await page.getByText('关联已解除，其他 0 处登录已结束。').waitFor();
  await page.getByText('尚未关联。').waitFor();
});

test('somebody who came from the provider signs out there too, and is asked for who they are the next time [ASVS v5.0.0-7.6.1]', async () => {
  const { pool } = house.running.database;
  const identity = [provider.issuer, subjectOf('wanhe'), personOf('wanhe')];
  await pool.query('INSERT INTO external_identity (issuer, subject, person_id) VALUES ($1, $2, $3)', identity);
  const page = await (await house.window()).newPage();
  await page.goto('/sign-in');
  const go = page.getByRole('button', { name: '用统一身份认证登录' });
  await go.press('Enter');
  await goOnAtProvider(page, subjectOf('wanhe'));
  await page.waitForURL('**/applications');
  await page.getByRole('button', { name: /^账户：/ }).press('Enter');
  await page.getByRole('button', { name: '退出登录' }).press('Enter');
  await page.getByRole('button', { name: 'Yes, sign me out' }).press('Enter');
  await go.press('Enter');
  await page.getByRole('button', { name: 'Continue as yourself' }).waitFor(); // it knows nobody any more
});
