import { text } from '../text.ts';
import { design, from, law, uncertain, type Row } from './row.ts';

const entry = text('诉求登记之日', 'the entry of the request');
const lastLevel = text('上一层级开始之日', 'the day the level before it began');
const beginningOfYear = text('年度开始之日', 'the beginning of the year');
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
  [
    'contactLetter.reply.delayed',
    { workingDays: 25 },
    'CHASE',
    design('联络函答复，已告知延期一次', 'answer to a contact letter after a delay was announced'),
    from.arrival,
  ],
  [
    'contactLetter.jointOffice',
    { workingDays: 10 },
    'CHASE',
    design('催办后仍未答复，提请联席会议办公室', 'no answer after the reminder: the joint office is asked'),
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

/** 跨省厂外车间 and joint inspections: none of these numbers stands in a text that could be read. */
export const offSiteRows: readonly Row[] = [
  [
    'offSite.consult',
    { workingDays: 20 },
    'NUDGE',
    design(
      '前期沟通答复，参照变更类别沟通二十日',
      'answer of a prior consultation; by analogy to that on the class of a change',
    ),
    from.arrival,
  ],
  [
    'offSite.exchange',
    { workingDays: 5 },
    'CHASE',
    design('获准后违法违规情况及处理结果互通', 'telling the other side of breaches, and what came of them'),
    from.arrival,
  ],
  [
    'offSite.route',
    { workingDays: 5 },
    'NUDGE',
    design('路径与变更类别判定', 'route and class of the change'),
    from.acceptance,
  ],
  ['offSite.letter', { workingDays: 2 }, 'NUDGE', design('发出书面联系函', 'sending the contact letter'), from.opening],
  [
    'offSite.conditions',
    { workingDays: 30 },
    'NUDGE',
    design('落实对方同意所附条件', 'meeting the conditions of the consent'),
    from.notice,
  ],
  [
    'offSite.refer',
    { workingDays: 5 },
    'NUDGE',
    design('送交技术审查', 'referral to the technical review'),
    from.opening,
  ],
  [
    'offSite.review',
    { workingDays: 20 },
    'BREACH',
    design('品种技术审查', 'technical review of a variety'),
    from.arrival,
  ],
  [
    'offSite.opinion',
    { workingDays: 10 },
    'CHASE',
    design('对方对综合评定的意见；不视为同意', 'opinion on the assessment; silence is never consent'),
    from.arrival,
  ],
  [
    'offSite.register',
    { workingDays: 10 },
    'BREACH',
    design('更新注册或登记平台', 'updating the register'),
    from.decision,
  ],
  [
    'offSite.plan',
    { workingDays: 20 },
    'CHASE',
    design('双方确认协同监管方案', 'both sides confirm the plan of joint supervision'),
    from.decision,
  ],
  [
    'joint.names',
    { workingDays: 5 },
    'CHASE',
    design('对方派出检查员', 'the other side names its inspectors'),
    from.arrival,
  ],
  [
    'joint.sign',
    { workingDays: 5 },
    'CHASE',
    design('对方签署检查报告', 'the other side signs the report'),
    from.arrival,
  ],
  [
    'joint.grade',
    { workingDays: 5 },
    'CHASE',
    design('缺陷等级有分歧时对方的书面意见', 'written opinion where the grade of a defect is disputed'),
    from.arrival,
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
  ['liaison.assist', { workingDays: 3 }, 'NUDGE', design('协办单位答复', 'the helping unit answers'), from.opening],
  [
    'liaison.instruct',
    { workingDays: 3 },
    'NUDGE',
    design('分管领导批示；逾期只提醒，不视为同意', 'the deputy instructs; silence is reminded of and approves nothing'),
    from.opening,
  ],
  [
    'liaison.meeting',
    { calendarDays: 30 },
    'NUDGE',
    design('党组会、局长办公会审议', 'the bureau meeting deliberates'),
    from.opening,
  ],
  [
    'liaison.feedback',
    { workingDays: 15 },
    'NUDGE',
    design('向区县或企业阶段反馈', 'progress is told to district or enterprise'),
    text('上一次反馈之日', 'the feedback before'),
  ],
  [
    'liaison.platform.chase',
    { months: 1 },
    'CHASE',
    design('对“八张问题清单”平台的催办', 'the platform of the eight lists is chased'),
    text('转出或上一次催办之日', 'sending, or the reminder before'),
  ],
  [
    'liaison.policyReview',
    { months: 6 },
    'NUDGE',
    design('政策不支持事项的定期复核', 'what policy does not support is looked at again'),
    text('登记或上一次复核之日', 'registration, or the review before'),
  ],
  [
    'liaison.satisfaction',
    { workingDays: 10 },
    'LAPSE',
    design('满意度评价，逾期默认', 'rating; silence takes the answer'),
    text('答复之日', 'the answer'),
  ],
  [
    'liaison.ledger',
    { dayOf: { day: 20, months: [3, 6, 9, 12] } },
    'NUDGE',
    law('CQ69'),
    text('上一期台账报送之日', 'the ledger before'),
  ],
  [
    'liaison.meetings',
    { dayOf: { day: 31, months: [12] } },
    'NUDGE',
    design(
      '每年与区县领导沟通1至2次，年度以十二月三十一日为止',
      'once or twice a year with the leaders of each district; the year ends on 31 December',
    ),
    beginningOfYear,
  ],
  [
    'liaison.meetings.reminder',
    { dayOf: { day: 30, months: [9] } },
    'LAPSE',
    design('三季度末仍未沟通的提醒', 'the reminder at the end of the third quarter'),
    beginningOfYear,
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
  ['reconsider.decide.simple', { calendarDays: 30 }, 'BREACH', law('REV', '62'), from.acceptance],
  [
    'reconsider.answer',
    { workingDays: 10 },
    'BREACH',
    uncertain('被申请人提出书面答复并提交证据（凭记忆）', 'written answer and evidence of the agency, recalled'),
    text('收到复议申请书副本之日', 'receipt of the copy of the application'),
  ],
  [
    'lawsuit.answer',
    { calendarDays: 15 },
    'BREACH',
    uncertain('被告提交答辩状、证据和依据（凭记忆）', 'defence, evidence and grounds of the agency, recalled'),
    text('收到起诉状副本之日', 'receipt of the copy of the complaint'),
  ],
  [
    'lawsuit.decide',
    { months: 6 },
    'NUDGE',
    uncertain('第一审判决（凭记忆）', 'judgment of first instance, recalled'),
    text('立案之日', 'the filing of the suit'),
  ],
  [
    'remedy.register',
    { workingDays: 2 },
    'NUDGE',
    design('登记复议、诉讼文书', 'to enter the papers of a remedy'),
    from.arrival,
  ],
  ['remedy.thirdParty', { workingDays: 10 }, 'NUDGE', design('听取第三人意见', 'to hear a third party'), from.notice],
  [
    'remedy.carryOut',
    { workingDays: 5 },
    'NUDGE',
    design('落实复议决定、裁判', 'to carry out what was ruled, where it sets no day'),
    text('收到复议决定、裁判之日', 'receipt of the ruling'),
  ],
];
