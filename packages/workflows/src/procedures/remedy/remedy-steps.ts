import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons, statement } from '../building-blocks/fields.ts';

const line = (name: string, zh: string, en: string) =>
  ({ name, label: text(zh, en), kind: { type: 'line', maxLength: 200 }, required: true }) as const satisfies Field;

const body = line('body', '复议机关、人民法院', 'Reviewing body or court');
const reference = line('reference', '案号', 'Its case number');

const simplified = {
  name: 'simplified',
  label: text('适用简易程序（限行政复议）', 'Simplified procedure (reconsideration only)'),
  kind: { type: 'flag' },
  required: false,
  flow: true,
} as const satisfies Field;

/** The day on which a paper of the reviewing body arrived, from which limits are counted. */
const arrivedOn = {
  name: 'arrivedOn',
  label: text('收到之日', 'Day of receipt'),
  kind: { type: 'date' },
  required: true,
  flow: true,
} as const satisfies Field;

const gist = {
  name: 'gist',
  label: text('主文与理由摘要', 'What was ruled, and why'),
  kind: { type: 'prose', maxLength: 4000 },
  required: true,
} as const satisfies Field;

const barred = {
  name: 'barred',
  label: text('不得再用的事实和理由', 'Facts and reasons that may not be used again'),
  hint: text(
    '重新作出的决定不得以同一事实和理由作出相同或者基本相同的决定（行政复议法第六十四条）',
    'The same decision may not rest on the same facts and reasons again (Administrative Reconsideration Law, Art. 64)',
  ),
  kind: { type: 'prose', maxLength: 4000 },
  required: true,
  flow: true,
} as const satisfies Field;

const dueOn = {
  name: 'dueOn',
  label: text('裁判指定的履行期限', 'Day that the ruling sets'),
  hint: text('未指定的，重新计算法定期限', 'Without one the whole limit runs anew'),
  kind: { type: 'date' },
  required: false,
  flow: true,
  after: 'today',
} as const satisfies Field;

const changedTo = {
  name: 'changedTo',
  label: text('变更内容', 'Changed to'),
  kind: {
    type: 'choice',
    options: [
      { value: 'grant', label: text('准予许可', 'The permit is granted') },
      { value: 'other', label: text('其他变更', 'Another change') },
    ],
  },
  required: true,
  flow: true,
} as const satisfies Field;

const unperformed = {
  name: 'unperformed',
  label: text('未履行的职责', 'What was not performed'),
  kind: {
    type: 'choice',
    options: [
      { value: 'intake', label: text('收件受理', 'Intake and acceptance') },
      { value: 'examination', label: text('审查', 'Examination') },
      { value: 'decision', label: text('作出决定', 'Decision') },
    ],
  },
  required: true,
  flow: true,
} as const satisfies Field;

const exception = {
  name: 'exception',
  label: text(
    '停止执行的情形（行政复议法第四十二条）',
    'Which exception (Administrative Reconsideration Law, Art. 42)',
  ),
  kind: {
    type: 'choice',
    options: [
      { value: 'agency', label: text('本机关认为需要停止执行', 'The agency finds it necessary') },
      {
        value: 'reviewer',
        label: text('复议机关、法院认为需要停止执行', 'The reviewing body or court finds it necessary'),
      },
      { value: 'request', label: text('申请人申请，经审查要求合理', 'The applicant asked, and with reason') },
      { value: 'statute', label: text('法律、法规、规章规定停止执行', 'A statute says so') },
    ],
  },
  required: true,
} as const satisfies Field;

/** How what was decided concerns somebody who is not a party. */
const interest = {
  name: 'interest',
  label: text('与被诉、被复议决定的利害关系', 'How the decision concerns them'),
  kind: { type: 'prose', maxLength: 2000 },
  required: true,
} as const satisfies Field;

/** Articles that nobody could look up. */
const recalled = { note: text('凭记忆', 'recalled') };

const ruled = [arrivedOn, reference, gist] as const;

