import { caseHead } from '@lianban/db/queries/case-page';
import { teamDuty, type TeamDuty } from '@lianban/db/team/roster';
import { LianbanError } from '@lianban/domain/error';
import { barredBy } from '@lianban/workflows/procedures/separation';
import type { SignedIn } from '../../answering.ts';
import { secondFrom } from '../../answering/apartness.ts';
import { scopeOf } from '../../identity/identity.ts';
import { readerOf } from '../../presentation/catalogue.ts';
import type { DutyReference } from '../duty/reference.ts';

/** An open duty that a team is formed for, with the steps that whoever inspects must not have answered. */
export interface ArrangedDuty {
  readonly duty: TeamDuty;
  readonly barred: readonly string[];
}

/**
 * The duty of the caller's own unit that an inspection team answers for.
 * @throws LianbanError NO_SUCH_CASE, NO_SUCH_DUTY, STALE_DUTY.
 */
export async function arrangedDuty(
  { services, identity }: SignedIn,
  { caseId, duty: key }: DutyReference,
): Promise<ArrangedDuty> {
  const { pool } = services.database;
  const head = await caseHead(pool, caseId, scopeOf(identity));
  if (head === null) throw new LianbanError('NO_SUCH_CASE', { caseId });
  const duty = await teamDuty(pool, caseId, key);
  const spec = duty === undefined ? null : readerOf(head.procedure, head.edition).spec(duty.step);
  if (duty === undefined || spec === null || duty.unitId !== identity.post.unitId || secondFrom(spec) !== 'team')
    throw new LianbanError('NO_SUCH_DUTY', { duty: key });
  if (duty.state !== 'open') throw new LianbanError('STALE_DUTY', { duty: key, settledAs: duty.outcome ?? duty.state });
  return { duty, barred: barredBy(spec) };
}
