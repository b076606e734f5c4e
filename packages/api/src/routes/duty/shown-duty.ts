import { caseRecord } from '@lianban/db/queries/case-page';
import { LianbanError } from '@lianban/domain/error';
import type { SignedIn } from '../../answering.ts';
import { scopeOf } from '../../identity/identity.ts';
import { presently } from '../../presentation/as-of.ts';
import { mayOpen } from '../../presentation/disclosure.ts';
import { dutyView, type DutyView } from '../../presentation/duty.ts';
import type { DutyReference } from './reference.ts';

/**
 * The open duty as the caller may see it.
 * @throws LianbanError NO_SUCH_CASE, NO_SUCH_DUTY, STALE_DUTY naming who settled it.
 */
export async function shownDuty({ services, identity }: SignedIn, { caseId, duty }: DutyReference): Promise<DutyView> {
  const { pool } = services.database;
  const record = await caseRecord(pool, caseId, scopeOf(identity));
  if (record === null) throw new LianbanError('NO_SUCH_CASE', { caseId });
  const row = record.duties.find(({ key }) => key === duty);
  if (row === undefined || !mayOpen(row, identity)) throw new LianbanError('NO_SUCH_DUTY', { duty });
  if (row.state !== 'open') {
    const settled = record.events.find(({ version }) => version === row.settledVersion);
    throw new LianbanError('STALE_DUTY', { duty, settledAs: row.outcome ?? row.state, by: settled?.who?.name ?? null });
  }
  return dutyView(row, record, { reader: identity, asOf: await presently(pool, record.head.province) });
}
