import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { catalogue } from '../../vocabulary/step.ts';
import type { Drafting } from './decision-chain.ts';
import { decisionSteps } from './decision-steps.ts';
import { reasons } from './fields.ts';

const newGrounds = {
  name: 'newGrounds',
  label: text('与被撤销决定不同的事实、理由', 'Facts and reasons other than those set aside'),
  kind: { type: 'prose', maxLength: 4000 },
  required: true,
} as const satisfies Field;

const { draft, audit, legalReview, holdHearing, approve, discuss, meet } = decisionSteps;
const { proposeGrant, proposeDiscussion } = draft.outcomes;

/** The decision chain for what is taken up again after a ruling: a draft of its own, and whoever made it apart from the rest. */
export const redraftSteps = catalogue({
  redraft: {
    ...draft,
    title: text('重新拟办意见', 'Draft opinion after a ruling'),
    basis: [cite('REV', '64'), cite('LIC', '42')],
    outcomes: {
      proposeGrant,
      proposeRefusalAnew: {
        title: text('拟不予（新的事实、理由）', 'Propose refusal on other grounds'),
        form: [newGrounds, reasons],
        documents: ['draftOpinion'],
      },
      proposeDiscussion,
    },
  },
  audit: { ...audit, notBy: ['draft', 'redraft'] },
  legalReview: { ...legalReview, notBy: ['draft', 'redraft'] },
  holdHearing: {
    ...holdHearing,
    notBy: ['review', 'draft', 'redraft', 'audit', 'legalReview', 'tellRefusal'],
  },
  approve: { ...approve, notBy: ['draft', 'redraft', 'review'] },
  discuss: { ...discuss, notBy: ['draft', 'redraft'] },
  meet: { ...meet, notBy: ['draft', 'redraft', 'review'] },
});

/** Drafts anew: the facts and reasons that the ruling set aside stand beside the step, and a refusal has to name others (复议法64). */
export const redraftWith =
  (p: Proceeding<typeof redraftSteps>, barred: string): Drafting =>
  async (without) => {
    const about = { key: 'barred', title: text(`不得再用：${barred}`, `Not to be used again: ${barred}`) };
    const { outcome } = await p.step('redraft', { without, ...(barred === '' ? {} : { about }) });
    return outcome === 'proposeRefusalAnew' ? 'proposeRefusal' : outcome;
  };
