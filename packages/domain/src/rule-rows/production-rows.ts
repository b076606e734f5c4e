import { text } from '../text.ts';
import { from, law, rectification, uncertain, type Row } from './row.ts';

/** 医疗器械生产许可的变更: decided like the issue (总局令53第15条). */
export const deviceProductionChangeRows: readonly Row[] = [
  ['permit.decide', { workingDays: 20 }, 'BREACH', law('O53', '15'), from.acceptance, rectification],
];

/** 第三类医疗器械经营许可 (总局令54). */
export const deviceDistributionRows: readonly Row[] = [
  ['permit.intake', { workingDays: 5 }, 'DEEMED', law('O54', '11'), from.receipt],
  ['permit.decide', { workingDays: 20 }, 'BREACH', law('O54', '13'), from.acceptance, rectification],
  ['permit.deliver', { workingDays: 10 }, 'BREACH', law('O54', '13'), from.decision],
];
export const deviceDistributionChangeRows: readonly Row[] = [
  ['permit.decide', { workingDays: 20 }, 'BREACH', law('O54', '15'), from.acceptance, rectification],
];

const reviewAndSite = text('技术审查和评定、现场检查、企业整改', 'technical review, site inspection, rectification');

/** 药品生产许可: the numbers are those of `drug.prod.issue` and `drug.prod.change`, as far from verified as they are. */
export const drugProductionRows: readonly Row[] = [
  [
    'permit.decide',
    { workingDays: 30 },
    'BREACH',
    uncertain(
      '药品生产监督管理办法，依一省办事指南所列法定期限（据公开资料，未核对原文）',
      'Order 28 as the guide of another province gives it, not from the text itself',
    ),
    from.acceptance,
    reviewAndSite,
  ],
];
export const drugProductionChangeRows: readonly Row[] = [
  [
    'permit.decide',
    { workingDays: 15 },
    'BREACH',
    uncertain(
      '旧实施条例为15个工作日，一省现行指南为30个',
      '15 under the old regulation; 30 in the guide of one province',
    ),
    from.acceptance,
    reviewAndSite,
  ],
];
