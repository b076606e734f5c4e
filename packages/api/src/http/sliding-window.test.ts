import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SlidingWindow } from './sliding-window.ts';

const WINDOW_MS = 60_000;

/** A counter with a clock of its own. */
function counting(max: number) {
  let now = 1_000;
  const windows = new SlidingWindow(undefined, () => now);
  const ask = (key = 'a'): { readonly isExceeded: boolean; readonly ttl: number } => {
    let answer = { isExceeded: true, ttl: Number.NaN };
    windows.incr(
      key,
      (_, result) => {
        answer = { isExceeded: (result?.current ?? 0) > max, ttl: result?.ttl ?? Number.NaN };
      },
      WINDOW_MS,
      max,
    );
    return answer;
  };
  const pass = (ms: number): void => {
    now += ms;
  };
  const askTimes = (count: number): number =>
    Array.from({ length: count }, () => ask()).filter(({ isExceeded }) => !isExceeded).length;
  return { ask, pass, askTimes };
}

describe('calls within a window', () => {
  test('are allowed up to the limit, by key', () => {
    const { ask, askTimes } = counting(5);
    expect(askTimes(8)).toBe(5);
    expect(ask('b').isExceeded).toBe(false);
  });

  test('at the border of two windows are not twice as many [ASVS v5.0.0-2.4.1]', () => {
    const { askTimes, pass } = counting(100);
    pass(WINDOW_MS - 1);
    expect(askTimes(1)).toBe(1);
    pass(WINDOW_MS - 1);
    expect(askTimes(200)).toBe(99);
    pass(2);
    expect(askTimes(200)).toBeLessThanOrEqual(1);
  });

  test('are forgotten after two windows without any', () => {
    const { askTimes, pass } = counting(5);
    askTimes(5);
    pass(2 * WINDOW_MS + 1);
    expect(askTimes(8)).toBe(5);
  });
});

test('after the wait that is told the next call is allowed, and not much before', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.array(fc.record({ after: fc.integer({ min: 0, max: 90_000 }), calls: fc.integer({ min: 1, max: 60 }) }), {
        minLength: 1,
        maxLength: 6,
      }),
      (max, bursts) => {
        const { ask, askTimes, pass } = counting(max);
        for (const { after, calls } of bursts) {
          pass(after);
          askTimes(calls);
        }
        const { isExceeded, ttl } = ask();
        if (!isExceeded) return;
        expect(ttl).toBeGreaterThan(0);
        expect(ttl).toBeLessThanOrEqual(2 * WINDOW_MS);
        pass(ttl);
        expect(ask().isExceeded).toBe(false);
      },
    ),
    { numRuns: 2_000 },
  );
});
