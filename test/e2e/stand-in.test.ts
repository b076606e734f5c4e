import { claim } from '@lianban/db/claim';
import { actorOf, RecordedCase } from '@lianban/db/testing/recorded-case';
import { away } from '@lianban/db/testing/standing-in';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { House } from './house.ts';
import { doAct, openCase, standing } from './screens/case.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** A case that waits for the decision of the head of section. */
async function proposed(): Promise<string> {
  const life = await RecordedCase.open(house.running.database.pool);
  await life.answer('intake', 'accept');
  await life.answer('propose', 'proposeGrant');
  return life.caseId;
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).press('Enter');
const later = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

test('a head of section names a deputy, who decides in that post and signs for both, until it is ended', async () => {
  const caseId = await proposed();
  const principal = await house.signedIn('qinli');
  await principal.getByRole('link', { name: '委托代办' }).press('Enter');
  await principal.getByRole('heading', { level: 1, name: '没有外出安排，您也没有代他人办理。' }).waitFor();
  await expectAccessible(principal, 'stand-in-1-nothing');
  await press(principal, '委托代办');
  const dialog = principal.getByRole('dialog', { name: '委托代办' });
  await dialog.getByLabel('最后一天').fill(later(4));
  await dialog.getByLabel('理由').fill('参加培训');
  const search = dialog.getByRole('searchbox', { name: '按姓名或单位查找' });
  await search.fill('秦立');
  await dialog.getByText('不能选：是本人').waitFor();
  await expectAccessible(principal, 'stand-in-2-candidates');
  await search.fill('唐越');
  await dialog.getByRole('radio', { name: /^唐越/ }).check();
  await dialog.getByText('提醒：与承办人的步骤不相容').waitFor();
  await dialog.getByRole('button', { name: '确定' }).press('Enter');
  await principal.getByRole('heading', { level: 1, name: '您外出期间由 唐越 代办。' }).waitFor();
  await expectAccessible(principal, 'stand-in-3-away');

  const deputy = await house.signedIn('tangyue');
  await deputy.getByRole('link', { name: '委托代办' }).press('Enter');
  await press(deputy, '以 秦立 的岗位办理');
  const banner = deputy.getByRole('note').filter({ hasText: '您正在代 秦立 办理（行政审批处 · 承办处负责人）' });
  await banner.waitFor();
  expect(await deputy.getByRole('combobox', { name: '当前岗位' }).locator('option:checked').innerText()).toContain(
    '代 秦立（行政审批处 · 承办处负责人）',
  );
  await openCase(deputy, caseId);
  await doAct(deputy, '准予');
  await deputy.locator('.time-who').getByText('唐越（代秦立） · 行政审批处 承办处负责人').waitFor();
  await expectAccessible(deputy, 'stand-in-4-decided');
  await press(deputy, '回到本人岗位');
  await banner.waitFor({ state: 'detached' });
});

test('whoever answers for others names a deputy for them and ends it, and the deputy is out of that post at once [ASVS v5.0.0-8.3.2]', async () => {
  await away(house.running.database.pool, ['zhoumin', 'guolan']);
  const deputy = await house.signedIn('guolan');
  await deputy.goto('/stand-in');
  await press(deputy, '以 周敏 的岗位办理');
  await deputy.getByRole('note').waitFor();

  const leader = await house.signedIn('jianghe');
  await leader.goto('/stand-in');
  await leader.getByRole('heading', { name: '人员外出' }).waitFor();
  await press(leader, '为他人指定代办人');
  const dialog = leader.getByRole('dialog', { name: '为他人指定代办人' });
  await dialog.getByLabel('谁外出').selectOption({ label: '何静 · 行政审批服务中心 · 受理员' });
  await dialog.getByRole('button', { name: '确定' }).press('Enter');
  await dialog.getByText('请填完各项，并选定代办人。').waitFor();
  await dialog.getByLabel('最后一天').fill(later(1));
  await dialog.getByLabel('理由').fill('病假');
  await dialog.getByRole('radio', { name: '不指定代办人，由同岗位同事办理' }).check();
  await dialog.getByRole('button', { name: '确定' }).press('Enter');
  await dialog.getByText('没有其他同岗位的人').waitFor();
  await expectAccessible(leader, 'stand-in-5-nobody-else');
  await dialog.getByRole('button', { name: '取消' }).press('Enter');

  await press(leader, '终止 周敏 的委托代办');
  await leader.getByRole('dialog', { name: '终止委托代办' }).getByLabel('理由').fill('提前返岗');
  await press(leader, '终止');
  await leader.getByText('江鹤 已终止：提前返岗').waitFor();
  await leader.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(leader, 'stand-in-6-phone');
  await deputy.getByRole('button', { name: '登录', exact: true }).waitFor();
});

test('the deputy and the head are told, and the page of the case names the deputy beside the owner, in English too', async () => {
  const { pool } = house.running.database;
  const life = await RecordedCase.open(pool);
  await life.answer('intake', 'accept');
  await claim(pool, { caseId: life.caseId, duty: 'propose', by: actorOf('OFF') });
  const deputy = await house.signedIn('xiezhi');
  await away(pool, ['zhoumin', 'xiezhi'], { reason: '年休假' });
  await deputy.getByRole('button', { name: /^消息|^通知/ }).press('Enter');
  await deputy.getByRole('link', { name: /^请您代办周敏的工作/ }).waitFor();
  await expectAccessible(deputy, 'stand-in-7-told');
  await deputy.getByRole('link', { name: /^请您代办周敏的工作/ }).press('Enter');
  await deputy.getByRole('button', { name: '以 周敏 的岗位办理', exact: true }).waitFor();

  const head = await house.signedIn('qinli');
  await head.getByRole('button', { name: /^消息|^通知/ }).press('Enter');
  await head.getByText('周敏外出，由谢知代办').waitFor();
  await openCase(head, life.caseId);
  await standing(head).getByText('周敏（谢知代办）').waitFor();
  await head.locator('.case-people').getByText('谢知（代周敏）').waitFor();
  await expectAccessible(head, 'stand-in-8-beside-owner');

  await head.evaluate(() => localStorage.setItem('lianban.language', 'en'));
  await openCase(head, life.caseId);
  await standing(head).getByText('周敏 (stand-in: 谢知)').waitFor();
  await head.locator('.case-people').getByText('谢知 for 周敏').waitFor();
  await head.getByRole('button', { name: /^Messages|^Notices/ }).press('Enter');
  await head.getByText('While 周敏 is away, 谢知 stands in').waitFor();
  await expectAccessible(head, 'stand-in-9-english');
  expect(await head.getByRole('main').innerText()).not.toMatch(/（代|代办）|行政审批服务中心/);
});
