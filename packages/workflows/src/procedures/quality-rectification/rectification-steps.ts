import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { measures, results } from '../building-blocks/defects.ts';
import { opinion, reasons, secondOfficer, statement } from '../building-blocks/fields.ts';

const unverified = {
  note: text('依2015年程序，新指南未核对', 'as in the procedure of 2015; the newer guide was not checked'),
};
const guide = cite('QMS63', '', unverified);

/** 体系核查整改: one rectification within six months, its re-check, and the result (食药监械管〔2015〕63号15–18). */
export const qualityRectificationSteps = catalogue({
  rectifyQuality: {
    title: text('体系核查整改（一次）', 'Rectify what the verification found, once'),
    owner: 'APP',
    limit: 'device.qms.rectify',
    policy: 'LAPSE',
    lapse: { means: text('逾期未提交整改报告，按整改后未通过核查处理', 'No report in time: not passed') },
    basis: [guide],
    clock: 'none',
    outcomes: {
      submit: {
        title: text('提交整改报告', 'Submit the report'),
        form: [statement, measures],
        documents: ['rectificationReport'],
        tone: 'primary',
      },
      abandon: { title: text('放弃整改', 'Give up'), form: [reasons], tone: 'danger' },
    },
  },
  recheckQuality: {
    title: text('整改后复查', 'Check after rectification'),
    owner: 'DISP',
    limit: 'device.qms.recheck',
    policy: 'BREACH',
    basis: [guide],
    clock: 'none',
    outcomes: {
      passed: {
        title: text('复查通过', 'Passed'),
        form: [secondOfficer, results, opinion],
        documents: ['recheckReport'],
        tone: 'primary',
      },
      failed: {
        title: text('复查未通过', 'Not passed'),
        form: [secondOfficer, results, reasons],
        documents: ['recheckReport'],
        tone: 'danger',
      },
    },
  },
  tellResult: {
    title: text('通知复查结果', 'Tell the result'),
    owner: 'DISP',
    limit: 'device.qms.result',
    policy: 'BREACH',
    basis: [guide],
    clock: 'none',
    outcomes: {
      tell: {
        title: text('发出核查结果通知', 'Send the result'),
        form: [opinion],
        documents: ['qmsResult'],
        tone: 'primary',
      },
    },
  },
});
