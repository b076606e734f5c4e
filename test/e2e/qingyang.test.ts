import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { Company, userOf } from './company.ts';
import { House } from './house.ts';
import { fillInEnterprise, submit } from './screens/application.ts';
import { openCase, standing } from './screens/case.ts';
import { choose, fillRows } from './screens/form.ts';
import { openPool, rowOf } from './screens/inbox.ts';

// An off-site workshop of a company of Chongqing in Sichuan, with seven varieties, from the application to production: every kind of
// step is done once in a window by whoever owes it; what repeats for the other varieties is done over HTTP on the same accounts.

const FIRST = '阿罗替尼';
const OTHERS = ['盐酸普罗唑', '氯沙唑宗', '苯甲酸利扎', '丙戊酰胺', '磷酸川那', '硫酸青霉胺'] as const;
const APPLICANT = 'qingyue';

let house: House;
let company: Company;
/** The case of the site, and the one in which the other bureau answers the contact letter. */
let site: string;
let consent: string;
beforeAll(async () => {
  house = await House.open();
  company = new Company(house);
});
afterAll(() => house.close());

const secondOfficer = (page: Page): Promise<void> => choose(page, '另一名承办人');
const inspectors = (...names: readonly string[]) => names.map((name) => ({ 姓名: name, 检查员证号: `检-${name}` }));

/** Of a page that somebody is looking at: nothing sticks out of a phone, and a machine finds nothing against it. */
async function expectFitsPhone(page: Page, picture: string): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  // What stands half under the bar at the top is not measured.
  await page.evaluate(() => scrollTo(0, 0));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page, picture);
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('the company applies, and the officer takes up seven varieties at once, also in English, in the dark and on a phone', async () => {
  const applicant = await company.page(APPLICANT);
  await applicant.goto('/apply');
  await applicant
    .getByRole('link', { name: '看看能不能办：跨省设立厂外车间（药品生产许可证增加异地生产车间）' })
    .click();
  await applicant.getByRole('button', { name: '开始申请' }).click();
  await applicant.getByRole('heading', { name: '1 企业' }).waitFor();
  await fillInEnterprise(applicant, '四川省泸州市江阳区演示化工园');
  for (const box of await applicant.locator('.wizard-material input[type=checkbox][aria-required=true]').all())
    await box.check();
  await applicant.getByRole('button', { name: '保存并继续' }).click();
  await applicant.getByRole('heading', { name: '3 提交' }).waitFor();
  const number = await submit(applicant);
  await applicant
    .getByRole('link', { name: /查看|进度|案件/ })
    .first()
    .waitFor();

  const window = await company.page('hejing');
  await openPool(window);
  await rowOf(window, number).getByRole('link').first().click();
  await window.locator('.case-columns').waitFor();
  site = /cases\/([0-9a-f-]+)/.exec(window.url())?.[1] ?? '';
  await company.does('hejing', { from: site, step: 'intake' }, ['受理']);

  const rows = [FIRST, ...OTHERS].map((name) => ({ 品种: name, 变更类别: name === FIRST ? '备案类' : '报告类' }));
  await company.fills('zhoumin', { from: site, step: 'chooseRoute' }, [
    '路径A：本省审批，须对方书面同意',
    {},
    async (page) => {
      await secondOfficer(page);
      await fillRows(page, '品种与变更类别', rows);
      await expectFitsPhone(page, 'qingyang-1-varieties-phone');
      await page.getByRole('button', { name: 'EN', exact: true }).click();
      await page.getByRole('button', { name: 'Switch to dark' }).click();
      await page.getByRole('group', { name: 'Varieties and the class of their change, entry 7' }).waitFor();
      await expectAccessible(page, 'qingyang-2-varieties-english-dark');
      await page.getByRole('button', { name: 'Switch to light' }).click();
      await page.getByRole('button', { name: '中文' }).click();
    },
  ]);
});

test('the contact letter is signed here and answered there, in a case of its own', async () => {
  const letter = { 说明: '企业拟在泸州设立厂外车间生产七个原料药品种，请研究答复，并派员参加联合检查。' };
  await company.does('zhoumin', { from: site, step: 'draftLetter' }, ['报审', letter]);
  await company.does('qinli', { from: site, step: 'auditLetter' }, ['同意']);
  await company.does('jianghe', { from: site, step: 'signLetter' }, ['发函']);

  const asked = await company.does('sc-partner', { from: site, step: 'signFor' }, ['签收']);
  consent = /cases\/([0-9a-f-]+)/.exec(asked.url())?.[1] ?? '';
  const letters = asked.getByRole('region', { name: '往来函件' });
  for (const said of ['研究是否同意设立厂外车间', FIRST, ...OTHERS]) expect(await letters.innerText()).toContain(said);
  await company.does('sc-partner', { from: site, step: 'study' }, [
    '同意',
    { 一致意见文件或会议纪要: '川渝药监会纪〔2026〕3号' },
  ]);
  await expectAccessible(asked, 'qingyang-3-consent');
  await company.does('sc-deputy', { from: site, step: 'signReply' }, ['签发']);

  const officer = await company.does('zhoumin', { from: site, step: 'orderInspection' }, ['启动']);
  expect(await officer.getByRole('region', { name: '往来函件' }).innerText()).toContain('川渝药监会纪〔2026〕3号');
  const opened = officer.getByRole('region', { name: '相关案件' });
  for (const name of [FIRST, ...OTHERS]) await opened.getByText(name).waitFor();
  await expectFitsPhone(officer, 'qingyang-4-site-phone');
});

