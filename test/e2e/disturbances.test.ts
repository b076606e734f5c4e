import { select } from '@lianban/db/queryable';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../support/service-client.ts';
import { answer, fileRetail } from './filing.ts';
import { House } from './house.ts';
import { signInOn } from './screens/sign-in.ts';
import { doAct, openCase, prepareAct } from './screens/case.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** Label of the list that asks for a supplement. */
const MISSING = '需补正的全部内容';

const turnsOf = async (caseId: string): Promise<number> => {
  const text = 'SELECT version FROM case_event WHERE case_id = $1';
  return (await select(house.running.database.pool, { text, values: [caseId] })).length;
};

test('a double click does the act once', async () => {
  const { caseId } = await fileRetail(house.running.address);
  const page = await house.atCase(caseId, 'hejing');
  await (await prepareAct(page, '受理')).dblclick();
  await page.getByRole('heading', { name: '已办理：收件受理，受理' }).waitFor();
  expect(await turnsOf(caseId)).toBe(2);
});

test('the slower of two tabs is told who was quicker, and keeps what was typed', async () => {
  const { caseId } = await fileRetail(house.running.address);
  const page = await house.atCase(caseId, 'hejing');
  await prepareAct(page, '一次性告知补正', { [MISSING]: ['营业场所平面布置图', '申请表'] });
  const other = await page.context().newPage();
  await openCase(other, caseId);
  await doAct(other, '受理');
  await page.getByText('已被他人处理').waitFor();
  expect(await page.getByLabel(`${MISSING}，第 2 条`).inputValue()).toBe('申请表');
  expect(await turnsOf(caseId)).toBe(2);
  await page.getByRole('button', { name: '查看最新' }).click();
  await page.getByText('现在没有需要您办理的。', { exact: false }).waitFor();
});

test('without a network nothing is lost, and the same press works once it is back', async () => {
  const { caseId } = await fileRetail(house.running.address);
  const page = await house.atCase(caseId, 'hejing');
  const press = await prepareAct(page, '受理', { 意见: '材料齐全。' });
  await page.context().setOffline(true);
  await page.getByText('网络已断开。').first().waitFor();
  await press.click();
  await page.getByText('连接不上服务器', { exact: false }).waitFor();
  expect(await page.getByLabel('意见').inputValue()).toBe('材料齐全。');
  await page.context().setOffline(false);
  await page.getByText('网络已断开。').first().waitFor({ state: 'hidden' });
  await press.click();
  await page.getByRole('heading', { name: '已办理：收件受理，受理' }).waitFor();
  expect(await turnsOf(caseId)).toBe(2);
});

test('what was typed survives a reload', async () => {
  const { caseId } = await fileRetail(house.running.address);
  const page = await house.atCase(caseId, 'hejing');
  await prepareAct(page, '一次性告知补正', { [MISSING]: ['申请表未盖章'] });
  await page.reload();
  const line = page.getByLabel(`${MISSING}，第 1 条`);
  await line.waitFor();
  expect(await line.inputValue()).toBe('申请表未盖章');
});

test('an ended session sends the reader to the sign-in and back to the same page', async () => {
  const { caseId } = await fileRetail(house.running.address);
  await answer(await signIn(house.running.address, 'hejing'), caseId, { step: 'intake', outcome: 'accept' });
  const page = await (await house.window()).newPage();
  await page.goto(`/cases/${caseId}`);
  await page.waitForURL('**/sign-in**');
  await signInOn(page, 'zhoumin');
  await page.waitForURL(`**/cases/${caseId}**`);
  await page.getByRole('heading', { name: '时间线' }).waitFor();
});
