import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { anyDefects, defects } from '../building-blocks/defects.ts';
import { opinion, reasons, statement } from '../building-blocks/fields.ts';

const endedOn = {
  name: 'endedOn',
  label: text('检查结束之日', 'Day on which it ended'),
  kind: { type: 'date' },
  required: false,
  flow: true,
} as const satisfies Field;

/** Which of the two reports a defect stands in. [design] */
const affected = {
  name: 'affected',
  label: text('缺陷归属', 'What each defect concerns'),
  kind: {
    type: 'rows',
    maxItems: 100,
    columns: [
      {
        name: 'number',
        label: text('序号', 'No.'),
        kind: { type: 'line', maxLength: 20 },
        required: true,
      },
      {
        name: 'affects',
        label: text('归属', 'Concerns'),
        kind: {
          type: 'choice',
          options: [
            { value: 'REG', label: text('注册', 'Registration') },
            { value: 'LIC', label: text('生产许可', 'Production licence') },
            { value: 'BOTH', label: text('两者', 'Both') },
          ],
        },
        required: true,
      },
    ],
  },
  required: true,
  flow: true,
} as const satisfies Field;

const reports = ['qmsReport', 'siteReport', 'qmsResult'] as const;

/** B2 and B2r: one visit for both, its two reports, and what becomes of the defects. */
export const verificationSteps = catalogue({
  notifyVerification: {
    title: text('发出核查通知', 'Give notice of the verification'),
    owner: 'REV',
    limit: 'device.qms.notify',
    policy: 'BREACH',
    basis: [cite('O47', '50'), cite('O47', '93')],
    clock: 'runs',
    outcomes: {
      notify: {
        title: text('通知检查局和企业', 'Notify inspectorate and enterprise'),
        form: [opinion],
        documents: ['qmsNotice', 'excludedTimeNotice'],
        tone: 'primary',
      },
    },
  },
  inspect: {
    title: text('合并现场检查', 'One inspection for both'),
    owner: 'DISP',
    limit: { clock: 'verification' },
    policy: 'BREACH',
    basis: [cite('O47', '49'), cite('O47', '93'), cite('O53', '13')],
    clock: 'paused',
    child: 'inspection-task',
    outcomes: {
      conforms: { title: text('通过核查', 'Passes'), form: [anyDefects, endedOn], tone: 'primary' },
      toRectify: { title: text('整改后复查', 'To be checked again'), form: [defects, endedOn] },
      fails: { title: text('未通过核查', 'Does not pass'), form: [anyDefects, endedOn], tone: 'danger' },
      notApproved: { title: text('检查未获批准', 'Not approved') },
    },
  },
  reportVerification: {
    title: text('出具核查报告与检查报告', 'Make the two reports'),
    owner: 'DISP',
    limit: { clock: 'verification' },
    policy: 'BREACH',
    basis: [cite('O47', '93'), cite('QMS63', '')],
    clock: 'paused',
    outcomes: {
      passed: { title: text('通过', 'Passed'), form: [opinion], documents: reports, tone: 'primary' },
      toRectify: {
        title: text('整改后复查', 'To be checked after rectification'),
        form: [affected, statement],
        documents: [...reports, 'defectList'],
      },
      failed: { title: text('未通过', 'Not passed'), form: [reasons], documents: reports, tone: 'danger' },
    },
  },
  rectify: {
    title: text('整改复查', 'Rectification and re-check'),
    owner: 'DISP',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('QMS63', ''), cite('O47', '98')],
    clock: 'paused',
    child: 'quality-rectification',
    outcomes: {
      passed: { title: text('复查通过', 'Passed'), tone: 'primary' },
      failed: { title: text('整改后未通过核查', 'Not passed'), tone: 'danger' },
      overdue: { title: text('逾期未整改', 'Not rectified in time'), tone: 'danger' },
    },
  },
  followUpOverdue: {
    title: text('处置逾期未整改', 'Follow up what was not rectified in time'),
    owner: 'DISP',
    limit: 'device.overdue.measures',
    policy: 'NUDGE',
    basis: [cite('CQBL', '')],
    clock: 'none',
    outcomes: {
      interview: {
        title: text('约谈', 'Interview'),
        form: [statement],
        documents: ['interviewRecord'],
        tone: 'primary',
      },
      warn: { title: text('告诫', 'Warn'), form: [reasons], documents: ['warningLetter'] },
      transfer: { title: text('移送案件办理', 'Transfer as a case'), form: [reasons], documents: ['caseClueTransfer'] },
    },
  },
  reportFalsity: {
    title: text('核查发现涉嫌虚假', 'Falsity found by the verification'),
    owner: 'DISP',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('O47', '56'), cite('MDR', '83')],
    clock: 'runs',
    outcomes: {
      report: { title: text('报告并中止审评', 'Report and suspend'), form: [reasons], documents: ['suspensionNotice'] },
    },
  },
  investigateFalsity: {
    title: text('核实涉嫌虚假', 'Look into the suspicion'),
    owner: 'OFF',
    limit: 'device.falsity',
    policy: 'NUDGE',
    basis: [cite('O47', '56'), cite('MDR', '83')],
    clock: 'paused',
    outcomes: {
      cleared: {
        title: text('排除嫌疑，恢复审评', 'Cleared: resume'),
        form: [opinion],
        documents: ['falsityRecord', 'reviewResumption'],
        tone: 'primary',
      },
      confirmed: {
        title: text('查实，移送查处', 'Confirmed: transfer'),
        form: [reasons],
        documents: ['falsityRecord', 'caseClueTransfer'],
        tone: 'danger',
      },
    },
  },
});
