import { startOfDay, type CivilDate } from '@lianban/domain/civil-date';
import { lateSpan } from '@lianban/domain/clock';
import { dueOf } from '@lianban/domain/due';
import { LianbanError } from '@lianban/domain/error';
import type { Province } from '@lianban/domain/province';
import type { Carried } from '@lianban/workflows/vocabulary/opening';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { calendarOf } from './calendar.ts';
import { itemOn } from './items.ts';
import { holdCalendar, lockCase } from './locks.ts';
import { filingOf, frozenItem, termsOn } from './opening.ts';
import { selectFirst } from './queryable.ts';
import { momentOfReceipt } from './arrival.ts';
import { keepApplication, receiptOf, type Receipt } from './submission.ts';
import { inTransaction } from './transaction.ts';

/** A case accepted before it came here, as its file tells it; a segment of no day ends on the day before it begins. */
export interface OldCase extends Omit<Carried, 'countedOn'> {
  readonly province: Province;
  readonly item: string;
  /** Unified social credit code of the applicant. */
  readonly creditCode: string;
  /** Of a renewal that counts as granted when it is not decided in time: the last day of the licence (许可法50). */
  readonly licenceEndsOn?: CivilDate;
}

/** What an old case has come to. */
export interface CarriedReceipt extends Receipt {
  readonly carried: Carried;
}

/** Who takes an old case in, as which id, and under which procedure it goes on. */
export interface Taking {
  readonly caseId: string;
  readonly by: Actor;
  readonly procedure: AnyProcedure;
}

/**
 * Receives an old case: item and limits are those of the day it was accepted, its clock goes on with the segments that took
 * out a day, and the last day counted is kept beside the printed one. The number of its acceptance makes it one case, however often it is sent.
 * @throws LianbanError UNKNOWN_ITEM; MALFORMED naming `creditCode` where the province knows no such enterprise, or the
 * segment that opens after the limit has run out; REQUEST_REUSED when the number was taken in with other facts; CALENDAR_GAP.
 */
export function receiveCarried(pool: Pool, old: OldCase, taking: Taking): Promise<CarriedReceipt> {
  const requestId = `carried:${old.province}:${old.number}`;
  return inTransaction(pool, `${holdCalendar}; ${lockCase(taking.caseId)}`, async (client) => {
    const known = await receiptOf(client, requestId, old);
    if (known !== null) return { ...known, carried: carriedBy(known) };
    return keepCarried(pool, client, { ...taking, requestId, old });
  });
}

function carriedBy({ submission: { input } }: Receipt): Carried {
  const carried = input.kind === 'open' ? input.opening.carried : undefined;
  if (carried === undefined) throw new LianbanError('INTERNAL', { requestId: input.requestId });
  return carried;
}

async function keepCarried(
  pool: Pool,
  client: PoolClient,
  { requestId, caseId, by, procedure, old }: Taking & { readonly requestId: string; readonly old: OldCase },
): Promise<CarriedReceipt> {
  const { province, creditCode, item: code, number, acceptedOn, segments, printedOn, licenceEndsOn } = old;
  const moment = await momentOfReceipt(pool, client, province);
  const found = await itemOn(client, acceptedOn, { item: code, province });
  const terms = await termsOn(client, { item: found, on: acceptedOn, procedure });
  const limit = terms['permit.decide']?.limit;
  if (limit === undefined) throw new LianbanError('UNKNOWN_ITEM', { item: code, province, on: acceptedOn });
  const spans = segments.map(({ from, to, kind }) => ({ from, to, kind, reason: 'carried' }));
  const ask = { key: 'carried', limit, extensions: [], startOn: acceptedOn, startAt: startOfDay(acceptedOn), spans };
  const due = dueOf(ask, await calendarOf(pool, province, client));
  if (due.on === null) throw new LianbanError('INTERNAL', { reason: 'a segment without an end', field: 'segments' });
  const late = lateSpan(spans, due);
  if (late !== null) throw new LianbanError('MALFORMED', { field: `segments[${late}].from`, due: due.on });
  const leftOut = segments.filter(({ from, to }) => from <= to);
  const carried = { number, acceptedOn, segments: leftOut, printedOn, countedOn: due.on };
  const item = frozenItem(found);
  const opening = {
    ...{ item, terms, receivedOn: acceptedOn, gate: 'clear' as const, commitment: null, convertedFrom: null, carried },
    ...(licenceEndsOn === undefined ? {} : { licenceEndsOn }),
  };
  const enterpriseId = await enterpriseOf(client, creditCode, province);
  const filing = filingOf(procedure, item, enterpriseId);
  const form = { carried: number };
  const application = { requestId, caseId, by, filing, opening, form };
  return { ...(await keepApplication(client, application, { moment, content: old })), carried };
}

async function enterpriseOf(client: PoolClient, creditCode: string, province: Province): Promise<string> {
  const row = await selectFirst<{ id: string }>(client, {
    text: 'SELECT id FROM enterprise WHERE credit_code = $1 AND province = $2',
    values: [creditCode, province],
  });
  if (row === undefined) throw new LianbanError('MALFORMED', { field: 'creditCode' });
  return row.id;
}
