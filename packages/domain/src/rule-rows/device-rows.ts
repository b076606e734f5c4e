import { text } from '../text.ts';
import { from, law, uncertain, type Row } from './row.ts';

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
  [
    'device.reg.supplement',
    { months: 12 },
    'LAPSE',
    law('O47', '54'),
    text('补正通知之日', 'the notice of what is missing'),
  ],
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
  ['device.prod.registerItem.apply', { workingDays: 30 }, null, law('O53', '16'), text('变更之日', 'the change')],
  ['device.prod.registerItem', { workingDays: 5 }, 'BREACH', law('O53', '16'), text('申请之日', 'the application')],
  ['device.renewal.opens', { workingDays: 90 }, null, law('O53', '17'), from.beforeExpiry],
  ['device.renewal.closes', { workingDays: 30 }, 'LAPSE', law('O53', '17'), from.beforeExpiry],
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
