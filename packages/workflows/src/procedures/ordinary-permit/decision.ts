import type { CivilDate } from '@lianban/domain/civil-date';
import { text } from '@lianban/domain/text';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import type { reviewSteps } from './review-steps.ts';

type P = Proceeding<typeof reviewSteps>;

const granting = text(
  '拟办意见为不予，须经法制审核的拟准予意见方可准予',
  'The draft proposes refusal: a grant needs a draft that proposes it',
);
const refusing = text(
  '拟办意见为准予，不予须先退回并经法制审核',
  'The draft proposes grant: a refusal needs legal review first',
);

/** 10.B in short form. A leader's 不同意 sends back and never refuses by itself; a refusal passes legal review. */
export async function decide(p: P): Promise<CivilDate | 'refused'> {
  for (;;) {
    const draft = await p.step('draft');
    const refusal = draft.outcome === 'proposeRefusal';
    if ((await p.step('audit')).outcome === 'sendBack') continue;
    if (refusal && (await p.step('legalReview')).outcome === 'sendBack') continue;
    const decision = refusal
      ? await p.step('approve', { without: { grant: granting } })
      : await p.step('approve', { without: { refuse: refusing } });
    if (decision.outcome === 'sendBack') continue;
    return decision.outcome === 'refuse' ? 'refused' : decision.on;
  }
}
