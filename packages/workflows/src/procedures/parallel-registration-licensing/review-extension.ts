import { text } from '@lianban/domain/text';
import type { Offer } from '../../vocabulary/proceeding.ts';
import type { ParallelProceeding } from './steps.ts';

const pending = text('延长申请正在审批', 'A request is being decided on');
const once = text('审评时限以延长一次为限', 'Extended once only');

/** The review may be lengthened by half of its limit at most, asked for and approved before its end, once (总局令47第96条). */
export function offerReviewExtension(p: ParallelProceeding): Offer {
  const request: Offer = p.offer('requestLongerReview', async () => {
    request.block(pending);
    if ((await p.step('approveLongerReview')).outcome !== 'grant') return request.unblock();
    p.clock.extend('review', 'device.reg.review.extend');
    request.block(once);
  });
  return request;
}
