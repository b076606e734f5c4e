import { instant } from '@lianban/domain/civil-date';
import { describe, expect, test } from 'vitest';
import {
  answerInput,
  childEndedInput,
  MemoryLedger,
  openingInput,
  parentEndedInput,
  retractInput,
} from '../testing/ledger.ts';
import { madeUp } from '../testing/made-up.ts';
import type { ChildOf } from '../vocabulary/opening.ts';
import type { AnyProcedure } from '../vocabulary/procedure.ts';
import type { Entry, Input } from './entry.ts';
import { Kernel } from './kernel.ts';
import { Runner } from './runner.ts';

const at = instant('2026-03-02T02:00:00.000Z');
const later = (days: number) => instant(Date.parse(at) + days * 86_400_000);

const shown = (entries: readonly Entry[]): string[] =>
  entries.map((entry) => ('key' in entry ? `${entry.type} ${entry.key}` : entry.type));

async function opened(body: Parameters<typeof madeUp>[0], input: Parameters<Kernel['turn']>[0] = openingInput(at)) {
  const kernel = new Kernel(madeUp(body));
  return { kernel, entries: (await kernel.turn(input)).entries };
}

/** The opening of a case that another one opened. */
const openedBy = (childOf: ChildOf): Extract<Input, { kind: 'open' }> => {
  const input = openingInput(at);
  return { ...input, opening: { ...input.opening, childOf } };
};
const parent: ChildOf = { caseId: 'parent', duty: 'other', matter: { scope: 'all' } };

describe('a child case', () => {
  test('is opened with its matter beside a duty, which its ending settles with what it reports', async () => {
    const reports: unknown[] = [];
    const { kernel, entries } = await opened(async (p) => {
      const { outcome, flow, by } = await p.child('other', { scope: 'all' });
      reports.push([outcome, flow, by]);
      await p.step('a');
    });
    expect(shown(entries)).toEqual(['opened other', 'childOpened other']);
    expect(entries.at(-1)).toMatchObject({ procedure: 'made-up', matter: { scope: 'all' } });
    const { entries: next } = await kernel.turn(childEndedInput(later(1), 'other'));
    expect(shown(next)).toEqual(['settled other', 'opened a']);
    expect(reports).toEqual([['done', { found: 'something' }, null]]);
  });

  test('is ended by nobody’s answer, and ends no duty that a person owes', async () => {
    const { kernel } = await opened((p) => p.inParallel({ x: () => p.child('other', {}), y: () => p.step('a') }));
    expect(kernel.refuse(answerInput(at, 'x/other'))?.code).toBe('OUTCOME_UNAVAILABLE');
    expect(kernel.refuse(childEndedInput(at, 'y/a'))?.code).toBe('OUTCOME_UNAVAILABLE');
    expect(kernel.refuse(childEndedInput(at, 'x/other', 'unheard'))?.code).toBe('OUTCOME_UNAVAILABLE');
    expect(kernel.refuse(childEndedInput(at, 'x/other'))).toBeUndefined();
  });

  test('that comes to its end a second time, or after the duty lapsed, is told that the step is past', async () => {
    const { kernel } = await opened(async (p) => {
      await p.child('limitedChild', {});
      await p.step('a');
    });
    const due = instant('2026-03-10T16:00:00.000Z');
    kernel.settle({ limitedChild: due });
    const { entries } = await kernel.turn({ kind: 'lapse', requestId: 'l', at: due, duty: 'limitedChild', due });
    expect(shown(entries)).toEqual(['settled limitedChild', 'opened a']);
    expect(kernel.refuse(childEndedInput(later(20), 'limitedChild'))).toMatchObject({ code: 'STALE_DUTY' });
  });

  test('is released when its duty is cancelled: by the end of the case, of a right, or of the work around it', async () => {
    const { kernel } = await opened(async (p) => {
      p.offer('right', async () => void (await p.child('other', {}))).end();
      const right = p.offer('right', async () => void (await p.child('other', {})));
      await p.step('a');
      right.end();
      await p.within('limited', {}, () => p.child('other', {}));
      await p.inParallel({ x: () => p.child('other', {}), y: async () => (await p.step('c'), p.close('done')) });
    });
    await kernel.turn(answerInput(at, 'right#2'));
    expect(shown((await kernel.turn(answerInput(at, 'a'))).entries)).toEqual(
      expect.arrayContaining(['cancelled right!/other', 'childReleased right!/other', 'childOpened limited/other']),
    );
    const due = instant('2026-03-10T16:00:00.000Z');
    kernel.settle({ limited: due });
    const passed = await kernel.turn({ kind: 'lapse', requestId: 'l', at: due, duty: 'limited', due });
    expect(shown(passed.entries).slice(0, 3)).toEqual([
      'settled limited',
      'cancelled limited/other',
      'childReleased limited/other',
    ]);
    expect(shown((await kernel.turn(answerInput(due, 'y/c'))).entries)).toEqual([
      'settled y/c',
      'cancelled x/other',
      'childReleased x/other',
      'closed',
    ]);
  });

  test('hears that its parent is over and ends discontinued, with whatever it had open', async () => {
    const { kernel } = await opened((p) => p.child('other', {}), openedBy(parent));
    expect(kernel.refuse(parentEndedInput(at))).toBeUndefined();
    const { entries } = await kernel.turn(parentEndedInput(at));
    expect(shown(entries)).toEqual(['parentEnded', 'cancelled other', 'childReleased other', 'closed']);
    expect(kernel.closed).toBe('discontinued');
  });

  test('that outlives its parent goes on, and a case that nobody opened has no parent to lose', async () => {
    const { kernel } = await opened(async (p) => {
      p.outlive();
      await p.step('a');
    }, openedBy(parent));
    expect(shown((await kernel.turn(parentEndedInput(at))).entries)).toEqual(['parentEnded']);
    expect(shown((await kernel.turn(answerInput(at, 'a'))).entries)).toEqual(['settled a', 'closed']);
    const { kernel: own } = await opened((p) => p.step('a'));
    expect(own.refuse(parentEndedInput(at))?.code).toBe('STALE_DUTY');
  });

  test('reports with its ending', async () => {
    const { kernel } = await opened(async (p) => {
      await p.step('a');
      p.close('done', { defects: [{ number: '1' }] });
    }, openedBy(parent));
    const { entries } = await kernel.turn(answerInput(at, 'a'));
    expect(entries.at(-1)).toEqual({ type: 'closed', outcome: 'done', result: { defects: [{ number: '1' }] } });
  });

  test.each([
    ['a duty opened as a child', (p: Parameters<Parameters<typeof madeUp>[0]>[0]) => p.child('a', {})],
    ['a child opened as a duty', (p: Parameters<Parameters<typeof madeUp>[0]>[0]) => p.step('other')],
  ])('is named as misuse for %s', async (_, body) => {
    await expect(opened(body)).rejects.toMatchObject({ code: 'NOT_A_CHILD' });
  });
});

