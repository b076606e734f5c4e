import { dutiesOf } from '@lianban/db/queries/case-page';
import { tracking } from '@lianban/db/queries/tracking';
import { LianbanError } from '@lianban/domain/error';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { presently } from '../../presentation/as-of.ts';
import { trackingView as shown } from '../../presentation/tracking.ts';
import { publicRoute } from '../../trpc.ts';
import { trackingView } from '../../views/case.ts';

const input = z.object({ number: safeTextUpTo(60).min(1), lastFour: safeTextUpTo(10) });

/** Where a case is, for whoever knows its number and the last four characters of the credit code. */
export const track = publicRoute
  .meta({ open: 'everybody', perMinute: 20 })
  .input(input)
  .output(trackingView)
  .query(async ({ ctx, input: { number, lastFour } }) => {
    const { pool } = ctx.services.database;
    const found = await tracking(pool, number, lastFour);
    if (found === null) throw new LianbanError('NO_SUCH_CASE');
    const [duties, asOf] = await Promise.all([dutiesOf(pool, found.caseId), presently(pool, found.province)]);
    return shown(found, duties, asOf);
  });
