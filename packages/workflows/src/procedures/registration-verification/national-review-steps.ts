import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons, statement } from '../building-blocks/fields.ts';
import { day, message, number, recalled } from './message-fields.ts';

const acceptedOn = day('acceptedOn', '药审中心受理之日', 'Accepted by the review centre on');
const latestOn = day('latestOn', '核查最迟完成之日（来文所载）', 'Last day of the verification, as the message says');
const kindOfReview = {
  name: 'kindOfReview',
  label: text('审评类别', 'Kind of review'),
  kind: {
    type: 'choice',
    options: [
      { value: 'standard', label: text('上市许可审评', 'Marketing authorisation') },
      { value: 'priority', label: text('优先审评', 'Priority review') },
    ],
  },
  required: true,
  flow: true,
} as const satisfies Field;

/** What the national bodies do, recorded as they tell: they accept, verify, ask for more, review and decide. */
export const nationalReviewSteps = catalogue({
  recordStart: {
    title: text('登记药审中心受理与核查启动', 'Record acceptance and start of the verification'),
    owner: 'OFF',
    limit: 'drug.reg.cfdiNotify',
    policy: 'CHASE',
    basis: [cite('O27', '45', recalled)],
    clock: 'runs',
    outcomes: {
      withVerification: {
        title: text('启动注册核查', 'Verification started'),
        form: [number, acceptedOn, kindOfReview, latestOn],
        documents: message,
        tone: 'primary',
      },
      inspectionOnly: {
        title: text('不启动注册核查，仅通知上市前检查', 'No verification: inspection before approval alone'),
        form: [number, acceptedOn, kindOfReview, latestOn],
        documents: message,
      },
    },
  },
  recordVerification: {
    title: text('登记注册核查结论', 'Record the result of the verification'),
    owner: 'OFF',
    limit: 'drug.reg.review',
    policy: 'CHASE',
    basis: [cite('O27', '', recalled)],
    clock: 'runs',
    outcomes: {
      passed: { title: text('核查通过', 'Passed'), form: [number, statement], documents: message, tone: 'primary' },
      failed: { title: text('核查不通过', 'Not passed'), form: [number, statement], documents: message },
    },
  },
  recordCentreRequest: {
    title: text('登记药审中心发补', 'Record that the centre asked for more'),
    owner: 'OFF',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('O27', '', recalled)],
    clock: 'runs',
    outcomes: { record: { title: text('登记发补', 'Record'), form: [number, statement], documents: message } },
  },
  recordSupplied: {
    title: text('登记补充资料已送药审中心', 'Record that the centre has what it asked for'),
    owner: 'OFF',
    limit: 'drug.reg.supplement',
    policy: 'CHASE',
    basis: [cite('O27', '', recalled)],
    clock: 'paused',
    outcomes: {
      record: { title: text('登记', 'Record'), form: [number, opinion], documents: message, tone: 'primary' },
    },
  },
  recordEarlyRefusal: {
    title: text('登记国家局提前不予批准、终止审评', 'Record that the nation refused or ended the review early'),
    owner: 'OFF',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('O27', '', recalled)],
    clock: 'runs',
    outcomes: {
      record: {
        title: text('登记并关闭', 'Record and close'),
        form: [number, reasons],
        documents: message,
        tone: 'danger',
        irreversible: true,
      },
    },
  },
  recordOpinion: {
    title: text('登记药审中心审评结论', 'Record the conclusion of the review'),
    owner: 'OFF',
    limit: { clock: 'nationalReview' },
    policy: 'CHASE',
    basis: [cite('O27', '', recalled)],
    clock: 'runs',
    outcomes: {
      passed: { title: text('审评通过', 'Passed'), form: [number, statement], documents: message, tone: 'primary' },
      negative: { title: text('审评不通过', 'Negative'), form: [number, statement], documents: message },
    },
  },
  recordApproval: {
    title: text('登记国家局审批结果', 'Record the decision of the nation'),
    owner: 'OFF',
    limit: 'drug.reg.decide',
    policy: 'CHASE',
    basis: [cite('O27', '', recalled)],
    clock: 'none',
    outcomes: {
      approved: { title: text('批准', 'Approved'), form: [number, statement], documents: message, tone: 'primary' },
      refused: { title: text('不予批准', 'Not approved'), form: [number, statement], documents: message },
    },
  },
  updateLicence: {
    title: text('更新许可证副本、公开检查结果', 'Update the licence and publish the result'),
    owner: 'OFF',
    limit: 'drug.gmp.update',
    policy: 'NUDGE',
    basis: [cite('O28', '', recalled)],
    clock: 'none',
    outcomes: {
      update: { title: text('更新', 'Update'), form: [opinion], documents: ['licence'], tone: 'primary' },
      keep: { title: text('不更新', 'Leave it'), form: [reasons] },
    },
  },
});
