import { civilDateOf } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { momentOfReceipt } from '../arrival.ts';
import { childCaseId } from '../child-case-id.ts';
import { holdCalendar, lockCase } from '../locks.ts';
import { filingOf, termsOn } from '../opening.ts';
import { outboxDone, type TakenMessage } from '../outbox.ts';
import { selectFirst } from '../queryable.ts';
import { keepApplication, receiptOf, type FormValues, type Receipt } from '../submission.ts';
import { inTransaction } from '../transaction.ts';

/**
 * Receives what is left of a request from which a report was taken out, as a request of its own of the same requester and day, and
 * marks the message done. It holds only the words that the officer wrote anew. Repeatable.
 * @throws LianbanError NO_SUCH_CASE when the divided case is not in the record.
 */
export function receiveRest(pool: Pool, message: TakenMessage<'openRest'>, procedure: AnyProcedure): Promise<Receipt> {
  const caseId = childCaseId(message.caseId, 'rest');
  return inTransaction(pool, `${holdCalendar}; ${lockCase(caseId)}`, async (client) => {
    const requestId = `rest:${caseId}`;
    const receipt =
      (await receiptOf(client, requestId, message.payload)) ??
      (await keepRest(pool, client, { message, procedure, caseId, requestId }));
    await outboxDone(client, [message.id]);
    return receipt;
  });
}

interface Rest {
  readonly message: TakenMessage<'openRest'>;
  readonly procedure: AnyProcedure;
  readonly caseId: string;
  readonly requestId: string;
}

async function keepRest(
  pool: Pool,
  client: PoolClient,
  { message, procedure, caseId, requestId }: Rest,
): Promise<Receipt> {
  const { opening: divided, form, left, enterpriseId, ...by } = await dividedCase(client, message);
  const { item, receivedOn, request } = divided;
  const moment = await momentOfReceipt(pool, client, item.province);
  const opening: Opening = {
    ...{ item, terms: await termsOn(client, { item, on: civilDateOf(moment.at), procedure }), receivedOn },
    ...{ gate: 'clear', commitment: null, convertedFrom: null },
    ...(request === undefined ? {} : { request }),
  };
  const filing = filingOf(procedure, item, enterpriseId);
  const { subject, text } = left;
  const application = { requestId, caseId, by, filing, opening, form: { ...form, subject, text } };
  return keepApplication(client, application, { moment, content: message.payload });
}

interface DividedCase extends Actor {
  readonly opening: Opening;
  readonly form: FormValues;
  /** What the officer wrote of the rest. */
  readonly left: FormValues;
  readonly enterpriseId: string;
}

/** The divided case as it was put, and in whose name the rest is: of whoever divided it. */
async function dividedCase(client: PoolClient, { caseId, payload }: TakenMessage<'openRest'>): Promise<DividedCase> {
  const row = await selectFirst<DividedCase>(client, {
    text: `SELECT o.payload AS opening, o.form, a.form AS "left", o.filing ->> 'enterpriseId' AS "enterpriseId",
        a.person_id AS "personId", a.post_id AS "postId", a.role
      FROM submission o, submission a WHERE o.case_id = $1 AND o.kind = 'open' AND a.case_id = $1 AND a.request_id = $2`,
    values: [caseId, payload.requestId],
  });
  if (row === undefined) throw new LianbanError('NO_SUCH_CASE', { caseId });
  return row;
}
