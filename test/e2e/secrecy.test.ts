import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../support/service-client.ts';
import { expectAccessible } from './accessibility.ts';
import { answer, fileRetail, type Filed } from './filing.ts';
import { House } from './house.ts';
import { signInOn } from './screens/sign-in.ts';

let house: House;
let filed: Filed;
beforeAll(async () => {
  house = await House.open();
  filed = await fileRetail(house.running.address);
  const window = await signIn(house.running.address, 'hejing');
  await answer(window, filed.caseId, { step: 'intake', outcome: 'accept' });
});
afterAll(() => house.close());

const headline = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

test('a secret case is gone for others, opens in an emergency by two people, and closes again', async () => {
  const { caseId, caseNumber } = filed;
  const section = await house.atCase(caseId, 'qinli');
  await section.getByRole('button', { name: '列为保密' }).press('Enter');
  const concealing = section.getByRole('dialog', { name: '列为保密' });
  await concealing.getByRole('button', { name: '列为保密' }).press('Enter');
  await concealing.getByText('请写明理由。').waitFor();
  await expectAccessible(section, 'secrecy-1-conceal');
  await concealing.getByLabel('理由').fill('飞行检查在即');
  await concealing.getByRole('button', { name: '列为保密' }).press('Enter');
  await section.getByText(/秦立 今天 .+列为保密：飞行检查在即/).waitFor();
  await expectAccessible(section, 'secrecy-2-secret');

  const legal = await house.signedIn('guolan');
  await legal.goto(`/cases?state=all&search=${encodeURIComponent(caseNumber)}`);
  await headline(legal, `没有找到与「${caseNumber}」有关的案件。`);
  await legal.getByRole('button', { name: '申请紧急查阅' }).press('Enter');
  const asking = legal.getByRole('dialog', { name: '申请紧急查阅' });
  expect(await asking.getByLabel('案号或受理号').inputValue()).toBe(caseNumber);
  await asking.getByLabel('理由').fill('值班处置投诉');
  await expectAccessible(legal, 'secrecy-3-ask');
  await asking.getByRole('button', { name: '提交申请' }).press('Enter');
  await legal.getByText('申请已提交。批准后可在「紧急查阅」中打开。').waitFor();
  await legal.getByRole('link', { name: '紧急查阅' }).press('Enter');
  await headline(legal, '待批准 1 件，正在查阅 0 件。');

  const head = await house.signedIn('gaolin');
  await head.goto('/emergency');
  await headline(head, '待批准 1 件，正在查阅 0 件。');
  await expectAccessible(head, 'secrecy-4-decide');
  await head.getByRole('button', { name: '批准郭岚的申请', exact: true }).press('Enter');
  await headline(head, '待批准 0 件，正在查阅 1 件。');

  await legal.reload();
  await legal.getByRole('link', { name: caseNumber }).press('Enter');
  await legal.getByText(/紧急查阅，至.+自动终止。/).waitFor();
  expect(await legal.getByRole('button', { name: '解除保密' }).count()).toBe(0);
  const contacts = legal.getByRole('region', { name: '申请人联系方式' });
  await contacts.getByRole('button', { name: '显示联系电话' }).press('Enter');
  const why = legal.getByRole('dialog', { name: '显示联系电话' });
  await why.getByLabel('理由').fill('联系企业');
  await why.getByRole('button', { name: '显示', exact: true }).press('Enter');
  await contacts.getByText('023-6250 0172').waitFor();
  await expectAccessible(legal, 'secrecy-5-let-in');
  await contacts.getByRole('button', { name: '隐藏联系电话' }).press('Enter');
  await contacts.getByText('023-**** 0172').waitFor();

  await head.getByRole('button', { name: '终止郭岚的查阅' }).press('Enter');
  await headline(head, '没有待批准或正在进行的紧急查阅。');
  await headline(legal, '暂时不能显示这个案件。'); // at once, with nobody touching it
  await legal.getByText('紧急查阅已终止，案件不再显示。').waitFor();
  expect(await legal.getByRole('main').innerText()).not.toContain(caseNumber);
  await expectAccessible(legal, 'secrecy-8-ended');
});

test('supervision sees that there was an access, and not to which case, on a phone, in English and in the dark', async () => {
  const page = await (await house.window({ width: 390, height: 844 })).newPage();
  await page.goto('/');
  await signInOn(page, 'yeqing');
  await page.goto('/emergency');
  await headline(page, '没有待批准或正在进行的紧急查阅。');
  const words = await page.getByRole('main').innerText();
  expect(words).toContain('郭岚');
  expect(words).not.toContain(filed.caseNumber);
  await expectAccessible(page, 'secrecy-6-phone');
  await page.getByRole('button', { name: 'EN' }).press('Enter');
  await page.getByRole('button', { name: 'Switch to dark' }).press('Enter');
  await headline(page, 'No emergency access is waiting or running.');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expectAccessible(page, 'secrecy-7-phone-english-dark');
});
