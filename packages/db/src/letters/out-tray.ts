import { instant } from '@lianban/domain/civil-date';
import { letterSchema, type Letter, type LetterReceipt } from '@lianban/domain/letter';
import type { Pool } from 'pg';
import { raiseAlarm, resolveAlarm } from '../alarm.ts';
import { appendAudit, caseStream } from '../audit.ts';
import { holdCalendar, lockCase } from '../locks.ts';
import { select, selectOne, type Queryable } from '../queryable.ts';
import { inTransaction } from '../transaction.ts';
import type { Exchange } from './exchange.ts';
import { LetterNotDelivered } from './exchange.ts';
import { letterDigest } from './receive-letter.ts';

/** Attempts that fail before somebody is to look: half a minute lies between two. */
const PATIENCE = 3;
const ALARM = 'letterNotDelivered';

/**
 * Carries the letters of a turn to the other side, in order, as far as they get through; true when every one has its receipt.
 * What keeps one back is noted with it, and after some attempts an alarm.
 */
export async function sendLetters(
  pool: Pool,
  exchange: Exchange,
  { caseId, sequences }: { readonly caseId: string; readonly sequences: readonly number[] },
): Promise<boolean> {
  for (const { sequence, letter } of await unreceipted(pool, caseId, sequences)) {
    try {
      await keepReceipt(pool, { caseId, sequence, letter }, await exchange.deliver(letter));
    } catch (failure) {
      await noteFailure(pool, { caseId, sequence }, failure instanceof LetterNotDelivered ? failure.obstacle : 'away');
      return false;
    }
  }
  await resolveAlarm(pool, ALARM, caseId);
  return true;
}

interface Waiting {
  readonly caseId: string;
  readonly sequence: number;
  readonly letter: Letter;
}

async function unreceipted(
  db: Queryable,
  caseId: string,
  sequences: readonly number[],
): Promise<readonly Omit<Waiting, 'caseId'>[]> {
  const rows = await select<{ sequence: number; letter: unknown }>(db, {
    name: 'letters-unreceipted',
    text: `SELECT sequence, letter FROM letter_out WHERE case_id = $1 AND sequence = ANY ($2) AND receipted_at IS NULL ORDER BY sequence`,
    values: [caseId, sequences],
  });
  return rows.map(({ sequence, letter }) => ({ sequence, letter: letterSchema.parse(letter) }));
}

/** A receipt for other content is none. */
async function keepReceipt(pool: Pool, { caseId, sequence, letter }: Waiting, receipt: LetterReceipt): Promise<void> {
  if (receipt.sm3 !== letterDigest(letter)) throw new LetterNotDelivered('otherContent');
  await inTransaction(pool, `${holdCalendar}; ${lockCase(caseId)}`, async (client) => {
    const [kept] = await select(client, {
      text: `UPDATE letter_out SET receipted_at = $3, sm3 = $4, failure = NULL, attempts = attempts + 1, tried_at = clock_timestamp()
        WHERE case_id = $1 AND sequence = $2 AND receipted_at IS NULL RETURNING 1`,
      values: [caseId, sequence, receipt.at, receipt.sm3],
    });
    if (kept === undefined) return;
    await appendAudit(client, {
      ...{ stream: caseStream(caseId), at: instant(receipt.at), action: 'letter.receipted', by: null },
      detail: { number: letter.number, kind: letter.content.kind, to: letter.to, sm3: receipt.sm3 },
    });
  });
}

async function noteFailure(
  db: Queryable,
  { caseId, sequence }: Pick<Waiting, 'caseId' | 'sequence'>,
  failure: string,
): Promise<void> {
  const { attempts, number } = await selectOne<{ attempts: number; number: string }>(db, {
    text: `UPDATE letter_out SET attempts = attempts + 1, tried_at = clock_timestamp(), failure = $3
      WHERE case_id = $1 AND sequence = $2 RETURNING attempts, number`,
    values: [caseId, sequence, failure],
  });
  if (attempts >= PATIENCE) await raiseAlarm(db, { kind: ALARM, caseId, detail: { number, failure, attempts } });
}
