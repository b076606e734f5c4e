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
  registrationRefusal: text('经审查，决定不予注册。', 'After examination the product is not registered.'),
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
  letterReceipt: text('已签收贵局来函。', 'Your letter has been received.'),
  assistanceReturn: text(
    '来函所请事项本机关不能办理，现予退回，理由和有权处理的机关如下。',
    'What the letter asks for cannot be done here; it is returned for the reasons below.',
  ),
  delayLetter: text(
    '不能按期答复，现告知延期理由和预计回函日期。',
    'The answer will be late; the reasons and the day are stated here.',
  ),
  assistanceRecord: text('记录协助核查的情况与结论。', 'Records what was looked into and what was found.'),
  assistanceAnswer: text('现将协助核查的情况函复如下。', 'What was found is answered as follows.'),
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
  gapsNotice: text(
    '一次性告知所缺材料；所列材料可在作出容缺承诺后补齐，当日未签署的，即为补正告知。',
    'Everything that is missing, told once: it may follow on a commitment; if none is signed on the day, this is the request for supplement.',
  ),
  cureCommitment: text(
    '申请人承诺在所填日期前补齐所缺材料，逾期未补齐的，愿承担终止办理和信用记录的后果。',
    'The applicant promises to hand in what is missing by that day, and answers for it if nothing comes.',
  ),
  deferralNotice: text(
    '主要材料齐全，决定容缺受理；所缺材料须在期限内补齐并经核对，此前不作出决定。',
    'Accepted with secondary materials still missing; nothing is decided before all of them have come and been checked.',
  ),
  cureReceipt: text('已收到补齐的容缺材料。', 'What was missing has been received.'),
  cureFinding: text('已核对补齐的容缺材料，结果如下。', 'What was handed in later has been checked, with this result.'),
  serviceAnnouncement: text(
    '以其他方式无法送达，现公告送达；公告期满，视为送达。',
    'It could not be served otherwise and is announced; it counts as served when the period has passed.',
  ),
  thirdPartyNotice: text(
    '案涉决定与您有利害关系，可以作为第三人参加并提出意见。',
    'The decision concerns you: you may take part as a third party and be heard.',
  ),
  thirdPartyStatement: text('听取第三人意见。', 'The third party was heard.'),
  remedyAnswer: text(
    '就行政复议申请提出书面答复，并提交作出行政行为的证据、依据。',
    'Answer to the application for reconsideration, with evidence and grounds of the decision.',
  ),
  defenceFile: text('就行政诉讼提出答辩，并提交证据、依据。', 'Defence in the lawsuit, with evidence and grounds.'),
  rulingRecord: text('登记复议决定、裁判的内容。', 'Enters what was ruled.'),
  executionStop: text('原行政行为停止执行。', 'The execution of the decision is stopped.'),
  executionResumption: text('原行政行为恢复执行。', 'The execution of the decision is resumed.'),
  changedDecision: text(
    '依复议决定、裁判变更原行政行为，变更后的内容如下。',
    'The decision is changed as was ruled; it now reads as follows.',
  ),
  redoNotice: text(
    '依复议决定、裁判，本事项重新办理，由新的案件承接。',
    'As was ruled, the matter is taken up again, in a new case.',
  ),
  remedialMeasures: text(
    '记录对被确认违法的行为采取的补救措施。',
    'Records what was done about a decision found unlawful.',
  ),
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
  refusalNotice: text(
    '经审查，拟不予行政许可。现告知理由和依据，申请人可以陈述、申辩；应当听证的，可以自收到本告知之日起五个工作日内申请听证。',
    'After review the permit is intended to be refused. Reasons and basis are stated here. The applicant may make representations and, where a hearing is owed, ask for it within five working days.',
  ),
  excludedTimeNotice: text(
    '依法进行特别程序所需时间不计入办理期限，现书面告知。',
    'The time that this special step takes is not counted in the limit; this is to tell the applicant so in writing.',
  ),
  legalOpinion: text('已对拟作出的决定进行法制审核。', 'The intended decision has passed legal review.'),
  discussionMinutes: text('经联合讨论，形成如下意见。', 'The joint discussion came to this view.'),
  meetingMinutes: text('经局长办公会集体讨论决定。', 'Decided collectively by the bureau meeting.'),
  falsityRecord: text('已核实申请材料的真实性。', 'The truth of the application has been looked into.'),
  reviewSupplementNotice: text(
    '审查中需要补充资料，现一次性告知全部内容，补充资料所用时间不计入办理期限。',
    'More is needed for the review; everything is stated here, once, and the time it takes is not counted.',
  ),
  deemedRenewal: text(
    '行政机关在许可有效期届满前未作出是否准予延续的决定，依法视为准予延续。',
    'No decision on the renewal was made before the licence expired: it counts as renewed by law.',
  ),
  inspectionApproval: text('本次行政检查已经批准。', 'This inspection has been approved.'),
  inspectionPlan: text('本次检查的事项、时间和方式如下。', 'What is inspected, when and how.'),
  inspectionNotice: text(
    '定于下列时间进行现场检查，请予配合。',
    'An inspection takes place on the days below; please assist it.',
  ),
  openingRecord: text(
    '已出示证件，确认检查范围和纪律，告知陈述申辩的权利。',
    'Credentials were shown, scope and discipline confirmed, and the right to be heard was told.',
  ),
  siteRecord: text('现场检查情况记录如下。', 'What the inspection found on the spot.'),
  defectList: text('检查发现的缺陷项目如下，双方签字确认。', 'The defects found, signed by both sides.'),
  siteReport: text('检查组提出现场检查结论和处理建议。', 'The team proposes its conclusion and what to do.'),
  reportAudit: text('派出检查单位已审核现场检查报告。', 'The dispatching unit has audited the report.'),
  riskAssessment: text('已对发现的质量安全风险进行评估。', 'The risk that was found has been assessed.'),
  requestSlip: text(
    '已登记诉求，由首接部门受理。',
    'The request has been entered; the unit that was asked first handles it.',
  ),
  requestReceipt: text('诉求已受理，办理进展将及时反馈。', 'The request has been accepted; progress will be told.'),
  assistSlip: text('请协办单位在期限内答复主办单位。', 'The helping units answer the lead within the limit.'),
  transferSlip: text(
    '诉求属药监事权，与本单位职能无关，转交承办。',
    'The request is for the drug regulator and not for this unit, and is transferred.',
  ),
  dispatchSlip: text('按职责分办，请承办单位办理。', 'Assigned by duty to the unit named.'),
  routingSlip: text(
    '诉求复杂敏感，报分管局领导批示。',
    'Complex or sensitive: put before the deputy director-general.',
  ),
  instruction: text(
    '分管局领导批示如下，原文留存，不作修改。',
    'The deputy instructs as follows; kept as it was written.',
  ),
  agendaMaterial: text('责任分工和解决方案提请审议。', 'Duties and a plan for the meeting to deliberate on.'),
  partyMeetingMinutes: text('会议审议情况如下。', 'What the meeting resolved.'),
  platformReferral: text(
    '诉求属其他部门事权，通过“八张问题清单”数字平台转办。',
    'For another department: referred through the platform of the eight lists.',
  ),
  platformReminder: text(
    '转办事项逾一个月未答复，请予办理。',
    'A month without an answer: please attend to the referral.',
  ),
  progressReport: text('现将诉求办理进展反馈如下。', 'How the request stands.'),
  replyLetter: text('现就所提诉求答复如下。', 'The answer to the request.'),
  policyExplanation: text(
    '所提诉求现行政策暂不支持，说明如下，已登记并跟踪政策变化。',
    'Policy does not support the request at present, as explained; it is kept and followed.',
  ),
  policyReview: text('已对照现行政策复核该诉求。', 'The request has been held against the policy in force.'),
  windowPointer: text(
    '所提事项属行政许可申请，请向受理窗口提出，本程序不作决定。',
    'This is an application for a licence: please put it to the window; nothing is decided here.',
  ),
  notRequestNotice: text('所提内容不属诉求事项，理由如下。', 'This is no liaison request, for the reasons below.'),
  mergerNotice: text(
    '所提诉求与在办诉求重复，合并办理。',
    'A request about the same matter is open; both are handled as one.',
  ),
  reportResult: text('现将举报线索的核查结果告知如下。', 'What became of the report.'),
  regionalLedger: text('本季度区域台账已汇总。', 'The ledger of the region for the quarter.'),
  bureauLedger: text('现将本季度诉求办理情况报告如下。', 'How requests were handled in the quarter.'),
  lateLedgerNotice: text('区域台账未按期报送，予以通报。', 'A ledger was not handed in in time, and is named.'),
  adHocMinutes: text('临时调度会议定事项如下。', 'What the ad-hoc meeting settled.'),
  ledgerInstruction: text('局长阅批意见如下。', 'The director-general remarks as follows.'),
  districtMeetingMinutes: text('与区县领导沟通情况如下。', 'What was discussed with the leaders of the district.'),
  missedMeetingsReport: text(
    '本年度部分区县未开展领导沟通，现将情况报告如下。',
    'The leaders of some districts were not met in the year, as reported here.',
  ),
  capReport: text(
    '该诉求已超过最长办理期，报局长阅处。',
    'The request is beyond the cap and is put before the director-general.',
  ),
  assessmentReport: text('经综合评定，检查结论如下。', 'The comprehensive assessment concludes as follows.'),
  consultationNotice: text('请按所列日期参加前期沟通会。', 'Please take part in the meeting on the day stated.'),
  consultationRecord: text('记录沟通会情况和对方意见。', 'Records the meeting and what the other side said.'),
  priorConsensus: text(
    '双方就异地设立厂外车间形成共识；共识不代替申请、审查和决定。',
    'Both sides agree on the workshop; this takes the place of no application, review or decision.',
  ),
  consultationAnswer: text(
    '现将前期沟通结果告知；沟通不是申请的前置条件，不影响依法申请。',
    'This is what the consultation came to; it is no condition of an application and bars none.',
  ),
  changeClassOpinion: text(
    '经研究，办理路径与各品种变更类别判定如下。',
    'The route, and the class of the change of each variety.',
  ),
  routeNotice: text(
    '本申请不在本机关按本程序作出决定，请按下列路径办理。',
    'No decision is made here under this procedure; please take the route below.',
  ),
  contactLetter: text(
    '现就企业在贵省设立厂外车间一事征求意见，请研究函复，并派员参加联合检查。',
    'We ask for your opinion on an off-site workshop in your province, and for inspectors to join ours.',
  ),
  contactSupplement: text('现补充贵局来函所需材料。', 'What your letter asked for is sent herewith.'),
  contactAnswer: text('来函收悉，经研究答复如下。', 'On your letter we answer as follows.'),
  contactReply: text('现登记对方来函及其意见。', 'Their letter and what it says are entered.'),
  negotiationMinutes: text('双方就分歧事项协商，形成如下纪要。', 'Both sides discussed what they disagree on.'),
  rulingRequest: text(
    '双方经各级协商未能一致，请予协调或者指定。',
    'Both sides could not agree at any level and ask for coordination or designation.',
  ),
  entrustedConsent: text(
    '现登记对方出具的药品生产质量管理规范符合性检查告知书和同意受托生产意见书。',
    'Their GMP notice and their consent to entrusted production are entered.',
  ),
  conditionsReport: text('现提交对方同意所附条件的落实材料。', 'Evidence on the conditions of the consent.'),
  teamSheet: text('联合检查组由下列检查员组成，每方不少于两名。', 'The joint team: at least two of each side.'),
  reportSignature: text('对方检查员已就现场检查报告签署意见。', 'Their inspectors have signed on the report.'),
  gradeOpinion: text('对方就缺陷等级出具书面意见。', 'Their written opinion on the grade of the defects.'),
  assessmentOpinion: text('对方就综合评定出具意见，附综合评定报告书。', 'Their opinion, attached to the assessment.'),
  siteChangeNotice: text(
    '生产场地变更已办理，注册或者登记信息已更新。',
    'The production site has been changed and the register updated.',
  ),
  changeFiling: text('现提交变更的批准或者备案材料。', 'The approval or the filing of the change.'),
  validationReport: text('现提交工艺验证与稳定性考察结果。', 'Results of the validation and of the stability study.'),
  implementationReminder: text(
    '批准的变更应在六个月内实施，现期限已届满，请说明情况。',
    'An approved change is to be made within six months; that time has passed. Please say how matters stand.',
  ),
  resumptionNotice: text('经联合检查，同意恢复生产。', 'After the joint inspection production may resume.'),
  siteCancellation: text('该品种不在该场地生产，核减生产场地。', 'The variety is not made there; the site is struck.'),
  supervisionPlan: text(
    '双方确认协同监管责任如下，检查情况五个工作日内互通（本系统默认）。',
    'Both sides confirm who supervises what; findings are exchanged within five working days (our default).',
  ),
  riskLetter: text('检查中发现质量安全风险，现即时通报。', 'A risk to quality was found and is reported at once.'),
  parallelCheck: text('已确认企业并联审批意愿与资格。', 'Wish and eligibility for parallel approval were checked.'),
  separateHandlingNotice: text(
    '本申请不适用并联审批，请就注册和许可分别提出申请。',
    'Parallel approval does not apply; please apply for the registration and for the licence separately.',
  ),
  deferredAcceptance: text(
    '许可申请资料除注册证外齐全，予以容缺预收；取得注册证之日正式受理。',
    'The licence file is complete but for the registration certificate and is taken in ahead; it is accepted on the day of the registration.',
  ),
  handoverSheet: text(
    '已将注册申请资料移交审评机构。',
    'The registration file has been handed over to the review centre.',
  ),
  reviewReport: text('技术审评已完成，意见如下。', 'The technical review is complete; its opinion follows.'),
  negativeReviewNotice: text(
    '技术审评结论为不通过，可自收到之日起15个工作日内提出异议。',
    'The review is negative; an objection may be made within 15 working days of receipt.',
  ),
  expertOpinion: text('专家评审会议已召开，意见如下。', 'The experts have met; their opinion follows.'),
  objectionFinding: text(
    '对申请人就审评意见提出的异议，处理意见如下。',
    'This is the finding on the objection of the applicant to the review opinion.',
  ),
  reviewReturn: text(
    '注册决定前退回技术审评，事由如下。',
    'Before the decision the registration goes back to the review, for the reasons stated.',
  ),
  suspensionNotice: text(
    '因涉嫌提供虚假资料，中止审评；核实后另行通知。',
    'The review is suspended because falsity is suspected; you will be told the result.',
  ),
  reviewResumption: text(
    '中止审评的情形已消除，恢复审评。',
    'The reason for the suspension has gone; the review is resumed.',
  ),
  qmsNotice: text(
    '将对质量管理体系开展核查，并与生产许可现场检查合并进行。',
    'The quality system will be verified, in one visit with the inspection for the licence.',
  ),
  qmsReport: text('质量管理体系核查报告（注册用）。', 'Report of the verification, for the registration.'),
  qmsResult: text('质量管理体系核查的结果如下。', 'This is the result of the verification.'),
  recheckReport: text('整改复查报告。', 'Report of the check after rectification.'),
  previewOpinion: text('许可资料预审意见如下。', 'This is the opinion of the preliminary examination.'),
  interviewRecord: text(
    '已就逾期未整改约谈企业。',
    'The enterprise was interviewed about the rectification it did not make.',
  ),
  warningLetter: text(
    '因逾期未整改，现予告诫，并记录在案：不再支持并联审批。',
    'For not rectifying in time you are warned and recorded: no further parallel approval is supported.',
  ),
  registrationCertificate: text('准予注册，发给医疗器械注册证。', 'The device is registered; this is its certificate.'),
  supervisionPush: text(
    '已将注册与许可信息推送器械监管处和检查局。',
    'Registration and licence were passed on to the supervisors of devices and the inspectorates.',
  ),
  nationalMessage: text('已登记国家局直属机构来文。', 'A message of a national body was recorded.'),
  resultLetter: text('现将核查、检查结果函告。', 'The results of verification and inspection are sent herewith.'),
} as const satisfies Record<DocumentType, Text>;
