import { text } from '../text.ts';
import { analogy, design, from, hearingsAndTests, law, uncertain, type Row } from './row.ts';

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
  [
    'permit.assign.return',
    { onTheSpot: true },
    null,
    design('承办处室当日可退回窗口复核', 'the section may return it to the window on the same day only'),
    from.acceptance,
  ],
  [
    'permit.technicalReview',
    { workingDays: 20 },
    'NUDGE',
    design('不计时的技术审查的内部时限', 'internal target where technical review is not counted'),
    from.opening,
  ],
  [
    'permit.review.supplement',
    { workingDays: 30 },
    'LAPSE',
    design(
      '审查中要求补充资料的期限，专门规定另有期限的从其规定',
      'to supplement during the review, unless the special rule says otherwise',
    ),
    from.notice,
  ],
  [
    'permit.statement',
    { workingDays: 5 },
    'LAPSE',
    analogy('47', '拟不予许可的陈述申辩', 'for representations against an intended refusal'),
    from.notice,
  ],
  ['permit.deliver', { workingDays: 10 }, 'BREACH', law('LIC', '44'), from.decision],
  [
    'service.announcement',
    { calendarDays: 30 },
    'DEEMED',
    uncertain('公告送达期间，参照民事诉讼规则（凭记忆）', 'service by announcement, as in civil procedure, recalled'),
    text('发出公告之日', 'the announcement'),
  ],
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
    'rongque.commit',
    { onTheSpot: true },
    'LAPSE',
    design('容缺承诺当日签署，逾期按补正办理', 'signed on the day of the notice; otherwise it is supplemented'),
    from.notice,
  ],
  [
    'rongque.cure',
    { workingDays: 10 },
    'LAPSE',
    design('容缺材料补齐期，不超过事项办理期限', 'for what may be handed in later; never longer than the item allows'),
    from.acceptance,
  ],
  [
    'rongque.check',
    { workingDays: 2 },
    'NUDGE',
    design('核对补齐的容缺材料', 'to check what was handed in later'),
    text('收到补件之日', 'receipt of what was missing'),
  ],
  [
    'rongque.leave',
    { workingDays: 5 },
    null,
    design('容缺补齐后至少留给决定的时间', 'what is left for the decision after the last day for what is missing'),
    text('补齐期限届满之日', 'the last day for what is missing'),
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
