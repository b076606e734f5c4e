import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { fileRetail } from './filing.ts';
import { House } from './house.ts';

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
