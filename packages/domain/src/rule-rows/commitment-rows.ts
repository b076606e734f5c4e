import { text } from '../text.ts';
import { design, from, law, rectification, uncertain, type Row } from './row.ts';

const finding = text('查实之日', 'the finding');
const served = text('拟撤销告知送达之日', 'service of the notice of intended revocation');

/** 告知承诺: the promise, its verification, the revocation. */
export const commitmentRows: readonly Row[] = [
  [
    'commit.precheck',
    { workingDays: 1 },
    'NUDGE',
    design('适用性与信用人工预检', 'manual check of suitability and credit'),
    from.opening,
  ],
  [
    'commit.draft',
    { calendarDays: 30 },
    'LAPSE',
    design('申请草稿保存期', 'how long an application draft is kept'),
    text('保存草稿之日', 'the day the draft was kept'),
  ],
  [
    'commit.decide',
    { workingDays: 1 },
    'NUDGE',
    design('当场决定，最迟受理次一工作日', 'decided on the spot, at the latest one working day after acceptance'),
    from.acceptance,
  ],
  [
    'commit.verify.window',
    { months: 2 },
    'BREACH',
    uncertain(
      '各地自一个月至三个月不等，川渝规程未见文本，暂取两个月',
      'one to three months elsewhere; the Sichuan–Chongqing text was not found',
    ),
    from.decision,
  ],
  [
    'commit.verify.extend',
    { months: 1 },
    'BREACH',
    design('因不可抗力延长核查期一次', 'one extension of the window for force majeure'),
    from.endOfLimit,
  ],
  [
    'commit.rectify',
    { workingDays: 30 },
    'LAPSE',
    design('限期整改', 'rectification after a failed verification'),
    text('责令整改之日', 'the order to rectify'),
  ],
  [
    'commit.rectify.extend',
    { workingDays: 10 },
    'LAPSE',
    design('整改延期一次', 'one extension of rectification'),
    from.endOfLimit,
  ],
  [
    'commit.conditions.extend',
    { workingDays: 10 },
    'LAPSE',
    design('承诺条件达成延期一次', 'one extension for promised conditions'),
    from.endOfLimit,
  ],
  [
    'revoke.notice',
    { workingDays: 5 },
    'NUDGE',
    design('自查实之日起发出拟撤销告知', 'from the finding to the notice of intended revocation'),
    finding,
  ],
  ['revoke.statement', { workingDays: 5 }, 'LAPSE', design('陈述申辩期', 'time for representations'), served],
  [
    'revoke.weigh',
    { workingDays: 5 },
    'BREACH',
    design('陈述申辩、听证结束后复核意见', 'from the end of representations and hearing to weighing them'),
    text('陈述申辩、听证结束之日', 'the end of representations and hearing'),
  ],
  [
    'revoke.decide',
    { workingDays: 20 },
    'BREACH',
    design('撤销决定，陈述申辩与听证期间不计', 'not counting representations and hearing'),
    finding,
    text('陈述申辩与听证', 'representations and hearing'),
  ],
  [
    'revoke.aftermath',
    { workingDays: 7 },
    'NUDGE',
    design('注销公告、信用记录与抄告', 'deregistration, credit record and letters'),
    from.decision,
  ],
];

/** 化妆品生产许可延续. */
export const cosmeticsRenewalRows: readonly Row[] = [
  ['permit.intake', { workingDays: 5 }, 'DEEMED', law('O46', '21'), from.receipt],
  ['permit.decide', { workingDays: 10 }, 'BREACH', law('O46', '21'), from.acceptance],
  [
    'permit.deliver',
    { workingDays: 5 },
    'BREACH',
    design(
      '参照化妆品生产经营监督管理办法第十三条；第二十一条要求自受理之日起10个工作日内换发新证',
      'by analogy to Art. 13 of the cosmetics measures; Art. 21 wants the new licence within 10 working days of acceptance',
    ),
    from.decision,
  ],
];

/** 乙类非处方药零售. */
export const retailRows: readonly Row[] = [
  [
    'commit.decide',
    { onTheSpot: true },
    'NUDGE',
    uncertain('药品经营和使用质量监督管理办法：当日颁证（凭记忆）', 'licence on the same day under Order 84, recalled'),
    from.acceptance,
  ],
  [
    'commit.verify.window',
    { months: 3 },
    'BREACH',
    uncertain(
      '药品经营和使用质量监督管理办法：颁证后三个月内核查（凭记忆）',
      'three months from issue under Order 84, recalled',
    ),
    from.decision,
  ],
];

/** 互联网药品信息服务. */
export const informationRows: readonly Row[] = [
  [
    'commit.verify.window',
    { months: 2 },
    'BREACH',
    uncertain('川渝目录与核查期未见文本，暂取两个月', 'neither catalogue nor window of Sichuan–Chongqing was found'),
    from.decision,
  ],
];

/** 医疗器械生产许可. */
export const deviceProductionRows: readonly Row[] = [
  ['permit.intake', { workingDays: 5 }, 'DEEMED', law('O53', '11'), from.receipt],
  ['permit.decide', { workingDays: 20 }, 'BREACH', law('O53', '13'), from.acceptance, rectification],
  ['permit.deliver', { workingDays: 10 }, 'BREACH', law('O53', '13'), from.decision],
];
