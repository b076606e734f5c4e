import { text } from '../text.ts';
import { design, from, law, rectification, uncertain, type Row } from './row.ts';

const reviewAndSite = text('技术审查和评定、现场检查、企业整改', 'technical review, site inspection, rectification');
const recalled = (zh: string, en: string) => uncertain(`${zh}（凭记忆）`, `${en}, recalled`);
const published = (zh: string, en: string) =>
  uncertain(`${zh}（据公开资料，未核对原文）`, `${en}, from published summaries, not from the text itself`);

/** 药品生产许可、注册与变更. */
export const drugRows: readonly Row[] = [
  [
    'drug.prod.issue',
    { workingDays: 30 },
    'BREACH',
    published('药品生产监督管理办法，依一省办事指南所列法定期限', 'Order 28 as the guide of another province gives it'),
    from.acceptance,
    reviewAndSite,
  ],
  [
    'drug.prod.change',
    { workingDays: 15 },
    'BREACH',
    uncertain(
      '旧实施条例为15个工作日，一省现行指南为30个',
      '15 under the old regulation; 30 in the guide of one province',
    ),
    from.acceptance,
    reviewAndSite,
  ],
  [
    'drug.prod.registerItem',
    { workingDays: 10 },
    'BREACH',
    recalled('药品生产监督管理办法：登记事项变更', 'Order 28: change of a registered item'),
    text('申请之日', 'the application'),
  ],
  [
    'drug.renewal.apply',
    { months: 6 },
    'DEEMED',
    recalled('药品生产监督管理办法：届满六个月前申请重新发证', 'Order 28: apply six months before expiry'),
    from.beforeExpiry,
  ],
  [
    'drug.reg.cfdiNotify',
    { workingDays: 40 },
    null,
    published('药品注册管理办法：药审中心通知核查中心启动核查', 'Order 27: the review centre has verification started'),
    text('药审中心受理之日', 'acceptance by the review centre'),
  ],
  [
    'drug.reg.siteDone',
    { workingDays: 40 },
    'BREACH',
    published('药品注册管理办法：审评时限届满前完成生产现场核查', 'Order 27: site verification before the review ends'),
    text('审评时限届满之日，倒算', 'counted back from the end of the review'),
  ],
  [
    'drug.reg.review',
    { workingDays: 200 },
    null,
    recalled('药品注册管理办法：上市许可审评', 'Order 27: review of a marketing authorisation'),
    from.acceptance,
    text('补充资料、整改', 'supplements and rectification'),
  ],
  [
    'drug.reg.review.priority',
    { workingDays: 130 },
    null,
    recalled('药品注册管理办法：优先审评', 'Order 27: priority review'),
    from.acceptance,
    text('补充资料、整改', 'supplements and rectification'),
  ],
  [
    'drug.gmp.reply',
    { workingDays: 3 },
    'NUDGE',
    design('回告能否同步检查', 'to answer whether both inspections can be made at once'),
    text('收到核查中心协调函之日', 'receipt of the letter of the verification centre'),
  ],
  [
    'drug.gmp.necessity',
    { workingDays: 5 },
    'NUDGE',
    design('判定是否需要上市前检查', 'to find whether an inspection before approval is needed'),
    from.opening,
  ],
  [
    'drug.gmp.plan',
    { workingDays: 10 },
    'CHASE',
    design('与核查中心商定联合检查计划', 'to settle the joint plan with the verification centre'),
    from.opening,
  ],
  [
    'drug.gmp.result',
    { workingDays: 5 },
    'BREACH',
    design('检查结果送核查中心和药审中心', 'to send the results to the national bodies'),
    text('检查结论确定之日', 'the day the conclusion is settled'),
  ],
  [
    'drug.gmp.update',
    { workingDays: 10 },
    'NUDGE',
    design('批准后更新许可证副本并公开检查结果', 'to update the licence and publish the result after approval'),
    text('登记批准之日', 'the day the approval was recorded'),
  ],
  [
    'drug.supp.application',
    { workingDays: 60 },
    null,
    published('补充申请', 'supplementary application'),
    from.acceptance,
    text('补充资料、核查', 'supplements and verification'),
  ],
  [
    'drug.supp.application.combined',
    { workingDays: 80 },
    null,
    published('合并事项的补充申请', 'supplementary application for several items'),
    from.acceptance,
    text('补充资料、核查', 'supplements and verification'),
  ],
  [
    'drug.supp.application.verified',
    { workingDays: 200 },
    null,
    published(
      '需临床审评、核查或检验的补充申请',
      'supplementary application with clinical review, verification or tests',
    ),
    from.acceptance,
    text('补充资料、核查', 'supplements and verification'),
  ],
  [
    'drug.change.filing',
    { workingDays: 30 },
    'BREACH',
    published('备案类变更的审查', 'examination of a filed change'),
    text('备案之日', 'the filing'),
  ],
  [
    'drug.change.class.answer',
    { calendarDays: 20 },
    'NUDGE',
    published('一省的变更类别沟通答复', 'answer on the class of a change, in one province'),
    text('提出之日', 'the request'),
  ],
  [
    'drug.change.implement',
    { months: 6 },
    'LAPSE',
    published('批准的变更最迟六个月内实施', 'an approved change is made within six months'),
    text('批准之日', 'the approval'),
  ],
  [
    'entrust.letter.valid',
    { months: 6 },
    'EXPIRE',
    uncertain(
      '同意受托生产意见书的有效期，仅见征求意见稿',
      'validity of the opinion on entrusted production, seen in a draft only',
    ),
    text('出具之日', 'the issue of the letter'),
  ],
];

