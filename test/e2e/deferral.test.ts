import { randomUUID } from 'node:crypto';
import { receiveApplication } from '@lianban/db/opening';
import { caseState } from '@lianban/db/queries/case-state';
import { madePdf } from '@lianban/db/seed/made-file';
import { actorOf, DRUGSTORE } from '@lianban/db/testing/recorded-case';
import { addDays, civilDateOf, instant } from '@lianban/domain/civil-date';
import { ordinaryPermitWithDeferral } from '@lianban/workflows/procedures/ordinary-permit/2024-01';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { expectAccessible } from './accessibility.ts';
import { darken } from './dark.ts';
import { House } from './house.ts';
import { openCase } from './screens/case.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** A device licence of the drugstore, taken in by nobody yet. */
async function filed(): Promise<string> {
  const { pool } = house.running.database;
  const caseId = randomUUID();
  await receiveApplication(pool, {
    ...{ requestId: randomUUID(), caseId, by: actorOf('APP', 1), enterpriseId: DRUGSTORE, province: 'CQ' },
    ...{ item: 'device-production-licence', procedure: ordinaryPermitWithDeferral, form: {} },
    ...{ draftId: null, commitment: null },
  });
  await eventually('case opens', () => caseState(pool, caseId), 60_000);
  return caseId;
}

const act = (page: Page, name: string) => page.locator('.desk-foot').getByRole('button', { name, exact: true }).click();
/** The page fits its window; what is too wide scrolls inside it. */
const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test('the window lets a material follow, the enterprise commits and hands it in, and the officer finds it checked', async () => {
  const caseId = await filed();
  const window = await house.atCase(caseId, 'hejing');
  await window.getByRole('button', { name: '适用容缺' }).click();
  await window.getByRole('checkbox', { name: '售后服务能力材料' }).check();
  await expectAccessible(window, 'deferral-1-window');
  await act(window, '适用容缺');
  await window.getByText('签署容缺承诺').first().waitFor();

  const applicant = await house.atCase(caseId, 'wanhe');
  const promised = addDays(civilDateOf(instant(Date.now())), 12);
  await applicant.getByLabel('承诺补齐日期').fill(promised);
  await applicant.getByLabel('承诺补齐日期').press('Enter');
  await applicant.getByLabel('签署人').fill('方少棠');
  await act(applicant, '签署容缺承诺');
  await applicant.getByRole('heading', { name: /^已办理/ }).waitFor();

  await openCase(window, caseId);
  await window.getByRole('button', { name: '认领', exact: true }).click();
  await act(window, '受理');
  await window.getByRole('heading', { name: /^已办理/ }).waitFor();
  await openCase(applicant, caseId);
  await applicant.locator('.desk').getByRole('heading', { name: '补齐容缺材料' }).waitFor();
  await applicant.locator('.desk-about').getByText('售后服务能力材料').waitFor();
  await act(applicant, '提交补齐材料');
  await applicant.getByRole('alert').filter({ hasText: '请先上传文件' }).waitFor();
  await applicant
    .locator('.desk-files .file-field-choose input[type=file]')
    .setInputFiles({ name: '售后服务.pdf', buffer: madePdf(['售后服务']), mimeType: 'application/pdf' });
  await applicant.getByRole('link', { name: '售后服务.pdf' }).waitFor();
  // What has arrived stays, whatever happens to the page.
  await applicant.reload();
  await applicant.getByRole('link', { name: '售后服务.pdf' }).waitFor();
  await expectAccessible(applicant, 'deferral-2-cure');
  await applicant.setViewportSize({ width: 390, height: 844 });
  expect(await fits(applicant)).toBe(true);
  await darken(applicant);
  await applicant.getByRole('link', { name: '售后服务.pdf' }).waitFor();
  await expectAccessible(applicant, 'deferral-3-cure-dark-phone');
  await act(applicant, '提交补齐材料');

  await openCase(window, caseId);
  await window.getByRole('link', { name: '售后服务.pdf' }).first().waitFor();
  await expectAccessible(window, 'deferral-4-check');
});

test('a decision is contested from its page by its applicant, on a phone too, and says that it is under review', async () => {
  const caseId = await filed();
  const window = await house.atCase(caseId, 'hejing');
  await window.getByRole('button', { name: '不受理（无需许可）' }).click();
  await window.getByLabel('理由').fill('该事项无需取得许可。');
  await act(window, '不受理（无需许可）');
  await window.getByText('已办结').first().waitFor();

  const applicant = await house.atCase(caseId, 'wanhe');
  await applicant.getByRole('button', { name: '登记复议、诉讼' }).press('Enter');
  const dialog = applicant.getByRole('dialog');
  await dialog.getByRole('button', { name: '登记复议、诉讼' }).click();
  await dialog.getByRole('alert').waitFor();
  await applicant.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(applicant, 'remedy-1-dialog-phone');
  await dialog.getByLabel('复议机关、人民法院').fill('重庆市人民政府');
  await dialog.getByLabel('请求和理由').fill('请求撤销该决定。');
  await dialog.getByRole('button', { name: '登记复议、诉讼' }).click();
  await applicant.waitForURL((url) => !url.pathname.endsWith(caseId));
  await applicant.setViewportSize({ width: 1440, height: 900 });
  await openCase(applicant, caseId);
  await applicant.getByText('复议、诉讼审理中').waitFor();
  await expectAccessible(applicant, 'remedy-2-under-review');
  const legal = await house.atCase(caseId, 'guolan');
  await legal.getByText('复议、诉讼审理中').waitFor();
  expect(await legal.getByRole('button', { name: '登记复议、诉讼' }).count()).toBe(0);
});
