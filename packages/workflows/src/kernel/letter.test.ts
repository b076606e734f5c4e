import { instant } from '@lianban/domain/civil-date';
import { describe, expect, test } from 'vitest';
import {
  answerInput,
  letterAnsweredInput,
  MemoryLedger,
  openingInput,
  parentEndedInput,
  retractInput,
} from '../testing/ledger.ts';
import { madeUp } from '../testing/made-up.ts';
import type { AskingLetter } from '../vocabulary/opening.ts';
import type { Entry, Input } from './entry.ts';
import { Kernel } from './kernel.ts';
import { Runner } from './runner.ts';

const at = instant('2026-03-02T02:00:00.000Z');

const shown = (entries: readonly Entry[]): string[] =>
  entries.map((entry) => {
    if (entry.type !== 'letter') return 'key' in entry ? `${entry.type} ${entry.key}` : entry.type;
    return `${entry.kind} ${entry.sequence}${'regards' in entry ? ` of ${entry.regards}` : ''}`;
  });

async function opened(body: Parameters<typeof madeUp>[0], input: Parameters<Kernel['turn']>[0] = openingInput(at)) {
  const kernel = new Kernel(madeUp(body));
  return { kernel, entries: (await kernel.turn(input)).entries };
}

const letter: AskingLetter = {
  ...{ from: 'CQ', number: '渝函1号', caseNumber: '渝1', caseId: 'theirs', sequence: 1, sm3: '0'.repeat(64) },
  ...{ matter: { scope: 'all' }, answerBy: null },
};
/** The opening of a case by a letter of the other bureau. */
const openedByLetter = (): Extract<Input, { kind: 'open' }> => {
  const input = openingInput(at);
  return { ...input, by: null, opening: { ...input.opening, letter } };
};
const share = { scope: 'all' };

