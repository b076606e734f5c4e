import type { CivilDate } from '@lianban/domain/civil-date';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import type { Field } from '@lianban/domain/field';
import type { Offer, Proceeding, StepOptions } from '../../vocabulary/proceeding.ts';
import { catalogue, type FlowOf } from '../../vocabulary/step.ts';
import { opinion, reasons, statement } from './fields.ts';

/** What the other bureau is asked. */
export const questions = {
  name: 'questions',
  label: text('请求核查的事实与问题', 'Facts and questions to be looked into'),
  kind: { type: 'list', maxItems: 30, maxLength: 500 },
  required: true,
  flow: true,
} as const satisfies Field;

/** Only the bureau of the other province can be written to from here. */
const addressee = {
  name: 'addressee',
  label: text('发函方式', 'How it is sent'),
  kind: {
    type: 'choice',
    options: [
      { value: 'otherBureau', label: text('由系统发往对方省药监局', 'From here to the bureau of the other province') },
      { value: 'elsewhere', label: text('发往其他机关，另行寄送', 'To another body, by other means') },
    ],
  },
  required: true,
  flow: true,
} as const satisfies Field;

const assistingBody = {
  name: 'assistingBody',
  label: text('协助机关', 'Assisting body'),
  kind: { type: 'line', maxLength: 100 },
  required: true,
} as const satisfies Field;

const replyBy = {
  name: 'replyBy',
  label: text('对方告知的回函日期', 'Day by which they say they will answer'),
  kind: { type: 'date' },
  required: true,
  flow: true,
  after: 'today',
} as const satisfies Field;

/** What may come back, at whatever level it is waited for. None of it is ever presumed from silence. */
const replies = {
  replied: {
    title: text('登记回函', 'Enter the answer'),
    form: [statement],
    documents: ['assistanceReply'],
    tone: 'primary',
  },
  unable: { title: text('登记无法查证', 'Enter that it cannot be established'), form: [reasons] },
  returned: { title: text('登记退回', 'Enter that it was sent back'), form: [reasons] },
  recall: {
    title: text('撤回协查', 'Recall the request'),
    form: [reasons],
    documents: ['assistanceRecall'],
    tone: 'danger',
    recalls: true,
  },
} as const;

const letter = { procedure: 'assistance-request' } as const;

/** 跨省协查 as whoever asks sees it: a letter, its answer, and what silence leads to. The clocks of the case run on. */
export const assistanceSteps = catalogue({
  requestAssistance: {
    title: text('提请外省协助核查', 'Propose to ask the other bureau for assistance'),
    owner: 'INS',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('PEN', '26'), cite('PP', '')],
    clock: 'none',
    outcomes: {
      request: { title: text('提请发函', 'Propose the letter'), form: [assistingBody, addressee, questions] },
    },
  },
  sendAssistance: {
    title: text('签发协助调查函', 'Sign the letter asking for assistance'),
    owner: 'SEC',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis: [cite('PEN', '26'), cite('PP', '')],
    clock: 'none',
    notBy: ['requestAssistance'],
    outcomes: {
      send: { title: text('发函', 'Send'), form: [opinion], documents: ['assistanceLetter'], tone: 'primary' },
      sendBack: { title: text('退回', 'Send back'), form: [reasons] },
    },
  },
  awaitAssistance: {
    title: text('等候协查回函', 'Wait for the answer'),
    letter,
    owner: 'INS',
    limit: 'assist.reply',
    policy: 'CHASE',
    lapse: {
      means: text('逾期未复，发催办函；不视为同意', 'A reminder is sent; silence is never consent'),
      documents: ['assistanceReminder'],
    },
    basis: [cite('PP', '')],
    clock: 'none',
    outcomes: {
      ...replies,
      announceDelay: {
        title: text('登记延期告知（一次）', 'Enter that it will come later, once'),
        form: [reasons, replyBy],
      },
    },
  },
  awaitReminded: {
    title: text('催办后等候回函', 'Wait after the reminder'),
    letter: { ...letter, reminds: true },
    owner: 'SEC',
    limit: 'assist.jointOffice',
    policy: 'CHASE',
    lapse: {
      means: text('仍未复，提请联席会议办公室协调', 'The office of the joint meeting is asked to step in'),
      documents: ['jointOfficeRequest'],
    },
    basis: [cite('PP', '')],
    clock: 'none',
    outcomes: replies,
  },
  awaitJointOffice: {
    title: text('提请协调后等候回函', 'Wait while the joint office coordinates'),
    letter,
    owner: 'SEC',
    limit: 'assist.leaders',
    policy: 'CHASE',
    lapse: {
      means: text('仍未复，报请两地分管局领导协调', 'The deputy directors of both sides take it up'),
      documents: ['leadersRequest'],
    },
    basis: [cite('PP', '')],
    clock: 'none',
    outcomes: replies,
  },
  awaitLeaders: {
    title: text('分管局领导协调', 'The deputy directors coordinate'),
    letter,
    owner: 'DL',
    limit: null,
    policy: 'CHASE',
    basis: [cite('PP', '')],
    clock: 'none',
    outcomes: replies,
  },
});

