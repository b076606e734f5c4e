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

test('a supervisor sees a new case at once, what is due, and whose it is', async () => {
  const page = await house.signedIn('yeqing');
  await page.getByRole('heading', { level: 1, name: /^全局在办 0 件/ }).waitFor();
  const { caseNumber } = await fileRetail(house.running.address);
  await page.getByRole('heading', { level: 1, name: /^全局在办 1 件/ }).waitFor(); // without a reload
  const row = page.getByRole('row').filter({ hasText: caseNumber });
  await row.waitFor();
  const words = await row.innerText();
  expect(words).toContain('收件受理');
  expect(words).toContain('行政审批服务中心');
  expect(words).toMatch(/\d+月\d+日（周.）/);
  await expectAccessible(page, 'supervisor-1-overview');
  await page.goto('/supervise/overdue');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expectAccessible(page, 'supervisor-2-overdue');
});

test('a supervisor urges, and the officer hears of it at once, reads it and finds the step marked', async () => {
  const { caseNumber } = await fileRetail(house.running.address);
  const officer = await house.signedIn('hejing');
  await openPool(officer);
  await rowOf(officer, caseNumber).waitFor();
  const bell = (name: RegExp) => officer.getByRole('button', { name });
  await bell(/^通知$/).waitFor();

  const supervisor = await house.signedIn('yeqing');
  await supervisor.getByRole('button', { name: `催办：收件受理，${caseNumber}` }).press('Enter');
  const dialog = supervisor.getByRole('dialog', { name: '催办' });
  await dialog.getByLabel('催办理由').fill('企业来电询问进度。');
  await expectAccessible(supervisor, 'supervisor-3-urging');
  await dialog.getByRole('button', { name: '发出催办' }).press('Enter');
  await supervisor.getByText(`已催办 ${caseNumber}，通知 1 个岗位。`).waitFor();
  const again = supervisor.getByRole('button', { name: `催办：收件受理，${caseNumber}` });
  await expect.poll(() => again.getAttribute('aria-disabled')).toBe('true');

  await bell(/^通知，1 条未读$/).press('Enter'); // without a reload
  const messages = officer.getByRole('region', { name: '提醒、催办与期限变动' });
  await messages.getByText('叶青（效能监督岗）催办：收件受理').waitFor();
  await messages.getByText('理由：企业来电询问进度。').waitFor();
  expect(await messages.innerText()).toMatch(/\d+月\d+日（周.）/);
  await expectAccessible(officer, 'officers-9-bell');
  await messages.getByRole('button', { name: '全部标为已读' }).press('Enter');
  await bell(/^通知$/).waitFor();
  await officer.keyboard.press('Escape');
  await rowOf(officer, caseNumber)
    .getByText(/^已被催办 1 次/)
    .waitFor({ state: 'attached' });
  await expectAccessible(officer, 'officers-10-urged');
});

test('an administrator sees of every limit whether it is law, ours, or not yet checked', async () => {
  const page = await house.signedIn('admin');
  await page.goto('/admin/rules');
  await page.getByRole('heading', { level: 1, name: /^时限规则 \d+ 条：法定 \d+ 条/ }).waitFor();
  const heading = await page.getByRole('heading', { level: 1 }).innerText();
  const [all, ...marked] = (heading.match(/\d+/g) ?? []).map(Number);
  expect(marked.reduce((sum, count) => sum + count, 0)).toBe(all);
  await expectAccessible(page, 'administrator-1-rules');
  await page.goto('/admin/operations');
  await page.getByText('系统运行正常，没有待处理的异常。').waitFor();
  await expectAccessible(page, 'administrator-2-operations');
});

test('nobody but a supervisor or an administrator reads those pages', async () => {
  const page = await house.signedIn('mulan');
  for (const path of ['/supervise', '/admin/rules', '/admin/operations']) {
    await page.goto(path);
    await page.getByText('您当前的岗位不能查看这里。').waitFor();
  }
});
