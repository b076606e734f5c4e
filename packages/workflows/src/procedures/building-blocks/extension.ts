import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import type { Offer, Proceeding } from '../../vocabulary/proceeding.ts';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons } from './fields.ts';

const beforeTheEnd = {
  endOf: { clock: 'decision' },
  otherwise: text('决定期限已届满，不得再延期', 'The limit of the decision has passed and can no longer be extended'),
} as const;

/** 10.C 延期: asked for before the decision is due, approved by the head of the agency, once (许可法42). */
export const extensionSteps = catalogue({
  requestExtension: {
    title: text('申请延长决定期限（一次）', 'Ask for a longer decision limit, once'),
    owner: 'OFF',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('LIC', '42')],
    clock: 'runs',
    outcomes: {
      request: { title: text('申请延期', 'Ask for extension'), form: [reasons], before: beforeTheEnd },
    },
  },
  approveExtension: {
    title: text('审批延长决定期限', 'Decide on the longer decision limit'),
    owner: 'HEAD',
    limit: { clock: 'decision' },
    policy: 'LAPSE',
    lapse: { means: text('决定期限届满未批准，延期申请失效', 'Not approved in time: the request falls') },
    basis: [cite('LIC', '42')],
    clock: 'runs',
    notBy: ['requestExtension'],
    outcomes: {
      grant: {
        title: text('同意延期', 'Allow'),
        form: [reasons],
        documents: ['decisionExtension'],
        tone: 'primary',
        irreversible: true,
      },
      refuse: { title: text('不同意延期', 'Do not allow'), form: [opinion] },
    },
  },
});

const pending = text('延期申请正在审批', 'A request is before the head of the agency');
const once = text('决定期限以延长一次为限', 'The limit of the decision is extended once only');

/** Opens the right while the clock `decision` runs; null in a case that was opened before the rule was in the table. */
export function offerExtension(p: Proceeding<typeof extensionSteps>): Offer | null {
  if (p.opening.terms['permit.extend'] === undefined) return null;
  if (!p.amended('2026-11 extension of the decision')) return null;
  const request: Offer = p.offer('requestExtension', async () => {
    request.block(pending);
    const decision = await p.step('approveExtension');
    if (decision.outcome !== 'grant') {
      request.unblock();
      return;
    }
    p.clock.extend('decision', 'permit.extend');
    request.block(once);
  });
  return request;
}
