import { civilDateOf } from '@lianban/domain/civil-date';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import type { Moment } from './arrival.ts';
import { holdCalendar, lockCase } from './locks.ts';
import { filingOf, termsOn } from './opening.ts';
import { outboxDone } from './outbox.ts';
import { keepApplication, receiptOf, type FormValues, type Receipt } from './submission.ts';
import { inTransaction } from './transaction.ts';

/** A case that is to be opened, and what it is opened with. */
export interface CaseToOpen {
  readonly requestId: string;
  readonly caseId: string;
  /** What asks for it, which decides whether a repeated request id is the same request. */
  readonly content: unknown;
  readonly procedure: AnyProcedure;
  /** Draws up what it starts from; not called for a repeated request. */
  readonly start: (client: PoolClient) => Promise<CaseStart>;
  /** What is held besides the calendar and the case, in SQL. */
  readonly locks?: readonly string[];
  /** The message of the outbox that is done when it is received. */
  readonly messageId?: number;
}

/** What a case starts from. */
export interface CaseStart {
  /** When it comes in; its limits are those of that day. */
  readonly moment: Moment;
  readonly item: Opening['item'];
  readonly enterpriseId: string;
  readonly by: Actor | null;
  readonly form?: FormValues;
  /** What it is opened with besides; without the fields that every opening has, it is received on the day of the moment and clear to go on. */
  readonly facts: Omit<Partial<Opening>, 'item' | 'terms'>;
}

/**
 * Receives the opening of a case that no credit gate or draft stands before, in one transaction. A repeated request gives the receipt of
 * the first one, whatever has changed since. @throws LianbanError REQUEST_REUSED, and what `start` throws.
 */
export function receiveOpening(pool: Pool, toOpen: CaseToOpen): Promise<Receipt> {
  const { requestId, caseId, content, locks = [], messageId } = toOpen;
  return inTransaction(pool, [holdCalendar, lockCase(caseId), ...locks].join('; '), async (client) => {
    const receipt = (await receiptOf(client, requestId, content)) ?? (await keepOpening(client, toOpen));
    if (messageId !== undefined) await outboxDone(client, [messageId]);
    return receipt;
  });
}

async function keepOpening(
  client: PoolClient,
  { requestId, caseId, content, procedure, start }: CaseToOpen,
): Promise<Receipt> {
  const { moment, item, enterpriseId, by, form = {}, facts } = await start(client);
  const opening: Opening = {
    ...{ item, terms: await termsOn(client, { item, on: civilDateOf(moment.at), procedure }) },
    ...{ receivedOn: moment.receivedOn, gate: 'clear', commitment: null, convertedFrom: null },
    ...facts,
  };
  const filing = filingOf(procedure, item, enterpriseId);
  return keepApplication(client, { requestId, caseId, by, filing, opening, form }, { moment, content });
}
