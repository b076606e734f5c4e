import { text } from '../text.ts';
import { analogy, design, from, hearingsAndTests, law, type Row } from './row.ts';

/** 行政许可法: intake, decision, delivery, renewal, bars. */
export const permitRows: readonly Row[] = [
  ['permit.intake', { workingDays: 5 }, 'DEEMED', law('LIC', '32(4)'), from.receipt],
  [
    'permit.supplement.applicant',
    { workingDays: 30 },
    'LAPSE',
    design(
      '许可法未规定申请人补正期限，参照药品注册补正的30个工作日',
      'the Licensing Law sets none; as for drug registration',
    ),
    text('补正通知送达之日', 'service of the supplement notice'),
  ],
  ['permit.decide', { workingDays: 20 }, 'BREACH', law('LIC', '42'), from.acceptance, hearingsAndTests],
  ['permit.extend', { workingDays: 10 }, null, law('LIC', '42'), from.endOfLimit],
  ['permit.decide.unified', { workingDays: 45 }, 'BREACH', law('LIC', '42'), from.acceptance, hearingsAndTests],
  ['permit.extend.unified', { workingDays: 15 }, null, law('LIC', '42'), from.endOfLimit],
  [
    'permit.lower.review',
    { workingDays: 20 },
    'BREACH',
    law('LIC', '43'),
    text('下级机关受理之日', 'acceptance by the lower agency'),
    hearingsAndTests,
  ],
  [
    'permit.assign',
    { workingDays: 1 },
    'NUDGE',
    design('分派内部时限', 'internal target for assignment'),
    from.opening,
  ],
  ['permit.deliver', { workingDays: 10 }, 'BREACH', law('LIC', '44'), from.decision],
  [
    'permit.renewal.apply',
    { calendarDays: 30 },
    'DEEMED',
    analogy(
      '50',
      '法律未写明日的单位，按自然日从宽理解',
      'the law names no unit: natural days, in favour of the holder',
    ),
    from.beforeExpiry,
  ],
  ['permit.falseApplication.bar', { months: 12 }, null, law('LIC', '78'), from.decision],
  ['permit.fraud.bar', { months: 36 }, null, law('LIC', '79'), from.decision],
  ['drug.fraud.bar', { months: 120 }, null, law('DAL', '123'), from.decision],
  ['device.fraud.bar', { months: 120 }, null, law('MDR', '83'), from.decision],
  ['cosmetics.fraud.bar', { months: 60 }, null, law('COSR', '64'), from.decision],
  [
    'internal.approval',
    { workingDays: 3 },
    'NUDGE',
    design('内部审批、会签时限', 'internal target for approvals and countersigning'),
    from.opening,
  ],
  [
    'rongque.cure',
    { workingDays: 10 },
    'LAPSE',
    design('容缺材料补齐期，不超过事项办理期限', 'for what may be handed in later; never longer than the item allows'),
    from.acceptance,
  ],
  [
    'forward.crossProvince',
    { workingDays: 1 },
    'NUDGE',
    design('跨省通办收件转递', 'passing on what the counter of the other province took in'),
    text('窗口收件之日', 'receipt at the counter'),
  ],
];

/** 听证 as a part of any procedure (许可法46–48). */
export const hearingRows: readonly Row[] = [
  [
    'hearing.request',
    { workingDays: 5 },
    'LAPSE',
    analogy(
      '47',
      '法律未写明日的单位，按工作日从宽理解',
      'the law names no unit: working days, in favour of the applicant',
    ),
    text('被告知听证权利之日', 'the notice of the right to a hearing'),
  ],
  [
    'hearing.arrange',
    { workingDays: 5 },
    'NUDGE',
    design('自申请之日起确定听证时间并通知', 'from the request to fixing the day and giving notice'),
    text('申请听证之日', 'the request for a hearing'),
  ],
  [
    'hearing.notice',
    { workingDays: 7 },
    'NUDGE',
    analogy('48', '举行听证七日前通知，按工作日计算', 'notice seven working days before the hearing'),
    from.beforeHearing,
  ],
  [
    'hearing.hold',
    { workingDays: 20 },
    'BREACH',
    analogy('47', '撤销程序中的听证', 'for hearings before a revocation'),
    text('申请听证之日', 'the request for a hearing'),
  ],
];