describe('a letter that asks', () => {
  test('goes with what is shared when its duty opens, and the answer from there settles the duty', async () => {
    const answers: unknown[] = [];
    const { kernel, entries } = await opened(async (p) => {
      const { outcome, flow, by } = await p.step('asking', { share });
      answers.push([outcome, flow, by]);
      await p.step('a');
    });
    expect(shown(entries)).toEqual(['opened asking', 'request 1']);
    expect(entries.at(-1)).toMatchObject({ key: 'asking', procedure: 'made-up', share });
    const { entries: next } = await kernel.turn(letterAnsweredInput(at, { flow: { found: 'something' } }));
    expect(shown(next)).toEqual(['settled asking', 'opened a']);
    expect(answers).toEqual([['done', { found: 'something' }, null]]);
  });

  test('may be answered by hand as well, because the other side may be away (14 no. 26)', async () => {
    const { kernel } = await opened(async (p) => {
      await p.step('asking', { share });
      await p.step('a');
    });
    expect(shown((await kernel.turn(answerInput(at, 'asking'))).entries)).toEqual(['settled asking', 'opened a']);
  });

  test('answered a second time changes nothing, and is told whether it repeats or differs (14 no. 27)', async () => {
    const { kernel } = await opened(async (p) => {
      await p.step('asking', { share });
      await p.step('a');
    });
    await kernel.turn(letterAnsweredInput(at));
    expect(kernel.refuse(letterAnsweredInput(at, { requestId: 'again' }))).toMatchObject({
      ...{ code: 'STALE_DUTY', detail: { reason: 'repeated' } },
    });
    expect(kernel.refuse(letterAnsweredInput(at, { outcome: 'other' }))).toMatchObject({
      ...{ code: 'STALE_DUTY', detail: { reason: 'changed' } },
    });
    expect(kernel.refuse(letterAnsweredInput(at, { flow: { found: 'more' } }))).toMatchObject({
      detail: { reason: 'changed' },
    });
  });

  test('answered by hand and then alike by letter is repeated too', async () => {
    const { kernel } = await opened(async (p) => {
      await p.step('asking', { share });
      await p.step('a');
    });
    await kernel.turn(answerInput(at, 'asking'));
    expect(kernel.refuse(letterAnsweredInput(at))).toMatchObject({ detail: { reason: 'repeated' } });
  });

  test('whose answer changes exercises the right that stands open for it, once per opinion (14 no. 27)', async () => {
    const opinions: string[] = [];
    const { kernel } = await opened(async (p) => {
      opinions.push((await p.step('asking', { share })).outcome);
      p.offer('asking', async ({ outcome }) => void opinions.push(outcome));
      await p.step('a');
    });
    await kernel.turn(letterAnsweredInput(at));
    expect(kernel.refuse(letterAnsweredInput(at))).toMatchObject({ detail: { reason: 'repeated' } });
    await kernel.turn(letterAnsweredInput(at, { outcome: 'other' }));
    expect(kernel.refuse(letterAnsweredInput(at, { outcome: 'other' }))).toMatchObject({
      detail: { reason: 'repeated' },
    });
    await kernel.turn(letterAnsweredInput(at));
    expect(opinions).toEqual(['done', 'other', 'done']);
  });

  test('may go with a right that stands open from the start', async () => {
    const { entries, kernel } = await opened(async (p) => {
      p.offer('asking', async () => void (await p.step('b')), { share });
      await p.step('a');
    });
    expect(shown(entries)).toEqual(['opened asking', 'request 1', 'opened a']);
    expect(shown((await kernel.turn(letterAnsweredInput(at))).entries)).toEqual(['settled asking', 'opened asking!/b']);
    expect(shown((await kernel.turn(answerInput(at, 'a'))).entries)).toContain('recall 2 of 1');
  });

  test('goes on being waited for by the next step after silence, which may remind of it (14 no. 25)', async () => {
    const { kernel } = await opened(async (p) => {
      const first = await p.step('limitedAsking', { share });
      if (first.outcome === 'lapsed') await p.step('reminding');
      await p.step('a');
    });
    const due = instant('2026-03-10T16:00:00.000Z');
    kernel.settle({ limitedAsking: due });
    expect(kernel.refuse(letterAnsweredInput(due))).toMatchObject({
      code: 'STALE_DUTY',
      detail: { settledAs: 'lapsed' },
    });
    const lapsed = await kernel.turn({ kind: 'lapse', requestId: 'l', at: due, duty: 'limitedAsking', due });
    expect(shown(lapsed.entries)).toEqual(['settled limitedAsking', 'opened reminding', 'reminder 2 of 1']);
    expect(shown((await kernel.turn(letterAnsweredInput(due))).entries)).toEqual(['settled reminding', 'opened a']);
  });

  test('is asked anew under the next number, and each answer finds its own', async () => {
    const { kernel } = await opened((p) =>
      p.inParallel({ x: () => p.step('asking', { share }), y: () => p.step('asking', { share }) }),
    );
    const { entries } = await kernel.turn(letterAnsweredInput(at, { regards: 2 }));
    expect(shown(entries)).toEqual(['settled y/asking']);
    expect(kernel.refuse(letterAnsweredInput(at, { regards: 3 }))).toMatchObject({
      code: 'NO_SUCH_DUTY',
      mayPass: true,
    });
  });
});

