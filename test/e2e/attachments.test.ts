import { readFile } from 'node:fs/promises';
import { madePdf, madePng } from '@lianban/db/seed/made-file';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { House } from './house.ts';
import { begin, commit, fillInEnterprise, provideMaterials, submit } from './screens/application.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const RETAIL = '药品零售许可（仅经营乙类非处方药）';
const pdf = madePdf(['药品零售许可申请表', '申请人：万和安大药房']);
const plan = madePng({ side: 160, walls: [50, 110] });
const row = (page: Page, material: string) => page.locator('.wizard-material').filter({ hasText: material });
const fileOf = (name: string, buffer: Buffer) => ({
  ...{ name, buffer, mimeType: name.endsWith('.png') ? 'image/png' : 'application/pdf' },
});
const choose = (page: Page, material: string, file: ReturnType<typeof fileOf>) =>
  row(page, material).locator('.file-field-choose input[type=file]').setInputFiles(file);

/** What a link saves: its name and its content. */
async function saved(page: Page, name: string): Promise<readonly [name: string, content: Buffer]> {
  const [download] = await Promise.all<[Promise<Download>, Promise<void>]>([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ]);
  return [download.suggestedFilename(), await readFile(await download.path())];
}

test('an enterprise hands in files with its application, and whoever works on the case downloads them', async () => {
  const page = await house.signedIn('wanhe');
  await begin(page, RETAIL);
  await fillInEnterprise(page, '重庆市渝中区演示街18号');

  // By keyboard: the button opens the chooser of the browser.
  const button = page.getByRole('button', { name: '选择文件：申请表' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.press('Enter')]);
  await chooser.setFiles(fileOf('申请表.pdf', pdf));
  await page.getByRole('status').filter({ hasText: '申请表.pdf 已上传。' }).waitFor();
  await page.getByText('必需材料 2 份，已备 1 份。').waitFor();

  await choose(page, '平面', fileOf('平面图.png', plan));
  await page.getByRole('link', { name: '平面图.png' }).waitFor();
  await choose(page, '平面', fileOf('页面.pdf', Buffer.from('<!doctype html><script>alert(1)</script>')));
  await page.getByRole('alert').filter({ hasText: 'FILE_UNFIT' }).waitFor();
  await expectAccessible(page, 'attachments-1-wizard');
  await page.getByRole('button', { name: '知道了：页面.pdf' }).click();

  // What is there stays, whatever happens to the page.
  await page.reload();
  await page.getByRole('link', { name: '平面图.png' }).waitFor();
  const replacing = row(page, '申请表').locator('.file-field-acts input[type=file]');
  const renewed = madePdf(['药品零售许可申请表（更正）']);
  await replacing.setInputFiles(fileOf('申请表-更正.pdf', renewed));
  await page.getByRole('link', { name: '申请表-更正.pdf' }).waitFor();
  await page.getByRole('link', { name: '申请表.pdf' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '移除 平面图.png' }).click();
  await page.getByRole('link', { name: '平面图.png' }).waitFor({ state: 'detached' });
  await page.getByText('必需材料 2 份，已备 1 份。').waitFor();

  // The one that is left comes as paper.
  await provideMaterials(page);
  await commit(page);
  expect(await page.getByText('申请表-更正.pdf', { exact: false }).first().innerText()).toContain('申请表');
  const number = await submit(page);
  await page.getByRole('link', { name: '查看案件' }).click();
  await page.getByRole('heading', { name: '时间线' }).waitFor();
  expect(await saved(page, '申请表-更正.pdf')).toEqual(['申请表-更正.pdf', renewed]);
  const path = new URL(page.url()).pathname;

  const officer = await house.signedIn('hejing');
  await officer.goto(path);
  await officer.getByText(number).first().waitFor();
  expect(await saved(officer, '申请表-更正.pdf')).toEqual(['申请表-更正.pdf', renewed]);
  await expectAccessible(officer, 'attachments-2-case');

  const outsider = await house.signedIn('guolan');
  await outsider.goto(path);
  await outsider.getByText('材料文件只向申请人和经办本案的单位开放。', { exact: false }).waitFor();
  expect(await outsider.getByRole('link', { name: '申请表-更正.pdf' }).count()).toBe(0);
});

test('files are dropped onto a material on a phone-wide page in English and in the dark, and a large one is refused before it is sent', async () => {
  const page = await house.signedIn('wanhe');
  await begin(page, RETAIL);
  await fillInEnterprise(page, '重庆市渝中区演示街18号');
  await page.setViewportSize({ width: 360, height: 800 });
  await page.getByRole('button', { name: 'EN' }).press('Enter');
  await page.getByRole('button', { name: 'Switch to dark' }).press('Enter');
  const data = await page.evaluateHandle(
    ([bytes]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes ?? [])], 'plan.png', { type: 'image/png' }));
      return transfer;
    },
    [[...plan]],
  );
  await row(page, 'Plan of the premises').locator('.file-field').dispatchEvent('drop', { dataTransfer: data });
  await page.getByRole('link', { name: 'plan.png' }).waitFor();
  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/attachments')) sent += 1;
  });
  await choose(page, 'Application form', fileOf('大.pdf', Buffer.concat([pdf, Buffer.alloc(10 * 1_024 * 1_024)])));
  await page.getByRole('alert').filter({ hasText: 'FILE_TOO_LARGE' }).waitFor();
  expect(sent).toBe(0);
  await expectAccessible(page, 'attachments-3-phone');
});
