import type { DocumentType } from '@lianban/domain/document';
import { text, type Text } from '@lianban/domain/text';

/** What each document says, in one sentence; parties, reasons, basis and date are put around it. */
export const documentWords = {
  creditCheckRecord: text(
    '已核查申请人信用状况，结果记入本案。',
    'The credit standing of the applicant was checked; the result is kept in this case.',
  ),
  notice: text(
    '现将本事项的许可条件、所需材料、核查方式和不实承诺的后果一次性告知。',
    'This notice states the conditions, the materials, how the commitment is verified and what follows when it is untrue.',
  ),
  commitment: text(
    '申请人承诺已知悉告知内容，符合许可条件，所填内容真实，愿承担不实承诺的后果。',
    'The applicant has read the notice, meets the conditions, has stated the truth and answers for an untrue commitment.',
  ),
  receipt: text('已收到申请人提交的材料。', 'The materials of the applicant have been received.'),
  acceptanceNotice: text(
    '申请材料齐全、符合法定形式，决定予以受理。',
    'The application is complete and in due form and is accepted.',
  ),
  deemedAcceptance: text(
    '受理期限内未作告知，本申请自收到材料之日起视为受理。',
    'Nothing was notified in time: the application counts as accepted since its receipt.',
  ),
  supplementNotice: text(
    '申请材料不齐全或者不符合法定形式，现一次性告知需要补正的全部内容。',
    'The application is incomplete or not in due form; everything to be supplemented is stated here, once.',
  ),
  nonAcceptanceNotice: text(
    '申请事项不属于本机关职权范围，决定不予受理。',
    'The matter is outside the powers of this authority; the application is not accepted.',
  ),
  notRequiredNotice: text(
    '申请事项依法不需要取得行政许可，不予受理。',
    'No licence is required for the matter applied for; the application is not accepted.',
  ),
  grantDecision: text('经审查，决定准予行政许可。', 'After examination the licence is granted.'),
  decisionExtension: text(
    '在法定期限内不能作出决定，经本机关负责人批准，办理期限延长一次，理由告知申请人。',
    'No decision can be made within the limit: the head of the agency allows one longer limit and tells the applicant why.',
  ),
  refusalDecision: text('经审查，决定不予行政许可。', 'After examination the licence is refused.'),
  licence: text('准予从事许可范围内的活动。', 'The holder may carry on the activities covered by this licence.'),
  serviceRecord: text('记录文书与许可证的送达情况。', 'Records how documents and licence were served.'),
  commitmentPublication: text(
    '申请人以告知承诺方式取得许可，现将承诺内容公示。',
    'The licence was granted by commitment; the commitment is published.',
  ),
  conditionsEvidence: text(
    '申请人提交承诺条件已经达成的证明。',
    'The applicant submits evidence that the promised conditions are met.',
  ),
  conditionsExtension: text('同意延长期限一次。', 'The time limit is extended, once.'),
  verificationNotice: text('将对承诺内容进行核查，请予配合。', 'The commitment will be verified; please cooperate.'),
  verificationRecord: text(
    '记录对承诺内容的核查情况与结论。',
    'Records the verification of the commitment and its result.',
  ),
  windowExtension: text('同意延长核查期限一次。', 'The window of the verification is extended, once.'),
  rectificationOrder: text(
    '核查发现与承诺不相符，责令在规定期限内整改并提交整改报告。',
    'What was found does not match the commitment: rectify within the time limit and submit a report.',
  ),
  rectificationReport: text('报告整改情况。', 'Reports what was rectified.'),
  rectificationAcceptance: text('经验收，整改合格。', 'On inspection the rectification is found sufficient.'),
  revocationNotice: text(
    '拟撤销已经作出的行政许可。您有权陈述、申辩，并可在规定期限内申请听证。',
    'It is intended to revoke the licence. You may make representations and request a hearing within the time limit.',
  ),
  statementRecord: text('记录陈述、申辩的内容。', 'Records the representations made.'),
  hearingNotice: text('现通知听证的安排。', 'Gives notice of the arrangements for the hearing.'),
  hearingRecord: text('记录听证的过程与意见。', 'Records the hearing and the views expressed.'),
  hearingWaiver: text('当事人放弃听证。', 'The party waives the hearing.'),
  revocationDecision: text('决定撤销行政许可。', 'The licence is revoked.'),
  nonRevocationDecision: text(
    '撤销可能对公共利益造成重大损害，决定不予撤销，但须采取补救措施。',
    'Revocation could seriously harm the public interest: the licence is not revoked, but remedial measures are to be taken.',
  ),
  deregistrationNotice: text('许可证依法注销，现予公告。', 'The licence is deregistered, which is hereby announced.'),
  creditRecord: text('不实承诺情况已记入信用记录。', 'The breach of the commitment was entered into the credit file.'),
  copyLetter: text('现将本案处理结果抄告贵局。', 'This letter informs your bureau of the result of the case.'),
  assistanceLetter: text(
    '请贵局协助核查下列事实，自收到之日起十五个工作日内函复；不能按期完成的，请及时告知。',
    'Please look into the following facts and answer within fifteen working days of receipt, or tell in time that it will take longer.',
  ),
  assistanceReply: text('登记协助机关的回函。', 'Enters the answer of the assisting body.'),
  assistanceReminder: text(
    '协助调查函的答复期限已届满，请尽快函复。逾期未复不视为同意或者确认。',
    'The limit of the answer has passed: please answer soon. Silence is taken neither as consent nor as confirmation.',
  ),
  assistanceRecall: text(
    '协助调查函所请事项不再需要，现予撤回。',
    'What was asked for is no longer needed; the request is recalled.',
  ),
  jointOfficeRequest: text(
    '协助调查函经催办仍未答复，提请联席会议办公室协调。',
    'The letter is unanswered after a reminder; the office of the joint meeting is asked to coordinate.',
  ),
  leadersRequest: text(
    '经联席会议办公室协调仍未答复，报请分管局领导与对方协调。',
    'Still unanswered after the joint office stepped in; the deputy director is asked to take it up with the other side.',
  ),
  evidenceNotice: text(
    '下列证据可能灭失或者以后难以取得，先行登记保存；七个工作日内作出处理决定，逾期自动解除。保存期间不得销毁或者转移。',
    'The following evidence may be lost and is registered and kept; it is decided on within seven working days, else it is free. It may not be destroyed or moved meanwhile.',
  ),
  evidenceDecision: text('对先行登记保存的证据作出处理决定。', 'Decides on the registered evidence.'),
  evidenceRelease: text('先行登记保存的证据自即日起解除保存。', 'The registered evidence is free from today.'),
  withdrawalNotice: text(
    '申请人撤回申请，本案终结。',
    'The applicant has withdrawn the application; the case is over.',
  ),
  terminationNotice: text(
    '因未在期限内办理或者申请人放弃，本申请终止办理，可以重新申请。',
    'Nothing was done in time, or the applicant gave up: the proceedings end; a new application may be made.',
  ),
  conversionNotice: text(
    '本申请转按一般程序办理，已提交的材料继续有效。',
    'The application continues under the ordinary procedure; what was submitted remains valid.',
  ),
  assignmentSheet: text('已分派承办人。', 'The case was assigned to an officer.'),
  reviewOpinion: text('记录资料审查的意见。', 'Records the opinion on the file.'),
  draftOpinion: text('记录拟办的意见。', 'Records the draft opinion.'),
  caseClueTransfer: text('现将涉嫌违法线索移送处理。', 'A clue to a possible offence is passed on.'),
} as const satisfies Record<DocumentType, Text>;
