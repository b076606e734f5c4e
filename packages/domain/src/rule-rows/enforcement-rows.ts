import type { RuleKey } from '../rule.ts';
import { text, type Text } from '../text.ts';
import { design, from, law, uncertain, type Row } from './row.ts';

const testing = text('检验、检测、检疫、鉴定', 'tests, quarantine, appraisals');
const seizure = text('查封、扣押之日', 'the seizure');
const listing = text('挂牌之日', 'the listing');
const result = text('收到检验结论之日', 'receipt of the result');
const recalled = (zh: string, en: string) => uncertain(`${zh}（凭记忆）`, `${en}, recalled`);

/** 行政处罚: clues, cases, evidence, measures, publicity. */
export const penaltyRows: readonly Row[] = [
  ['assist.reply', { workingDays: 15 }, 'CHASE', law('PP'), text('收到协助调查函之日', 'receipt of the letter')],
  [
    'assist.sign',
    { workingDays: 1 },
    'NUDGE',
    design('收到来函后一个工作日内签收', 'a letter is signed for within one working day'),
    text('收到协助调查函之日', 'receipt of the letter'),
  ],
  [
    'assist.assign',
    { workingDays: 2 },
    'NUDGE',
    design('签收后两个工作日内指派', 'assigned within two working days'),
    text('签收之日', 'the day on which it was signed for'),
  ],
  [
    'assist.jointOffice',
    { workingDays: 5 },
    'CHASE',
    design(
      '催办后提请联席会议办公室协调，即去函后第20个工作日',
      'to the joint office, 20 working days after the letter',
    ),
    text('答复期限届满之日', 'the end of the limit of the answer'),
  ],
  [
    'assist.leaders',
    { workingDays: 10 },
    'CHASE',
    design('报请分管局领导协调，即去函后第30个工作日', 'to the deputy directors, 30 working days after the letter'),
    text('提请联席会议办公室协调期限届满之日', 'the end of the limit before the joint office'),
  ],
  [
    'clue.decideFiling',
    { workingDays: 15 },
    'BREACH',
    law('PP', '18'),
    text('发现或者收到线索之日', 'finding or receiving the clue'),
    testing,
  ],
  ['clue.decideFiling.extend', { workingDays: 15 }, null, law('PP', '18'), from.endOfLimit],
  [
    'case.decide',
    { calendarDays: 90 },
    'BREACH',
    law('PEN', '60'),
    from.filing,
    text('中止、听证、公告、检验、检测、鉴定', 'suspension, hearings, public notice, tests, appraisals'),
  ],
  ['case.decide.extend', { calendarDays: 30 }, null, law('PP'), from.endOfLimit],
  ['case.serve', { workingDays: 7 }, 'BREACH', law('PEN', '61', '85'), from.decision],
  [
    'penalty.hearing.request',
    { workingDays: 5 },
    'LAPSE',
    law('PEN', '64', '85'),
    text('被告知拟处罚之日', 'the notice of the intended penalty'),
  ],
  ['penalty.hearing.notice', { workingDays: 7 }, null, law('PEN', '64', '85'), from.beforeHearing],
  [
    'evidence.register',
    { workingDays: 7 },
    'EXPIRE',
    law('PEN', '56', '85'),
    text('先行登记保存之日', 'the registration of the evidence'),
  ],
  ['seal.general', { calendarDays: 30 }, 'EXPIRE', law('PP'), seizure, testing],
  ['seal.general.extend', { calendarDays: 30 }, null, law('PP'), from.endOfLimit],
  ['seal.drug', { calendarDays: 7 }, 'EXPIRE', law('DAL', '100'), seizure],
  [
    'seal.drug.tested',
    { calendarDays: 15 },
    'EXPIRE',
    law('DAL', '100'),
    text('检验报告书发出之日', 'the issue of the test report'),
  ],
  ['publicity.local', { workingDays: 20 }, 'BREACH', law('O45', '9'), from.decision],
  ['publicity.crossPush', { workingDays: 10 }, 'BREACH', law('O45', '10'), from.decision],
  ['publicity.crossPublish', { workingDays: 10 }, 'BREACH', law('O45', '10'), from.arrival],
];

