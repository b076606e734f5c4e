import { instant } from '@lianban/domain/civil-date';
import { describe, expect, test } from 'vitest';
import { answerInput, openingInput } from '../testing/ledger.ts';
import { madeUp } from '../testing/made-up.ts';
import type { Entry } from './entry.ts';
import { Kernel } from './kernel.ts';

const at = instant('2026-03-02T02:00:00.000Z');
const later = (days: number) => instant(Date.parse(at) + days * 86_400_000);

const shown = (entries: readonly Entry[]): string[] =>
  entries.map((entry) =>
    'key' in entry
      ? `${entry.type} ${entry.key}`
      : entry.type === 'document'
        ? `document ${entry.document}`
        : entry.type,
  );

async function opened(body: Parameters<typeof madeUp>[0]): Promise<{ kernel: Kernel; entries: string[] }> {
  const kernel = new Kernel(madeUp(body));
  return { kernel, entries: shown((await kernel.turn(openingInput(at))).entries) };
}

const nap = async (ticks: number): Promise<void> => {
  for (let i = 0; i < ticks; i += 1) await undefined;
};

describe('a turn', () => {
  test('runs every strand until it waits, branches in the order in which they are written', async () => {
    const { kernel, entries } = await opened((p) => p.inParallel({ x: () => p.step('a'), y: () => p.step('b') }));
    expect(entries).toEqual(['opened x/a', 'opened y/b']);
    expect(shown((await kernel.turn(answerInput(at, 'y/b'))).entries)).toEqual(['settled y/b']);
    expect(shown((await kernel.turn(answerInput(at, 'x/a'))).entries)).toEqual(['settled x/a', 'closed']);
    expect(kernel.closed).toBe('over');
  });

  test.each([0, 1, 7, 50])('writes the same entries when a branch is %i microtasks deeper', async (ticks) => {
    const { kernel, entries } = await opened((p) =>
      p.inParallel({
        x: async () => {
          await nap(ticks);
          p.issue('notice');
          return p.step('a');
        },
        y: async () => {
          p.issue('licence');
          return p.step('b');
        },
      }),
    );
    expect(entries).toEqual(['document notice', 'opened x/a', 'document licence', 'opened y/b']);
    await kernel.turn(answerInput(at, 'x/a'));
    expect(kernel.openDuties().map(({ key }) => key)).toEqual(['y/b']);
  });

  test('gives a step that stands in the same place again another key', async () => {
    const { kernel } = await opened(async (p) => {
      await p.step('a');
      await p.step('a');
    });
    await kernel.turn(answerInput(at, 'a'));
    expect(kernel.openDuties().map(({ key }) => key)).toEqual(['a#2']);
  });

  test('joins nested branches before the flow goes on', async () => {
    const { kernel } = await opened(async (p) => {
      await p.inParallel({
        x: () => p.inParallel({ u: () => p.step('a'), v: () => p.step('b') }),
        y: async () => 'at once',
      });
      await p.step('c');
    });
    expect(kernel.openDuties().map(({ key }) => key)).toEqual(['x/u/a', 'x/v/b']);
    await kernel.turn(answerInput(at, 'x/u/a'));
    await kernel.turn(answerInput(at, 'x/v/b'));
    expect(kernel.openDuties().map(({ key }) => key)).toEqual(['c']);
  });

  test('cancels whatever is open when one strand closes the case, and asks nothing about it', async () => {
    const kernel = new Kernel(
      madeUp((p) =>
        p.inParallel({
          x: () => p.step('limited'),
          y: async () => {
            await p.step('b');
            p.close('over');
          },
        }),
      ),
    );
    await kernel.turn(openingInput(at));
    const { entries, asks } = await kernel.turn(answerInput(at, 'y/b'));
    expect(shown(entries)).toEqual(['settled y/b', 'cancelled x/limited', 'closed']);
    expect(asks).toEqual([]);
    expect(kernel.refuse(answerInput(at, 'x/limited'))?.code).toBe('CASE_CLOSED');
  });
});

