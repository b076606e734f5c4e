import { condition, defineSignal, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import type { BareActivities } from './ledger.ts';

const ledger = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '5s' });

/** Durable work of one decision and nothing else: one Update, one local activity, one timer armed again. */
export const act = defineUpdate<number, [string]>('act');
/** An Update that does nothing. */
export const nothing = defineUpdate<number>('nothing');
/** Ends the workflow. */
export const end = defineSignal('end');

const FAR_MS = 20 * 86_400_000;

/** The smallest workflow that does what a case workflow does for a decision. */
export async function bare({ caseId }: { readonly caseId: string }): Promise<void> {
  let version = 0;
  let ended = false;
  setHandler(act, async (requestId) => {
    const next = await ledger.append({ caseId, requestId });
    version = next;
    return next;
  });
  setHandler(nothing, () => version);
  setHandler(end, () => {
    ended = true;
  });
  while (!ended) {
    const seen = version;
    await condition(() => ended || version !== seen, FAR_MS + version);
  }
}
