import { accepted, did, proposed, took, tookBack, type Life } from './life.ts';

const OTC = 'otc-retail';
const COSMETICS = 'cosmetics-production-renewal';
const INFORMATION = 'drug-information-service';

const [BY_COMMITMENT, ORDINARY] = [{ route: 'commitment' }, { route: 'ordinary' }] as const;

/** At the window: what silence accepts today, what is due this week, what a person has to judge. */
const atTheWindow: readonly Life[] = [
  {
    story: 'an intake that is deemed accepted at the end of today',
    ...{ ...BY_COMMITMENT, enterprise: 6, item: OTC, filed: 5, onFile: true },
    past: [took(3, 'intake', 'hejing')],
  },
  {
    story: 'an intake that is due tomorrow',
    ...{ ...BY_COMMITMENT, enterprise: 12, item: OTC, filed: 4 },
    past: [took(2, 'intake', 'hejing')],
  },
  {
    story: 'an intake that begins anew with the supplement',
    ...{ ...ORDINARY, enterprise: 9, item: 'device-production-licence', filed: 12 },
    past: [
      did(10, 'intake', 'requestSupplement', {
        items: ['质量手册缺少设计变更控制程序，请补充', '检验设备目录未附校准证明，请补充'],
      }),
      did(2, 'supplement', 'submit', '已补充设计变更控制程序和全部检验设备的校准证明。'),
    ],
  },
  {
    story: 'a check of suitability that nobody has taken and that converts at the end of today',
    ...{ ...BY_COMMITMENT, enterprise: 8, item: OTC, filed: 1 },
    past: [],
  },
  {
    story: 'a notice that should have been served by now',
    ...{ ...BY_COMMITMENT, enterprise: 11, item: INFORMATION, filed: 4 },
    past: [
      did(3, 'checkSuitability', 'suitable', '处罚已履行完毕，与本次申请事项无关，可以适用告知承诺。'),
      took(3, 'serveNotice', 'hejing'),
    ],
  },
  {
    story: 'a commitment that waits for its signature',
    ...{ ...BY_COMMITMENT, enterprise: 8, item: OTC, filed: 8 },
    past: [
      did(7, 'checkSuitability', 'suitable', '处罚系其他门店所受，本店无不良记录，可以适用告知承诺。'),
      did(7, 'serveNotice', 'serve', '告知书已通过系统送达，请在有效期内签署承诺书。'),
    ],
  },
];

/** On the desks of the permits section. */
const beforeTheDecision: readonly Life[] = [
  {
    story: 'a proposal that is due today',
    ...{ ...BY_COMMITMENT, enterprise: 7, item: INFORMATION, filed: 3, onFile: true },
    past: [accepted(1), took(1, 'propose', 'zhoumin')],
  },
  {
    story: 'a proposal that should have been made on the spot',
    ...{ ...BY_COMMITMENT, enterprise: 12, item: OTC, filed: 3 },
    past: [accepted(2), took(2, 'propose', 'zhoumin')],
  },
  {
    story: 'a decision that is due today',
    ...{ ...BY_COMMITMENT, enterprise: 10, item: COSMETICS, filed: 2, officer: 'tangyue', onFile: true },
    past: [
      accepted(1),
      did(1, 'propose', 'proposeRefusal', '工艺用水检验记录缺失，拟不予许可。'),
      tookBack(1, 'propose', '误选了拟不予许可：检验记录在补充附件中，材料齐全。'),
      proposed(1),
      took(1, 'decide', 'qinli'),
    ],
  },
  {
    story: 'a decision that was sent back once and is late',
    ...{ ...BY_COMMITMENT, enterprise: 6, item: OTC, filed: 6 },
    past: [
      accepted(4),
      proposed(4),
      did(3, 'decide', 'sendBack', '平面布置图未标明非处方药专区，请核对后重新拟办。'),
      did(2, 'propose', 'proposeGrant', '已核对平面布置图，非处方药专区位置明确，拟准予许可。'),
      took(2, 'decide', 'qinli'),
    ],
  },
  {
    story: 'a licence that could not be served twice and is late',
    ...{ ...BY_COMMITMENT, enterprise: 14, item: INFORMATION, filed: 15 },
    past: [
      accepted(14),
      proposed(14),
      did(13, 'decide', 'grant', '同意拟办意见，准予许可。'),
      did(9, 'deliver', 'failed', '按登记地址上门送达，单位无人签收。'),
      did(5, 'deliver', 'failed', '邮寄送达被退回，原因为收件人外出。'),
    ],
  },
  {
    story: 'a licence that is about to be served',
    ...{ ...BY_COMMITMENT, enterprise: 2, item: INFORMATION, filed: 3, onFile: true },
    past: [
      accepted(2),
      proposed(2),
      did(1, 'decide', 'grant', '同意拟办意见，准予许可。'),
      took(1, 'deliver', 'hejing'),
    ],
  },
];

