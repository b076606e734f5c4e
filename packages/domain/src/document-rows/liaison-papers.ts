import { text } from '../text.ts';
import type { DocumentSpec } from './spec.ts';

/** Papers of liaison requests and their ledgers. */
export const liaisonPapers = {
  requestSlip: { title: text('诉求登记单', 'Slip of a liaison request'), series: '诉登', audience: 'applicant' },
  requestReceipt: {
    title: text('诉求受理回执', 'Receipt for a liaison request'),
    series: '诉受',
    audience: 'applicant',
  },
  assistSlip: { title: text('协办单', 'Slip for helping units'), series: '协办', audience: 'internal' },
  transferSlip: { title: text('转交单', 'Slip of transfer'), series: '转交', audience: 'internal' },
  dispatchSlip: { title: text('分办单', 'Slip of assignment'), series: '分办', audience: 'internal' },
  routingSlip: {
    title: text('区县联络服务事项签转单', 'Routing slip of a liaison matter'),
    series: '签转',
    audience: 'internal',
  },
  instruction: {
    title: text('分管局领导批示', 'Instruction of the deputy director-general'),
    series: null,
    audience: 'internal',
  },
  agendaMaterial: { title: text('议题材料', 'Material for the bureau meeting'), series: null, audience: 'internal' },
  partyMeetingMinutes: {
    title: text('党组会议、局长办公会议审议纪要', 'Minutes of the deliberation'),
    series: null,
    audience: 'internal',
  },
  platformReferral: {
    title: text('“八张问题清单”转办单', 'Referral to the platform of the eight lists'),
    series: '八清',
    audience: 'internal',
  },
  platformReminder: {
    title: text('“八张问题清单”催办单', 'Reminder to the platform of the eight lists'),
    series: '八催',
    audience: 'internal',
  },
  progressReport: { title: text('阶段反馈单', 'Report of progress'), series: '阶反', audience: 'applicant' },
  replyLetter: {
    title: text('诉求答复函', 'Reply to a liaison request'),
    series: '诉复',
    audience: 'applicant',
    isSealed: true,
  },
  policyExplanation: {
    title: text('政策解释说明', 'Explanation of the policy'),
    series: '政释',
    audience: 'applicant',
  },
  policyReview: {
    title: text('政策跟踪复核记录', 'Record of the review of policy'),
    series: null,
    audience: 'internal',
  },
  windowPointer: { title: text('申请指引单', 'Pointer to the window'), series: '指引', audience: 'applicant' },
  notRequestNotice: {
    title: text('不属诉求事项说明', 'Why this is no liaison request'),
    series: '非诉',
    audience: 'applicant',
  },
  mergerNotice: { title: text('诉求合并告知单', 'Notice of a merger'), series: '并告', audience: 'applicant' },
  reportResult: { title: text('举报核查结果告知单', 'Result of a report'), series: '举告', audience: 'applicant' },
  regionalLedger: { title: text('区域台账', 'Ledger of a region'), series: null, audience: 'internal' },
  bureauLedger: { title: text('季度汇总报告', 'Quarterly report'), series: '季报', audience: 'internal' },
  lateLedgerNotice: { title: text('台账逾期通报', 'Note on a late ledger'), series: '台通', audience: 'internal' },
  adHocMinutes: { title: text('临时调度会纪要', 'Minutes of the ad-hoc meeting'), series: null, audience: 'internal' },
  ledgerInstruction: {
    title: text('局长阅批意见', 'Remarks of the director-general'),
    series: null,
    audience: 'internal',
  },
  districtMeetingMinutes: {
    title: text('区县领导沟通纪要', 'Minutes of a meeting with district leaders'),
    series: null,
    audience: 'internal',
  },
  missedMeetingsReport: {
    title: text('未开展领导沟通区县情况报告', 'Report on districts that nobody met'),
    series: null,
    audience: 'internal',
  },
  capReport: {
    title: text('超过最长办理期报告', 'Report on a request beyond the cap'),
    series: null,
    audience: 'internal',
  },
} as const satisfies Readonly<Record<string, DocumentSpec>>;
