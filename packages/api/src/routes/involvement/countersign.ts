import { openSheet } from '@lianban/db/involvement/open-sheet';
import { LianbanError } from '@lianban/domain/error';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { routeFor } from '../../trpc.ts';
import { ruleView } from '../../views/involvement.ts';
import { done, DONE, note, opinion, posts, requestOnDuty } from './inputs.ts';
import { seenDuty } from './seen-duty.ts';

const input = requestOnDuty
  .extend({ posts: posts.min(1), rule: ruleView, note, opinion })
  .extend({ outcome: safeTextUpTo(60).min(1) });

/** Sends the draft of an answer round to be signed before it is given (会签). */
export const countersign = routeFor('involvement.countersign')
  .input(input)
  .output(done)
  .mutation(async ({ ctx, input: { caseId, duty, ...sheet } }) => {
    const { reach, spec, duty: row } = await seenDuty(ctx, { caseId, duty });
    const { outcome } = sheet;
    if (!Object.hasOwn(spec.outcomes, outcome)) throw new LianbanError('OUTCOME_UNAVAILABLE', { outcome });
    const barred = row.without[outcome];
    if (barred !== undefined) throw new LianbanError('OUTCOME_UNAVAILABLE', { outcome, reason: barred });
    await openSheet(ctx.services.database.pool, reach, { ...sheet, answer: null });
    return DONE;
  });
