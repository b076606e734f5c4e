import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { anyDefects, defects } from '../building-blocks/defects.ts';
import { opinion, reasons, secondOfficer, statement } from '../building-blocks/fields.ts';

const items = {
  name: 'items',
  label: text('需补充的全部资料', 'Everything that is needed'),
  kind: { type: 'list', maxItems: 30, maxLength: 200 },
  required: true,
} as const satisfies Field;

/** What an inspection tells: the day on which it ended, and whether its defects were issued again. */
const endedOn = {
  name: 'endedOn',
  label: text('检查结束之日', 'Day on which it ended'),
  kind: { type: 'date' },
  required: false,
  flow: true,
} as const satisfies Field;

/** Steps 2–6 of 一般许可: assignment, review of the file, inspection, rectification, assessment; and the expiry of what is renewed. */
export const examinationSteps = catalogue({
  assign: {
    title: text('分派', 'Assign'),
    owner: 'SEC',
    limit: 'permit.assign',
    policy: 'NUDGE',
    basis: [cite('LIC', '34')],
    clock: 'runs',
    outcomes: {
      assign: { title: text('分派', 'Assign'), form: [opinion], documents: ['assignmentSheet'], tone: 'primary' },
      returnToWindow: {
        title: text('退回窗口（限当日）', 'Return to the window, same day only'),
        form: [reasons],
        before: {
          endOf: { clock: 'returnable' },
          otherwise: text('受理当日已过，不得退回窗口', 'Only on the day of acceptance'),
        },
      },
    },
  },
  recheckAcceptance: {
    title: text('窗口复核受理', 'Look at the acceptance again'),
    owner: 'WIN',
    limit: 'permit.assign',
    policy: 'NUDGE',
    basis: [cite('LIC', '32')],
    clock: 'runs',
    outcomes: { uphold: { title: text('复核完毕，转承办处室', 'Pass on again'), form: [statement], tone: 'primary' } },
  },
  review: {
    title: text('资料审查', 'Review of the file'),
    owner: 'OFF',
    limit: { clock: 'decision' },
    policy: 'BREACH',
    basis: [cite('LIC', '34')],
    clock: 'runs',
    outcomes: {
      pass: {
        title: text('通过', 'Pass'),
        form: [secondOfficer, opinion],
        documents: ['reviewOpinion'],
        tone: 'primary',
      },
      inspect: {
        title: text('需现场检查', 'Inspection needed'),
        form: [secondOfficer, opinion],
        documents: ['reviewOpinion'],
      },
      requestMore: {
        title: text('发补（一次）', 'Ask for more, once'),
        form: [secondOfficer, items],
        documents: ['reviewOpinion', 'reviewSupplementNotice'],
      },
      proposeRefusal: {
        title: text('拟不予', 'Propose refusal'),
        form: [secondOfficer, reasons],
        documents: ['reviewOpinion'],
      },
    },
  },
  supplementReview: {
    title: text('补充资料', 'Supplement for the review'),
    owner: 'APP',
    limit: 'permit.review.supplement',
    policy: 'LAPSE',
    lapse: { means: text('逾期未补充，按现有资料审查', 'Nothing in time: reviewed as it stands') },
    basis: [cite('LIC', '45')],
    clock: 'paused',
    outcomes: {
      submit: { title: text('提交补充资料', 'Submit'), form: [statement], documents: ['receipt'], tone: 'primary' },
    },
  },
  inspect: {
    title: text('现场检查', 'Inspection'),
    owner: 'DISP',
    limit: { clock: 'decision' },
    policy: 'BREACH',
    basis: [cite('LIC', '34'), cite('INSP', '33'), cite('O53', '13')],
    clock: 'runs',
    child: 'inspection-task',
    outcomes: {
      conforms: { title: text('符合要求', 'Conforms'), form: [anyDefects, endedOn], tone: 'primary' },
      toRectify: { title: text('待整改', 'To be rectified'), form: [defects, endedOn] },
      fails: { title: text('不符合要求', 'Fails'), form: [anyDefects, endedOn], tone: 'danger' },
      notApproved: { title: text('检查未获批准', 'Not approved') },
    },
  },
  rectify: {
    title: text('整改', 'Rectification'),
    owner: 'DISP',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('INSP', ''), cite('O53', '13'), cite('O54', '13')],
    clock: 'paused',
    child: 'rectification',
    outcomes: {
      rectified: { title: text('整改合格', 'Rectified'), tone: 'primary' },
      fails: { title: text('不符合要求', 'Fails'), tone: 'danger' },
    },
  },
  assess: {
    title: text('综合评定', 'Comprehensive assessment'),
    owner: 'DISP',
    limit: 'insp.eval.clear',
    policy: 'BREACH',
    basis: [cite('INSP', '')],
    clock: 'runs',
    outcomes: {
      conforms: {
        title: text('符合要求', 'Conforms'),
        form: [opinion],
        documents: ['assessmentReport'],
        tone: 'primary',
      },
      fails: {
        title: text('不符合要求', 'Fails'),
        form: [reasons],
        documents: ['assessmentReport'],
        tone: 'danger',
      },
    },
  },
  decideBeforeExpiry: {
    title: text('有效期届满前作出决定', 'Decide before the licence expires'),
    owner: 'SEC',
    limit: 'given',
    policy: 'DEEMED',
    lapse: {
      means: text('届满未决定，视为准予延续', 'Undecided at expiry: deemed renewed'),
      documents: ['deemedRenewal'],
    },
    basis: [cite('LIC', '50')],
    clock: 'runs',
    outcomes: {},
  },
});
