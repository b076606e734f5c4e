import { addDays, addMonths, type CivilDate } from '@lianban/domain/civil-date';
import type { LicenceState } from '@lianban/domain/contestable';
import { LianbanError } from '@lianban/domain/error';
import type { LicenceAct } from '@lianban/workflows/vocabulary/proceeding';
import type { Facts } from './facts.ts';
import { licenceNumber, type NumberRequest } from './numbers.ts';

const stateAfter: Readonly<Record<LicenceAct, LicenceState>> = {
  grant: 'valid',
  grantRestricted: 'restricted',
  liftRestriction: 'valid',
  revoke: 'revoked',
  deregister: 'deregistered',
};

/** What a turn does to the licence of its case: the state it ends in, and the grant if there is one. */
export interface LicenceChange {
  readonly state: LicenceState;
  readonly grant: { readonly number: NumberRequest; readonly validFrom: CivilDate; readonly validTo: CivilDate } | null;
}

/** Null when the turn has no licence act. @throws LianbanError UNKNOWN_ITEM when the item to grant is gone. */
export function licenceChange(facts: Facts): LicenceChange | null {
  const acts = facts.turn.entries.flatMap((entry) => (entry.type === 'licence' ? [entry.act] : []));
  const last = acts.at(-1);
  if (last === undefined) return null;
  const granted = acts.includes('grant') || acts.includes('grantRestricted');
  return { state: stateAfter[last], grant: granted ? grantOf(facts) : null };
}

/** A renewal runs from the day after the old licence ends (总局令46第21条 for cosmetics); everything else from today. */
function grantOf({ standing, filing, on, year }: Facts): NonNullable<LicenceChange['grant']> {
  const { item, currentLicenceEndsOn } = standing;
  if (item === null) throw new LianbanError('UNKNOWN_ITEM', { item: filing.item, edition: filing.itemEdition });
  const validFrom = item.kind === 'renewal' && currentLicenceEndsOn !== null ? addDays(currentLicenceEndsOn, 1) : on;
  const validTo = addDays(addMonths(validFrom, 12 * item.licence.validYears), -1);
  return { number: licenceNumber(filing.province, item.licence.series, year), validFrom, validTo };
}
