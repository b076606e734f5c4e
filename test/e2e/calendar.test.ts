import { calendarOf } from '@lianban/db/calendar';
import { selectOne } from '@lianban/db/queryable';
import { writeCalendarYear } from '@lianban/domain/calendar-file';
import { civilDate, civilDateOf, instant } from '@lianban/domain/civil-date';
import { statutoryFestivals } from '@lianban/domain/festivals';
import { text } from '@lianban/domain/text';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { fileRetail } from './filing.ts';
import { House } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const inChinese = (on: string): string => `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`;
const dueOf = async (caseId: string): Promise<string> =>
  (
    await selectOne<{ on: string }>(house.running.database.pool, {
      text: `SELECT due_on AS "on" FROM duty WHERE case_id = $1 AND state = 'open' AND kind = 'duty'`,
      values: [caseId],
    })
  ).on;

test('a closure is proposed, seen case by case, approved by a second administrator, and moves the case under open screens', async () => {
  const { caseId, caseNumber } = await fileRetail(house.running.address);
  const before = await dueOf(caseId);
  const officer = await house.atCase(caseId, 'hejing');
  await officer.getByText(inChinese(before)).first().waitFor();
  const calendar = await calendarOf(house.running.database.pool, 'CQ');
  const closed = calendar.addWorkingDays(civilDateOf(instant(Date.now())), 2);

  const proposer = await house.signedIn('admin');
  await proposer.getByRole('link', { name: '日历' }).click();
  await proposer.getByRole('table', { name: '12月' }).waitFor();
  await expectAccessible(proposer, 'administrator-2-calendar');
  await proposer.getByRole('link', { name: '增减停止办公日' }).click();
  await proposer.getByLabel('日期').fill(closed);
  await proposer.getByLabel('事由').fill('系统切换');
  await proposer.getByRole('button', { name: '加入' }).press('Enter');
  await proposer.getByLabel('修订理由').fill('业务系统整体切换。');
  await expectAccessible(proposer, 'administrator-3-closure');
  await proposer.getByRole('button', { name: '提出并查看影响' }).press('Enter');
  await proposer.getByRole('heading', { level: 1, name: /1 件在办案件的期限会有变化，提前 0 个，顺延 1 个/ }).waitFor();
  expect(await proposer.getByRole('button', { name: '批准并生效' }).count()).toBe(0);
  expect(await dueOf(caseId)).toBe(before);

  const approver = await house.signedIn('lushan');
  await approver.goto('/admin/calendar');
  await approver.getByRole('heading', { level: 1, name: '有 1 项修订等您决定。' }).waitFor();
  await approver.getByRole('link', { name: '重庆市药品监督管理局停止办公日' }).click();
  const row = approver.getByRole('row').filter({ hasText: caseNumber });
  await row.getByText(inChinese(before)).waitFor();
  await expectAccessible(approver, 'administrator-4-decision');
  const download = approver.waitForEvent('download');
  await approver.getByRole('button', { name: '导出清单' }).press('Enter');
  expect((await download).suggestedFilename()).toMatch(/^期限变动-.*\.csv$/);
  await approver.getByRole('button', { name: '批准并生效' }).press('Enter');
  await approver.getByRole('heading', { level: 1, name: /已生效：1 件案件的期限已改/ }).waitFor();

  const after = await dueOf(caseId);
  expect(after > before).toBe(true);
  await officer.getByText(inChinese(after)).first().waitFor(); // without a reload
  const weekday = '（周.）';
  await officer
    .getByText(new RegExp(`^收件受理：.*${inChinese(before)}${weekday}改为 .*${inChinese(after)}${weekday}$`))
    .waitFor();
  await expectAccessible(officer, 'administrator-4a-redated');
  await officer.getByRole('button', { name: /^通知，\d+ 条未读$/ }).press('Enter');
  await officer.getByText('重庆市药品监督管理局停止办公日有修订：您有 1 件案件的期限变动').waitFor();
});

