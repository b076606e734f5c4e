import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { measures, planned, results } from '../building-blocks/defects.ts';
import { opinion, reasons, secondInspector, statement } from '../building-blocks/fields.ts';

const reviewed = { form: [results, opinion], documents: ['rectificationAcceptance'] } as const;

/** 10.J 整改: report of the enterprise, review item by item, at most two rounds; what is planned for later has its own days. */
export const rectificationSteps = catalogue({
  rectify: {
    title: text('限期整改', 'Rectify'),
    owner: 'APP',
    limit: 'insp.rectify',
    policy: 'LAPSE',
    lapse: { means: text('逾期未提交整改报告，按不符合要求处理', 'No report in time: treated as failed') },
    basis: [cite('INSP', '')],
    clock: 'none',
    outcomes: {
      submit: {
        title: text('提交整改报告', 'Submit the report'),
        form: [statement, measures, planned],
        documents: ['rectificationReport'],
        tone: 'primary',
      },
      abandon: { title: text('放弃整改', 'Give up'), form: [reasons], tone: 'danger' },
    },
  },
  requestMoreRectification: {
    title: text('申请延长整改期限', 'Ask for more time'),
    owner: 'APP',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('INSP', '')],
    clock: 'none',
    outcomes: { request: { title: text('申请延期（一次）', 'Ask once'), form: [reasons] } },
  },
  grantMoreRectification: {
    title: text('审批整改延期', 'Decide on more time'),
    owner: 'DISP',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis: [cite('INSP', '')],
    clock: 'none',
    outcomes: {
      grant: { title: text('同意', 'Allow'), form: [opinion], tone: 'primary' },
      refuse: { title: text('不同意', 'Do not allow'), form: [reasons] },
    },
  },
  reviewRectification: {
    title: text('审核整改报告', 'Review the report'),
    owner: 'DISP',
    limit: { clock: 'evaluation' },
    policy: 'BREACH',
    basis: [cite('INSP', '')],
    clock: 'runs',
    outcomes: {
      accept: { title: text('整改合格', 'Accept'), ...reviewed, tone: 'primary' },
      askMaterial: { title: text('要求补充说明', 'Ask for more'), form: [reasons] },
      checkOnSite: { title: text('现场复查', 'Check on the spot'), form: [reasons] },
      reject: { title: text('整改不合格', 'Reject'), ...reviewed, tone: 'danger' },
    },
  },
  addMaterial: {
    title: text('补充说明', 'Explain further'),
    owner: 'APP',
    limit: 'insp.rectify.again',
    policy: 'LAPSE',
    lapse: { means: text('逾期未补充，按现有材料审核', 'Nothing more in time: reviewed as it stands') },
    basis: [cite('INSP', '')],
    clock: 'paused',
    outcomes: {
      submit: {
        title: text('提交补充说明', 'Submit'),
        form: [statement],
        documents: ['rectificationReport'],
        tone: 'primary',
      },
    },
  },
  recheckOnSite: {
    title: text('整改现场复查', 'Re-check on the spot'),
    owner: 'INS',
    limit: 'insp.recheck',
    policy: 'NUDGE',
    basis: [cite('INSP', '15')],
    clock: 'paused',
    outcomes: {
      passed: {
        title: text('复查通过', 'Passed'),
        form: [secondInspector, statement],
        documents: ['siteRecord'],
        tone: 'primary',
      },
      failed: {
        title: text('复查不通过', 'Not passed'),
        form: [secondInspector, statement],
        documents: ['siteRecord'],
      },
    },
  },
  completePlanned: {
    title: text('按计划完成整改', 'Complete what was planned'),
    owner: 'APP',
    limit: 'given',
    policy: 'LAPSE',
    lapse: { means: text('逾期未完成，按不符合要求处理', 'Not completed in time: treated as failed') },
    basis: [cite('INSP', '')],
    clock: 'none',
    outcomes: {
      submit: {
        title: text('提交补充整改报告', 'Submit the supplementary report'),
        form: [statement],
        documents: ['rectificationReport'],
        tone: 'primary',
      },
    },
  },
  checkPlanned: {
    title: text('审核补充整改报告', 'Review the supplementary report'),
    owner: 'DISP',
    limit: 'insp.eval.pending',
    policy: 'BREACH',
    basis: [cite('INSP', '')],
    clock: 'none',
    outcomes: {
      passed: {
        title: text('合格', 'Passed'),
        form: [opinion],
        documents: ['rectificationAcceptance'],
        tone: 'primary',
      },
      failed: { title: text('不合格', 'Not passed'), form: [reasons], documents: ['rectificationAcceptance'] },
    },
  },
});
