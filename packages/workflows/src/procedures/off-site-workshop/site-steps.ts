import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons, statement } from '../building-blocks/fields.ts';
import { asReceived } from '../building-blocks/other-bureau.ts';
import { examinationSteps } from '../ordinary-permit/examination-steps.ts';

const decidedOn = {
  name: 'decidedOn',
  label: text('决定日期', 'Day of the decision'),
  kind: { type: 'date' },
  required: true,
  flow: true,
} as const satisfies Field;

const duties = {
  name: 'duties',
  label: text('监管责任', 'Duties of supervision'),
  kind: {
    type: 'rows',
    maxItems: 40,
    minItems: 1,
    columns: [
      {
        name: 'what',
        label: text('检查事项', 'What is inspected'),
        kind: { type: 'line', maxLength: 200 },
        required: true,
      },
      {
        name: 'who',
        label: text('责任方', 'By whom'),
        kind: {
          type: 'choice',
          options: [
            { value: 'home', label: text('主办省', 'Lead province') },
            { value: 'site', label: text('场地所在省', 'Province of the site') },
            { value: 'both', label: text('联合', 'Both') },
          ],
        },
        required: true,
      },
      { name: 'howOften', label: text('频次', 'How often'), kind: { type: 'line', maxLength: 60 }, required: true },
    ],
  },
  required: true,
  flow: true,
} as const satisfies Field;

/** B3: the joint inspection of the site, its rectification, and the assessment that the home province decides with the opinion of the other. */
export const siteSteps = catalogue({
  orderInspection: {
    title: text('启动联合检查', 'Order the joint inspection'),
    owner: 'OFF',
    limit: 'offSite.refer',
    policy: 'NUDGE',
    basis: [cite('INSP', '53'), cite('INSP', '56')],
    clock: 'runs',
    outcomes: { order: { title: text('启动', 'Order'), form: [opinion], tone: 'primary' } },
  },
  inspectSite: {
    ...examinationSteps.inspect,
    title: text('厂址联合检查', 'Joint inspection of the site'),
    limit: 'insp.planAndSite.production',
    basis: [cite('INSP', '33'), cite('INSP', '56')],
    clock: 'paused',
    child: 'joint-inspection',
  },
  rectify: examinationSteps.rectify,
  opineOnAssessment: {
    title: text('对方对综合评定出具意见', 'Opinion of the other side on the assessment'),
    letter: { procedure: 'joint-contribution' },
    owner: 'DISP',
    limit: 'offSite.opinion',
    policy: 'CHASE',
    basis: [cite('INSP', '56')],
    clock: 'paused',
    outcomes: {
      concur: {
        title: text('登记同意', 'Enter that they concur'),
        form: [...asReceived, statement],
        documents: ['assessmentOpinion'],
        tone: 'primary',
      },
      dissent: {
        title: text('登记不同意见', 'Enter that they dissent'),
        form: [...asReceived, reasons],
        documents: ['assessmentOpinion'],
      },
    },
  },
  assess: { ...examinationSteps.assess, basis: [cite('INSP', ''), cite('INSP', '56')], clock: 'paused' },
});

/** What follows for each variety: its decision, and its production, each a case of its own; and the plan of both sides. */
export const varietyCaseSteps = catalogue({
  decideVariety: {
    title: text('品种审查与决定', 'Review and decide a variety'),
    owner: 'OFF',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('CHG', ''), cite('LIC', '42')],
    clock: 'runs',
    child: 'off-site-variety',
    outcomes: {
      granted: { title: text('准予变更', 'Granted'), form: [decidedOn], tone: 'primary' },
      refused: { title: text('不予变更', 'Refused'), tone: 'danger' },
      withdrawn: { title: text('撤回', 'Withdrawn') },
    },
  },
  launchVariety: {
    title: text('品种投产', 'Put a variety into production'),
    owner: 'OFF',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('CHG', ''), cite('INSP', '34')],
    clock: 'none',
    child: 'off-site-launch',
    outcomes: {
      launched: { title: text('投产', 'In production'), tone: 'primary' },
      notLaunched: { title: text('未投产', 'Not in production'), tone: 'danger' },
    },
  },
  superviseSite: {
    title: text('协同监管', 'Joint supervision'),
    owner: 'OFF',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('INSP', '53'), cite('INSP', '54')],
    clock: 'none',
    child: 'joint-supervision',
    outcomes: { struck: { title: text('场地核减', 'Site struck') } },
  },
  draftPlan: {
    title: text('拟定协同监管方案', 'Draft the plan of joint supervision'),
    owner: 'OFF',
    limit: 'offSite.plan',
    policy: 'CHASE',
    basis: [cite('INSP', '54'), cite('INSP', '55')],
    clock: 'none',
    outcomes: { propose: { title: text('报审', 'Put forward'), form: [duties], tone: 'primary' } },
  },
  approvePlan: {
    title: text('审核协同监管方案', 'Check the plan of joint supervision'),
    owner: 'SEC',
    limit: 'offSite.plan',
    policy: 'CHASE',
    basis: [cite('INSP', '55')],
    clock: 'none',
    notBy: ['draftPlan'],
    outcomes: {
      agree: { title: text('同意，送对方确认', 'Agree: to the other side'), form: [opinion], tone: 'primary' },
      sendBack: { title: text('退回修改', 'Send back'), form: [reasons] },
    },
  },
  confirmPlan: {
    title: text('对方确认协同监管方案', 'The other side confirms the plan'),
    letter: { procedure: 'joint-contribution' },
    owner: 'OFF',
    limit: 'offSite.plan',
    policy: 'CHASE',
    basis: [cite('INSP', '54'), cite('INSP', '55')],
    clock: 'none',
    outcomes: {
      confirmed: {
        title: text('登记确认', 'Enter that they confirm'),
        form: [...asReceived],
        documents: ['supervisionPlan'],
        tone: 'primary',
      },
      changesAsked: { title: text('登记修改意见', 'Enter what they want changed'), form: [...asReceived, statement] },
    },
  },
});
