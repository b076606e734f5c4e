import { instant, type Instant } from '@lianban/domain/civil-date';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { select, selectOne } from '../queryable.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { RecordedCase } from '../testing/recorded-case.ts';
import { lettered, newsOf, TwoBureaus } from '../testing/two-bureaus.ts';
import { letterWorked, type ReceivedLetter } from './in-tray.ts';
import { receiveLetter } from './receive-letter.ts';

let database: TestDatabase;
let bureaus: TwoBureaus;
beforeAll(async () => {
  database = await testDatabase();
  bureaus = new TwoBureaus(database.pool);
}, 120_000);
afterAll(() => database.drop());

const query = <T extends object>(sql: string, ...values: unknown[]) => select<T>(database.pool, { text: sql, values });

/** Waits for the answer once more after silence, and reminds of the letter; may be given up. */
const chasing = lettered('chasing', async (p) => {
  p.offer('right', async () => p.close('discontinued'));
  const { outcome } = await p.step('limitedAsking', { share: { questions: ['是否存在'] } });
  if (outcome === 'lapsed') await p.step('reminding');
  await p.step('b');
  return p.close('done');
});
/** Waits for the answer once more when the other side has said that it takes longer. */
const patient = lettered('patient', async (p) => {
  const { outcome } = await p.step('asking', { share: { questions: ['是否存在'] } });
  if (outcome === 'other') await p.step('asking');
  await p.step('b');
  return p.close('done');
});
/** Writes a second letter after the answer to the first. */
const twice = lettered('twice', async (p) => {
  const share = { questions: ['是否存在'] };
  await p.step('asking', { share });
  await p.step('asking', { share });
  await p.step('b');
  return p.close('done');
});

/** Takes another opinion after the first. */
const openMinded = lettered('open-minded', async (p) => {
  await p.step('asking', { share: { questions: ['是否存在'] } });
  p.offer('asking', () => Promise.resolve());
  await p.step('b');
  return p.close('done');
});

interface Answering {
  readonly sender: RecordedCase;
  /** The case in Sichuan, which has written its answer. */
  readonly there: RecordedCase;
  /** The step of the sender that waits for it. */
  readonly step: string;
}

const opened = async (sender: RecordedCase) => bureaus.opened(sender, await bureaus.written(sender));

/** A case that waits for the answer to its letter. */
async function waiting(): Promise<Answering> {
  const { sender, sequences } = await bureaus.asked();
  return answered({ sender, there: await bureaus.opened(sender, sequences), step: 'asking' });
}

/** A case that waits for it since a reminder, after the first wait has lapsed. */
async function waitingSinceReminder(): Promise<Answering> {
  const at = instant(Date.now() - 60 * 86_400_000);
  const sender = await RecordedCase.open(database.pool, { procedure: chasing, at });
  const there = await opened(sender);
  const { due } = await selectOne<{ due: Instant }>(database.pool, {
    text: `SELECT due_at AS due FROM duty WHERE case_id = $1 AND step = 'limitedAsking'`,
    values: [sender.caseId],
  });
  await sender.submit({ kind: 'lapse', requestId: `lapse:${sender.caseId}`, at: due, duty: 'limitedAsking', due });
  return answered({ sender, there, step: 'reminding' });
}

/** A case that waits for it for longer, because the other side has told by telephone that it takes so long. */
async function waitingForLonger(): Promise<Answering> {
  const sender = await RecordedCase.open(database.pool, { procedure: patient });
  const there = await opened(sender);
  await sender.answer('asking', 'other');
  return answered({ sender, there, step: 'asking' });
}

/** A case that was told something by telephone, and takes another opinion as long as it is open. */
async function waitingForAnother(): Promise<Answering> {
  const sender = await RecordedCase.open(database.pool, { procedure: openMinded });
  const there = await opened(sender);
  await sender.answer('asking', 'other');
  return answered({ sender, there, step: 'asking' });
}

async function answered(answering: Answering): Promise<Answering> {
  await answering.there.answer('c', 'done');
  return answering;
}

