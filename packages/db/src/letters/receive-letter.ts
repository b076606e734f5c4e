import type { Instant } from '@lianban/domain/civil-date';
import { crossesTheBorder, letterSchema, type Letter, type LetterReceipt } from '@lianban/domain/letter';
import type { Pool } from 'pg';
import { letterCaseId } from '../child-case-id.ts';
import { holdCalendar, lockCase } from '../locks.ts';
import { concealByLetter } from '../secrecy.ts';
import { inTransaction } from '../transaction.ts';
import { select, selectFirst, type Queryable } from '../queryable.ts';
import { sm3 } from '../sm3.ts';
import { LetterNotDelivered, type Exchange } from './exchange.ts';
import { BY_LETTER } from './secret-letter.ts';

/** The exchange of two bureaus in one record: what one hands over, the other has. */
export const exchangeWithin = (pool: Pool): Exchange => ({ deliver: (letter) => receiveLetter(pool, letter) });

/** What a letter says, as the wire carries it: another side need not know our types. */
export const letterDigest = (letter: Letter): string => sm3(letter);

/**
 * Keeps a letter of the other bureau and gives the receipt; whoever sends it again gets the same one.
 * @throws LetterNotDelivered for what is no letter, not for here, or differs from what came before under its reference.
 */
export async function receiveLetter(pool: Pool, sent: unknown, at: Instant | null = null): Promise<LetterReceipt> {
  const checked = letterSchema.safeParse(sent);
  if (!checked.success) throw new LetterNotDelivered('malformed', checked.error);
  const letter = checked.data;
  if (!crossesTheBorder(letter)) throw new LetterNotDelivered('wrongBureau');
  const caseId = await caseFor(pool, letter);
  // What a secret letter opens is secret from the start; what it comes to becomes so before anybody reads it there.
  if (letter.secret !== true || letter.content.kind === 'request') return keep(pool, letter, { caseId, at });
  return inTransaction(pool, `${holdCalendar}; ${lockCase(caseId)}`, async (client) => {
    const receipt = await keep(client, letter, { caseId, at });
    await concealByLetter(client, caseId, BY_LETTER);
    return receipt;
  });
}

async function keep(
  db: Queryable,
  letter: Letter,
  { caseId, at }: { readonly caseId: string; readonly at: Instant | null },
): Promise<LetterReceipt> {
  const digest = letterDigest(letter);
  const { from, to, reference, number, content } = letter;
  const kept = await selectFirst<{ sm3: string; at: string }>(db, {
    name: 'letter-receive',
    text: `WITH received AS (
        INSERT INTO letter_in (from_province, from_case, sequence, case_id, kind, number, letter, sm3, received_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, coalesce($9, date_trunc('milliseconds', clock_timestamp())))
        ON CONFLICT (from_province, from_case, sequence) DO NOTHING RETURNING sm3, received_at AS at)
      SELECT * FROM received UNION ALL
      SELECT sm3, received_at FROM letter_in WHERE from_province = $1 AND from_case = $2 AND sequence = $3 LIMIT 1`,
    values: [
      from,
      reference.caseId,
      reference.sequence,
      caseId,
      content.kind,
      number,
      JSON.stringify(letter),
      digest,
      at,
    ],
  });
  // Somebody delivers it at this very moment: it is kept, and the next attempt gets the receipt.
  if (kept === undefined) throw new LetterNotDelivered('away');
  if (kept.sm3 !== digest) throw new LetterNotDelivered('otherContent');
  return { by: to, at: kept.at, sm3: kept.sm3 };
}

/** The case here that the letter opens or is for. */
async function caseFor(db: Queryable, { from, to, reference, content }: Letter): Promise<string> {
  if (content.kind === 'request') return letterCaseId({ from, ...reference });
  const { regards } = content;
  // Of our own letters, the name of the case is its id; of theirs, the case is the one that the letter opened.
  const caseId = content.kind === 'reply' ? regards.caseId : letterCaseId({ from, ...regards });
  const [known] =
    content.kind === 'reply'
      ? await select(db, {
          name: 'letter-answers',
          text: `SELECT FROM letter_out l JOIN case_file f USING (case_id)
            WHERE l.case_id::text = $1 AND l.sequence = $2 AND l.kind = 'request' AND f.province = $3`,
          values: [caseId, regards.sequence, to],
        })
      : await select(db, {
          name: 'letter-regards',
          text: `SELECT FROM letter_in WHERE from_province = $1 AND from_case = $2 AND sequence = $3 AND kind = 'request'`,
          values: [from, regards.caseId, regards.sequence],
        });
  if (known === undefined) throw new LetterNotDelivered('notYet');
  return caseId;
}
