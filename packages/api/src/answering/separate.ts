import { sameHand } from '@lianban/db/separation/requirements';
import type { Queryable } from '@lianban/db/queryable';
import { LianbanError } from '@lianban/domain/error';
import { barredBy, ruleApart } from '@lianban/workflows/procedures/separation';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import { readerOf } from '../presentation/catalogue.ts';
import type { ReachedDuty } from './reach.ts';

/** The refusal of whoever had a hand in `other` and reaches for `step`, with the rule that parts them. */
const separation = (step: string, other: string): LianbanError =>
  new LianbanError('SEPARATION', { step: other, rule: ruleApart(step, other) });

/** Steps whose officer does not answer this one. */
export const barredFrom = ({ procedure, edition, step }: ReachedDuty): readonly string[] =>
  barredBy(readerOf(procedure, edition).spec(step));

/** The refusal, by SEPARATION, of whoever had a hand in a step that is parted from this one, or stands in for who had; null for everybody else. */
export async function separated(
  db: Queryable,
  reached: ReachedDuty,
  who: { readonly caseId: string; readonly by: Actor },
): Promise<LianbanError | null> {
  const other = await sameHand(db, who, barredFrom(reached));
  return other === null ? null : separation(reached.step, other);
}

/** The failure, with the rule that parts the two steps where the record only names the other one. */
export function namingRule({ step }: Pick<ReachedDuty, 'step'>, failure: unknown): unknown {
  if (!(failure instanceof LianbanError) || failure.code !== 'SEPARATION') return failure;
  return typeof failure.detail.step === 'string' ? separation(step, failure.detail.step) : failure;
}