describe('a right', () => {
  test('is exercised beside the flow, and takes what it started with it when it ends', async () => {
    const { kernel } = await opened(async (p) => {
      const right = p.offer('right', async () => {
        await p.step('c');
      });
      await p.step('a');
      right.end();
      await p.step('b');
    });
    await kernel.turn(answerInput(at, 'right', 'done', '1'));
    await kernel.turn(answerInput(at, 'right', 'done', '2'));
    expect(kernel.openDuties().map(({ key }) => key)).toEqual(['right', 'a', 'right!/c', 'right!/c#2']);
    expect(shown((await kernel.turn(answerInput(at, 'a'))).entries)).toEqual([
      'settled a',
      'cancelled right',
      'cancelled right!/c',
      'cancelled right!/c#2',
      'opened b',
    ]);
  });

  test('is refused with the reason while it is blocked', async () => {
    const reason = { zh: '核实期间', en: 'while suspected' };
    const { kernel } = await opened(async (p) => {
      p.offer('right', async () => undefined).block(reason);
      await p.step('a');
    });
    expect(kernel.refuse(answerInput(at, 'right'))).toEqual({
      code: 'RIGHT_BLOCKED',
      detail: { duty: 'right', reason },
      mayPass: true,
    });
  });
});

describe('a statutory clock', () => {
  test('stands still from the day after the pause to the day of the resumption, and moves the duties that share it', async () => {
    const kernel = new Kernel(
      madeUp(async (p) => {
        p.clock.start('main', 'permit.intake');
        await p.inParallel({
          x: () => p.step('clocked'),
          y: () =>
            p.clock.pause('main', { key: 'hearing', kind: 'excluded', title: { zh: '听证', en: 'Hearing' } }, () =>
              p.step('b'),
            ),
        });
      }),
    );
    const first = await kernel.turn(openingInput(at));
    expect(first.asks.map(({ key, spans }) => [key, spans.length])).toEqual([
      ['clock:main', 1],
      ['x/clocked', 1],
    ]);
    const second = await kernel.turn(answerInput(later(3), 'y/b'));
    const span = { from: '2026-03-03', to: '2026-03-05', kind: 'excluded', reason: 'hearing' };
    expect(second.asks.map(({ key, spans }) => [key, spans])).toEqual([
      ['clock:main', [span]],
      ['x/clocked', [span]],
    ]);
  });

  test('loses no day to a pause that ends on the day it began', async () => {
    const kernel = new Kernel(
      madeUp(async (p) => {
        p.clock.start('main', 'permit.intake');
        await p.clock.pause('main', { key: 'hearing', kind: 'excluded', title: { zh: '', en: '' } }, () => p.step('a'));
        await p.step('clocked');
      }),
    );
    await kernel.turn(openingInput(at));
    expect((await kernel.turn(answerInput(at, 'a'))).asks.map(({ spans }) => spans)).toEqual([[], []]);
  });
});

