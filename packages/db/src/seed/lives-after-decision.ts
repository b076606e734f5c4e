import { accepted, did, licensed, proposed, took, type Deed, type Life } from './life.ts';

const OTC = 'otc-retail';
const INFORMATION = 'drug-information-service';
const BY_COMMITMENT = { route: 'commitment' } as const;

/** The other bureau is asked by letter; what becomes of the letters, `letters.ts` says. */
const askedSichuan = (daysAgo: number, questions: readonly string[]): readonly Deed[] => [
  did(daysAgo, 'requestAssistance', 'request', {
    ...{ assistingBody: '四川省药品监督管理局', addressee: 'otherBureau', questions },
  }),
  did(daysAgo, 'sendAssistance', 'send', '供货方在四川，须当地核查，同意发函。'),
];

const conforms = (daysAgo: number): Deed =>
  did(daysAgo, 'verify', 'conforms', '现场核查，各项条件与承诺一致，未发现问题。');

/** The promise is being checked, or has been found wanting. */
const supervised: readonly Life[] = [
  {
    story: 'promised conditions whose evidence is to be checked, beside the verification',
    ...{ ...BY_COMMITMENT, enterprise: 6, item: OTC, filed: 21, promised: -1 },
    past: [
      ...licensed(20),
      took(12, 'verify', 'shenmu'),
      ...askedSichuan(6, ['成都供货企业是否具有药品批发资质', '2026年购进票据是否由该企业开具']),
      did(2, 'proveConditions', 'submit', '三名营业员均已完成药品管理培训，附培训证明。'),
      took(2, 'checkConditions', 'zhoumin'),
    ],
  },
  {
    story: 'promised conditions for which more time is asked, beside the verification',
    ...{ ...BY_COMMITMENT, enterprise: 12, item: OTC, filed: 16, promised: 4 },
    past: [
      ...licensed(15),
      ...askedSichuan(12, ['培训机构是否具备药品管理培训资质']),
      did(2, 'requestMoreTime', 'request', '培训机构调整开班时间，营业员培训推迟一周，申请延期。'),
      took(1, 'grantMoreTime', 'qinli'),
    ],
  },
  {
    story: 'a rectification that is under way',
    ...{ ...BY_COMMITMENT, enterprise: 3, item: INFORMATION, filed: 52 },
    past: [...licensed(50), did(20, 'verify', 'correctable', '网站首页未在显著位置标注证书编号，责令限期整改。')],
  },
  {
    story: 'a rectification that is to be checked',
    ...{ ...BY_COMMITMENT, enterprise: 12, item: OTC, filed: 49 },
    past: [
      ...licensed(48),
      did(18, 'verify', 'correctable', '阴凉区未配温湿度记录设备，与承诺不符，可以整改。'),
      did(1, 'rectify', 'submit', '已购置温湿度自动记录仪并调试完成，附照片和一周记录。'),
    ],
  },
];

/** The licence is to be revoked. */
const pursued: readonly Life[] = [
  {
    story: 'a verification that was refused, the notice of intended revocation to be proposed',
    ...{ ...BY_COMMITMENT, enterprise: 13, item: OTC, filed: 40 },
    past: [
      ...licensed(38),
      did(3, 'verify', 'refusedAccess', '两次到店，负责人拒绝检查人员进入经营场所，已录像取证。'),
    ],
  },
  {
    story: 'a notice of intended revocation that was just given',
    ...{ ...BY_COMMITMENT, enterprise: 15, item: OTC, filed: 58 },
    past: [
      ...licensed(57),
      did(8, 'verify', 'falseCommitment', '承诺的营业场所实为住宅，从未具备经营条件。'),
      did(6, 'proposeNotice', 'propose', '申请时承诺内容与事实不符且明知，提请发出拟撤销告知。'),
      did(2, 'giveNotice', 'give', '事实清楚，证据充分，同意告知。'),
    ],
  },
  {
    story: 'a hearing that has been asked for and is to be arranged; the clock of the revocation stands still',
    ...{ ...BY_COMMITMENT, enterprise: 16, item: INFORMATION, filed: 62 },
    past: [
      ...licensed(60),
      did(14, 'verify', 'falseCommitment', '承诺的两名专业技术人员查无社保和任职记录。'),
      did(12, 'proposeNotice', 'propose', '人员承诺虚假，提请发出拟撤销告知。'),
      did(10, 'giveNotice', 'give', '事实清楚，同意告知，并告知听证权利。'),
      did(7, 'makeStatement', 'state', '技术人员系外聘，合同未及时备案，并非虚假承诺。'),
      did(6, 'requestHearing', 'request', '对认定的事实有异议，申请听证。'),
      took(3, 'arrangeHearing', 'xiezhi'),
    ],
  },
  {
    story: 'a revocation on which the bureau meeting is to decide',
    ...{ ...BY_COMMITMENT, enterprise: 17, item: OTC, filed: 78 },
    past: [
      ...licensed(77),
      did(55, 'verify', 'correctable', '药品与食品混放，未设专区，责令限期整改。'),
      did(23, 'proposeNotice', 'propose', '逾期未提交整改报告，提请发出拟撤销告知。'),
      did(21, 'giveNotice', 'give', '程序合法，同意告知。'),
      did(18, 'makeStatement', 'state', '门店装修停业，未能按期整改，请求再给期限。'),
      did(14, 'weighStatement', 'rejected', '停业未报告，整改期内亦未申请延期，申辩理由不成立。'),
      did(9, 'draftRevocation', 'proposeRevocation', '依法应当撤销许可，不存在重大公共利益的例外情形。'),
      did(5, 'approveRevocation', 'approve', '同意，提请局长办公会审议。'),
      took(5, 'decideRevocation', 'luwen'),
    ],
  },
];