test('two and two inspect together; the report is signed by both sides, its defect rectified, and the site assessed', async () => {
  const from = site;
  await company.does('gaolin', { from, step: 'approveInspection' }, ['批准']);
  const plan = { 检查事项与范围: '七个原料药品种的厂外车间。', 开始日期: '2026-12-14', 结束日期: '2026-12-16' };
  await company.fills('pengchuan', { from, step: 'planJoint' }, [
    '定稿并通知企业',
    { ...plan, '检查组长（由主办省确定）': '申牧' },
    async (page) => {
      await page.keyboard.press('Escape');
      await fillRows(page, '检查员', inspectors('申牧', '陆樵'));
    },
  ]);
  await company.fills('sc-inspector', { from, step: 'sendInspectors' }, [
    '派出并函告',
    {},
    (page) => fillRows(page, '检查员', inspectors('汪砚秋', '曲沅')),
  ]);

  const dispatcher = await company.at('pengchuan', { from, step: 'beginInspection' });
  await dispatcher.getByRole('button', { name: '组成核查组' }).click();
  const drawing = dispatcher.getByRole('dialog', { name: '组成核查组' });
  await drawing.getByRole('button', { name: '抽取' }).click();
  await drawing.getByText('检查组人员已齐备').waitFor();
  const leader = await leaderAt('beginInspection');
  await company.fills(leader, { from, step: 'beginInspection' }, [
    '双方到场，出示证件，开始检查',
    {},
    (page) => choose(page, '另一名检查员'),
  ]);
  // The team that arrived is the team that inspects.
  await company.fills(leader, { from, step: 'inspectJointly' }, [
    '待整改后评定',
    { 说明: '现场检查发现一项主要缺陷。' },
    async (page) => {
      await choose(page, '另一名检查员');
      const defect = { 序号: '1', 条款: '原料药附录第八条', 等级: '主要缺陷', 事实与证据: '洁净区压差记录不完整。' };
      await fillRows(page, '缺陷项目', [defect]);
      await expectFitsPhone(page, 'qingyang-5-defects-phone');
    },
  ]);
  const signing = await company.at('sc-inspector', { from, step: 'signJointReport' });
  expect(await signing.getByRole('region', { name: '往来函件' }).innerText()).toContain('洁净区压差记录不完整。');
  await company.does('sc-inspector', { from, step: 'signJointReport' }, ['签署']);
  await company.does('pengchuan', { from, step: 'auditReport' }, ['同意现场结论']);

  await company.fills(APPLICANT, { from, step: 'rectify', procedure: 'rectification' }, [
    '提交整改报告',
    { 说明: '已完成整改。' },
    (page) => fillRows(page, '逐项整改措施', [{ 序号: '1', 整改措施与效果: '补装压差记录仪，逐班复核。' }]),
  ]);
  await company.fills('pengchuan', { from, step: 'reviewRectification' }, [
    '整改合格',
    {},
    (page) => fillRows(page, '逐项审核结果', [{ 序号: '1', 结果: '通过' }]),
  ]);
  await company.does('sc-inspector', { from, step: 'opineOnTheirAssessment' }, [
    '同意',
    { 说明: '同意评定为符合要求。' },
  ]);
  await company.does('sc-deputy', { from, step: 'signReply' }, ['签发']);
  await company.does('pengchuan', { from, step: 'assess' }, ['符合要求']);
});

/** The account of whoever leads the team of the step. */
async function leaderAt(step: string): Promise<string> {
  const { caseId, key } = await company.duty({ from: site, step });
  const { teams } = await (await company.client('pengchuan')).trpc.team.page.query({ caseId });
  const team = teams.find(({ duty }) => duty === key);
  return userOf(team?.members.find(({ isLeader }) => isLeader)?.name ?? '');
}

test('the first variety is reviewed, decided and served; the others follow one after another', async () => {
  const from = await company.caseAbout(site, 'off-site-variety', FIRST);
  const officer = await company.does('zhoumin', { from, step: 'referToReview' }, ['送审并告知所需时间']);
  await expectAccessible(officer, 'qingyang-6-variety');
  await company.fills('sutang', { from, step: 'review' }, [
    '通过',
    { 意见: '注册一致、工艺验证可行。' },
    secondOfficer,
  ]);
  await company.does('zhoumin', { from, step: 'draft' }, ['拟准予']);
  await company.does('qinli', { from, step: 'audit' }, ['同意']);
  await company.does('jianghe', { from, step: 'approve' }, ['同意']);
  await company.does('hejing', { from, step: 'seal' }, ['准予行政许可决定书']);
  await company.does('hejing', { from, step: 'deliver' }, ['送达']);

  await Promise.all(OTHERS.map(decideOverHttp));
});

