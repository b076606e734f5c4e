import { text } from '../text.ts';
import { design, from, law, uncertain, type Row } from './row.ts';

const entry = text('诉求登记之日', 'the entry of the request');
const lastLevel = text('上一层级开始之日', 'the day the level before it began');
const asHotline = (zh: string, en: string) =>
  design(`${zh}，参照12345热线办理时限`, `${en}; by analogy to the hotline 12345`);
const asPetition = (article: string, zh: string, en: string) =>
  design(`${zh}，参照信访工作条例第${article}条`, `${en}; by analogy to the petition regulations`);

/** 跨省协作: letters between the bureaus and what follows when they disagree. */
export const crossProvinceRows: readonly Row[] = [
  [
    'contactLetter.reply',
    { workingDays: 15 },
    'CHASE',
    design('联络函答复；逾期催办，不视为同意', 'answer to a contact letter; silence is chased and never consent'),
    from.arrival,
  ],
  [
    'contactLetter.reply.extend',
    { workingDays: 10 },
    null,
    design('联络函延期答复，一次', 'a later answer announced, once'),
    from.endOfLimit,
  ],
  ['disagree.units', { workingDays: 10 }, 'NUDGE', design('执行单位协商', 'the executing units consult'), from.opening],
  ['disagree.leaders', { workingDays: 10 }, 'NUDGE', design('分管领导会商', 'the deputy directors meet'), lastLevel],
  [
    'disagree.jointMeeting',
    { workingDays: 20 },
    'NUDGE',
    design('联席会议协调', 'the joint meeting settles'),
    lastLevel,
  ],
];

/** 区县联络诉求 and its ledgers. */
export const liaisonRows: readonly Row[] = [
  ['liaison.sign', { workingDays: 1 }, 'NUDGE', asHotline('签收', 'signing for it'), entry],
  ['liaison.consult', { workingDays: 3 }, 'NUDGE', asHotline('咨询类办结', 'a question answered'), entry],
  ['liaison.help', { workingDays: 7 }, 'NUDGE', asHotline('求助类办结', 'a request for help settled'), entry],
  ['liaison.complex', { workingDays: 15 }, 'NUDGE', asHotline('复杂诉求办结', 'a complex request settled'), entry],
  [
    'liaison.reject.dispute',
    { workingDays: 5 },
    'LAPSE',
    asPetition('二十三', '对交办有异议的退回，逾期视为接受', 'sent back by who disputes it; silence takes it'),
    from.arrival,
  ],
  ['liaison.cap', { calendarDays: 60 }, 'NUDGE', asPetition('三十四', '最长办理期', 'longest handling'), entry],
  [
    'liaison.cap.extend',
    { calendarDays: 30 },
    null,
    asPetition('三十六', '延长最长办理期', 'longer handling'),
    from.endOfLimit,
  ],
  [
    'liaison.ledger',
    { dayOf: { day: 20, months: [3, 6, 9, 12] } },
    'NUDGE',
    law('CQ69'),
    text('上一期台账报送之日', 'the ledger before'),
  ],
];

const superseded = (zh: string, en: string) =>
  uncertain(`投诉举报处理暂行办法：${zh}，该办法可能已被替代`, `Order 20: ${en}; it may have been replaced`);

/** 投诉举报. */
export const complaintRows: readonly Row[] = [
  ['complaint.accept', { workingDays: 7 }, 'BREACH', superseded('投诉受理', 'acceptance of a complaint'), from.arrival],
  [
    'complaint.mediation',
    { workingDays: 45 },
    'BREACH',
    superseded('调解终止', 'the end of mediation'),
    from.acceptance,
  ],
  ['report.check', { workingDays: 15 }, 'BREACH', superseded('举报核查', 'checking a report'), from.arrival],
  ['report.check.extend', { workingDays: 15 }, null, superseded('核查延长', 'a longer check'), from.endOfLimit],
  ['report.tell', { workingDays: 7 }, 'BREACH', superseded('告知结果', 'telling the result'), from.decision],
];

/** 行政复议与行政诉讼. */
export const remedyRows: readonly Row[] = [
  [
    'reconsider.apply',
    { calendarDays: 60 },
    null,
    law('REV', '20'),
    text('知道该行政行为之日', 'knowledge of the decision'),
  ],
  ['reconsider.accept', { workingDays: 5 }, 'BREACH', law('REV', '30', '88'), from.arrival],
  ['reconsider.decide', { calendarDays: 60 }, 'BREACH', law('REV', '62'), from.acceptance],
  ['reconsider.decide.extend', { calendarDays: 30 }, null, law('REV', '62'), from.endOfLimit],
  ['lawsuit.apply', { months: 6 }, null, law('LIT', '46'), text('知道该行政行为之日', 'knowledge of the decision')],
  [
    'lawsuit.apply.afterReconsideration',
    { calendarDays: 15 },
    null,
    law('LIT', '45'),
    text('收到复议决定之日', 'receipt of the decision on reconsideration'),
  ],
];
