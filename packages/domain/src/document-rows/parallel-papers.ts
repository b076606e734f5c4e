import { text } from '../text.ts';
import type { DocumentSpec } from './spec.ts';

/** Papers of the parallel approval and of the verification of a registration. */
export const parallelPapers = {
  parallelCheck: {
    title: text('并联审批资格确认单', 'Check of the eligibility for parallel approval'),
    series: null,
    audience: 'internal',
  },
  separateHandlingNotice: {
    title: text('分别申请告知书', 'Notice to apply separately'),
    series: '分申',
    audience: 'applicant',
  },
  deferredAcceptance: {
    title: text('容缺受理通知书（许可预收）', 'Notice that the licence file was taken in ahead'),
    series: '容缺',
    audience: 'applicant',
  },
  handoverSheet: { title: text('移交单', 'Hand-over sheet'), series: null, audience: 'internal' },
  reviewReport: { title: text('审评报告', 'Report of the technical review'), series: null, audience: 'internal' },
  negativeReviewNotice: {
    title: text('审评不通过告知书', 'Notice of a negative review'),
    series: '审告',
    audience: 'applicant',
  },
  expertOpinion: { title: text('专家评审意见', 'Opinion of the experts'), series: null, audience: 'internal' },
  objectionFinding: { title: text('异议处理意见', 'Finding on the objection'), series: '异议', audience: 'applicant' },
  reviewReturn: { title: text('退回审评单', 'Return to the review'), series: null, audience: 'internal' },
  suspensionNotice: {
    title: text('中止通知书', 'Notice of suspension'),
    series: '中止',
    audience: 'applicant',
    isSealed: true,
  },
  reviewResumption: { title: text('恢复通知书', 'Notice of resumption'), series: '恢复', audience: 'applicant' },
  qmsNotice: {
    title: text('质量管理体系核查通知书', 'Notice of the quality system verification'),
    series: '体核',
    audience: 'applicant',
  },
  qmsReport: {
    title: text('质量管理体系核查报告', 'Report of the quality system verification'),
    series: null,
    audience: 'internal',
  },
  qmsResult: { title: text('核查结果通知书', 'Result of the verification'), series: '核果', audience: 'applicant' },
  recheckReport: { title: text('整改复查报告', 'Report of the re-check'), series: null, audience: 'internal' },
  previewOpinion: {
    title: text('预审意见', 'Opinion of the preliminary examination'),
    series: null,
    audience: 'internal',
  },
  interviewRecord: { title: text('约谈记录', 'Record of the interview'), series: null, audience: 'internal' },
  warningLetter: { title: text('告诫信', 'Letter of warning'), series: '告诫', audience: 'applicant', isSealed: true },
  registrationRefusal: {
    title: text('不予注册决定书', 'Decision not to register'),
    series: '注不',
    audience: 'applicant',
    isSealed: true,
  },
  registrationCertificate: {
    title: text('医疗器械注册证', 'Device registration certificate'),
    series: '械注',
    audience: 'public',
    isSealed: true,
  },
  supervisionPush: { title: text('监管信息推送单', 'Transmission to supervision'), series: null, audience: 'internal' },
  nationalMessage: {
    title: text('国家局来文登记', 'Entry of a message from a national body'),
    series: null,
    audience: 'internal',
  },
  resultLetter: { title: text('结果函', 'Letter of results'), series: '结函', audience: 'internal', isSealed: true },
} as const satisfies Readonly<Record<string, DocumentSpec>>;