/** 药品检查与器械现场检查. */
export const inspectionRows: readonly Row[] = [
  [
    'insp.planAndSite.production',
    { workingDays: 30 },
    'BREACH',
    law('INSP', '33'),
    text('检查机构收到任务之日', 'receipt by the inspection unit'),
  ],
  ['insp.planAndSite.wholesale', { workingDays: 15 }, 'BREACH', law('INSP', '36'), from.arrival],
  ['insp.planAndSite.retail', { workingDays: 10 }, 'BREACH', law('INSP', '36'), from.arrival],
  [
    'insp.planAndSite.device',
    { workingDays: 10 },
    'NUDGE',
    design(
      '器械等现场检查的内部时限，不超出决定期限',
      'internal target for devices and others, within the limit of the decision',
    ),
    from.arrival,
  ],
  [
    'insp.recheck',
    { workingDays: 20 },
    'NUDGE',
    design(
      '整改现场复查的内部时限，不计入评定期限',
      'internal target of a re-check on the spot, not counted in the assessment',
    ),
    from.opening,
  ],
  [
    'insp.rectify.again',
    { workingDays: 10 },
    'LAPSE',
    design('补充说明和第二轮整改的期限', 'for further explanation and for the second round of rectification'),
    from.notice,
  ],
  [
    'insp.report.audit',
    { workingDays: 15 },
    'BREACH',
    law('INSP'),
    text('收到现场检查报告之日', 'receipt of the site report'),
  ],
  ['insp.rectify', { workingDays: 30 }, 'LAPSE', law('INSP'), text('现场检查结束之日', 'the end of the inspection')],
  [
    'insp.rectify.extend',
    { workingDays: 10 },
    null,
    recalled('缺陷项目重新发放后的整改延期', 'after defects were issued again'),
    from.endOfLimit,
  ],
  [
    'insp.eval.pending',
    { workingDays: 20 },
    'BREACH',
    law('INSP'),
    text('收到整改报告之日', 'receipt of the rectification report'),
    text('现场复核、补充材料', 'on-site re-check, further material'),
  ],
  [
    'insp.eval.clear',
    { workingDays: 10 },
    'BREACH',
    law('INSP'),
    text('检查结论确定之日', 'the day the conclusion is settled'),
  ],
  [
    'insp.risk.assess',
    { calendarDays: 3 },
    'BREACH',
    recalled('质量安全风险评估', 'assessment of a risk to quality'),
    text('风险告知之日', 'the notice of the risk'),
  ],
  [
    'insp.report.flight',
    { workingDays: 5 },
    'NUDGE',
    uncertain('飞行检查报告', 'report of an unannounced inspection'),
    text('飞行检查结束之日', 'the end of the inspection'),
  ],
  ['device.dist.decide', { workingDays: 20 }, 'BREACH', law('O54', '13'), from.acceptance, rectification],
  ['device.dist2.inspect', { months: 3 }, 'BREACH', law('O54', '22'), text('备案之日', 'the filing')],
];
