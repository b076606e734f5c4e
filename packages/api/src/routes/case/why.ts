import { LianbanError } from '@lianban/domain/error';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { presently } from '../../presentation/as-of.ts';
import { explainedDeadline as explain } from '../../presentation/explained-deadline.ts';
import { routeFor } from '../../trpc.ts';
import { explainedDeadline } from '../../views/case.ts';
import { seenCase } from './seen-case.ts';

/** Why one deadline of a case falls on its day: of an open duty or right by its key, or of a clock, `clock:<name>`. */
export const why = routeFor('case.why')
  .input(z.object({ caseId: z.uuid(), key: safeTextUpTo(200).min(1) }))
  .output(explainedDeadline)
  .query(async ({ ctx, input: { caseId, key } }) => {
    const record = await seenCase(ctx, caseId);
    const asOf = await presently(ctx.services.database.pool, record.head.province);
    const found = explain(record, key, { reader: ctx.identity, asOf });
    if (found === null) throw new LianbanError('NO_SUCH_DUTY', { duty: key });
    return found;
  });
