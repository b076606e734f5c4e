import { instant } from '@lianban/domain/civil-date';
import { describe, expect, test } from 'vitest';
import { Family } from '../testing/family.ts';
import {
  answerInput,
  childEndedInput,
  MemoryLedger,
  openingInput,
  parentToldInput,
  retractInput,
} from '../testing/ledger.ts';
import { madeUp } from '../testing/made-up.ts';
import { publishedCalendar } from '../testing/scenario.ts';
import type { Entry } from './entry.ts';
import { foldLedger } from './fold.ts';
import { Kernel } from './kernel.ts';
import { Runner } from './runner.ts';

type Body = Parameters<typeof madeUp>[0];

const at = instant('2026-03-02T02:00:00.000Z');

const shown = (entries: readonly Entry[]): string[] =>
  entries.map((entry) => ('key' in entry ? `${entry.type} ${entry.key}` : entry.type));

async function opened(body: Body): Promise<Kernel> {
  const kernel = new Kernel(madeUp(body));
  await kernel.turn(openingInput(at));
  return kernel;
}

/** Two children, and a step after which they are told. */
const telling: Body = (p) =>
  p.inParallel({
    x: () => p.child('other', { n: '1' }),
    y: () => p.child('other', { n: '2' }),
    z: async () => {
      await p.step('a');
      p.tell('other', { step: 'news', outcome: 'done', flow: { found: 'something' } });
    },
  });

/** A child that hears of its parent and goes on once it has. */
const hearing: Body = async (p) => {
  let heard = false;
  p.offer('news', async () => void (heard = true));
  await p.inParallel({
    own: () => p.step('a'),
    joined: async () => {
      await p.when('b', () => heard);
      await p.step('b');
    },
  });
};

describe('what a case tells those that it opened', () => {
  test('goes to every one that is still awaited, and to none that is not', async () => {
    const kernel = await opened(telling);
    await kernel.turn(childEndedInput(at, 'x/other'));
    const { entries } = await kernel.turn(answerInput(at, 'z/a'));
    expect(entries.filter(({ type }) => type === 'childTold')).toEqual([
      { type: 'childTold', key: 'y/other', step: 'news', outcome: 'done', flow: { found: 'something' } },
    ]);
  });

  test('is taken by the row of the child that is told, and makes it go on', async () => {
    const kernel = await opened(hearing);
    const { entries } = await kernel.turn(parentToldInput(at, 'news'));
    expect(shown(entries)).toEqual(['settled news', 'opened joined/b']);
  });

  test('may be told again and again, and is no answer: nobody gives it, and it answers no duty', async () => {
    const kernel = await opened(hearing);
    expect(kernel.refuse(answerInput(at, 'news'))?.code).toBe('OUTCOME_UNAVAILABLE');
    expect(kernel.refuse(parentToldInput(at, 'own/a'))?.code).toBe('OUTCOME_UNAVAILABLE');
    expect(kernel.refuse(parentToldInput(at, 'news', 'unheard'))?.code).toBe('OUTCOME_UNAVAILABLE');
    await kernel.turn(parentToldInput(at, 'news'));
    expect(kernel.refuse(parentToldInput(at, 'news', 'other'))).toBeUndefined();
  });

  test('finds a case that has gone past it in good order', async () => {
    const kernel = await opened(async (p) => {
      const news = p.offer('news', () => Promise.resolve());
      await p.step('a');
      news.end();
      await p.step('b');
    });
    await kernel.turn(answerInput(at, 'a'));
    expect(kernel.refuse(parentToldInput(at, 'news'))?.code).toBe('STALE_DUTY');
    await kernel.turn(answerInput(at, 'b'));
    expect(kernel.refuse(parentToldInput(at, 'news'))?.code).toBe('CASE_CLOSED');
  });

  test('has gone out of the house: the act that told it is not taken back', async () => {
    const runner = new Runner(madeUp(telling), 'case', new MemoryLedger());
    await runner.submit(openingInput(at));
    const { version } = (await runner.submit(answerInput(at, 'z/a'))) as { version: number }; // an answer is never deferred
    await expect(runner.submit(retractInput(at, 'z/a', version))).rejects.toMatchObject({ message: 'RETRACT_OUTWARD' });
  });

  test('is told to cases alone: a duty that somebody answers is named as misuse', async () => {
    await expect(opened(async (p) => p.tell('a', { step: 'news', outcome: 'done' }))).rejects.toMatchObject({
      code: 'NOT_A_CHILD',
    });
  });

  test('has one effect however often it is carried, and reads again the same', async () => {
    const ledger = new MemoryLedger();
    const procedure = madeUp(hearing);
    const runner = new Runner(procedure, 'case', ledger);
    await runner.submit(openingInput(at));
    const news = parentToldInput(at, 'news');
    expect(await runner.submit(news)).toEqual(await runner.submit(news));
    expect(ledger.rows).toHaveLength(2);
    expect((await foldLedger(procedure, ledger.rows)).openDuties().map(({ key }) => key)).toContain('joined/b');
  });

  test('is carried to every child in a family', async () => {
    const family = new Family({
      calendar: publishedCalendar,
      procedureOf: () => madeUp(hearing),
      openingOf: () => openingInput(at).opening,
    });
    const parent = await family.open(madeUp(telling), at);
    await parent.life.answer('a', 'done');
    await family.settle();
    expect(family.heard).toEqual([true, true]);
    for (const { life } of family.members.slice(1)) expect(life.duties().map(({ key }) => key)).toContain('joined/b');
  });
});
