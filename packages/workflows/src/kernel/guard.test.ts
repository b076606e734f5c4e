import { instant, type Instant } from '@lianban/domain/civil-date';
import { text } from '@lianban/domain/text';
import { describe, expect, test } from 'vitest';
import { answerInput, MemoryLedger, openingInput, retractInput } from '../testing/ledger.ts';
import { madeUp } from '../testing/made-up.ts';
import { foldLedger } from './fold.ts';
import { Kernel } from './kernel.ts';
import { Runner } from './runner.ts';

type Body = Parameters<typeof madeUp>[0];

const at = instant('2026-03-02T02:00:00.000Z');
const later = (days: number): Instant => instant(Date.parse(at) + days * 86_400_000);

async function opened(body: Body): Promise<Kernel> {
  const kernel = new Kernel(madeUp(body));
  await kernel.turn(openingInput(at));
  return kernel;
}

const open = (kernel: Kernel): readonly string[] => kernel.openDuties().map(({ key }) => key);

/** Two branches, and a step that waits for both however often they are done again. */
const joined: Body = async (p) => {
  const done = { x: false, y: false };
  const again = async (name: 'x' | 'y', step: 'a' | 'b'): Promise<void> => {
    for (;;) {
      done[name] = (await p.step(step)).outcome === 'done';
      if (done[name]) await p.when(step, () => !done[name]);
    }
  };
  await p.inParallel({
    x: () => again('x', 'a'),
    y: () => again('y', 'b'),
    z: async () => {
      for (;;) {
        await p.when('c', () => done.x && done.y);
        if ((await p.step('c')).outcome === 'done') p.close('over');
        done.x = false;
      }
    },
  });
};

describe('a guard', () => {
  test('lets its step open in the turn of whichever branch makes it hold', async () => {
    for (const order of [
      ['x/a', 'y/b'],
      ['y/b', 'x/a'],
    ] as const) {
      const kernel = await opened(joined);
      await kernel.turn(answerInput(at, order[0]));
      expect(open(kernel)).toEqual([order[1]]);
      await kernel.turn(answerInput(at, order[1]));
      expect(open(kernel)).toEqual(['z/c']);
    }
  });

  test('is evaluated, not counted: a branch that is sent back and done again is waited for again', async () => {
    const kernel = await opened(joined);
    for (const duty of ['x/a', 'y/b']) await kernel.turn(answerInput(at, duty));
    await kernel.turn(answerInput(at, 'z/c', 'other'));
    expect(open(kernel)).toEqual(['x/a#2']);
    await kernel.turn(answerInput(at, 'x/a#2'));
    expect(open(kernel)).toEqual(['z/c#2']);
    await kernel.turn(answerInput(at, 'z/c#2'));
    expect(kernel.closed).toBe('over');
  });

  test('that holds already lets its strand go on before any other', async () => {
    const kernel = await opened((p) =>
      p.inParallel({
        x: async () => {
          await p.when('a', () => true);
          return p.step('a');
        },
        y: () => p.step('b'),
      }),
    );
    expect(open(kernel)).toEqual(['x/a', 'y/b']);
  });

  test('holds when its strand goes on, although another guard of the same turn has moved things', async () => {
    const seen: number[] = [];
    const kernel = await opened(async (p) => {
      let left = 1;
      const one = async (): Promise<void> => {
        await p.when('b', () => left === 0);
        seen.push(left);
        left = 5;
        await p.step('b');
        left = 0;
      };
      await p.inParallel({
        x: one,
        y: one,
        z: async () => {
          await p.step('a');
          left = 0;
        },
      });
    });
    await kernel.turn(answerInput(at, 'z/a'));
    expect(open(kernel)).toEqual(['x/b']);
    await kernel.turn(answerInput(at, 'x/b'));
    expect(open(kernel)).toEqual(['y/b']);
    expect(seen).toEqual([0, 0]);
  });

  test('is looked at when a right is exercised', async () => {
    const kernel = await opened(async (p) => {
      let asked = false;
      p.offer('right', async () => {
        asked = true;
      });
      await p.inParallel({
        x: () => p.step('a'),
        y: async () => {
          await p.when('b', () => asked);
          await p.step('b');
        },
      });
    });
    await kernel.turn(answerInput(at, 'right'));
    expect(open(kernel)).toEqual(['right', 'x/a', 'y/b']);
  });
});