describe('work within a limit', () => {
  const body: Parameters<typeof madeUp>[0] = async (p) => {
    const ended = await p.within('limited', {}, async () => {
      await p.inParallel({ x: () => p.step('a'), y: () => p.step('b') });
      return 'worked' as const;
    });
    await p.step(ended === 'worked' ? 'c' : 'final');
  };

  test('takes the limit with it when it ends first', async () => {
    const { kernel, entries } = await opened(body);
    expect(shown(entries)).toEqual(['opened limited', 'opened limited/x/a', 'opened limited/y/b']);
    await kernel.turn(answerInput(at, 'limited/x/a'));
    const { entries: last } = await kernel.turn(answerInput(at, 'limited/y/b'));
    expect(shown(last)).toEqual(['settled limited/y/b', 'cancelled limited', 'opened c']);
  });

  test('ends with everything it left open when the limit passes first, and never goes on', async () => {
    const { kernel } = await opened(body);
    await kernel.turn(answerInput(at, 'limited/x/a'));
    const due = instant('2026-03-10T16:00:00.000Z');
    kernel.settle({ limited: due });
    const { entries } = await kernel.turn({ kind: 'lapse', requestId: 'l', at: due, duty: 'limited', due });
    expect(shown(entries)).toEqual(['settled limited', 'cancelled limited/y/b', 'opened final']);
    expect(kernel.refuse(answerInput(due, 'limited/y/b'))?.code).toBe('STALE_DUTY');
  });
});

describe('the ledger of a case with a child', () => {
  const procedure: AnyProcedure = madeUp(async (p) => {
    await p.step('a');
    await p.child('other', { scope: 'all' });
    await p.step('b');
  });

  async function lived(ledger: MemoryLedger) {
    const runner = new Runner(procedure, 'case', ledger);
    await runner.begin(() => Promise.resolve(ledger.rows));
    return runner;
  }

  test('is read again as it was written, and the ending of the child counts once however often it is told', async () => {
    const ledger = new MemoryLedger();
    const runner = await lived(ledger);
    await runner.submit(openingInput(at));
    await runner.submit(answerInput(at, 'a'));
    const first = await runner.submit(childEndedInput(later(1), 'other'));
    expect(await runner.submit(childEndedInput(later(1), 'other'))).toEqual(first);
    const rebuilt = await lived(ledger);
    expect(rebuilt.committed).toEqual(runner.committed);
    expect(await rebuilt.submit(childEndedInput(later(1), 'other'))).toEqual(first);
    expect(ledger.rows).toHaveLength(3);
  });

  test('keeps the act that opened a child: a case with a number has gone out', async () => {
    const ledger = new MemoryLedger();
    const runner = await lived(ledger);
    await runner.submit(openingInput(at));
    await runner.submit(answerInput(at, 'a'));
    await expect(runner.submit(retractInput(at, 'a', 2))).rejects.toMatchObject({ message: 'RETRACT_OUTWARD' });
  });

  test('survives that another writer told of the ending first', async () => {
    const ledger = new MemoryLedger();
    const runner = await lived(ledger);
    await runner.submit(openingInput(at));
    await runner.submit(answerInput(at, 'a'));
    const other = await lived(ledger);
    const first = await other.submit(childEndedInput(later(1), 'other'));
    expect(await runner.submit(childEndedInput(later(1), 'other'))).toEqual(first);
    expect(ledger.rows).toHaveLength(3);
  });
});
