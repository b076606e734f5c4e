import { instant } from '@lianban/domain/civil-date';
import type { Letter } from '@lianban/domain/letter';
import { text } from '@lianban/domain/text';
import { madeUpSteps } from '@lianban/workflows/testing/made-up';
import { procedure as defined, type AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Proceeding } from '@lianban/workflows/vocabulary/proceeding';
import type { Pool } from 'pg';
import { receiveAskedCase } from '../letters/asked-case.ts';
import { letterWorked, takeLetters, type ReceivedLetter } from '../letters/in-tray.ts';
import { sendLetters } from '../letters/out-tray.ts';
import { exchangeWithin } from '../letters/receive-letter.ts';
import { takeOutbox } from '../outbox.ts';
import { select } from '../queryable.ts';
import { RecordedCase } from './recorded-case.ts';

/** A procedure over the made-up steps, in which a letter may be written to the other bureau. */
export const lettered = (id: string, flow: (p: Proceeding<typeof madeUpSteps>) => Promise<never>): AnyProcedure =>
  defined({
    ...{ id, edition: '2026-01', title: text(id, id), series: '函试', basis: [], steps: madeUpSteps },
    endings: { over: text('', ''), done: text('', ''), discontinued: text('', '') },
    clockRules: ['permit.intake'],
    flow,
  });
const asking = lettered('asking', async (p) => {
  await p.step('a');
  await p.step('asking', { share: { questions: ['是否存在'] } });
  await p.step('b');
  return p.close('done');
});
const answering = lettered('made-up', async (p) => {
  await p.step('c');
  p.reply('done', { found: 'something' });
  return p.close('done');
});

/** A letter of a case, and what has become of it. */
interface SentLetter {
  readonly sequence: number;
  readonly number: string;
  readonly letter: Letter;
  readonly attempts: number;
  readonly failure: string | null;
  readonly receipted: boolean;
}

/** Two bureaus over one record: cases in Chongqing ask, cases in Sichuan answer. */
export class TwoBureaus {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** A case in Chongqing whose letter is on its way. */
  async asked(): Promise<{ readonly sender: RecordedCase; readonly sequences: readonly number[] }> {
    const sender = await RecordedCase.open(this.#pool, { procedure: asking });
    await sender.answer('a', 'done');
    return { sender, sequences: await this.written(sender) };
  }

  /** The letters that the case has just written, as it numbers them. */
  async written({ caseId }: RecordedCase): Promise<readonly number[]> {
    const message = (await takeOutbox(this.#pool, 'sendLetters', 50)).find((one) => one.caseId === caseId);
    if (message === undefined) throw new Error('no letter was written');
    return message.payload.sequences;
  }

  /** The letters of a case in their order. */
  lettersOf(caseId: string): Promise<readonly SentLetter[]> {
    return select<SentLetter>(this.#pool, {
      text: `SELECT sequence, number, letter, attempts, failure, receipted_at IS NOT NULL AS receipted FROM letter_out WHERE case_id = $1 ORDER BY sequence`,
      values: [caseId],
    });
  }

  /** The letter of that case which waits to be told to the other one. */
  async received(caseId: string): Promise<ReceivedLetter> {
    const found = (await takeLetters(this.#pool, 50)).find((one) => one.letter.reference.caseId === caseId);
    if (found === undefined) throw new Error('nothing was received');
    return found;
  }

  /** The case in Sichuan that the letter opens. */
  async opened(sender: RecordedCase, sequences: readonly number[]): Promise<RecordedCase> {
    await sendLetters(this.#pool, exchangeWithin(this.#pool), { caseId: sender.caseId, sequences });
    const letter = await this.received(sender.caseId);
    const { content } = letter.letter;
    if (content.kind !== 'request') throw new Error('not a request');
    await receiveAskedCase(this.#pool, { ...letter, content }, answering);
    await letterWorked(this.#pool, letter, { note: null });
    return RecordedCase.resume(this.#pool, letter.caseId, answering);
  }
}

/** What the case that asked is told of the answer. */
export function newsOf({ letter, sm3, receivedAt }: ReceivedLetter) {
  const { content, number, reference } = letter;
  if (content.kind !== 'reply') throw new Error('not a reply');
  const { outcome, flow, closes, regards } = content;
  const requestId = `letter:${letter.from}:${reference.caseId}:${reference.sequence}`;
  const said = { letter: { number, sm3 }, regards: regards.sequence, outcome, flow, closes };
  return { kind: 'letterAnswered', requestId, at: instant(receivedAt), ...said } as const;
}
