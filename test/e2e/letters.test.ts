import { selectFirst } from '@lianban/db/queryable';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { assistanceRequest } from '@lianban/workflows/procedures/assistance-request/2021-07';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { expectAccessible } from './accessibility.ts';
import { House } from './house.ts';
import { signInOn } from './screens/sign-in.ts';

const QUESTION = '经营场所是否实际使用';

let house: House;
/** The case of Chongqing that asks, and the one that its letter opens in Sichuan. */
let here: string;
let there: string;
beforeAll(async () => {
  house = await House.open();
  const { pool } = house.running.database;
  const life = await RecordedCase.open(pool);
  here = life.caseId;
  for (const [step, outcome] of [
    ...[['intake', 'accept'] as const, ['propose', 'proposeGrant'] as const],
    ...[['decide', 'grant'] as const, ['deliver', 'delivered'] as const],
  ])
    await life.answer(step, outcome);
  await life.answer('requestAssistance', 'request', { flow: { addressee: 'otherBureau', questions: [QUESTION] } });
  await life.answer('sendAssistance', 'send');
  const opened = await eventually(
    'the letter opens a case there',
    () =>
      selectFirst<{ caseId: string }>(pool, {
        text: `SELECT case_id AS "caseId" FROM case_file WHERE letter ->> 'caseId' = $1`,
        values: [here],
      }),
    60_000,
  );
  there = opened.caseId;
});
afterAll(() => house.close());

test('whoever asks sees the letter with its number, receipt, content and day', async () => {
  const page = await house.signedIn('shenmu');
  await page.goto(`/cases/${here}`);
  const letters = page.getByRole('region', { name: '往来函件' });
  await letters.waitFor();
  const words = await letters.innerText();
  for (const said of [
    '请求函',
    '药监往函',
    '本局发往四川省药品监督管理局',
    QUESTION,
    '请求答复日期',
    '对方已签收',
    'SM3',
  ])
    expect(words).toContain(said);
  await expectAccessible(page, 'letters-1-asking');
});

test('whoever is asked sees who asks what by when, on a phone, in English and in the dark', async () => {
  const page = await (await house.window({ width: 390, height: 844 })).newPage();
  await page.goto('/');
  await signInOn(page, 'sc-officer');
  await page.goto(`/cases/${there}`);
  await page.getByRole('note').filter({ hasText: '重庆市药品监督管理局来函' }).waitFor();
  expect(await page.getByRole('region', { name: '往来函件' }).innerText()).toContain(QUESTION);
  await expectAccessible(page, 'letters-2-asked-phone');
  await page.getByRole('button', { name: 'EN' }).press('Enter');
  await page.getByRole('button', { name: 'Switch to dark' }).press('Enter');
  const letters = page.getByRole('region', { name: 'Letters between the bureaus' });
  await letters.waitFor();
  expect(await letters.innerText()).toContain('From Chongqing Medical Products Administration');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expectAccessible(page, 'letters-3-asked-phone-english-dark');
});

test('the timelines of both sides name the bureau whose letter did it, and that of the enterprise names none', async () => {
  const asked = await house.signedIn('sc-officer');
  await asked.goto(`/cases/${there}`);
  await asked
    .locator('.time-who')
    .filter({ hasText: /^重庆市药品监督管理局（来函 .+号）$/ })
    .waitFor();
  const life = await RecordedCase.resume(house.running.database.pool, there, assistanceRequest);
  await life.answer('signFor', 'accept');
  await life.answer('assign', 'assign');
  await life.answer('lookInto', 'complete', { flow: { statement: '经核查，该场所实际使用。' } });
  await life.answer('signReply', 'sign');

  const page = await house.signedIn('shenmu');
  await page.goto(`/cases/${here}`);
  const doer = page.locator('.time-who').filter({ hasText: /^四川省药品监督管理局（来函 .+号）$/ });
  await doer.waitFor({ timeout: 60_000 });
  await expectAccessible(page, 'letters-4-answered');
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expectAccessible(page, 'letters-5-answered-phone');
  const enterprise = await house.signedIn('wanhe');
  await enterprise.goto(`/cases/${here}`);
  await enterprise.locator('.time-who').first().waitFor();
  expect(await enterprise.locator('main').innerText()).not.toContain('四川省药品监督管理局');
});

test('nobody opens the case of the other side', async () => {
  const page = await house.signedIn('sc-supervisor');
  await page.goto(`/cases/${here}`);
  await page.getByRole('heading', { level: 1, name: '暂时不能显示这个案件。' }).waitFor();
  const other = await house.signedIn('yeqing');
  await other.goto(`/cases/${there}`);
  await other.getByRole('heading', { level: 1, name: '暂时不能显示这个案件。' }).waitFor();
});
