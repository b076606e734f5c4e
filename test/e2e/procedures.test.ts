import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { fileRetail } from './filing.ts';
import { House } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

test('an officer reads from a case how its procedure goes, and where the case stands in it', async () => {
  const { caseId, caseNumber } = await fileRetail(house.running.address);
  const page = await house.atCase(caseId, 'hejing');
  await page.getByRole('link', { name: '本程序流程' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: `${caseNumber}按告知承诺许可办理，现在在收件受理。` }).waitFor();
  const chart = page.getByRole('region', { name: '承诺与决定流程图，可左右滚动' });
  expect(await chart.locator('.chart-here').count()).toBe(1);
  expect(await chart.locator('.chart-here').textContent()).toContain('收件受理');
  const row = page.getByRole('table', { name: '承诺与决定的步骤' }).getByRole('row').filter({ hasText: '案件在此' });
  expect(await row.count()).toBe(1);
  const words = await row.innerText();
  for (const word of [
    '收件受理',
    '受理员',
    '行政审批服务中心',
    '5 个工作日',
    '法定',
    '受理通知书',
    '当场审查',
    '行政许可法第三十二条',
  ])
    expect(words).toContain(word);
  await chart.focus(); // by keyboard it scrolls like any region
  await expectAccessible(page, 'procedures-1-case');
  await page.getByRole('link', { name: `回到 ${caseNumber}` }).press('Enter');
  await page.getByRole('link', { name: '本程序流程' }).waitFor();
});

test('a supervisor finds every procedure, also on a phone, in English and in the dark', async () => {
  const page = await house.signedIn('yeqing');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('link', { name: '办理程序' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: /^本系统有 \d+ 个办理程序。$/ }).waitFor();
  await expectAccessible(page, 'procedures-2-list-phone');
  await page.getByRole('button', { name: 'EN' }).press('Enter');
  await page.getByRole('button', { name: 'Switch to dark' }).press('Enter');
  await page.getByRole('link', { name: 'Ordinary permit, edition 2019-04' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Ordinary permit \(edition 2019-04\): 12 steps/ }).waitFor();
  await page.getByRole('img', { name: 'Flow chart of Ordinary permit; the table below says the same' }).waitFor();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await expectAccessible(page, 'procedures-3-phone-english-dark');
});

test('every step of a procedure has a row, and a wide screen shows chart and table', async () => {
  const page = await house.signedIn('yeqing');
  await page.goto('/procedures/informed-commitment/2023-12');
  await page.getByRole('heading', { level: 1, name: /^告知承诺许可（2023-12 版）/ }).waitFor();
  const steps = await page
    .getByRole('table', { name: /的步骤$/ })
    .getByRole('rowheader')
    .count();
  const boxes = await page.locator('.chart-duty, .chart-right').count();
  expect([steps, boxes]).toEqual([43, 43]);
  await expectAccessible(page, 'procedures-4-wide');
});

test('a procedure that is none, a case that is not there, and a post without the right are told so', async () => {
  const page = await house.signedIn('yeqing');
  await page.goto('/procedures/ordinary-permit/1949-10');
  await page.getByText('没有这个程序，或者没有这个版本。').first().waitFor();
  await expectAccessible(page, 'procedures-5-none');
  await page.goto('/procedures/ordinary-permit/2019-04?case=00000000-0000-4000-8000-000000000000');
  await page.getByText('看不到所指的案件').waitFor();
  expect(await page.locator('.chart-here').count()).toBe(0);
  const enterprise = await house.signedIn('mulan');
  await enterprise.goto('/procedures');
  await enterprise.getByText('您当前的岗位不能查看这里。').waitFor();
  expect(await enterprise.getByRole('link', { name: '办理程序' }).count()).toBe(0);
});
