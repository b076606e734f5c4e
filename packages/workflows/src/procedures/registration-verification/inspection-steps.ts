import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { anyDefects, defects } from '../building-blocks/defects.ts';
import { opinion, reasons, statement } from '../building-blocks/fields.ts';
import { examinationSteps } from '../ordinary-permit/examination-steps.ts';
import { day, message, number, recalled } from './message-fields.ts';

const inspectedBefore = {
  name: 'inspectedBefore',
  label: text('该生产线曾通过相应GMP检查', 'The line has passed such an inspection before'),
  kind: {
    type: 'choice',
    options: [
      { value: 'yes', label: text('是', 'Yes') },
      { value: 'no', label: text('否（必须检查）', 'No: it must be inspected') },
    ],
  },
  required: true,
  flow: true,
} as const satisfies Field;

/** The inspection before approval, which is the province's: coordinated, judged, planned, made, assessed and sent. */
export const inspectionSteps = catalogue({
  answerCoordination: {
    title: text('回告核查中心能否同步检查', 'Answer whether both can be made at once'),
    owner: 'OFF',
    limit: 'drug.gmp.reply',
    policy: 'NUDGE',
    basis: [cite('INSP', ''), cite('O27', '50', recalled)],
    clock: 'runs',
    outcomes: {
      register: {
        title: text('登记任务，可以同步', 'Register the task'),
        form: [number, inspectedBefore],
        documents: message,
        tone: 'primary',
      },
      unable: {
        title: text('回告无法同步', 'Answer that it is not possible'),
        form: [inspectedBefore, reasons],
        documents: ['resultLetter'],
      },
      notLicensed: {
        title: text(
          '申请人或生产企业未持有相应生产许可证，告知核查中心',
          'Applicant or manufacturer holds no licence: told',
        ),
        form: [reasons],
        documents: ['resultLetter'],
      },
    },
  },
  recordLicence: {
    title: text('登记已取得相应生产许可证', 'Record that the licence is there'),
    owner: 'OFF',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('O27', '50', recalled)],
    clock: 'runs',
    outcomes: {
      record: { title: text('登记', 'Record'), form: [statement], documents: ['resultLetter'], tone: 'primary' },
    },
  },
  judgeNecessity: {
    title: text('上市前检查必要性判定', 'Is an inspection before approval needed?'),
    owner: 'SEC',
    limit: 'drug.gmp.necessity',
    policy: 'NUDGE',
    basis: [cite('O28', '52', recalled)],
    clock: 'runs',
    outcomes: {
      inspect: { title: text('检查', 'Inspect'), form: [opinion], documents: ['previewOpinion'], tone: 'primary' },
      exempt: {
        title: text('免检查（已通过，风险低）', 'Exempt: passed before, low risk'),
        form: [reasons],
        documents: ['previewOpinion'],
      },
    },
  },
  agreePlan: {
    title: text('商定联合检查计划', 'Settle the joint plan'),
    owner: 'DISP',
    limit: 'drug.gmp.plan',
    policy: 'CHASE',
    basis: [cite('INSP', '')],
    clock: 'runs',
    outcomes: {
      agreed: {
        title: text('同意日期', 'Dates agreed'),
        form: [day('doneBy', '检查完成之日', 'To be done by'), opinion],
        documents: ['inspectionPlan'],
        tone: 'primary',
      },
      renegotiate: { title: text('协商改期', 'Negotiate other dates'), form: [reasons] },
      postpone: {
        title: text('企业未备妥商业批，改期一次并报核查中心', 'Not ready: postponed once, reported to the centre'),
        form: [reasons],
        documents: ['resultLetter'],
      },
    },
  },
  inspect: {
    title: text('上市前GMP符合性检查', 'GMP inspection before approval'),
    owner: 'DISP',
    limit: 'drug.reg.review',
    policy: 'BREACH',
    basis: [cite('O28', '52', recalled), cite('INSP', '33')],
    clock: 'paused',
    child: 'inspection-task',
    outcomes: {
      conforms: {
        title: text('符合要求', 'Conforms'),
        form: [anyDefects, day('endedOn', '检查结束之日', 'Ended on')],
        tone: 'primary',
      },
      toRectify: {
        title: text('待整改', 'To be rectified'),
        form: [defects, day('endedOn', '检查结束之日', 'Ended on')],
      },
      fails: {
        title: text('不符合要求', 'Fails'),
        form: [anyDefects, day('endedOn', '检查结束之日', 'Ended on')],
        tone: 'danger',
      },
      notApproved: { title: text('检查未获批准', 'Not approved') },
    },
  },
  rectify: examinationSteps.rectify,
  assess: { ...examinationSteps.assess, clock: 'none' },
  sendResult: {
    title: text('检查结果送核查中心、药审中心', 'Send the result to the national bodies'),
    owner: 'DISP',
    limit: 'drug.gmp.result',
    policy: 'BREACH',
    basis: [cite('INSP', '')],
    clock: 'none',
    outcomes: {
      send: { title: text('送达', 'Send'), form: [opinion], documents: ['resultLetter'], tone: 'primary' },
    },
  },
  reportSerious: {
    title: text('报告严重共性问题', 'Report a serious problem common to both'),
    owner: 'DISP',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('INSP', '')],
    clock: 'none',
    outcomes: { report: { title: text('报告', 'Report'), form: [reasons] } },
  },
  decideForCause: {
    title: text('是否转有因检查', 'Inspect for cause instead?'),
    owner: 'SEC',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis: [cite('INSP', '')],
    clock: 'none',
    outcomes: {
      forCause: {
        title: text('中止，转有因检查并移送线索', 'Discontinue: inspection for cause'),
        form: [reasons],
        documents: ['caseClueTransfer', 'resultLetter'],
        tone: 'danger',
        irreversible: true,
      },
      goOn: { title: text('继续', 'Go on'), form: [opinion], tone: 'primary' },
    },
  },
});
