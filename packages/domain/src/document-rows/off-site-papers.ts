import { text } from '../text.ts';
import type { DocumentSpec } from './spec.ts';

/** Papers of off-site workshops. */
export const offSitePapers = {
  consultationNotice: {
    title: text('沟通会通知', 'Notice of the meeting'),
    series: null,
    audience: 'applicant',
  },
  consultationRecord: { title: text('沟通记录', 'Record of the consultation'), series: null, audience: 'internal' },
  priorConsensus: {
    title: text('共识纪要', 'Minutes of the consensus'),
    series: '共识',
    audience: 'other-province',
  },
  consultationAnswer: {
    title: text('前期沟通答复', 'Answer of the prior consultation'),
    series: null,
    audience: 'applicant',
  },
  changeClassOpinion: {
    title: text('路径与变更类别判定意见', 'Opinion on the route and the class of the change'),
    series: null,
    audience: 'internal',
  },
  routeNotice: {
    title: text('办理路径告知书', 'Notice of the route to be taken'),
    series: '路径',
    audience: 'applicant',
    isSealed: true,
  },
  contactLetter: {
    title: text('书面联系函', 'Contact letter'),
    series: '联系',
    audience: 'other-province',
    isSealed: true,
  },
  contactSupplement: {
    title: text('补充联系函', 'Supplementary contact letter'),
    series: '补联',
    audience: 'other-province',
    isSealed: true,
  },
  contactAnswer: {
    title: text('复函', 'Answer to a contact letter'),
    series: '复函',
    audience: 'other-province',
    isSealed: true,
  },
  contactReply: { title: text('复函登记', 'Entry of the answer'), series: null, audience: 'internal' },
  negotiationMinutes: {
    title: text('协商纪要', 'Minutes of the negotiation'),
    series: null,
    audience: 'other-province',
  },
  rulingRequest: {
    title: text('请示（报国家药监局）', 'Request to the national administration'),
    series: '请示',
    audience: 'internal',
    isSealed: true,
  },
  entrustedConsent: {
    title: text('同意受托生产意见书登记', 'Entry of the opinion consenting to entrusted production'),
    series: null,
    audience: 'internal',
  },
  conditionsReport: {
    title: text('附条件落实材料', 'Evidence that the conditions of the consent are met'),
    series: null,
    audience: 'internal',
  },
  teamSheet: { title: text('联合检查组名单', 'Sheet of the joint team'), series: null, audience: 'other-province' },
  reportSignature: {
    title: text('检查报告对方签署页', 'Signature of the other side under the report'),
    series: null,
    audience: 'internal',
  },
  gradeOpinion: {
    title: text('缺陷等级书面意见', 'Written opinion on the grade of a defect'),
    series: null,
    audience: 'internal',
  },
  assessmentOpinion: {
    title: text('协作方综合评定意见', 'Opinion of the other side on the assessment'),
    series: null,
    audience: 'internal',
  },
  siteChangeNotice: {
    title: text('药品生产场地变更通知书', 'Notice of the change of the production site'),
    series: '场变',
    audience: 'applicant',
    isSealed: true,
  },
  changeFiling: { title: text('变更备案材料', 'Filing of the change'), series: null, audience: 'internal' },
  validationReport: { title: text('验证报告', 'Report of the validation'), series: null, audience: 'internal' },
  implementationReminder: {
    title: text('变更实施期限届满提示', 'Reminder that the change should have been made'),
    series: '实施提',
    audience: 'applicant',
  },
  resumptionNotice: {
    title: text('恢复生产通知', 'Notice that production may resume'),
    series: '复产',
    audience: 'applicant',
    isSealed: true,
  },
  siteCancellation: {
    title: text('核减生产场地通知书', 'Notice that the site is struck from the licence'),
    series: '核减',
    audience: 'applicant',
    isSealed: true,
  },
  supervisionPlan: {
    title: text('协同监管责任表', 'Table of the duties of joint supervision'),
    series: '协管',
    audience: 'other-province',
  },
  riskLetter: {
    title: text('风险通报函', 'Letter on a risk'),
    series: '险通',
    audience: 'other-province',
    isSealed: true,
  },
} as const satisfies Readonly<Record<string, DocumentSpec>>;