/** The answer of the case there comes with that outcome, as its letter of that number. */
async function replied({ there }: Answering, outcome: string, sequence: number): Promise<ReceivedLetter> {
  const [row] = await bureaus.lettersOf(there.caseId);
  if (row === undefined) throw new Error('no letter');
  const { content, number, reference, ...letter } = row.letter;
  const later = { number: `${number}之${sequence}`, reference: { ...reference, sequence } };
  await receiveLetter(database.pool, { ...letter, ...later, content: { ...content, outcome } });
  return bureaus.received(there.caseId);
}

const taken = {
  byLetter: async (answering: Answering) => {
    const letter = await replied(answering, 'done', 1);
    await answering.sender.submit(newsOf(letter));
    await letterWorked(database.pool, letter, { note: null });
  },
  byHand: async ({ sender, step }: Answering) => void (await sender.answer(step, 'done')),
};

/** Whether an answer with that outcome contradicts what was taken, once the case is over. */
async function contradicts(answering: Answering, outcome: string, sequence: number): Promise<boolean> {
  const letter = await replied(answering, outcome, sequence);
  const waits = { asking: 'made-up', limitedAsking: 'made-up', reminding: 'made-up' };
  await letterWorked(database.pool, letter, { note: 'closed', waits });
  const row = await selectOne<{ contradicts: boolean }>(database.pool, {
    text: 'SELECT contradicts FROM letter_in WHERE case_id = $1 AND sequence = $2',
    values: [answering.sender.caseId, sequence],
  });
  return row.contradicts;
}

describe('an answer that differs from the one that was taken', () => {
  test.each([
    ['by letter', waiting, taken.byLetter],
    ['by hand', waiting, taken.byHand],
    ['by letter after a reminder', waitingSinceReminder, taken.byLetter],
    ['by hand after a reminder', waitingSinceReminder, taken.byHand],
    ['by letter after a delay', waitingForLonger, taken.byLetter],
    ['by hand after a delay', waitingForLonger, taken.byHand],
    ['by letter after another opinion by hand', waitingForAnother, taken.byLetter],
  ] as const)(
    'contradicts it, although the case is over, and is none when it is the same again: %s (14 no. 27)',
    async (_, wait, take) => {
      const answering = await wait();
      await take(answering);
      await answering.sender.answer('b', 'done');
      expect(answering.sender.committed.closed).toBe('done');
      expect(await contradicts(answering, 'other', 2)).toBe(true);
      expect(await contradicts(answering, 'done', 3)).toBe(false);
    },
  );

  test('contradicts what was taken for the letter that it answers, not for a later one', async () => {
    const sender = await RecordedCase.open(database.pool, { procedure: twice });
    const answering = await answered({ sender, there: await opened(sender), step: 'asking' });
    for (const [step, outcome] of [
      ['asking', 'done'],
      ['asking', 'other'],
      ['b', 'done'],
    ] as const)
      await sender.answer(step, outcome);
    expect(await contradicts(answering, 'other', 2)).toBe(true);
    expect(await contradicts(answering, 'done', 3)).toBe(false);
  });

  test('contradicts nothing where the case ended without any', async () => {
    const answering = await waitingSinceReminder();
    await answering.sender.answer('right', 'done');
    expect(await contradicts(answering, 'other', 2)).toBe(false);
  });

  test('is acknowledged by its own words once, and only where it contradicts', async () => {
    const answering = await waiting();
    await taken.byHand(answering);
    await answering.sender.answer('b', 'done');
    await contradicts(answering, 'other', 2);
    await contradicts(answering, 'done', 3);
    const acknowledge = (sequence: number, words: string) =>
      query(
        `UPDATE letter_in SET acknowledged_at = now(), acknowledged_by = gen_random_uuid(), acknowledgement = $3 WHERE case_id = $1 AND sequence = $2`,
        ...[answering.sender.caseId, sequence, words],
      );
    await expect(acknowledge(3, '知悉')).rejects.toMatchObject({ code: '23514' });
    await acknowledge(2, '知悉');
    await expect(acknowledge(2, '另行知悉')).rejects.toMatchObject({ code: '23001' });
  });
});