type P = Proceeding<typeof assistanceSteps>;
type Asked = FlowOf<typeof assistanceSteps.requestAssistance.outcomes.request>;

const underWay = text('已提请协助核查，正在办理', 'Assistance has been asked for and is under way');
const toldOnce = text('对方已告知延期一次', 'They have announced a delay once');

/** Opens the right to ask, as often as needed, one request at a time; null in a case opened before the rules were in the table. */
export function offerAssistance(p: P): Offer | null {
  const { terms } = p.opening;
  if (terms['assist.reply'] === undefined || terms['assist.leaders'] === undefined) return null;
  if (!p.amended('2026-11 assistance of the other bureau')) return null;
  let waiting = false;
  const request: Offer = p.offer('requestAssistance', async ({ flow: asked }) => {
    request.block(underWay);
    const signed = await p.step('sendAssistance');
    if (signed.outcome === 'send') {
      waiting = true;
      await awaitAnswer(p, { since: signed.on, ...sharedOf(p, asked) });
      waiting = false;
    }
    request.unblock();
  });
  return {
    ...request,
    end: () => {
      if (waiting) p.issue('assistanceRecall');
      request.end();
    },
  };
}

/** What goes to the other bureau: the questions, and whether it has returned a letter before. Other bodies are written to on paper. */
function sharedOf(p: P, { addressee: by, questions: asked }: Asked): Pick<StepOptions, 'share'> {
  if (by !== 'otherBureau' || !p.amended('2026-11 letters to the other bureau')) return {};
  return { share: { questions: asked, returnedBefore: p.times('awaitAssistance', 'returned') > 0 } };
}

/** How a request for assistance ends, at whatever level it is waited for. */
export type AssistanceReply = keyof typeof replies;

type Waiting = Proceeding<
  Pick<typeof assistanceSteps, 'awaitAssistance' | 'awaitReminded' | 'awaitJointOffice' | 'awaitLeaders'>
>;

/** Waits for the answer to the letter that the first of these steps sends. CHASE: each silence leads one level up and never to an answer. */
export async function awaitAnswer(p: Waiting, sent: StepOptions): Promise<AssistanceReply> {
  for (let options = sent; ;) {
    const answer = await p.step('awaitAssistance', options);
    if (answer.outcome === 'lapsed') return chase(p, answer.lastDay);
    if (answer.outcome !== 'announceDelay') return answer.outcome;
    options = { until: answer.flow.replyBy, without: { announceDelay: toldOnce } };
  }
}

async function chase(p: Waiting, lastDay: CivilDate): Promise<AssistanceReply> {
  const reminded = await p.step('awaitReminded', { since: lastDay });
  if (reminded.outcome !== 'lapsed') return reminded.outcome;
  const coordinated = await p.step('awaitJointOffice', { since: reminded.lastDay });
  if (coordinated.outcome !== 'lapsed') return coordinated.outcome;
  return (await p.step('awaitLeaders')).outcome;
}