/** 10.H 复议、诉讼: what the agency does while somebody else reviews its decision, and what the ruling has it do. */
export const remedySteps = catalogue({
  registerRemedy: {
    title: text('登记复议、诉讼', 'Enter the remedy'),
    owner: 'LEG',
    limit: 'remedy.register',
    policy: 'NUDGE',
    basis: [cite('REV', '30'), cite('LIT', '45-47')],
    clock: 'none',
    outcomes: {
      admitted: {
        title: text('已受理，收到副本', 'Admitted: copy received'),
        form: [arrivedOn, body, reference, simplified],
        tone: 'primary',
      },
      notAdmitted: { title: text('未予受理、立案', 'Not admitted'), form: [reasons] },
    },
  },
  answerReconsideration: {
    title: text('提出复议答复', 'Answer the reconsideration'),
    owner: 'LEG',
    limit: 'reconsider.answer',
    policy: 'BREACH',
    basis: [cite('REV', '')],
    clock: 'none',
    outcomes: {
      file: {
        title: text('提交答复书和证据', 'File answer and evidence'),
        form: [statement],
        documents: ['remedyAnswer'],
        tone: 'primary',
      },
    },
  },
  defendSuit: {
    title: text('应诉答辩', 'Defend the lawsuit'),
    owner: 'LEG',
    limit: 'lawsuit.answer',
    policy: 'BREACH',
    basis: [cite('LIT', '')],
    clock: 'none',
    outcomes: {
      file: {
        title: text('提交答辩状和证据', 'File defence and evidence'),
        form: [statement],
        documents: ['defenceFile'],
        tone: 'primary',
      },
    },
  },
  notifyThirdParty: {
    title: text('通知第三人', 'Notify a third party'),
    owner: 'LEG',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('REV', '16', recalled), cite('LIT', '29', recalled)],
    clock: 'none',
    outcomes: {
      notify: {
        title: text('通知参加并听取意见', 'Notify, and ask to be heard'),
        form: [line('thirdParty', '第三人', 'Third party'), interest],
        documents: ['thirdPartyNotice'],
        irreversible: true,
      },
    },
  },
  hearThirdParty: {
    title: text('听取第三人意见', 'Hear the third party'),
    owner: 'LEG',
    limit: 'remedy.thirdParty',
    policy: 'NUDGE',
    basis: [cite('REV', '16', recalled), cite('LIT', '29', recalled)],
    clock: 'none',
    outcomes: {
      heard: {
        title: text('已听取', 'Heard'),
        form: [statement],
        documents: ['thirdPartyStatement'],
        tone: 'primary',
      },
      silent: { title: text('未参加、未提出意见', 'Did not take part'), form: [opinion] },
    },
  },
  awaitRuling: {
    title: text('等候复议决定、裁判', 'Wait for the ruling'),
    owner: 'LEG',
    limit: 'reconsider.decide',
    policy: 'NUDGE',
    basis: [cite('REV', '62'), cite('REV', '64')],
    clock: 'none',
    outcomes: {
      upheld: { title: text('维持', 'Upheld'), form: ruled, documents: ['rulingRecord'], tone: 'primary' },
      changed: {
        title: text('变更', 'Changed'),
        form: [...ruled, changedTo],
        documents: ['rulingRecord'],
        irreversible: true,
      },
      redo: {
        title: text('撤销并责令重作', 'Set aside, to be decided again'),
        form: [...ruled, barred, dueOn],
        documents: ['rulingRecord'],
        tone: 'danger',
        irreversible: true,
      },
      unlawful: { title: text('确认违法', 'Found unlawful'), form: ruled, documents: ['rulingRecord'] },
      perform: {
        title: text('责令履行', 'Ordered to perform'),
        form: [...ruled, unperformed, dueOn],
        documents: ['rulingRecord'],
        irreversible: true,
      },
      ended: { title: text('撤回、终止', 'Withdrawn or ended'), form: [arrivedOn, opinion] },
    },
  },
  noteLongerReview: {
    title: text('登记复议延期（一次）', 'Enter a longer reconsideration, once'),
    owner: 'LEG',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('REV', '62')],
    clock: 'none',
    outcomes: { note: { title: text('登记延期', 'Enter'), form: [reasons] } },
  },
  stopExecution: {
    title: text('停止执行', 'Stop execution'),
    owner: 'LEG',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('REV', '42')],
    clock: 'none',
    outcomes: {
      stop: {
        title: text('停止执行', 'Stop'),
        form: [exception, reasons],
        documents: ['executionStop'],
        irreversible: true,
      },
    },
  },
  resumeExecution: {
    title: text('恢复执行', 'Resume execution'),
    owner: 'LEG',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('REV', '42')],
    clock: 'none',
    outcomes: {
      resume: {
        title: text('恢复执行', 'Resume'),
        form: [reasons],
        documents: ['executionResumption'],
        irreversible: true,
      },
    },
  },
  serveChange: {
    title: text('送达变更后的决定', 'Serve the changed decision'),
    owner: 'WIN',
    limit: 'remedy.carryOut',
    policy: 'NUDGE',
    basis: [cite('REV', '')],
    clock: 'none',
    outcomes: {
      delivered: {
        title: text('送达', 'Served'),
        form: [statement],
        documents: ['changedDecision', 'serviceRecord'],
        tone: 'primary',
      },
    },
  },
  remedyUnlawfulness: {
    title: text('采取补救措施', 'Take remedial measures'),
    owner: 'LEG',
    limit: 'remedy.carryOut',
    policy: 'NUDGE',
    basis: [cite('REV', '')],
    clock: 'none',
    outcomes: {
      done: {
        title: text('已采取', 'Done'),
        form: [statement],
        documents: ['remedialMeasures'],
        tone: 'primary',
      },
    },
  },
});
