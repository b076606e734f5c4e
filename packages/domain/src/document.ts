import { text, type Text } from './text.ts';

/** Whom a document is for. `public` ones are published, `internal` ones stay in the file. */
export type Audience = 'applicant' | 'public' | 'internal' | 'other-province';

/** What the documents of one type have in common. */
export interface DocumentSpec {
  readonly title: Text;
  /**
   * Words of the series in `渝药监{series}〔2026〕1号`, counted per province and year; null for papers without a number.
   * No two types share a series. Numbering is our own design, not law.
   */
  readonly series: string | null;
  readonly audience: Audience;
  /**
   * The agency decides, orders or writes to others by it, under its signature and seal (签发、用印): which papers these are is
   * our own design. The window's slips about receipt and progress, stamped by the system, are not.
   */
  readonly isSealed?: true;
}

/** The documents that the permit procedures issue. */
export const documents = {
  creditCheckRecord: { title: text('信用核查记录', 'Record of the credit check'), series: null, audience: 'internal' },
  notice: { title: text('行政审批告知书', 'Notice before commitment'), series: '告', audience: 'applicant' },
  commitment: { title: text('告知承诺书', 'Commitment'), series: null, audience: 'public' },
  receipt: {
    title: text('申请材料接收凭证', 'Receipt for application materials'),
    series: '收',
    audience: 'applicant',
  },
  acceptanceNotice: { title: text('受理通知书', 'Notice of acceptance'), series: '受', audience: 'applicant' },
  deemedAcceptance: {
    title: text('视为受理确认书', 'Confirmation of deemed acceptance'),
    series: '视受',
    audience: 'applicant',
  },
  supplementNotice: { title: text('补正材料通知书', 'Request for supplement'), series: '补', audience: 'applicant' },
  nonAcceptanceNotice: {
    title: text('不予受理通知书', 'Notice of non-acceptance'),
    series: '不受',
    audience: 'applicant',
    isSealed: true,
  },
  notRequiredNotice: {
    title: text('不需要行政许可告知书', 'Notice that no permit is required'),
    series: '免许',
    audience: 'applicant',
    isSealed: true,
  },
  grantDecision: {
    title: text('准予行政许可决定书', 'Decision to grant'),
    series: '准许',
    audience: 'public',
    isSealed: true,
  },
  decisionExtension: {
    title: text('延长办理期限通知书', 'Notice of the longer limit'),
    series: '延办',
    audience: 'applicant',
    isSealed: true,
  },
  refusalDecision: {
    title: text('不予行政许可决定书', 'Decision to refuse'),
    series: '不许',
    audience: 'applicant',
    isSealed: true,
  },
  licence: { title: text('许可证', 'Licence'), series: null, audience: 'public', isSealed: true },
  serviceRecord: { title: text('送达回证', 'Record of service'), series: null, audience: 'internal' },
  commitmentPublication: { title: text('承诺公示', 'Publication of the commitment'), series: '示', audience: 'public' },
  conditionsEvidence: {
    title: text('条件达成材料', 'Evidence that conditions are met'),
    series: null,
    audience: 'internal',
  },
  conditionsExtension: {
    title: text('延期通知书', 'Notice of extension'),
    series: '延',
    audience: 'applicant',
    isSealed: true,
  },
  verificationNotice: { title: text('核查通知书', 'Notice of verification'), series: '核', audience: 'applicant' },
  verificationRecord: { title: text('核查记录表', 'Verification record'), series: null, audience: 'internal' },
  windowExtension: {
    title: text('核查延期审批表', 'Approval of a longer verification window'),
    series: null,
    audience: 'internal',
  },
  rectificationOrder: {
    title: text('责令限期整改通知书', 'Order to rectify'),
    series: '责改',
    audience: 'applicant',
    isSealed: true,
  },
  rectificationReport: { title: text('整改报告', 'Rectification report'), series: null, audience: 'internal' },
  rectificationAcceptance: {
    title: text('整改验收意见', 'Finding on rectification'),
    series: null,
    audience: 'applicant',
  },
  revocationNotice: {
    title: text('拟撤销行政许可告知书', 'Notice of intended revocation'),
    series: '拟撤',
    audience: 'applicant',
    isSealed: true,
  },
  statementRecord: { title: text('陈述申辩笔录', 'Record of representations'), series: null, audience: 'internal' },
  hearingNotice: {
    title: text('听证通知书', 'Notice of hearing'),
    series: '听',
    audience: 'applicant',
    isSealed: true,
  },
  hearingRecord: { title: text('听证笔录', 'Record of the hearing'), series: null, audience: 'internal' },
  hearingWaiver: { title: text('放弃听证声明', 'Waiver of the hearing'), series: null, audience: 'internal' },
  revocationDecision: {
    title: text('撤销行政许可决定书', 'Decision to revoke'),
    series: '撤',
    audience: 'public',
    isSealed: true,
  },
  nonRevocationDecision: {
    title: text('不予撤销决定书', 'Decision not to revoke'),
    series: '不撤',
    audience: 'applicant',
    isSealed: true,
  },
  deregistrationNotice: {
    title: text('注销公告', 'Announcement of deregistration'),
    series: '注',
    audience: 'public',
    isSealed: true,
  },
  creditRecord: { title: text('信用记录', 'Credit record'), series: null, audience: 'internal' },
  copyLetter: {
    title: text('抄告函', 'Letter of information'),
    series: '函',
    audience: 'other-province',
    isSealed: true,
  },
  assistanceLetter: {
    title: text('协助调查函', 'Letter asking for assistance'),
    series: '协查',
    audience: 'other-province',
    isSealed: true,
  },
  assistanceReply: {
    title: text('协查回函登记', 'Entry of the answer of the assisting body'),
    series: null,
    audience: 'internal',
  },
  assistanceReminder: { title: text('催办函', 'Reminder'), series: '催', audience: 'other-province' },
  assistanceRecall: {
    title: text('撤回协助调查函', 'Recall of the request for assistance'),
    series: '撤协',
    audience: 'other-province',
    isSealed: true,
  },
  jointOfficeRequest: {
    title: text('提请联席会议办公室协调函', 'Request to the office of the joint meeting'),
    series: '提协',
    audience: 'other-province',
  },
  leadersRequest: {
    title: text('报请分管局领导协调单', 'Request to the deputy directors'),
    series: null,
    audience: 'internal',
  },
  evidenceNotice: {
    title: text('先行登记保存证据通知书', 'Notice of registered evidence'),
    series: '先登',
    audience: 'applicant',
    isSealed: true,
  },
  evidenceDecision: {
    title: text('先行登记保存处理决定书', 'Decision on registered evidence'),
    series: '登处',
    audience: 'applicant',
    isSealed: true,
  },
  evidenceRelease: {
    title: text('解除先行登记保存证据通知书', 'Notice that registered evidence is set free'),
    series: '解登',
    audience: 'applicant',
    isSealed: true,
  },
  withdrawalNotice: { title: text('撤回通知', 'Notice of withdrawal'), series: '回', audience: 'applicant' },
  terminationNotice: { title: text('终止办理通知书', 'Notice of termination'), series: '终', audience: 'applicant' },
  conversionNotice: {
    title: text('转一般程序告知书', 'Notice of conversion to the ordinary procedure'),
    series: '转',
    audience: 'applicant',
  },
  assignmentSheet: { title: text('分派单', 'Assignment sheet'), series: null, audience: 'internal' },
  reviewOpinion: { title: text('审查意见', 'Review opinion'), series: null, audience: 'internal' },
  draftOpinion: { title: text('拟办意见', 'Draft opinion'), series: null, audience: 'internal' },
  caseClueTransfer: { title: text('案件线索移送书', 'Transfer of a case clue'), series: '移', audience: 'internal' },
} as const satisfies Readonly<Record<string, DocumentSpec>>;

/** Key of a type of document. */
export type DocumentType = keyof typeof documents;

/** Whether any of these papers goes out under the seal of the agency: whoever makes it has proven a short while ago who they are. */
export const needsSeal = (types: readonly DocumentType[]): boolean =>
  types.some((type) => 'isSealed' in documents[type]);