describe('work that is done until a condition holds', () => {
  const hearing = { key: 'hearing', kind: 'excluded', title: text('', '') } as const;
  const stoppable: Body = async (p) => {
    let failed = false;
    p.clock.start('main', 'permit.intake');
    const work = () =>
      p.inParallel({
        u: () => p.clock.pause('main', hearing, () => p.step('a')),
        v: () => p.when('b', () => failed),
      });
    const { x } = await p.inParallel({
      x: () => p.until('a', () => failed, work),
      y: async () => {
        failed = (await p.step('b')).outcome === 'other';
      },
    });
    if (x === null) await p.step('clocked');
  };

  test('ends with everything that it has open, and the clock that stood still for it goes on', async () => {
    const kernel = await opened(stoppable);
    const { entries, asks } = await kernel.turn(answerInput(later(3), 'y/b', 'other'));
    expect(entries.map(({ type }) => type)).toEqual(['settled', 'cancelled', 'clockResumed', 'opened']);
    expect(asks.find(({ key }) => key === 'clocked')?.spans).toEqual([
      { from: '2026-03-03', to: '2026-03-05', kind: 'excluded', reason: 'hearing' },
    ]);
    expect(open(kernel)).toEqual(['clocked']);
    expect(kernel.refuse(answerInput(at, 'x/a/u/a'))).toMatchObject({ code: 'STALE_DUTY' });
  });

  test('gives its result when it ends first, and the condition is not looked at any more', async () => {
    let looked = 0;
    const kernel = await opened(async (p) => {
      const work = await p.until(
        'a',
        () => (looked += 1) < 0,
        async () => (await p.step('a')).outcome,
      );
      await p.step(work === 'other' ? 'b' : 'c');
      await p.step('c');
    });
    await kernel.turn(answerInput(at, 'a/a', 'other'));
    expect(open(kernel)).toEqual(['b']);
    const before = looked;
    await kernel.turn(answerInput(at, 'b'));
    expect(looked).toBe(before);
  });

  test('is not begun when the condition holds already', async () => {
    const kernel = await opened(async (p) => {
      const work = await p.until(
        'a',
        () => true,
        () => p.step('a'),
      );
      if (work === null) await p.step('b');
    });
    expect(open(kernel)).toEqual(['b']);
  });
});