describe('a refusal', () => {
  test('says that the duty has been settled, and how', async () => {
    const { kernel } = await opened(async (p) => {
      await p.step('a');
      await p.step('b');
    });
    await kernel.turn(answerInput(at, 'a', 'other'));
    expect(kernel.refuse(answerInput(at, 'a'))).toEqual({
      code: 'STALE_DUTY',
      detail: { duty: 'a', settledAs: 'other' },
    });
    expect(kernel.refuse(answerInput(at, 'nowhere'))?.code).toBe('NO_SUCH_DUTY');
    expect(kernel.refuse(answerInput(at, 'b', 'toString'))?.code).toBe('OUTCOME_UNAVAILABLE');
  });

  test('takes an act in the last second and refuses it at midnight, before the lapse is written', async () => {
    const { kernel } = await opened((p) => p.step('limited'));
    const due = instant('2026-03-09T16:00:00.000Z');
    kernel.settle({ limited: due });
    expect(kernel.refuse(answerInput(instant('2026-03-09T15:59:59.999Z'), 'limited'))).toBeUndefined();
    expect(kernel.refuse(answerInput(due, 'limited'))?.code).toBe('STALE_DUTY');
  });

  test('meets a lapse whose date has moved', async () => {
    const { kernel } = await opened((p) => p.step('limited'));
    const [old, moved] = [later(5), later(9)];
    kernel.settle({ limited: moved });
    expect(kernel.refuse({ kind: 'lapse', requestId: 'l', at: old, duty: 'limited', due: old })?.code).toBe(
      'STALE_DUTY',
    );
    expect(kernel.refuse({ kind: 'lapse', requestId: 'l', at: moved, duty: 'limited', due: moved })).toBeUndefined();
  });
});

describe('misuse', () => {
  const misuses: [string, string, Parameters<typeof madeUp>[0]][] = [
    ['a promise that nobody keeps', 'AWAITS_SOMETHING_ELSE', () => new Promise(() => undefined)],
    ['an endless run of microtasks', 'AWAITS_SOMETHING_ELSE', () => nap(10_000)],
    [
      'a word that is not awaited before the next',
      'NOT_AWAITED',
      async (p) => {
        const pending = p.step('a');
        p.issue('notice');
        await pending;
      },
    ],
    ['two words at once', 'NOT_AWAITED', (p) => Promise.all([p.step('a'), p.step('b')])],
    [
      'a flow that goes on without the answer',
      'NOT_AWAITED',
      async (p) => {
        void p.step('a');
      },
    ],
    ['an unknown step', 'NO_SUCH_STEP', (p) => p.step('nowhere' as 'a')],
    ['an unknown ending', 'NO_SUCH_ENDING', async (p) => p.close('nowhere')],
    ['a limit the case does not carry', 'NO_LIMIT', (p) => p.step('unlimited')],
    ['a clock that does not run', 'NO_SUCH_CLOCK', async (p) => p.clock.stop('main')],
    [
      'a clock started twice',
      'CLOCK_TWICE',
      async (p) => {
        p.clock.start('main', 'permit.intake');
        p.clock.start('main', 'permit.intake');
      },
    ],
    [
      'an exception of its own',
      'PROCEDURE_THREW',
      async () => {
        throw new TypeError('bug');
      },
    ],
    [
      'a misuse that the procedure catches',
      'NO_SUCH_ENDING',
      async (p) => {
        try {
          p.close('nowhere');
        } catch {
          await p.step('a');
        }
      },
    ],
  ];

  test.each(misuses)('%s is the named error %s, not a hang', async (_, code, body) => {
    await expect(new Kernel(madeUp(body)).turn(openingInput(at))).rejects.toMatchObject({
      name: 'ProcedureMisuse',
      code,
    });
  });

  test('a word spoken outside a turn is refused', async () => {
    let leaked: (() => void) | undefined;
    await opened(async (p) => {
      leaked = () => p.issue('notice');
      await p.step('a');
    });
    expect(() => leaked?.()).toThrow(/OUTSIDE_A_TURN/);
  });
});

describe('an amendment', () => {
  const amendedFlow = madeUp(async (p) => {
    if (p.amended('2026-11 b before c')) await p.step('b');
    await p.step('c');
  });

  test('holds for what happens from now on', async () => {
    const kernel = new Kernel(amendedFlow);
    await kernel.turn(openingInput(at));
    expect(kernel.openDuties().map(({ key }) => key)).toEqual(['b']);
  });

  test('does not hold for a turn that was written before it', async () => {
    const kernel = new Kernel(amendedFlow);
    await kernel.turn(openingInput(at), []);
    expect(kernel.openDuties().map(({ key }) => key)).toEqual(['c']);
  });
});