/** Under the ordinary procedure, from the start or after doubts. */
const ordinary: readonly Life[] = [
  {
    story: 'doubts of the officer, under review since',
    ...{ ...BY_COMMITMENT, enterprise: 5, item: COSMETICS, filed: 5, onFile: true },
    past: [accepted(3), did(2, 'propose', 'doubt', '自查说明所列水处理设备与原许可登记不一致，需进一步审查。')],
    sequel: [did(1, 'assign', 'assign', '由周敏承办，重点核对生产设备变更情况。'), took(1, 'review', 'zhoumin')],
  },
  {
    story: 'doubts of the head of section, to be assigned today',
    ...{ ...BY_COMMITMENT, enterprise: 13, item: OTC, filed: 2 },
    past: [
      accepted(1),
      proposed(1),
      did(1, 'decide', 'doubt', '同址近期有药房注销，经营场所使用权存疑，转一般程序审查。'),
    ],
  },
  {
    story: 'a draft opinion that the head of section is to check',
    ...{ ...ORDINARY, enterprise: 3, item: 'device-production-licence', filed: 16, officer: 'tangyue', onFile: true },
    past: [
      accepted(14),
      did(13, 'assign', 'assign', '由唐越承办，周敏协办。'),
      did(9, 'review', 'pass', '资料完整，生产场地、设备与申报产品相适应。'),
      did(2, 'draft', 'proposeGrant', '经审查符合规定条件，拟准予许可。'),
      took(2, 'audit', 'qinli'),
    ],
  },
];

/** 跨省厂外车间: the route of the one is to be chosen, the letter of the other to be checked. */
const offSite: readonly Life[] = [
  {
    story: 'an off-site workshop whose route is to be chosen',
    ...{ ...ORDINARY, enterprise: 21, item: 'drug-off-site-workshop', filed: 4, onFile: true },
    past: [accepted(3), took(2, 'chooseRoute', 'zhoumin')],
  },
  {
    story: 'an off-site workshop whose contact letter the head of section is to check',
    ...{ ...ORDINARY, enterprise: 21, item: 'drug-off-site-workshop', filed: 6, onFile: true },
    past: [
      accepted(5),
      did(3, 'chooseRoute', 'homeWithConsent', {
        opinion: '两省已就异地设立厂外车间会商，拟按路径A办理。',
        varieties: [
          { name: '阿罗替尼（原料药）', changeClass: 'filing' },
          { name: '氯唑沙宗（原料药）', changeClass: 'filing' },
        ],
      }),
      did(1, 'draftLetter', 'propose', '拟函请场地所在省药监局研究答复，并派员参加联合检查。'),
      took(1, 'auditLetter', 'qinli'),
    ],
  },
];

/** Lives that have not come to a decision yet. */
export const livesBeforeDecision: readonly Life[] = [...atTheWindow, ...beforeTheDecision, ...ordinary, ...offSite];
