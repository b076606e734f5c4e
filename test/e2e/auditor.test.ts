import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../support/service-client.ts';
import { expectAccessible } from './accessibility.ts';
import { fileRetail } from './filing.ts';
import { House } from './house.ts';
import { signInOn } from './screens/sign-in.ts';

let house: House;
let caseNumber: string;
beforeAll(async () => {
  house = await House.open();
  const filed = await fileRetail(house.running.address);
  caseNumber = filed.caseNumber;
  const sichuan = await signIn(house.running.address, 'sc-officer');
  await expect(sichuan.trpc.case.page.query({ caseId: filed.caseId })).rejects.toThrow('NO_SUCH_CASE');
});
afterAll(() => house.close());

test('an auditor finds what was refused at the border, reads the whole row and exports with a reason', async () => {
  const page = await house.signedIn('xujian');
  await page.getByRole('heading', { level: 1, name: /^共 \d+ 条日志，其中被拒绝 \d+ 条。$/ }).waitFor();
  await expectAccessible(page, 'auditor-1-trail');
  await page.getByRole('navigation', { name: '类别' }).getByRole('link', { name: '被拒绝的访问' }).press('Enter');
  await page.getByLabel('案号或对象').fill(caseNumber);
  await page.getByRole('button', { name: '查找' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: '共 1 条日志，其中被拒绝 1 条。' }).waitFor();
  const row = page.getByRole('row').filter({ hasText: caseNumber });
  const words = await row.innerText();
  for (const said of ['访问被拒绝', '打开案件', '没有其可见的这件案件', '邓一舟', '承办人', '拒绝'])
    expect(words).toContain(said);
  await row.getByRole('button', { name: /^访问被拒绝，.+，全文$/ }).press('Enter');
  const dialog = page.getByRole('dialog', { name: '访问被拒绝' });
  const content = await dialog.innerText();
  for (const said of ['border:CQ', 'sm3', '内容与哈希相符', 'NO_SUCH_CASE']) expect(content).toContain(said);
  expect(content).toMatch(/[0-9a-f]{64}/);
  await expectAccessible(page, 'auditor-2-row');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '导出日志' }).press('Enter');
  const asking = page.getByRole('dialog', { name: '导出日志' });
  await asking.getByRole('button', { name: '导出', exact: true }).press('Enter');
  await asking.getByText('请写明理由。').waitFor();
  await expectAccessible(page, 'auditor-3-export');
  await asking.getByLabel('理由').fill('季度抽查');
  const file = page.waitForEvent('download');
  await asking.getByRole('button', { name: '导出', exact: true }).press('Enter');
  expect((await file).suggestedFilename()).toMatch(/^审计日志-\d{4}-\d{2}-\d{2}\.csv$/);
  await page.getByText('已导出 1 条。').waitFor();

  await page.goto('/audit?kind=export');
  await page.getByRole('row').filter({ hasText: '导出审计日志' }).filter({ hasText: '许鉴' }).waitFor();
  await page.goto('/audit?person=nobody');
  await page.getByText('没有符合条件的日志。请放宽日期，或清除条件。').waitFor();
  await expectAccessible(page, 'auditor-4-nothing');
});

test('the trail is read on a phone, in English and in the dark', async () => {
  const page = await (await house.window({ width: 390, height: 844 })).newPage();
  await page.goto('/');
  await signInOn(page, 'xujian');
  await page.getByRole('heading', { level: 1, name: /条日志/ }).waitFor();
  await expectAccessible(page, 'auditor-5-phone');
  await page.getByRole('button', { name: 'EN' }).press('Enter');
  await page.getByRole('button', { name: 'Switch to dark' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: /rows of the trail/ }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expectAccessible(page, 'auditor-6-phone-english-dark');
  await page
    .getByRole('button', { name: /whole row$/ })
    .first()
    .press('Enter');
  await expectAccessible(page, 'auditor-7-phone-row');
});

test('the other bureau finds none of it, and nobody else reads the page', async () => {
  const page = await house.signedIn('sc-auditor');
  await page.getByRole('heading', { level: 1, name: /条日志/ }).waitFor();
  const words = await page.getByRole('main').innerText();
  expect(words).toContain('邓一舟');
  expect(words).not.toContain(caseNumber);
  const officer = await house.signedIn('zhoumin');
  await officer.goto('/audit');
  await officer.getByText('您当前的岗位不能查看这里。').waitFor();
});