test('the holidays of a year are loaded from a file whose mistakes are named by their lines', async () => {
  const page = await house.signedIn('admin');
  await page.goto('/admin/calendar/new');
  await page.getByLabel('或粘贴内容').fill('date,kind,name\n2027-02-30,rest,春节\n');
  await page.getByText('没有2027-02-30这一天').waitFor();
  await expectAccessible(page, 'administrator-5-mistakes');
  const rest = statutoryFestivals(2027);
  const source = text('国务院办公厅关于2027年部分节假日安排的通知', 'Notice of 2027');
  const content = writeCalendarYear({ year: 2027, source, rest, work: [civilDate('2027-02-20')] }, 'json');
  const file = { name: '2027.json', mimeType: 'application/json', buffer: Buffer.from(content) };
  await page.getByLabel('选择文件（CSV 或 JSON）').setInputFiles(file);
  await page.getByText(/^2027 年：放假 \d+ 天，调休上班 1 天。$/).waitFor();
  await page.getByLabel('修订理由').fill('载入放假通知。');
  await page.getByRole('button', { name: '提出并查看影响' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: /^2027 年节假日安排：/ }).waitFor();
  await expectAccessible(page, 'administrator-6-year');
  await page.getByRole('button', { name: '撤回' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: '2027 年节假日安排已撤回，期限没有变化。' }).waitFor();
});

test('a rule is revised for the cases that it favours, and says where the new number comes from', async () => {
  const { caseId } = await fileRetail(house.running.address);
  const proposer = await house.signedIn('admin');
  await proposer.goto('/admin/rules');
  await proposer.getByRole('link', { name: '修订规则' }).click();
  const rule = proposer.getByLabel('规则');
  const find = proposer.getByLabel('查找', { exact: true });
  const options = rule.locator('option');
  await options.nth(100).waitFor({ state: 'attached' });
  for (const words of ['受理或告知', 'permit.intake', '许可法第三十二条第四项', 'licensing law, art. 32(4)']) {
    await find.fill(words);
    await proposer.getByText(/^\d+ 条符合$/).waitFor();
    expect(await options.count()).toBeLessThan(20);
    expect(await rule.innerText()).toContain('受理或告知 · 全部事项 · 两省 · 5 个工作日');
  }
  await find.fill('permit.assign');
  await find.press('Enter');
  expect(await rule.evaluate((element: HTMLSelectElement) => element.value)).toMatch(/^permit\.assign /);
  await find.fill('受理或告知');
  const intake = rule.locator('option').filter({ hasText: /^受理或告知 · 全部事项 · 两省 · 5 个工作日$/ });
  await rule.selectOption((await intake.getAttribute('value')) ?? '');
  await proposer.getByLabel('新的数值（单位不变）').fill('2');
  await proposer.getByLabel('来源').selectOption('design');
  await proposer.getByLabel('依据（中文）').fill('市局优化营商环境措施');
  await proposer.getByLabel('依据（英文）').fill('Measures of the bureau');
  await proposer.getByLabel('修订理由').fill('压缩受理时间。');
  await expectAccessible(proposer, 'administrator-7-rule');
  await proposer.getByRole('button', { name: '提出并查看影响' }).press('Enter');
  await proposer.getByRole('heading', { level: 1, name: /^“受理或告知”时限改为 2 个工作日：\d+ 件在办案件/ }).waitFor();
  await expectAccessible(proposer, 'administrator-8-rule-preview');
  const approver = await house.signedIn('lushan');
  await approver.goto(proposer.url());
  await approver.getByRole('button', { name: '批准并生效' }).press('Enter');
  await approver.getByRole('heading', { level: 1, name: /已生效/ }).waitFor();
  const officer = await house.atCase(caseId, 'hejing');
  await officer.getByText('期限重新计算').first().waitFor();
  await officer.getByRole('main').getByText('压缩受理时间。').waitFor();
});