describe('the misuse of a guard', () => {
  const misuses: [string, string, object, Body][] = [
    [
      'a condition that nothing under way can bring about',
      'NEVER_HOLDS',
      { step: 'a', strand: 'x' },
      (p) => p.inParallel({ x: () => p.when('a', () => false), y: async () => undefined }),
    ],
    [
      'a condition that only a right could bring about, which nobody owes',
      'NEVER_HOLDS',
      { step: 'a', strand: '' },
      async (p) => {
        let asked = false;
        p.offer('right', async () => {
          asked = true;
        });
        await p.when('a', () => asked);
      },
    ],
    [
      'a loop whose conditions all hold',
      'IN_CIRCLES',
      { strand: '' },
      async (p) => {
        for (;;)
          await p.until(
            'a',
            () => true,
            () => p.step('a'),
          );
      },
    ],
    [
      'a step that the catalogue does not have',
      'NO_SUCH_STEP',
      { step: 'nowhere' },
      (p) => p.when('nowhere' as 'a', () => true),
    ],
    [
      'a guard that is not awaited',
      'NOT_AWAITED',
      {},
      async (p) => {
        void p.when('a', () => true);
        await p.step('b');
      },
    ],
    [
      'a condition that asks for the day',
      'WORD_IN_A_GUARD',
      { word: 'today', step: 'a' },
      (p) => p.when('a', () => p.today > '2026-04-01'),
    ],
    [
      'a condition that does something',
      'WORD_IN_A_GUARD',
      { word: 'issue', step: 'a' },
      (p) =>
        p.when('a', () => {
          p.issue('notice');
          return true;
        }),
    ],
    [
      'a condition that throws',
      'PROCEDURE_THREW',
      {},
      (p) =>
        p.when('a', () => {
          throw new TypeError('bug');
        }),
    ],
  ];

  test.each(misuses)('%s is the named error %s, not a hang', async (_, code, detail, body) => {
    await expect(new Kernel(madeUp(body)).turn(openingInput(at))).rejects.toMatchObject({
      name: 'ProcedureMisuse',
      code,
      detail,
    });
  });

  test('what no duty can bring about any more is noticed in the turn that settles the last one, and that turn is not written', async () => {
    const ledger = new MemoryLedger();
    const body: Body = (p) => p.inParallel({ x: () => p.step('a'), y: () => p.when('b', () => false) });
    const runner = new Runner(madeUp(body), 'case', ledger);
    await runner.submit(openingInput(at));
    await expect(runner.submit(answerInput(at, 'x/a'))).rejects.toMatchObject({ code: 'NEVER_HOLDS' });
    expect(ledger.rows).toHaveLength(1);
    expect(runner.refuse(answerInput(at, 'x/a'))).toBeUndefined();
  });
});

describe('a ledger with guards', () => {
  const run = async (body: Body, ...answers: readonly string[]) => {
    const ledger = new MemoryLedger();
    const runner = new Runner(madeUp(body), 'case', ledger);
    await runner.submit(openingInput(at));
    for (const duty of answers) await runner.submit(answerInput(at, duty));
    return { ledger, runner };
  };

  test('takes back the act that made the guard hold: what had opened behind it goes', async () => {
    const { ledger, runner } = await run(joined, 'x/a', 'y/b');
    await runner.submit(retractInput(at, 'y/b', 3));
    expect(ledger.turns.at(-1)?.entries).toEqual([
      { type: 'retracted', version: 3, key: 'y/b' },
      { type: 'cancelled', key: 'z/c' },
      { type: 'reopened', key: 'y/b' },
    ]);
    await runner.submit(answerInput(at, 'y/b', 'done', 'again'));
    expect(open(await foldLedger(madeUp(joined), ledger.rows))).toEqual(['z/c#2']);
  });

  test('keeps the act that a guard of a later row rests on', async () => {
    const { runner } = await run(joined, 'x/a', 'y/b');
    await expect(runner.submit(retractInput(at, 'x/a', 2))).rejects.toMatchObject({
      refusal: { code: 'RETRACT_ACTED_ON', detail: { actedOn: 3 } },
    });
  });

  test('is drift when the condition reads otherwise than when the row was written', async () => {
    const guarded =
      (needed: readonly string[]): Body =>
      async (p) => {
        const done: string[] = [];
        const doing = (step: 'a' | 'b') => async () => {
          await p.step(step);
          done.push(step);
        };
        await p.inParallel({
          x: doing('a'),
          y: doing('b'),
          z: async () => {
            await p.when('c', () => needed.every((step) => done.includes(step)));
            await p.step('c');
          },
        });
      };
    const { ledger } = await run(guarded(['a', 'b']), 'x/a');
    await expect(foldLedger(madeUp(guarded(['a'])), ledger.rows)).rejects.toMatchObject({
      code: 'DRIFT',
      detail: { version: 2 },
    });
    await expect(foldLedger(madeUp(guarded(['b'])), ledger.rows)).resolves.toBeDefined();
  });
});