describe('a letter that is not waited for any more', () => {
  test('is recalled when nobody waits for it: the right ends, the officer gives up, the case is over', async () => {
    const { kernel } = await opened(async (p) => {
      const right = p.offer('right', async () => void (await p.step('asking', { share })));
      await p.step('a');
      right.end();
      await p.step('asking', { share });
      await p.step('asking', { share });
      await p.step('asking', { share });
      return p.close('done');
    });
    await kernel.turn(answerInput(at, 'right'));
    expect(shown((await kernel.turn(answerInput(at, 'a'))).entries)).toContain('recall 3 of 1');
    expect(shown((await kernel.turn(answerInput(at, 'asking', 'recall'))).entries)).toEqual([
      ...['settled asking', 'opened asking#2', 'request 4', 'recall 5 of 2'],
    ]);
    await kernel.turn(letterAnsweredInput(at, { regards: 4, closes: true }));
    // What the other side has closed is not recalled; what it only answered is, for something may stand open there.
    expect(shown((await kernel.turn(letterAnsweredInput(at, { regards: 6 }))).entries)).toEqual([
      ...['settled asking#3', 'recall 7 of 6', 'closed'],
    ]);
  });

  test('is not recalled where the step that gave it up is followed by another that waits for it', async () => {
    const { kernel } = await opened(async (p) => {
      await p.within('a', {}, () => p.step('asking', { share }));
      await p.step('reminding');
    });
    expect(shown((await kernel.turn(answerInput(at, 'a'))).entries)).toEqual([
      ...['settled a', 'cancelled a/asking', 'opened reminding', 'reminder 2 of 1'],
    ]);
  });

  test('has gone out, so the act that sent it is not taken back', async () => {
    const ledger = new MemoryLedger();
    const runner = new Runner(
      madeUp(async (p) => {
        await p.step('a');
        await p.step('asking', { share });
      }),
      'case',
      ledger,
    );
    await runner.begin(() => Promise.resolve([]));
    await runner.submit(openingInput(at));
    await runner.submit(answerInput(at, 'a'));
    await expect(runner.submit(retractInput(at, 'a', 2))).rejects.toMatchObject({
      refusal: { code: 'RETRACT_OUTWARD' },
    });
  });

  test('is not sent by a row without one', async () => {
    await expect(opened((p) => p.step('a', { share }))).rejects.toMatchObject({ code: 'NO_LETTER' });
  });

  test('opened without anything to share before any letter went is an ordinary step', async () => {
    const { entries, kernel } = await opened((p) => p.step('reminding'));
    expect(shown(entries)).toEqual(['opened reminding']);
    expect(kernel.refuse(letterAnsweredInput(at))).toMatchObject({ code: 'NO_SUCH_DUTY' });
  });
});

describe('a case that a letter opened', () => {
  test('answers it, more than once if it must, and says with which answer it is over', async () => {
    const { kernel } = await opened(async (p) => {
      await p.step('a');
      p.reply('other', { until: '2026-04-01' });
      await p.step('b');
      p.reply('done', { found: 'something' });
    }, openedByLetter());
    const [first, second] = [await kernel.turn(answerInput(at, 'a')), await kernel.turn(answerInput(at, 'b'))];
    expect(first.entries[1]).toEqual({
      ...{ type: 'letter', sequence: 1, kind: 'reply', outcome: 'other', flow: { until: '2026-04-01' }, closes: false },
    });
    expect(second.entries[1]).toMatchObject({ sequence: 2, outcome: 'done', closes: true });
  });

  test('hears that it is not awaited any more and ends, unless it is carried to its own end', async () => {
    const { kernel } = await opened((p) => p.step('a'), openedByLetter());
    expect(shown((await kernel.turn(parentEndedInput(at))).entries)).toEqual(['parentEnded', 'cancelled a', 'closed']);
    const { kernel: other } = await opened(async (p) => {
      p.outlive();
      await p.step('a');
    }, openedByLetter());
    await other.turn(parentEndedInput(at));
    expect(shown((await other.turn(answerInput(at, 'a'))).entries)).toEqual(['settled a', 'closed']);
  });

  test('does not end without an answer', async () => {
    const { kernel } = await opened((p) => p.step('a'), openedByLetter());
    await expect(kernel.turn(answerInput(at, 'a'))).rejects.toMatchObject({ code: 'NOT_ANSWERED' });
  });

  test('of a procedure that answers letters, opened by none, writes none', async () => {
    const { entries } = await opened(async (p) => {
      p.reply('done');
      await p.step('a');
    });
    expect(shown(entries)).toEqual(['opened a']);
  });
});
