import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD } from '../support/service-client.ts';
import { expectAccessible } from './accessibility.ts';
import { House } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const CHOSEN = 'gnuTarn58-pewit';

test('who signs in is told of failed attempts, finds all sessions, ends them under the eyes of the other browser, and changes the password [ASVS v5.0.0-6.2.2] [ASVS v5.0.0-6.3.5] [ASVS v5.0.0-7.5.2]', async () => {
  const other = await house.signedIn('zhoumin');
  const stranger = await (await house.window()).newPage();
  await stranger.goto('/sign-in');
  await stranger.getByLabel('账号', { exact: true }).fill('zhoumin');
  await stranger.getByLabel('密码', { exact: true }).fill('a wrong guess');
  await stranger.getByRole('button', { name: '登录', exact: true }).press('Enter');
  await stranger.getByText('账号或密码不正确').waitFor();

  const page = await house.signedIn('zhoumin');
  await page.getByText('上次登录以来，有 1 次对您账号的登录没有成功').waitFor();
  await page.getByRole('link', { name: '不是您本人的，请查看登录并修改密码。' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: '您现在有 2 处登录。' }).waitFor();
  await expectAccessible(page, 'account-1-sessions');
  await page.getByRole('button', { name: '知道了' }).press('Enter');
  await page.getByText('上次登录以来').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^结束 127.0.0.1 上 Chrome · Linux 的登录$/ }).press('Enter');
  await page.getByText('已结束 1 处登录。').waitFor();
  await page.getByRole('heading', { level: 1, name: '您现在有 1 处登录。' }).waitFor();
  await other.getByLabel('密码', { exact: true }).waitFor();
  expect(new URL(other.url()).pathname).toBe('/sign-in');

  await page.getByLabel('现在的密码').fill(PASSWORD);
  await page.getByLabel('新密码').fill('Password12345!');
  await page.getByRole('button', { name: '修改密码' }).press('Enter');
  await page.getByText('这是很多人使用的密码').waitFor();
  await expectAccessible(page, 'account-2-refused');
  await page.getByLabel('新密码').fill(CHOSEN);
  await page.getByRole('button', { name: '修改密码' }).press('Enter');
  await page.getByText('密码已修改，其他 0 处登录已结束。').waitFor();
  await page.getByRole('button', { name: 'EN' }).press('Enter');
  await page.getByText('The password is changed; 0 other sessions have ended.').waitFor();
  await expectAccessible(page, 'account-6-english');
});

test('a password that was given is changed before anything else, on a phone and in English too [ASVS v5.0.0-6.4.1]', async () => {
  await house.running.database.pool.query(`UPDATE credential SET must_change = true WHERE user_name = 'hejing'`);
  const page = await (await house.window({ width: 390, height: 844 })).newPage();
  await page.goto('/sign-in');
  await page.getByLabel('账号', { exact: true }).fill('hejing');
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).press('Enter');
  await page.getByRole('heading', { level: 1, name: '请先修改密码' }).waitFor();
  await expectAccessible(page, 'account-3-first-password');
  await page.goto('/inbox');
  await page.getByRole('heading', { level: 1, name: '请先修改密码' }).waitFor();
  await page.getByRole('button', { name: 'EN' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Please change the password first' }).waitFor();
  await page.getByLabel('Present password').fill(PASSWORD);
  await page.getByLabel('New password').fill(CHOSEN);
  await page.getByRole('button', { name: 'Change the password' }).press('Enter');
  await page.waitForURL('**/inbox');
  await page.goto('/account');
  await page.getByRole('heading', { level: 1, name: 'You are signed in once.' }).waitFor();
  await expectAccessible(page, 'account-4-phone-english');
});

test('who has tried too often is told for how long, and where it works all the same [ASVS v5.0.0-6.3.1]', async () => {
  const page = await (await house.window()).newPage();
  await page.goto('/sign-in');
  await page.getByLabel('账号', { exact: true }).fill('tangyue');
  const button = page.getByRole('button', { name: '登录', exact: true });
  for (let nth = 0; nth < 5; nth += 1) {
    await page.getByLabel('密码', { exact: true }).fill(`guess ${nth}`);
    const answer = page.waitForResponse('**/trpc/session.signIn*');
    await button.press('Enter');
    await answer;
  }
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await button.press('Enter');
  await page.getByText('约 15 分钟后可以再试').waitFor();
  await expectAccessible(page, 'account-5-blocked');
});
