import { text } from '../text.ts';
import { design, from, law, rectification, uncertain, type Row } from './row.ts';

const listed = text('医疗器械注册与备案管理办法第九十八条所列时间', 'the times listed in Art. 98');
const guide = (zh: string, en: string) =>
  uncertain(`${zh}，依2015年指南，新指南未核对`, `${en}, as in the guide of 2015; the newer one was not checked`);

/** 医疗器械注册、核查与许可. */
export const deviceRows: readonly Row[] = [
  ['device.reg.handover', { workingDays: 3 }, 'BREACH', law('O47', '91'), from.acceptance],
  [
    'device.reg.review.two',
    { workingDays: 60 },
    'BREACH',
    law('O47', '92'),
    text('申请资料转交之日', 'the hand-over of the file'),
    listed,
  ],
  [
    'device.reg.review.three',
    { workingDays: 90 },
    'BREACH',
    law('O47', '92'),
    text('申请资料转交之日', 'the hand-over of the file'),
    listed,
  ],
  [
    'device.reg.review.after',
    { workingDays: 60 },
    'BREACH',
    law('O47', '92'),
    text('收到补充资料之日', 'receipt of the supplement'),
    listed,
  ],
  ['device.reg.review.extend', { workingDays: 30 }, null, law('O47', '96'), from.endOfLimit],
  [
    'device.reg.experts',
    { workingDays: 20 },
    'NUDGE',
    design('专家评审的内部时限，不计入审评时限', 'internal target of an expert meeting, not counted in the review'),
    from.opening,
  ],
  [
    'device.reg.supplement',
    { months: 12 },
    'LAPSE',
    law('O47', '54'),
    text('补正通知之日', 'the notice of what is missing'),
  ],
  ['device.qms.notify', { workingDays: 10 }, 'BREACH', law('O47', '93'), from.acceptance],
  [
    'device.qms.verify',
    { workingDays: 30 },
    'BREACH',
    law('O47', '93'),
    text('收到技术审评机构通知之日', 'the notice of the review body'),
  ],
  [
    'device.qms.recheck',
    { workingDays: 30 },
    'LAPSE',
    guide('整改后复查', 're-check after rectification'),
    text('收到整改报告之日', 'receipt of the rectification report'),
  ],
  [
    'device.qms.result',
    { workingDays: 10 },
    'LAPSE',
    guide('核查结果通知', 'notice of the result'),
    text('核查结束之日', 'the end of the verification'),
  ],
  [
    'device.qms.rectify',
    { months: 6 },
    'LAPSE',
    guide('质量管理体系核查整改，一次', 'rectification after the verification, once'),
    text('核查结束之日', 'the end of the verification'),
  ],
  [
    'device.reg.decide',
    { workingDays: 20 },
    'BREACH',
    law('O47', '94'),
    text('收到审评意见之日', 'receipt of the review opinion'),
  ],
  ['device.reg.certificate', { workingDays: 10 }, 'BREACH', law('O47', '95'), from.decision],
  [
    'device.objection',
    { workingDays: 15 },
    'LAPSE',
    law('O47', '57'),
    text('收到不予注册意见之日', 'receipt of the negative opinion'),
    text('异议处理', 'the handling of the objection'),
  ],
  [
    'device.objection.weigh',
    { workingDays: 20 },
    'NUDGE',
    design('处理异议的内部时限，不计入审评时限', 'internal target for an objection, not counted in the review'),
    text('收到异议之日', 'receipt of the objection'),
  ],
  [
    'device.falsity',
    { workingDays: 20 },
    'NUDGE',
    design(
      '核实涉嫌虚假的内部时限，期间中止审评',
      'internal target for a suspicion of falsity; the review is suspended',
    ),
    from.report,
  ],
  [
    'device.licence.preview',
    { workingDays: 20 },
    'NUDGE',
    design('许可资料预审的内部时限', 'internal target for the preliminary examination of the licence file'),
    text('容缺预收之日', 'the day the file was taken in ahead'),
  ],
  [
    'device.overdue.measures',
    { workingDays: 10 },
    'NUDGE',
    design('对逾期未整改企业采取约谈、告诫等措施', 'for the measures against whoever did not rectify in time'),
    text('整改期限届满之日', 'the end of the limit to rectify'),
  ],
  ['device.prod.registerItem.apply', { workingDays: 30 }, null, law('O53', '16'), text('变更之日', 'the change')],
  ['device.prod.registerItem', { workingDays: 5 }, 'BREACH', law('O53', '16'), text('申请之日', 'the application')],
  ['device.renewal.opens', { workingDays: 90 }, null, law('O53', '17'), from.beforeExpiry],
  ['device.renewal.closes', { workingDays: 30 }, 'LAPSE', law('O53', '17'), from.beforeExpiry],
];

/** 重庆并联审批: registration and production licence side by side (总局令47、53). */
export const parallelRows: readonly Row[] = [
  ['permit.intake', { workingDays: 5 }, 'DEEMED', law('O47', '53'), from.receipt],
  ['permit.decide', { workingDays: 20 }, 'BREACH', law('O53', '13'), from.acceptance, rectification],
  ['permit.deliver', { workingDays: 10 }, 'BREACH', law('O47', '95'), from.decision],
];

/** Of class II, whose verification the review centre of the province has made. */
export const parallelTwoRows: readonly Row[] = [
  ...parallelRows,
  [
    'device.qms.notify',
    { workingDays: 10 },
    'BREACH',
    design(
      '第二类比照医疗器械注册与备案管理办法第九十三条',
      'for class II after Art. 93 of the registration measures, which is about class III',
    ),
    from.acceptance,
  ],
];

/** 化妆品生产许可. */
export const cosmeticsRows: readonly Row[] = [
  ['cosmetics.issue', { workingDays: 30 }, 'BREACH', law('O46', '12'), from.acceptance],
  ['cosmetics.change', { workingDays: 30 }, 'BREACH', law('O46', '18'), from.acceptance],
  ['cosmetics.deliver', { workingDays: 5 }, 'BREACH', law('O46', '13'), from.decision],
  ['cosmetics.renew.opens', { workingDays: 90 }, null, law('O46', '20'), from.beforeExpiry],
  ['cosmetics.renew.closes', { workingDays: 30 }, 'LAPSE', law('O46', '20'), from.beforeExpiry],
  ['cosmetics.registerItem.apply', { workingDays: 30 }, null, law('O46', '19'), text('变更之日', 'the change')],
  ['cosmetics.registerItem', { workingDays: 3 }, 'BREACH', law('O46', '19'), from.acceptance],
];
