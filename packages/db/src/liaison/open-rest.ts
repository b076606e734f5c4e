import { LianbanError } from '@lianban/domain/error';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { momentOfReceipt } from '../arrival.ts';
import { childCaseId } from '../child-case-id.ts';
import type { TakenMessage } from '../outbox.ts';
import { selectFirst } from '../queryable.ts';
import { receiveOpening } from '../receive-opening.ts';
import type { FormValues, Receipt } from '../submission.ts';

/**
 * Receives what is left of a request from which a report was taken out, as a request of its own of the same requester and day, and
 * marks the message done. It holds only the words that the officer wrote anew. Repeatable.
 * @throws LianbanError NO_SUCH_CASE when the divided case is not in the record.
 */
export function receiveRest(pool: Pool, message: TakenMessage<'openRest'>, procedure: AnyProcedure): Promise<Receipt> {
  const caseId = childCaseId(message.caseId, 'rest');
  return receiveOpening(pool, {
    ...{ requestId: `rest:${caseId}`, caseId, content: message.payload, procedure, messageId: message.id },
    start: async (client) => {
      const { opening: divided, form, left, enterpriseId, ...by } = await dividedCase(client, message);
      const { item, receivedOn, request } = divided;
      const moment = await momentOfReceipt(pool, client, item.province);
      const facts = { receivedOn, ...(request === undefined ? {} : { request }) };
      const { subject, text } = left;
      return { moment, item, enterpriseId, by, form: { ...form, subject, text }, facts };
    },
  });
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