async function decideOverHttp(name: string): Promise<void> {
  const from = await company.caseAbout(site, 'off-site-variety', name);
  for (const [user, step, outcome] of [
    ...[['zhoumin', 'referToReview', 'refer'] as const, ['sutang', 'review', 'pass'] as const],
    ...[['zhoumin', 'draft', 'proposeGrant'] as const, ['qinli', 'audit', 'agree'] as const],
    ...[['jianghe', 'approve', 'agree'] as const, ['hejing', 'seal', 'grant'] as const],
    ['hejing', 'deliver', 'delivered'] as const,
  ])
    await company.answers(user, { from, step }, [outcome]);
}

test('both sides agree who supervises what', async () => {
  const from = site;
  await company.fills('zhoumin', { from, step: 'draftPlan' }, [
    '报审',
    {},
    (page) =>
      fillRows(page, '监管责任', [
        { 检查事项: '生产现场日常检查', 责任方: '场地所在省', 频次: '每年两次' },
        { 检查事项: '持有人质量体系', 责任方: '主办省', 频次: '每年一次' },
      ]),
  ]);
  await company.does('qinli', { from, step: 'approvePlan' }, ['同意，送对方确认']);
  await company.does('sc-partner', { from, step: 'confirmTheirPlan' }, ['确认']);
  await company.does('sc-deputy', { from, step: 'signReply' }, ['签发']);
});

test('filed, registered, validated and inspected once more, the first variety goes into production, and the others after it', async () => {
  const from = await company.caseAbout(site, 'off-site-launch', FIRST);
  await company.does(APPLICANT, { from, step: 'fileChange' }, ['提交备案', { 说明: '备案资料齐全。' }]);
  await company.fills('zhoumin', { from, step: 'reviewFiling' }, ['审查通过', {}, secondOfficer]);
  await company.does('zhoumin', { from, step: 'updateRegister' }, ['完成']);
  await company.does(APPLICANT, { from, step: 'validate' }, ['提交验证结果', { 说明: '三批验证合格。' }]);
  await inspectOverHttp(from);
  await company.does('jianghe', { from, step: 'resume' }, ['同意投产']);

  await Promise.all(OTHERS.map(launchOverHttp));
  await company.over(site);
});

async function inspectOverHttp(from: string): Promise<void> {
  await company.answers('gaolin', { from, step: 'approveInspection' }, ['approve']);
  const two = (...names: readonly string[]) => ({ inspectors: names.map((name) => ({ name })) });
  await company.answers('pengchuan', { from, step: 'planJoint' }, ['settle', two('申牧', '陆樵')]);
  await company.answers('sc-inspector', { from, step: 'sendInspectors' }, ['send', two('汪砚秋', '曲沅')]);
  const leader = await company.draws('pengchuan', { from, step: 'beginInspection' });
  await company.answers(leader, { from, step: 'beginInspection' }, ['begin']);
  await company.answers(leader, { from, step: 'inspectJointly' }, ['conforms']);
  await company.answers('sc-inspector', { from, step: 'signJointReport' }, ['signed']);
  await company.answers('pengchuan', { from, step: 'auditReport' }, ['uphold']);
}

async function launchOverHttp(name: string): Promise<void> {
  const from = await company.caseAbout(site, 'off-site-launch', name);
  await company.answers('zhoumin', { from, step: 'updateRegister' }, ['done']);
  await company.answers(APPLICANT, { from, step: 'validate' }, ['submit']);
  await inspectOverHttp(from);
  await company.answers('jianghe', { from, step: 'resume' }, ['resume']);
}

test('in the end the workshop is in production, and each side has seen only what was shared', async () => {
  const officer = await company.page('zhoumin');
  await openCase(officer, site);
  expect(await standing(officer).innerText()).toContain('准予变更并投产');
  await expectAccessible(officer, 'qingyang-7-launched');
  // Every answer is called as the procedure calls it in which it was given.
  const letters = officer.getByRole('region', { name: '往来函件' });
  await letters.getByText('复函').first().waitFor();
  expect(await letters.innerText()).not.toMatch(/concur|confirmed|agree/);
  const applicant = await company.page(APPLICANT);
  await openCase(applicant, site);
  expect(await applicant.getByRole('region', { name: '往来函件' }).count()).toBe(0);

  const there = await company.page('sc-partner');
  await openCase(there, consent);
  expect(await there.getByRole('region', { name: '往来函件' }).innerText()).toContain(FIRST);
  for (const [page, foreign] of [
    [there, site],
    [officer, consent],
  ] as const) {
    await page.goto(`/cases/${foreign}`);
    await page.getByRole('heading', { level: 1, name: '暂时不能显示这个案件。' }).waitFor();
  }
});
