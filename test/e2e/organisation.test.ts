import { fileApplication, RecordedCase } from '@lianban/db/testing/recorded-case';
import { select, selectOne } from '@lianban/db/queryable';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { House } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const CHOSEN = 'gnuTarn58-pewit';
const reason = '调离本局';

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).press('Enter');

/** A pool of Chongqing into which nobody has been entered yet. */
async function emptyPool({ running: { database } }: House, pool: string): Promise<void> {
  const members = `SELECT id FROM pool_member WHERE pool = '${pool}' AND province = 'CQ'`;
  await select(database.pool, { text: `DELETE FROM qualification WHERE member_id IN (${members})` });
  await select(database.pool, { text: `DELETE FROM pool_member WHERE id IN (${members})` });
}

/** Signs in with a password that was given, and chooses another. */
async function firstSignIn(page: Page, user: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('账号', { exact: true }).fill(user);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).press('Enter');
  await page.getByRole('heading', { level: 1, name: '请先修改密码' }).waitFor();
  await page.getByLabel('现在的密码').fill(password);
  await page.getByLabel('新密码').fill(CHOSEN);
  await press(page, '修改密码');
}

test('an officer is added, signs in with the one-time password, sees what the unit has to do, and is out at once when the account is disabled [ASVS v5.0.0-7.4.2] [ASVS v5.0.0-6.4.1]', async () => {
  const { pool } = house.running.database;
  const { caseId } = await RecordedCase.resume(pool, await fileApplication(pool));
  const text = 'SELECT number FROM case_file WHERE case_id = $1';
  const { number } = await selectOne<{ number: string }>(pool, { text, values: [caseId] });

  const admin = await house.signedIn('admin');
  await admin.getByRole('link', { name: '机构与人员' }).press('Enter');
  await admin.getByRole('heading', { level: 1, name: /现有机构 16 个，在岗 \d+ 人/ }).waitFor();
  await expectAccessible(admin, 'organisation-1-tree');
  await press(admin, '新增人员');
  const dialog = admin.getByRole('dialog', { name: '新增人员' });
  await dialog.getByRole('button', { name: '新增', exact: true }).press('Enter');
  await dialog.getByText('请填完没有注明可不填的各项。').waitFor();
  await dialog.getByLabel('姓名').fill('程一苇');
  await dialog.getByLabel('账号').fill('hejing');
  await dialog.getByLabel('机构').selectOption({ label: '行政审批服务中心' });
  await dialog.getByLabel('岗位').selectOption({ label: '受理员' });
  await dialog.getByRole('button', { name: '新增', exact: true }).press('Enter');
  await dialog.getByText('这个账号已有人使用').waitFor();
  await expectAccessible(admin, 'organisation-2-refused');
  await dialog.getByLabel('账号').fill('chengyiwei');
  await dialog.getByRole('button', { name: '新增', exact: true }).press('Enter');
  const password = (await dialog.locator('.organisation-password').textContent()) ?? '';
  await expectAccessible(admin, 'organisation-3-one-time-password');
  await press(admin, '已交给本人');

  const officer = await (await house.window()).newPage();
  await firstSignIn(officer, 'chengyiwei', password);
  await officer.waitForURL('**/inbox');
  await officer.getByRole('tab', { name: /待认领/ }).press('Enter');
  await officer.getByText(number).first().waitFor();

  await press(admin, '程一苇');
  const file = admin.getByRole('dialog', { name: '程一苇' });
  await file.getByText('chengyiwei').waitFor();
  await expectAccessible(admin, 'organisation-4-person');
  await file.getByRole('button', { name: '停用账号' }).press('Enter');
  await file.getByLabel('原因').fill(reason);
  await file.getByRole('button', { name: '停用账号' }).press('Enter');
  await file.getByText(/已停用，自/).waitFor();
  await file.getByText(reason).waitFor();
  await officer.getByLabel('密码', { exact: true }).waitFor();
  expect(new URL(officer.url()).pathname).toBe('/sign-in');
});

test("the last one who could do open duties is not taken away unawares, and one's own rights are another's to change", async () => {
  const { pool } = house.running.database;
  await RecordedCase.resume(pool, await fileApplication(pool));
  const page = await house.signedIn('admin');
  await page.goto('/admin/organisation');
  await press(page, '何静');
  const file = page.getByRole('dialog', { name: '何静' });
  await file.getByRole('button', { name: '结束行政审批服务中心的受理员岗位' }).press('Enter');
  await file.getByLabel('原因').fill(reason);
  await file.getByRole('button', { name: '结束岗位' }).press('Enter');
  await file.getByText('行政审批服务中心将没有在岗的受理员').waitFor();
  await expectAccessible(page, 'organisation-5-left-without-owner');
  await file.getByRole('button', { name: '仍然办理' }).press('Enter');
  await file.getByText('已结束', { exact: true }).waitFor();
  await press(page, '关闭');
  await page.getByRole('heading', { name: '无人可办的待办' }).waitFor();
  await expectAccessible(page, 'organisation-6-unowned');
  await press(page, '宋工');
  await page.getByText('自己的岗位和账号由另一位系统管理员办理。').waitFor();
  expect(await page.getByRole('button', { name: '停用账号' }).count()).toBe(0);
});

test('enterprises, those who act for them, and the pools are kept on a phone and in English too', async () => {
  await emptyPool(house, 'expert');
  const page = await house.signedIn('lushan');
  await page.goto('/admin/organisation/enterprises');
  await page.getByRole('heading', { level: 1, name: /列出企业 \d+ 家/ }).waitFor();
  await expectAccessible(page, 'organisation-7-enterprises');
  await page.getByLabel('按名称或信用代码查找企业').fill('万和安');
  await press(page, '为重庆万和安大药房有限公司新增办理人');
  const dialog = page.getByRole('dialog', { name: '新增办理人' });
  await dialog.getByLabel('姓名').fill('闵以南');
  await dialog.getByLabel('账号').fill('minyinan');
  await dialog.getByLabel('委托书编号').fill('委托〔2026〕3号');
  await dialog.getByRole('button', { name: '新增', exact: true }).press('Enter');
  await dialog.getByRole('button', { name: '已交给本人' }).press('Enter');
  await page.getByText('委托〔2026〕3号').waitFor();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/admin/organisation/pools');
  await page.getByRole('tab', { name: '专家库' }).press('Enter');
  await page.getByText('库内没有人员。').waitFor();
  await press(page, '入库');
  await page.getByLabel('外聘人员姓名').fill('孟求索');
  await page.getByRole('dialog', { name: '入库' }).getByRole('button', { name: '入库' }).press('Enter');
  await press(page, '为孟求索登记资质');
  await page.getByLabel('资质类别').fill('药品GMP');
  await page.getByLabel('级别').fill('高级');
  await page.getByLabel('证书编号').fill('川渝专〔2026〕7号');
  await press(page, '保存');
  await page.getByText('川渝专〔2026〕7号').waitFor();
  await press(page, 'EN');
  await page.getByRole('heading', { level: 1, name: 'Experts: 1 person.' }).waitFor();
  await expectAccessible(page, 'organisation-8-pool-phone-english');
  await page.goto('/admin/organisation');
  await page.getByRole('heading', { level: 1, name: /units, with/ }).waitFor();
  await expectAccessible(page, 'organisation-9-tree-phone-english');
  await page.setViewportSize({ width: 1280, height: 900 });
  await press(page, 'Switch to dark');
  await press(page, '唐越');
  await page.getByRole('dialog', { name: '唐越' }).getByText('tangyue').waitFor();
  await expectAccessible(page, 'organisation-10-person-dark-english');
});
