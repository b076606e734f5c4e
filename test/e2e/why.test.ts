import { answersIn, run } from '@lianban/api/testing/command-line';
import { calendarOf } from '@lianban/db/calendar';
import { selectFirst } from '@lianban/db/queryable';
import { enterprises } from '@lianban/db/seed/people';
import { openDuty } from '@lianban/db/testing/open-duty';
import { addDays, addHours, civilDateOf, instant, startOfDay } from '@lianban/domain/civil-date';
import { receivedOn } from '@lianban/domain/receipt';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { openedCase } from '../support/opened-case.ts';
import { expectAccessible } from './accessibility.ts';
import { fileRetail } from './filing.ts';
import { House } from './house.ts';
import { openPool, rowOf } from './screens/inbox.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const asking = (where: Locator | Page): Locator =>
  where.getByRole('button', { name: /^为什么是这一天：(\d+年)?\d+月\d+日/ });

/** Of an application: what was sent on a rest day or in the evening, as this suite may be, also says when, and all of it. */
const SENTENCE =
  /^自 (\d+年)?\d+月\d+日（周.）“提交申请”(（(\d+年)?\d+月\d+日（周.）办公时间外提交，按本系统默认计为下一工作日收到）)?次日起 5 个工作日（行政许可法第三十二条第四项），.*最后一日是 /;
const SENT_LATER = '办公时间外提交，工作日 17:30 后和休息日提交的，按本系统默认计为下一工作日收到';

/** The panel with everything that explains the five working days of the intake. */
async function expectExplained(page: Page): Promise<Locator> {
  const panel = page.getByRole('dialog', { name: /^为什么是 (\d+年)?\d+月\d+日（周.）$/ });
  const sentence = panel.getByText(SENTENCE);
  await sentence.waitFor();
  await panel.getByRole('table', { name: '逐日计算' }).waitFor();
  const words = await panel.innerText();
  for (const told of ['起算', '期限', '法定', '行政许可法第三十二条第四项', '最后一日', '24:00', '日历', '第 1–5 天'])
    expect(words).toContain(told);
  expect(words.includes(SENT_LATER)).toBe((await sentence.innerText()).includes('办公时间外'));
  return panel;
}

const hasFocus = (control: Locator): Promise<boolean> =>
  control.evaluate((element) => element === document.activeElement);

test('a row of the inbox opens why its day is that day by keyboard, and gives the focus back', async () => {
  const { caseNumber } = await fileRetail(house.running.address);
  const page = await house.signedIn('hejing');
  await openPool(page);
  const control = asking(rowOf(page, caseNumber));
  await control.press('Enter');
  const panel = await expectExplained(page);
  await expectAccessible(page, 'why-1-inbox');
  await page.keyboard.press('j'); // the keys of the list rest meanwhile
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  expect(await hasFocus(control)).toBe(true);
  expect(new URL(page.url()).pathname).toBe('/inbox');
});

test('an overdue row of a supervisor opens it too, and a limit that is ours is not shown as law', async () => {
  const { caseId, caseNumber } = await fileRetail(house.running.address);
  const from = addHours(instant(Date.now()), -24 * 60);
  await openDuty(house.running.database.pool, { caseId, key: 'propose', limit: { workingDays: 10 }, from });
  const page = await house.signedIn('yeqing');
  for (const path of ['/supervise', '/supervise/overdue']) {
    await page.goto(path);
    const control = asking(rowOf(page, caseNumber).filter({ hasText: '超期' }));
    await control.first().click();
    const panel = page.getByRole('dialog', { name: /^为什么是/ });
    await panel.getByText(/次日起 10 个工作日（本系统默认值，/).waitFor();
    expect(await panel.innerText()).toContain('超期');
    expect(await panel.getByText('本系统默认', { exact: true }).count()).toBe(2);
    expect(await panel.getByText('法定', { exact: true }).count()).toBe(0);
    await panel.getByRole('table', { name: '逐日计算' }).waitFor();
    await expectAccessible(page, `why-2-overdue${path.replaceAll('/', '-')}`);
    await panel.getByRole('button', { name: '关闭' }).click();
    await panel.waitFor({ state: 'hidden' });
    expect(await hasFocus(control.first())).toBe(true);
  }
});

