import type { CivilDate } from '@lianban/domain/civil-date';
import type { Item } from '@lianban/domain/item';
import { applicationWindow } from '@lianban/domain/window';
import type { Pool } from 'pg';
import { calendarOf } from './calendar.ts';
import { tableCreditGate, type CreditGate, type Gate } from './credit-gate.ts';
import { selectFirst, type Queryable } from './queryable.ts';

/** When a renewal may be applied for, and the licence it is counted from. */
export interface RenewalWindow {
  readonly opensOn: CivilDate;
  readonly closesOn: CivilDate;
  readonly oldLicence: string;
  readonly expiresOn: CivilDate;
}

/** Whether an enterprise may apply for an item on a day, and why. */
export interface Eligibility {
  readonly gate: Gate;
  /** Null when the item has no window, or when there is no licence to renew. */
  readonly window: RenewalWindow | null;
  /** What stands in the way of any application. */
  readonly obstacle: 'noLicence' | 'tooEarly' | 'tooLate' | null;
}

/** Who asks for what on which day. */
export interface Question {
  readonly item: Item;
  readonly enterpriseId: string;
  readonly on: CivilDate;
}

/** How the question is answered: in which transaction, by which credit gate. */
export interface Means {
  readonly db?: Queryable;
  readonly creditGate?: CreditGate;
}

/** Judges application window and credit gate. The window is the applicant's, so it runs to 24:00 of its last day. */
export async function eligibilityOf(
  pool: Pool,
  { item, enterpriseId, on }: Question,
  { db = pool, creditGate }: Means = {},
): Promise<Eligibility> {
  const gate = await (creditGate ?? tableCreditGate(db)).judge(enterpriseId, on);
  if (item.window === null) return { gate, window: null, obstacle: null };
  const licence = await currentLicence(db, enterpriseId, item.code);
  const days =
    licence === undefined
      ? null
      : applicationWindow(item, licence.expiresOn, await calendarOf(pool, item.province, db));
  if (licence === undefined || days === null) return { gate, window: null, obstacle: 'noLicence' };
  const late = on > days.closesOn ? ('tooLate' as const) : null;
  return {
    gate,
    window: {
      opensOn: days.opensOn,
      closesOn: days.closesOn,
      oldLicence: licence.number,
      expiresOn: licence.expiresOn,
    },
    obstacle: on < days.opensOn ? 'tooEarly' : late,
  };
}

/** The licence of the enterprise for the item that ends last; undefined when it holds none. */
const currentLicence = (
  db: Queryable,
  enterpriseId: string,
  item: string,
): Promise<{ readonly number: string; readonly expiresOn: CivilDate } | undefined> =>
  selectFirst(db, {
    name: 'current-licence',
    text: `SELECT number, valid_to AS "expiresOn" FROM licence
      WHERE enterprise_id = $1 AND item = $2 AND state IN ('valid', 'restricted') ORDER BY valid_to DESC LIMIT 1`,
    values: [enterpriseId, item],
  });