/** 行刑衔接 (国务院令310). */
export const crimeRows: readonly Row[] = [
  ['crime.headDecision', { calendarDays: 3 }, 'BREACH', law('TR310', '5'), from.report],
  ['crime.transfer', { hours: 24 }, 'BREACH', law('TR310', '5'), text('批准之时', 'the approval')],
  [
    'crime.police.file',
    { calendarDays: 3 },
    'CHASE',
    law('TR310', '8'),
    text('公安机关接受之日', 'the day the police take it'),
  ],
  ['crime.reconsider', { calendarDays: 3 }, 'LAPSE', law('TR310', '9'), from.notice],
  ['crime.reconsider.answer', { calendarDays: 3 }, 'CHASE', law('TR310', '9'), from.arrival],
  ['crime.procuratorate', { calendarDays: 3 }, 'LAPSE', law('TR310', '9'), from.notice],
  [
    'crime.handover',
    { calendarDays: 3 },
    'BREACH',
    law('TR310', '12'),
    text('收到立案通知之日', 'the notice of filing'),
  ],
];

const recallNotice = (key: RuleKey, calendarDays: number, grade: Text): Row => [
  ...([key, { calendarDays }, 'BREACH'] as const),
  recalled(`药品召回管理办法：${grade.zh}召回通知`, `recall notice, ${grade.en}`),
  text('作出召回决定之日', 'the decision to recall'),
];

/** 抽检、复验与召回. */
export const testingRows: readonly Row[] = [
  ['retest.apply.drug', { calendarDays: 7 }, 'LAPSE', law('DAL', '102'), result],
  ['retest.apply.device', { workingDays: 7 }, 'LAPSE', law('MDR', '75'), result],
  ['retest.apply.cosmetics', { workingDays: 7 }, 'LAPSE', law('COSR', '51'), result],
  [
    'retest.conclude',
    { calendarDays: 25 },
    'CHASE',
    uncertain('复验结论', 'conclusion of the second test'),
    text('收到留样之日', 'receipt of the retained sample'),
  ],
  [
    'sample.report',
    { workingDays: 25 },
    'CHASE',
    uncertain('检验报告', 'test report'),
    text('收到样品之日', 'receipt of the sample'),
  ],
  [
    'sample.serve',
    { workingDays: 5 },
    'CHASE',
    uncertain('检验报告送达', 'service of the test report'),
    text('收到检验报告之日', 'receipt of the report'),
  ],
  recallNotice('recall.notify.one', 1, text('一级', 'grade I')),
  recallNotice('recall.notify.two', 3, text('二级', 'grade II')),
  recallNotice('recall.notify.three', 7, text('三级', 'grade III')),
];

/** 信用修复、挂牌督办与风险会商. */
export const supervisionRows: readonly Row[] = [
  [
    'credit.accept',
    { workingDays: 2 },
    'BREACH',
    recalled('信用修复受理', 'acceptance of a credit repair'),
    from.receipt,
  ],
  [
    'credit.decide',
    { workingDays: 15 },
    'BREACH',
    recalled('信用修复决定', 'decision on a credit repair'),
    from.acceptance,
  ],
  [
    'credit.decideAbnormal',
    { workingDays: 5 },
    'BREACH',
    recalled('移出经营异常名录', 'removal from the list of irregular operations'),
    from.acceptance,
  ],
  ['credit.stopDisplay', { workingDays: 3 }, 'BREACH', recalled('停止公示', 'end of the publication'), from.decision],
  [
    'credit.min.list',
    { months: 12 },
    null,
    uncertain(
      '列入名单满一年方可提前移出，据公开资料',
      'on the list for a year before early removal, from published summaries',
    ),
    text('列入之日', 'the listing'),
  ],
  [
    'credit.min.drugDisplay',
    { months: 12 },
    null,
    uncertain(
      '药品处罚公示满一年方可修复，据公开资料',
      'drug penalties shown for a year before repair, from published summaries',
    ),
    text('公示之日', 'the publication'),
  ],
  ['supervise.close', { calendarDays: 90 }, 'NUDGE', design('挂牌督办办结', 'supervised case closed'), listing],
  [
    'supervise.progress',
    { calendarDays: 30 },
    'NUDGE',
    design('挂牌督办进展报告', 'progress of a supervised case'),
    listing,
  ],
  ['supervise.plan', { workingDays: 5 }, 'NUDGE', design('督办方案', 'plan of a supervised case'), listing],
  [
    'risk.meeting',
    { months: 3 },
    'NUDGE',
    uncertain('风险会商按季召开', 'risk consultation every quarter'),
    text('上次会商之日', 'the meeting before'),
  ],
];
