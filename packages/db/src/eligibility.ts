import { itemsThatBar } from '@lianban/domain/bar-terms';
import type { CivilDate } from '@lianban/domain/civil-date';
import type { Item } from '@lianban/domain/item';
import { applicationWindow } from '@lianban/domain/window';
import type { Pool } from 'pg';
import { calendarOf } from './calendar.ts';
import { isClosedBy, tableCreditGate, type CreditGate, type Gate } from './credit-gate.ts';
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
  readonly obstacle: 'noLicence' | 'tooEarly' | 'tooLate' | 'barred' | null;
  /** Last day on which no application for the item is taken, because an earlier one was false; null when none bars it. */
  readonly barredUntil?: CivilDate | null;
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

/** Commitment is for the credit gate to judge; an item that names a ground of its own is closed by that ground alone. */
async function gateOf({ item, enterpriseId, on }: Question, { db, creditGate }: Required<Pick<Means, 'db'>> & Means) {
  if (item.closedBy === undefined) return (creditGate ?? tableCreditGate(db)).judge(enterpriseId, on);
  return (await isClosedBy(db, { enterpriseId, ground: item.closedBy, on })) ? 'barred' : 'clear';
}

/** Judges application window and credit gate. The window is the applicant's, so it runs to 24:00 of its last day. */
export async function eligibilityOf(pool: Pool, question: Question, means: Means = {}): Promise<Eligibility> {
  const { item, enterpriseId, on } = question;
  const { db = pool } = means;
  const gate: Gate = await gateOf(question, { ...means, db });
  const barredUntil = await barOf(db, { item, enterpriseId, on });
  if (barredUntil !== null) return { gate, window: null, obstacle: 'barred', barredUntil };
  if (item.window === null) return { gate, window: null, obstacle: null };
  const licence = await currentLicence(db, enterpriseId, item.licensedAs ?? item.code);
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

/**
 * Until when an application that was false bars this one: for the same permit (许可法78), or for any of the field where its
 * regulation says so (医疗器械条例83、化妆品条例64). A licence that was got by deceit is judged by the gate.
 */
async function barOf(db: Queryable, { item, enterpriseId, on }: Question): Promise<CivilDate | null> {
  const bar = await selectFirst<{ until: CivilDate }>(db, {
    name: 'application-bar',
    text: `SELECT r.until FROM credit_record r JOIN case_file f USING (case_id)
      WHERE r.enterprise_id = $1 AND r.ground = 'falseApplication' AND f.item = ANY ($2) AND f.province = $3 AND r.since <= $4 AND r.until >= $4
        AND r.repaired_on IS NULL ORDER BY r.until DESC LIMIT 1`,
    values: [enterpriseId, itemsThatBar(item), item.province, on],
  });
  return bar?.until ?? null;
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
