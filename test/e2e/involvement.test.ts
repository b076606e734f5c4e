import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { fileRetail } from './filing.ts';
import { House } from './house.ts';
import { doAct, openCase } from './screens/case.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const ask = async (page: Page, what: string) => {
  await page.getByRole('group', { name: '请同事办理' }).getByRole('button', { name: what, exact: true }).click();
  return page.getByRole('dialog');
};

test('a proposal is countersigned by two, commented by a third, and can be sent only when it is signed', async () => {
  const { caseId, caseNumber } = await fileRetail(house.running.address);
  const window = await house.atCase(caseId, 'hejing');
  await doAct(window, '受理');
  await window
    .getByText(/渝药监受〔\d{4}〕\d+号/)
    .first()
    .waitFor();

  const officer = await house.atCase(caseId, 'zhoumin');
  await officer.getByRole('button', { name: '认领', exact: true }).click();
  const sheet = await ask(officer, '会签');
  await sheet.getByLabel('拟办结果').selectOption({ label: '拟准予' });
  await sheet.getByRole('textbox', { name: '拟办意见' }).fill('材料齐全，拟同意。');
  await sheet.getByRole('searchbox').fill('法规');
  await sheet.getByRole('checkbox', { name: /郭岚/ }).check();
  await sheet.getByRole('searchbox').fill('江鹤');
  await sheet.getByRole('checkbox', { name: /江鹤/ }).check();
  await sheet.getByLabel('会签规则').selectOption({ label: '按顺序全部同意' });
  await sheet.getByRole('searchbox').fill('');
  await expectAccessible(officer, 'involvement-1-dialog');
  await sheet.getByRole('button', { name: '发出' }).click();
  await officer.getByText('会签中，等候郭岚').first().waitFor();
  const assist = await ask(officer, '协办');
  await assist.getByRole('checkbox', { name: /白扬/ }).check();
  await assist.getByRole('button', { name: '发出' }).click();
  await officer.getByRole('region', { name: '经办与会签' }).getByText('白扬').waitFor();
  await expectAccessible(officer, 'involvement-2-sheet');

  const legal = await house.signedIn('guolan');
  await legal.getByRole('tab', { name: /请我办的 1/ }).click();
  await legal
    .getByRole('row', { name: new RegExp(caseNumber) })
    .getByRole('button', { name: '会签' })
    .click();
  await legal.getByRole('dialog').getByText('材料齐全，拟同意。').waitFor();
  await legal.getByRole('textbox', { name: '意见' }).fill('无法律障碍。');
  await expectAccessible(legal, 'involvement-3-asked');
  await legal.getByRole('button', { name: '同意', exact: true }).click();
  await legal.getByText('没有请您办理的事项。', { exact: true }).first().waitFor();

  // The officer hears of it without a reload, and may not send while the deputy is waited for.
  await officer.getByText('会签中，等候江鹤').first().waitFor();
  const deputy = await house.atCase(caseId, 'jianghe');
  const mine = deputy.getByRole('region', { name: '请您办理' });
  await mine.getByRole('textbox', { name: '意见' }).fill('同意。');
  await mine.getByRole('button', { name: '同意', exact: true }).click();
  await officer.getByText('会签通过，可以提交').first().waitFor();
  await openCase(officer, caseId);
  await doAct(officer, '拟准予', { 意见: '材料齐全，拟同意。' });
  await officer.getByText('已按此办理').waitFor();
  await officer.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(officer, 'involvement-4-phone');
  expect(await officer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  // The applicant's page says nothing of it.
  const applicant = await house.atCase(caseId, 'wanhe');
  expect(await applicant.getByRole('main').innerText()).not.toMatch(/会签|郭岚|白扬/);
});
