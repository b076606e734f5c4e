import { readFile } from 'node:fs/promises';
import { madePdf } from '@lianban/db/seed/made-file';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { House } from './house.ts';
import { doAct, openCase, prepareAct, standing } from './screens/case.ts';
import { openPool, rowOf } from './screens/inbox.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const SUBJECT = '细胞治疗样品跨省委托试制';

const contract = { name: '委托试制合同.pdf', mimeType: 'application/pdf', buffer: madePdf(['委托试制合同']) };

/** Hands the contract in with the request that is being filled in. */
async function handContractIn(page: Page): Promise<void> {
  await page.locator('.file-field-choose input[type=file]').setInputFiles(contract);
  await page.getByRole('list', { name: '附件' }).getByRole('link', { name: contract.name }).waitFor();
}

/** Fills in a request of one's district and sends it, with the contract where it is to come; gives the number under which it was entered. */
async function putRequest(page: Page, withFile = false): Promise<string> {
  await page.goto('/liaison/new');
  if (withFile) {
    const note = { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('说明') };
    await page.locator('.file-field-choose input[type=file]').setInputFiles(note);
    await page.getByText('只收 PDF', { exact: false }).waitFor();
    await handContractIn(page);
    await expectAccessible(page, 'liaison-1-files');
  }
  await page.getByRole('radio', { name: '求助' }).check();
  await page.getByLabel('诉求事项').fill(SUBJECT);
  await page.getByLabel('诉求内容').fill('两省核查与样品转运如何衔接，请予指导。');
  await page.getByLabel('涉及企业').fill('重庆澜泽生物医药有限公司');
  await page.getByLabel('联系电话').fill('023-6000 0113');
  await page.getByRole('button', { name: '提交诉求' }).click();
  return /渝诉〔\d{4}〕\d{4}/.exec(await page.getByRole('status').filter({ hasText: '已登记' }).innerText())?.[0] ?? '';
}

/** Chooses an entry of a list that opens. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label).click();
  await page.locator('.ant-select-item-option').filter({ hasText: option }).click();
}

/** Signs in, opens the case and does one act there. */
async function actsAs(
  user: string,
  caseId: string,
  [act, entries]: readonly [string, Readonly<Record<string, string>>?],
) {
  const page = await house.atCase(caseId, user);
  await doAct(page, act, entries);
  return page;
}

