import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../support/service-client.ts';
import { expectAccessible } from './accessibility.ts';
import { answer, fileRetail, type Filed } from './filing.ts';
import { House } from './house.ts';
import { standing } from './screens/case.ts';
import { rowOf } from './screens/inbox.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** An accepted application whose proposal the first officer has taken. */
async function taken(): Promise<Filed> {
  const { address } = house.running;
  const filed = await fileRetail(address);
  await answer(await signIn(address, 'hejing'), filed.caseId, { step: 'intake', outcome: 'accept' });
  const { trpc } = await signIn(address, 'zhoumin');
  await trpc.duty.claim.mutate({ caseId: filed.caseId, duty: 'propose' });
  return filed;
}

const menu = (page: Page) => page.getByRole('group', { name: '请同事办理' });

/** Agrees on the page of the case, where one is asked. */
async function agree(page: Page, opinion: string): Promise<void> {
  const mine = page.getByRole('region', { name: '请您办理' });
  await mine.getByRole('textbox', { name: '意见' }).fill(opinion);
  await mine.getByRole('button', { name: '同意', exact: true }).press('Enter');
}

test('an answer is kept until it is signed, and sent by itself after the last signature (后加签)', async () => {
  const { caseId } = await taken();
  const officer = await house.atCase(caseId, 'zhoumin');
  await menu(officer).getByRole('button', { name: '加签', exact: true }).press('Enter');
  const dialog = officer.getByRole('dialog', { name: /^加签/ });
  await dialog.getByRole('button', { name: '发出' }).press('Enter');
  await dialog.getByText('请选择人员，并填写必填内容。').waitFor();
  await dialog.getByLabel('拟办结果').selectOption({ label: '拟准予' });
  await dialog.getByRole('textbox', { name: /^意见/ }).fill('材料齐全，拟准予。');
  await dialog.getByRole('checkbox', { name: /郭岚/ }).check();
  await dialog.getByRole('checkbox', { name: /江鹤/ }).check();
  await expectAccessible(officer, 'signing-1-kept-answer');
  await dialog.getByRole('button', { name: '发出' }).press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  const work = officer.getByRole('region', { name: '经办与会签' });
  await work.getByRole('heading', { name: '后加签单' }).waitFor();
  await officer
    .getByText(/等候郭岚、江鹤/)
    .first()
    .waitFor();
  await expectAccessible(officer, 'signing-2-waiting');

  const legal = await house.atCase(caseId, 'guolan');
  await agree(legal, '无法律障碍。');
  await officer
    .getByText(/等候江鹤/)
    .first()
    .waitFor();
  expect(await standing(officer).innerText()).toContain('当场审查');
  const deputy = await house.atCase(caseId, 'jianghe');
  await expectAccessible(deputy, 'signing-3-last-signature');
  await agree(deputy, '同意。');

  // Nobody presses anything more: it is sent under the officer's name, and the next step is the head's.
  await officer.locator('.time-who').getByText('周敏 · 行政审批处 承办人').first().waitFor();
  const head = await house.atCase(caseId, 'qinli');
  await head.getByText('材料齐全，拟准予。').first().waitFor();
  await head.getByText('拟准予').first().waitFor();
  await expectAccessible(head, 'signing-4-sent');
});

test('the superior hands a step to another officer; who had it and who has it are told (改派)', async () => {
  const { caseId, caseNumber } = await taken();
  const head = await house.atCase(caseId, 'qinli');
  await menu(head).getByRole('button', { name: '转办', exact: true }).press('Enter');
  const dialog = head.getByRole('dialog', { name: /^转办/ });
  await dialog.getByRole('radio', { name: /唐越/ }).check();
  await dialog.getByRole('button', { name: '发出' }).press('Enter');
  await dialog.getByText('请选择人员，并填写必填内容。').waitFor();
  await dialog.getByLabel('理由').fill('周敏本周出差，改由唐越办理。');
  await expectAccessible(head, 'signing-5-reassign');
  const due = (await standing(head).innerText()).match(/\d+月\d+日/)?.[0] ?? 'no day';
  await dialog.getByRole('button', { name: '发出' }).press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await standing(head).getByText(/唐越/).first().waitFor();
  expect(await standing(head).innerText()).toContain(due);
  await head.getByRole('region', { name: '经办与会签' }).getByText('周敏本周出差，改由唐越办理。').waitFor();
  await expectAccessible(head, 'signing-6-reassigned');

  const officer = await house.signedIn('tangyue');
  await rowOf(officer, caseNumber).first().waitFor();
  await officer
    .getByRole('button', { name: /^消息|^通知/ })
    .first()
    .press('Enter');
  await officer.getByText('秦立（承办处负责人）转办给您：当场审查').waitFor();
  const before = await house.signedIn('zhoumin');
  await before
    .getByRole('button', { name: /^消息|^通知/ })
    .first()
    .press('Enter');
  await before.getByText('秦立（承办处负责人）将您认领的步骤转办给唐越：当场审查').waitFor();
  await before.getByText('理由：周敏本周出差，改由唐越办理。').waitFor();
  await expectAccessible(before, 'signing-7-told');
  expect(await rowOf(before, caseNumber).count()).toBe(0);
});

test('of several cases answered together one is refused: it says whose it is, the others are done', async () => {
  const cases = [await taken(), await taken(), await taken()];
  const [, lost] = cases;
  const page = await house.signedIn('zhoumin');
  for (const { caseNumber } of cases) await page.getByRole('checkbox', { name: `选择 ${caseNumber}` }).check();
  await page.getByRole('button', { name: '批量办理' }).press('Enter');
  const batch = page.getByRole('dialog', { name: '批量办理：当场审查，3 件' });
  await batch.getByLabel('同一意见').fill('符合告知承诺条件');
  await batch.getByRole('button', { name: '填入各件' }).press('Enter');

  const { trpc } = await signIn(house.running.address, 'qinli');
  const on = { caseId: lost?.caseId ?? '', duty: 'propose' };
  const { people } = await trpc.involvement.people.query(on);
  const postId = people.find(({ name, whyNot }) => name === '唐越' && whyNot.reassign === null)?.postId ?? '';
  const request = { ...on, requestId: crypto.randomUUID(), to: { postId }, reason: '改由唐越办理' };
  await trpc.involvement.reassign.mutate(request);

  await batch.getByRole('button', { name: '拟准予 3 件' }).press('Enter');
  await batch.getByText('已办理 2 件').waitFor();
  const refused = batch.getByRole('listitem').filter({ hasText: lost?.caseNumber ?? 'none' });
  await refused.getByText('没有成功', { exact: true }).waitFor();
  await refused.getByText('此件已由唐越认领，本次没有办理；需要由您办理请与其联系。').waitFor();
  expect(await batch.getByText('已办理', { exact: true }).count()).toBe(2);
  await expectAccessible(page, 'signing-8-batch-refused');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page, 'signing-9-batch-refused-phone');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
