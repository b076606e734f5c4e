import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import type { Offer, Proceeding } from '../../vocabulary/proceeding.ts';
import { catalogue } from '../../vocabulary/step.ts';
import { reasons } from './fields.ts';

/** 撤回: the applicant's right until the decision, barred once falsity is suspected. */
export const withdrawalSteps = catalogue({
  withdraw: {
    title: text('撤回申请', 'Withdraw the application'),
    owner: 'APP',
    limit: null,
    policy: 'NUDGE',
    basis: [cite('O47', '55')],
    clock: 'none',
    outcomes: {
      withdraw: {
        title: text('撤回', 'Withdraw'),
        form: [reasons],
        documents: ['withdrawalNotice'],
        tone: 'danger',
        irreversible: true,
      },
    },
  },
});

/** Why the right is barred while the truth of the application is in question. */
export const falsitySuspected = text(
  '申请材料涉嫌虚假，核实期间不得撤回',
  'Withdrawal is barred while the application is suspected of falsity',
);

/** Opens the right; it ends with the offer or with the case. */
export function offerWithdrawal(p: Proceeding<typeof withdrawalSteps>): Offer {
  return p.offer('withdraw', async () => {
    p.close('withdrawn');
  });
}