test('a request climbs from its district to the bureau meeting and comes back with an answer, each person on their own account', async () => {
  const district = await house.signedIn('banan');
  await district.goto('/liaison/new');
  await district.getByRole('button', { name: '提交诉求' }).click();
  await district.getByRole('alert').filter({ hasText: '请填写' }).waitFor();
  await expectAccessible(district, 'liaison-1-register');
  const number = await putRequest(district, true);
  await district.getByRole('link', { name: '打开诉求' }).click();
  await district.getByRole('heading', { name: '诉求与转办链' }).waitFor();
  const caseId = /cases\/([0-9a-f-]+)/.exec(district.url())?.[1] ?? '';
  await expectAccessible(district, 'liaison-2-district');

  const officer = await house.signedIn('shuyan');
  await openPool(officer);
  await rowOf(officer, number).filter({ hasText: '诉求受理' }).waitFor();
  await openCase(officer, caseId);
  const file = officer.getByRole('list', { name: '诉求附件' }).getByRole('link', { name: contract.name });
  const [saved] = await Promise.all([
    officer.waitForEvent('download'),
    file.click({ position: { x: 30, y: 10 } }), // on its words; what only screen readers hear comes before them
  ]);
  expect(await readFile(await saved.path())).toEqual(contract.buffer);
  const accepting = await prepareAct(officer, '受理自办');
  await officer.getByRole('radio', { name: '求助' }).check();
  await accepting.click();
  await officer
    .getByText(/渝药监诉受〔\d{4}〕\d+号/)
    .first()
    .waitFor();
  await openCase(officer, caseId);
  await doAct(officer, '报科标处', { 理由: '涉及注册、生产两处与四川企业，本单位难以协调。' });

  await actsAs('fuxiaolan', caseId, ['报批示', { 理由: '情况复杂，两省衔接口径需局领导明确。' }]);
  const deputy = await actsAs('jianghe', caseId, ['提请审议', { 批示内容: '请科标处提请局长办公会审议。' }]);
  await deputy.getByText('请科标处提请局长办公会审议。').first().waitFor();
  await actsAs('fuxiaolan', caseId, ['提交议题', { 责任分工: '行政审批处牵头。', 解决方案: '建立两省衔接清单。' }]);

  const meeting = await house.atCase(caseId, 'luwen');
  const approving = await prepareAct(meeting, '审议通过', {
    会议日期: '2026-07-03',
    会议纪要: '同意，由行政审批处承办。',
  });
  await meeting.keyboard.press('Escape');
  await choose(meeting, '承办单位', '行政审批处');
  await expectAccessible(meeting, 'liaison-3-meeting');
  await approving.click();
  await meeting.getByRole('heading', { name: /^已办理：.*，审议通过$/ }).waitFor();

  await actsAs('yinghe', caseId, ['拟答复', { 答复内容: '按两省衔接清单办理。' }]);
  await actsAs('qinli', caseId, ['同意']);
  const replying = await actsAs('shuyan', caseId, ['反馈', { 答复内容: '按两省衔接清单办理，联系人见附件。' }]);
  await replying
    .getByText(/渝药监诉复〔\d{4}〕\d+号/)
    .first()
    .waitFor();
  const rungs = replying.getByRole('list', { name: '转办链' }).getByRole('listitem');
  expect(await rungs.locator('.request-level').allInnerTexts()).toEqual([
    '受理单位',
    '科标处',
    '分管局领导',
    '科标处',
    '党组会、局长办公会',
    '受理单位',
  ]);
  await expectAccessible(replying, 'liaison-4-chain');

  await district.goto('/my-duties');
  await district.getByRole('link', { name: `评价答复：满意度评价，${number}` }).click();
  await district.getByText('按两省衔接清单办理，联系人见附件。').first().waitFor();
  expect(await district.getByText('情况复杂，两省衔接口径需局领导明确。').count()).toBe(0);
  await doAct(district, '满意');
  await actsAs('fuxiaolan', caseId, ['归档']);
  await openCase(district, caseId);
  expect(await standing(district).innerText()).toContain('办结（满意）');
});

test('the ledgers are one record for unit, region and bureau, in both languages and on a phone, and go out with a reason', async () => {
  const district = await house.signedIn('banan');
  const number = await putRequest(district);
  const region = await house.signedIn('jianglei');
  await region.goto('/liaison/ledgers?cut=region');
  const row = rowOf(region, number);
  await row.waitFor();
  expect(await row.innerText()).toContain('巴南区');
  await expectAccessible(region, 'liaison-5-ledger');
  expect(await region.getByRole('link', { name: '总台账' }).count()).toBe(0);

  await region.getByLabel('到达层级').selectOption('office');
  await region.getByRole('button', { name: '查找' }).click();
  await region.getByText('没有符合条件的诉求。', { exact: false }).waitFor();
  await region.getByRole('link', { name: '清除' }).click();

  const office = await house.signedIn('fuxiaolan');
  await office.goto('/liaison/ledgers');
  await rowOf(office, number).waitFor();
  await office.getByRole('button', { name: '按附件4导出' }).click();
  const asking = office.getByRole('dialog');
  const saved = office.waitForEvent('download');
  await asking.getByRole('textbox').fill('季度报送');
  await asking.getByRole('button', { name: '导出', exact: true }).click();
  expect((await saved).suggestedFilename()).toMatch(/^科标处总台账-.*\.csv$/);

  await office.getByRole('button', { name: 'EN', exact: true }).click();
  await office.getByRole('heading', { name: /^Ledger of the bureau: \d+ requests/ }).waitFor();
  await expectAccessible(office, 'liaison-6-ledger-en');

  const phone = await (await house.window({ width: 390, height: 844 })).newPage();
  await phone.goto('/');
  await phone.getByLabel('账号', { exact: true }).fill('shuyan');
  await phone.getByLabel('密码', { exact: true }).fill('lianban-2026');
  await phone.getByRole('button', { name: '登录', exact: true }).click();
  await phone.waitForURL((url) => !['/', '/sign-in'].includes(url.pathname));
  await phone.goto('/liaison/ledgers');
  await rowOf(phone, number).waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expectAccessible(phone, 'liaison-7-ledger-phone');
  await phone.goto('/liaison/new');
  await handContractIn(phone);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expectAccessible(phone, 'liaison-8-register-phone');
});