test('the clock of an old case whose papers print a later day than the one counted says that this day stands', async () => {
  const acceptedOn = addDays(civilDateOf(instant(Date.now())), -7);
  const line = {
    ...{ number: '渝药监受〔2025〕88号', province: 'CQ', item: 'otc-retail', creditCode: enterprises[1]?.creditCode },
    ...{ acceptedOn, printedOn: addDays(acceptedOn, 60) },
  };
  const { url: DATABASE_URL, pool } = house.running.database;
  const { output } = await run(['case', 'import', '--by', 'hejing'], JSON.stringify(line), { DATABASE_URL });
  const [{ case: caseId = '' } = {}] = answersIn(output);
  await eventually('the case is opened', () =>
    selectFirst(pool, { text: 'SELECT version FROM case_file WHERE case_id = $1', values: [caseId] }),
  );
  const page = await house.atCase(String(caseId), 'hejing');
  const sentence = page.locator('.clock-sentence');
  expect(await sentence.innerText()).toMatch(
    /最迟 (.+日（周.）)[^]*送达文书载明的 \1有效；按现行日历计到 .+日（周.），较早$/,
  );
  await expectAccessible(page, 'why-5-printed');
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await sentence.getByText(/^The served document names .+, which stands; the count .+ ends earlier, on /).waitFor();
});

test('a count that begins on the day after the evening on which it was sent says so in both languages', async () => {
  const { running } = house;
  const evening = addHours(startOfDay(addDays(civilDateOf(instant(Date.now())), -1)), 18);
  const received = receivedOn(evening, await calendarOf(running.database.pool, 'CQ'));
  const caseId = await openedCase(running, { at: evening, opening: { receivedOn: received } });
  const page = await house.atCase(caseId, 'wanhe');
  await asking(page).first().press('Enter');
  const panel = await expectExplained(page);
  expect(await panel.innerText()).toContain(SENT_LATER);
  await expectAccessible(page, 'why-6-evening');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'EN', exact: true }).press('Enter');
  await page
    .getByRole('button', { name: /^Why that day/ })
    .first()
    .press('Enter');
  const english = page.getByRole('dialog');
  await english
    .getByText(/^5 working days .+ \("Application made", sent outside office hours on .+ next working day\), /)
    .waitFor();
  await english
    .getByText(/by default of this system, what is sent after 17:30 on a working day or on a rest day/)
    .waitFor();
  await expectAccessible(page, 'why-6-evening-english');
});

test('what cannot be read says so and can be tried again', async () => {
  const { caseNumber } = await fileRetail(house.running.address);
  const page = await house.signedIn('hejing');
  await openPool(page);
  const control = asking(rowOf(page, caseNumber));
  await control.waitFor();
  await page.route(/\/trpc\/[^?]*case\.why/, (route) => route.abort());
  await control.press('Enter');
  const again = page.getByRole('dialog').getByRole('button', { name: '重试' });
  await again.waitFor();
  await expectAccessible(page, 'why-3-lost');
  await page.unroute(/\/trpc\/[^?]*case\.why/);
  await again.press('Enter');
  await expectExplained(page);
});

test('anybody who follows a case on a phone reads the sentence and opens its days', async () => {
  const { caseNumber } = await fileRetail(house.running.address);
  const page = await (await house.window({ width: 390, height: 844 })).newPage();
  await page.goto('/track');
  await page.getByLabel('受理编号').fill(caseNumber);
  await page.getByLabel('信用代码后四位').fill('xc24');
  await page.getByRole('button', { name: '查询', exact: true }).click();
  const control = asking(page).first();
  await control.press('Enter');
  const panel = await expectExplained(page);
  const wide = await panel.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await expectAccessible(page, 'why-4-tracking');
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  expect(await hasFocus(control)).toBe(true);
});
