import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons, statement } from '../building-blocks/fields.ts';

const items = {
  name: 'items',
  label: text('需补正的全部资料', 'Everything that is needed'),
  kind: { type: 'list', maxItems: 50, maxLength: 200 },
  required: true,
} as const satisfies Field;

const pass = { title: text('通过', 'Pass'), form: [opinion], documents: ['reviewReport'], tone: 'primary' } as const;
const reject = {
  title: text('不通过', 'Do not pass'),
  form: [reasons],
  documents: ['reviewReport', 'negativeReviewNotice'],
  tone: 'danger',
} as const;
const suspend = {
  title: text('中止（疑似造假）', 'Suspend: falsity suspected'),
  form: [reasons],
  documents: ['suspensionNotice'],
} as const;
const beforeTheEnd = {
  endOf: { clock: 'review' },
  otherwise: text('审评时限已届满，不得再延长', 'The limit of the review has passed and can no longer be extended'),
} as const;

/** Steps 2, B1 and B1s: hand-over, technical review with its supplement, experts, extension and objection. */
export const reviewSteps = catalogue({
  handOver: {
    title: text('转审评', 'Hand over to the review'),
    owner: 'WIN',
    limit: 'device.reg.handover',
    policy: 'BREACH',
    basis: [cite('O47', '91')],
    clock: 'none',
    outcomes: {
      handOver: { title: text('转办', 'Hand over'), form: [opinion], documents: ['handoverSheet'], tone: 'primary' },
    },
  },
  review: {
    title: text('技术审评', 'Technical review'),
    owner: 'REV',
    limit: { clock: 'review' },
    policy: 'BREACH',
    basis: [cite('O47', '92'), cite('O47', '98')],
    clock: 'runs',
    outcomes: {
      pass,
      requestMore: {
        title: text('发补（一次）', 'Ask for more, once'),
        form: [items],
        documents: ['reviewSupplementNotice'],
      },
      reject,
      convene: { title: text('专家评审', 'Put to experts'), form: [reasons] },
      suspend,
    },
  },
  supplementReview: {
    title: text('一次性提交补充资料', 'Submit the supplement, once'),
    owner: 'APP',
    limit: 'device.reg.supplement',
    policy: 'LAPSE',
    lapse: { means: text('逾期未补充，终止审评，不予注册', 'Nothing in time: the review ends, no registration') },
    basis: [cite('O47', '54')],
    clock: 'paused',
    outcomes: {
      submit: { title: text('提交补充资料', 'Submit'), form: [statement], documents: ['receipt'], tone: 'primary' },
    },
  },
  meetExperts: {
    title: text('专家评审会', 'Meeting of the experts'),
    owner: 'REV',
    limit: 'device.reg.experts',
    policy: 'NUDGE',
    basis: [cite('O47', '98')],
    clock: 'paused',
    outcomes: {
      met: {
        title: text('形成专家意见', 'Opinion reached'),
        form: [statement],
        documents: ['expertOpinion'],
        tone: 'primary',
      },
    },
  },
  requestLongerReview: {
    title: text('申请延长审评时限（一次）', 'Ask for a longer review, once'),
    owner: 'REV',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('O47', '96')],
    clock: 'runs',
    outcomes: { request: { title: text('申请延长', 'Ask'), form: [reasons], before: beforeTheEnd } },
  },
  approveLongerReview: {
    title: text('审评机构负责人批准延长', 'Decide on the longer review'),
    owner: 'REV',
    limit: { clock: 'review' },
    policy: 'LAPSE',
    lapse: { means: text('审评时限届满未批准，延长申请失效', 'Not approved in time: the request falls') },
    basis: [cite('O47', '96')],
    clock: 'runs',
    notBy: ['requestLongerReview'],
    outcomes: {
      grant: {
        title: text('批准延长（不超过原时限二分之一）', 'Allow, by half at most'),
        form: [reasons],
        documents: ['decisionExtension'],
        tone: 'primary',
        irreversible: true,
      },
      refuse: { title: text('不批准', 'Do not allow'), form: [opinion] },
    },
  },
  object: {
    title: text('对审评意见提出异议', 'Object to the review opinion'),
    owner: 'APP',
    limit: 'device.objection',
    policy: 'LAPSE',
    lapse: { means: text('逾期未提出，审评意见成立', 'None in time: the opinion stands') },
    basis: [cite('O47', '57')],
    clock: 'paused',
    outcomes: {
      object: { title: text('提出异议', 'Object'), form: [statement], documents: ['receipt'], tone: 'primary' },
      accept: { title: text('不提异议', 'Do not object'), form: [opinion] },
    },
  },
  weighObjection: {
    title: text('处理异议', 'Weigh the objection'),
    owner: 'REV',
    limit: 'device.objection.weigh',
    policy: 'NUDGE',
    basis: [cite('O47', '57')],
    clock: 'paused',
    outcomes: {
      uphold: {
        title: text('维持审评意见', 'Uphold'),
        form: [reasons],
        documents: ['objectionFinding'],
        tone: 'primary',
      },
      reopen: { title: text('异议成立，重新审评', 'Review again'), form: [reasons], documents: ['objectionFinding'] },
    },
  },
  returnToReview: {
    title: text('退回审评', 'Send back to the review'),
    owner: 'DL',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('O47', '94')],
    clock: 'runs',
    outcomes: { return: { title: text('退回审评', 'Send back'), form: [reasons], documents: ['reviewReturn'] } },
  },
  reviewAgain: {
    title: text('退回后重新审评', 'Review again'),
    owner: 'REV',
    limit: { clock: 'decision' },
    policy: 'BREACH',
    basis: [cite('O47', '94')],
    clock: 'runs',
    outcomes: { pass, reject, suspend },
  },
});