/** Over, each in another way. */
const closed: readonly Life[] = [
  {
    story: 'a kept promise',
    ...{ ...BY_COMMITMENT, enterprise: 8, item: OTC, filed: 66, officer: 'tangyue' },
    past: [...licensed(65), conforms(30)],
  },
  {
    story: 'a deviation that was made good',
    ...{ ...BY_COMMITMENT, enterprise: 11, item: INFORMATION, filed: 70 },
    past: [
      ...licensed(68),
      did(40, 'verify', 'correctable', '信息审核记录不完整，责令限期整改。'),
      did(22, 'rectify', 'submit', '已补齐审核记录，并修订信息发布审核制度。'),
      did(20, 'checkRectification', 'passed', '整改到位，制度已执行。'),
    ],
  },
  {
    story: 'a licence that was revoked',
    ...{ ...BY_COMMITMENT, enterprise: 18, item: OTC, filed: 100, officer: 'tangyue' },
    past: [
      ...licensed(98),
      did(85, 'verify', 'refusedAccess', '拒不提供进货票据，拒绝检查人员查看库房。'),
      did(83, 'proposeNotice', 'propose', '拒绝核查，无法证明符合承诺条件，提请告知。'),
      did(81, 'giveNotice', 'give', '同意告知。'),
      did(79, 'makeStatement', 'waive', '不作陈述申辩。'),
      did(79, 'requestHearing', 'waive', '放弃听证。'),
      did(76, 'draftRevocation', 'proposeRevocation', '当事人放弃陈述申辩和听证，依法拟撤销许可。'),
      did(74, 'approveRevocation', 'approve', '同意，提请局长办公会审议。'),
      did(70, 'decideRevocation', 'revoke', '经局长办公会研究，决定撤销该许可。'),
      did(68, 'publishDeregistration', 'done', '注销公告已发布，已抄告四川省局。'),
      did(67, 'enterCredit', 'done', '已登记失信记录。'),
    ],
  },
  {
    story: 'a refusal',
    ...{ ...BY_COMMITMENT, enterprise: 14, item: INFORMATION, filed: 38, officer: 'tangyue' },
    past: [
      accepted(37),
      did(37, 'propose', 'proposeRefusal', '域名注册人与申请人不一致，未提供授权证明，拟不予许可。'),
      did(36, 'decide', 'refuse', '域名不归申请人所有，不符合规定条件，不予许可。'),
    ],
  },
];

/** In Sichuan. */
const inSichuan: readonly Life[] = [
  {
    story: 'an intake in Sichuan',
    ...{ ...BY_COMMITMENT, enterprise: 19, item: OTC, filed: 3 },
    past: [took(2, 'intake', 'sc-window')],
  },
  {
    story: 'a decision in Sichuan that is due today',
    ...{ ...BY_COMMITMENT, enterprise: 4, item: INFORMATION, filed: 2 },
    past: [accepted(1), proposed(1), took(1, 'decide', 'sc-head')],
  },
  {
    story: 'an application in Sichuan that was withdrawn',
    ...{ ...BY_COMMITMENT, enterprise: 20, item: 'cosmetics-production-renewal', filed: 9 },
    past: [accepted(7), did(7, 'withdraw', 'withdraw', '拟同时申请增加许可项目，撤回后一并申请。')],
  },
];

/** Lives with a decision behind them, and those in Sichuan. */
export const livesAfterDecision: readonly Life[] = [...supervised, ...pursued, ...closed, ...inSichuan];
