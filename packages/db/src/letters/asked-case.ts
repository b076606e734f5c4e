import { civilDateOf } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Letter } from '@lianban/domain/letter';
import type { AskingLetter } from '@lianban/workflows/vocabulary/opening';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Pool } from 'pg';
import { momentInProvince } from '../arrival.ts';
import { subjectOn } from '../items.ts';
import { frozenItem } from '../opening.ts';
import { selectOne, type Queryable } from '../queryable.ts';
import { receiveOpening } from '../receive-opening.ts';
import type { Receipt } from '../submission.ts';
import { LetterNotDelivered } from './exchange.ts';
import type { ReceivedLetter } from './in-tray.ts';

type Request = Extract<Letter['content'], { kind: 'request' }>;
type ReceivedRequest = ReceivedLetter & { readonly content: Request };

/**
 * Receives the opening of the case that a letter asks for: under the item and the limits of this province on the day on which
 * the letter came, and in nobody's name. Repeatable. @throws LetterNotDelivered unknownItem
 */
export function receiveAskedCase(pool: Pool, received: ReceivedRequest, procedure: AnyProcedure): Promise<Receipt> {
  const { caseId, letter, content, sm3 } = received;
  return receiveOpening(pool, {
    ...{ requestId: `letter:${caseId}`, caseId, content: { kind: 'letter', sm3 }, procedure },
    start: async (client) => {
      const moment = await momentInProvince(pool, client, { province: letter.to, at: received.receivedAt });
      const on = civilDateOf(moment.at);
      const item = frozenItem(await knownItem(client, { on, code: content.item, letter }));
      const enterpriseId = await enterpriseOf(client, letter, content);
      return { moment, item, enterpriseId, by: null, facts: { letter: askingLetter(received) } };
    },
  });
}

function askingLetter({ letter, content, sm3 }: ReceivedRequest): AskingLetter {
  const { from, number, caseNumber, reference, secret } = letter;
  const { share: matter, answerBy } = content;
  return { from, number, caseNumber, ...reference, sm3, matter, answerBy, ...(secret === true ? { secret } : {}) };
}

async function knownItem(
  db: Queryable,
  { on, code, letter }: { readonly on: ReturnType<typeof civilDateOf>; readonly code: string; readonly letter: Letter },
) {
  try {
    return await subjectOn(db, on, { item: code, province: letter.to });
  } catch (failure) {
    if (failure instanceof LianbanError && failure.code === 'UNKNOWN_ITEM')
      throw new LetterNotDelivered('unknownItem', failure);
    throw failure;
  }
}

/** The enterprise that the letter is about: known by its credit code, or entered as the letter names it. */
async function enterpriseOf(db: Queryable, { from }: Letter, { enterprise }: Request): Promise<string> {
  const { id } = await selectOne<{ id: string }>(db, {
    text: `WITH entered AS (
        INSERT INTO enterprise (name, credit_code, province, legal_person) VALUES ($1, $2, $3, '')
        ON CONFLICT (credit_code) DO NOTHING RETURNING id)
      SELECT id FROM entered UNION ALL SELECT id FROM enterprise WHERE credit_code = $2 LIMIT 1`,
    values: [enterprise.name, enterprise.creditCode, from],
  });
  return id;
}
