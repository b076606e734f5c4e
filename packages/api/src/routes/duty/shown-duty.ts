import { LianbanError } from '@lianban/domain/error';
import type { SignedIn } from '../../answering.ts';
import { apartnessOf } from '../../answering/apartness.ts';
import { unitsFor } from '../../answering/named.ts';
import { presently } from '../../presentation/as-of.ts';
import { mayOpen } from '../../presentation/disclosure.ts';
import { dutyView, type DutyView } from '../../presentation/duty.ts';
import { seenCase } from '../case/seen-case.ts';
import type { DutyReference } from './reference.ts';

/**
 * The open duty as the caller may see it.
 * @throws LianbanError NO_SUCH_CASE, NO_SUCH_DUTY, STALE_DUTY naming who settled it.
 */
export async function shownDuty(caller: SignedIn, { caseId, duty }: DutyReference): Promise<DutyView> {
  const { services, identity } = caller;
  const record = await seenCase(caller, caseId);
  const row = record.duties.find(({ key }) => key === duty);
  if (row === undefined || !mayOpen(row, identity)) throw new LianbanError('NO_SUCH_DUTY', { duty });
  if (row.state !== 'open') {
    const settled = record.events.find(({ version }) => version === row.settledVersion);
    const who = settled?.who ?? null;
    const principal = who?.standingInFor ?? null;
    throw new LianbanError('STALE_DUTY', {
      ...{ duty, settledAs: row.outcome ?? row.state, by: who?.name ?? null },
      ...(principal === null ? {} : { standingInFor: principal.name }),
    });
  }
  const { pool } = services.database;
  const asOf = await presently(pool, record.head.province);
  const apart = await apartnessOf(pool, record, { reader: identity, today: asOf.today });
  const units = await unitsFor(pool, record, identity);
  return dutyView(row, record, { reader: identity, asOf, apart, units });
}
