import { civilDateOf } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Role } from '@lianban/domain/role';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Pool, PoolClient } from 'pg';
import { holdCalendar, lockCase } from './locks.ts';
import { filingOf, termsOn } from './opening.ts';
import { outboxDone, type TakenMessage } from './outbox.ts';
import { selectFirst } from './queryable.ts';
import { keepApplication, momentOfReceipt, receiptOf, type FormValues, type Receipt } from './submission.ts';
import { inTransaction } from './transaction.ts';

/**
 * Receives the application of a case once more under the procedure in which it goes on, and marks the message done. The
 * new case counts as received today, by the applicant of the old one; item and form stay, the limits are today's.
 * Repeatable. @throws LianbanError NO_SUCH_CASE when the old case is not in the record.
 */
export function receiveTransfer(pool: Pool, { id, payload }: TakenMessage, procedure: AnyProcedure): Promise<Receipt> {
  return inTransaction(pool, `${holdCalendar}; ${lockCase(payload.caseId)}`, async (client) => {
    const receipt =
      (await receiptOf(client, payload.requestId, payload)) ??
      (await keepTransfer(pool, client, { payload, procedure }));
    await outboxDone(client, [id]);
    return receipt;
  });
}

async function keepTransfer(
  pool: Pool,
  client: PoolClient,
  { payload, procedure }: Pick<TakenMessage, 'payload'> & { readonly procedure: AnyProcedure },
): Promise<Receipt> {
  const { caseId, requestId, conversion } = payload;
  const { item, form, enterpriseId, ...by } = await applicationOf(client, conversion.caseId);
  const moment = await momentOfReceipt(pool, client, item.province);
  const terms = await termsOn(client, { item, on: civilDateOf(moment.at), procedure });
  const opening: Opening = {
    item,
    terms,
    receivedOn: moment.receivedOn,
    gate: 'clear',
    commitment: null,
    convertedFrom: conversion,
  };
  const filing = filingOf(procedure, item, enterpriseId);
  return keepApplication(client, { requestId, caseId, by, filing, opening, form }, { moment, content: payload });
}

interface OldApplication {
  readonly item: Opening['item'];
  readonly form: FormValues;
  readonly enterpriseId: string;
  readonly personId: string;
  readonly postId: string;
  readonly role: Role;
}

async function applicationOf(client: PoolClient, caseId: string): Promise<OldApplication> {
  const row = await selectFirst<OldApplication>(client, {
    text: `SELECT payload -> 'item' AS item, form, filing ->> 'enterpriseId' AS "enterpriseId", person_id AS "personId", post_id AS "postId", role
      FROM submission WHERE case_id = $1 AND kind = 'open' AND state = 'recorded'`,
    values: [caseId],
  });
  if (row === undefined) throw new LianbanError('NO_SUCH_CASE', { caseId });
  return row;
}
