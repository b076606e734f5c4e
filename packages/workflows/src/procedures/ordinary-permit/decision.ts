import type { CivilDate } from '@lianban/domain/civil-date';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { grantDrafted, refusalDrafted } from '../building-blocks/draft.ts';
import type { reviewSteps } from './review-steps.ts';

type P = Proceeding<typeof reviewSteps>;

/** 10.B in short form. A leader's 不同意 sends back and never refuses by itself; a refusal passes legal review. */
export async function decide(p: P): Promise<CivilDate | 'refused'> {
  for (;;) {
    const draft = await p.step('draft');
    const refusal = draft.outcome === 'proposeRefusal';
    if ((await p.step('audit')).outcome === 'sendBack') continue;
    if (refusal && (await p.step('legalReview')).outcome === 'sendBack') continue;
    const decision = refusal
      ? await p.step('approve', { without: { grant: refusalDrafted } })
      : await p.step('approve', { without: { refuse: grantDrafted } });
    if (decision.outcome === 'sendBack') continue;
    return decision.outcome === 'refuse' ? 'refused' : decision.on;
  }
}
