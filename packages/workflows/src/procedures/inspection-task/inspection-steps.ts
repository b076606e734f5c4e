import type { Field } from '@lianban/domain/field';
import { conclusionTitles, type ConclusionModel } from '@lianban/domain/inspection';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue, type StepSpec } from '../../vocabulary/step.ts';
import { anyDefects, defects } from '../building-blocks/defects.ts';
import { opinion, reasons, secondInspector, statement } from '../building-blocks/fields.ts';

const scope = {
  name: 'scope',
  label: text('检查事项与范围', 'Scope'),
  kind: { type: 'prose', maxLength: 2000 },
  required: true,
} as const satisfies Field;
const day = (name: 'from' | 'to', zh: string, en: string) =>
  ({ name, label: text(zh, en), kind: { type: 'date' }, required: true }) as const satisfies Field;
const days = [day('from', '开始日期', 'From'), day('to', '结束日期', 'To')] as const;

/** What a re-grading makes of the inspection. */
const conclusion = {
  name: 'conclusion',
  label: text('审核后的结论', 'Conclusion after the audit'),
  kind: {
    type: 'choice',
    options: [
      { value: 'conforms', label: text('符合（通过）', 'Conforms') },
      { value: 'toRectify', label: text('待整改', 'To be rectified') },
      { value: 'fails', label: text('不符合（未通过）', 'Fails') },
    ],
  },
  required: true,
  flow: true,
} as const satisfies Field;

const concluded = ['siteRecord', 'defectList', 'siteReport'] as const;

/** 现场检查, concluded in the words of its model (药品检查管理办法; 体系核查). */
const siteStep = <const M extends ConclusionModel>(model: M, basis: StepSpec['basis']) =>
  ({
    title: text('现场检查', 'Inspection on the spot'),
    owner: 'INS',
    limit: { clock: 'site' },
    policy: 'BREACH',
    basis,
    clock: 'none',
    outcomes: {
      conforms: {
        title: conclusionTitles[model].conforms,
        form: [secondInspector, statement, anyDefects],
        documents: concluded,
        tone: 'primary',
      },
      toRectify: {
        title: conclusionTitles[model].toRectify,
        form: [secondInspector, statement, defects],
        documents: concluded,
      },
      fails: {
        title: conclusionTitles[model].fails,
        form: [secondInspector, statement, defects],
        documents: concluded,
        tone: 'danger',
      },
    },
  }) as const satisfies StepSpec;

/** 10.I 检查任务: approval, plan, arrival, work on the spot, report and its audit. */
export const inspectionSteps = catalogue({
  approveInspection: {
    title: text('行政检查审批', 'Approve the inspection'),
    owner: 'HEAD',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis: [cite('INSP', '16')],
    clock: 'none',
    outcomes: {
      approve: { title: text('批准', 'Approve'), form: [opinion], documents: ['inspectionApproval'], tone: 'primary' },
      refuse: { title: text('不批准', 'Do not approve'), form: [reasons], documents: ['inspectionApproval'] },
    },
  },
  planInspection: {
    title: text('制定检查方案', 'Plan the inspection'),
    owner: 'DISP',
    limit: { clock: 'site' },
    policy: 'BREACH',
    basis: [cite('INSP', '16'), cite('INSP', '33')],
    clock: 'none',
    outcomes: {
      announced: {
        title: text('定稿并通知企业', 'Settle and give notice'),
        form: [scope, ...days],
        documents: ['inspectionPlan', 'inspectionNotice'],
        tone: 'primary',
      },
      unannounced: {
        title: text('定稿，不预先告知', 'Settle without notice'),
        form: [scope, ...days],
        documents: ['inspectionPlan'],
      },
    },
  },
  beginInspection: {
    title: text('到场并开始检查', 'Arrive and begin'),
    owner: 'INS',
    limit: { clock: 'site' },
    policy: 'BREACH',
    basis: [cite('INSP', '15'), cite('INSP', '17'), cite('INSP', '18')],
    clock: 'none',
    outcomes: {
      begin: {
        title: text('出示证件，开始检查', 'Show credentials and begin'),
        form: [secondInspector, opinion],
        documents: ['openingRecord'],
        tone: 'primary',
      },
      refusedAccess: {
        title: text('拒绝、逃避检查', 'Access refused or evaded'),
        form: [secondInspector, statement],
        documents: ['siteRecord'],
        tone: 'danger',
      },
    },
  },
  inspectDrug: siteStep('DRUG_2023', [cite('INSP', '15'), cite('INSP', '19')]),
  inspectDevice: siteStep('DEVICE_QMS', [cite('O47', '49'), cite('O53', '13')]),
  inspectGeneric: siteStep('GENERIC', [cite('LIC', '34')]),
  reportRisk: {
    title: text('报告质量安全风险', 'Report a risk to quality'),
    owner: 'INS',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('INSP', '')],
    clock: 'none',
    outcomes: { report: { title: text('立即报告', 'Report at once'), form: [statement] } },
  },
  assessRisk: {
    title: text('质量安全风险评估', 'Assess the risk to quality'),
    owner: 'DISP',
    limit: 'insp.risk.assess',
    policy: 'BREACH',
    basis: [cite('INSP', '')],
    clock: 'none',
    outcomes: {
      suspend: {
        title: text('建议暂停生产、销售、使用', 'Propose suspension'),
        form: [reasons],
        documents: ['riskAssessment'],
        tone: 'danger',
      },
      controlled: { title: text('风险可控', 'Under control'), form: [reasons], documents: ['riskAssessment'] },
    },
  },
  auditReport: {
    title: text('审核现场检查报告', 'Audit the report'),
    owner: 'DISP',
    limit: 'insp.report.audit',
    policy: 'BREACH',
    basis: [cite('INSP', '')],
    clock: 'none',
    notBy: ['beginInspection', 'inspectDrug', 'inspectDevice', 'inspectGeneric'],
    outcomes: {
      uphold: { title: text('同意现场结论', 'Uphold'), form: [opinion], documents: ['reportAudit'], tone: 'primary' },
      regrade: {
        title: text('调整缺陷等级并重新发放', 'Re-grade and re-issue the defects'),
        form: [reasons, conclusion, defects],
        documents: ['reportAudit', 'defectList'],
      },
      returnReport: { title: text('退回检查组补充', 'Return to the team'), form: [reasons] },
    },
  },
});
