import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDraftSaver, type Saving } from './draft-saver.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const setUp = (tookMs = 50) => {
  const saved: string[] = [];
  const states: Saving[] = [];
  let fails = 0;
  let running = 0;
  let mostAtOnce = 0;
  const saver = createDraftSaver<string>({
    waitMs: 800,
    onState: (state) => states.push(state),
    save: async (content) => {
      running += 1;
      mostAtOnce = Math.max(mostAtOnce, running);
      await new Promise((done) => setTimeout(done, tookMs));
      running -= 1;
      if (fails > 0) {
        fails -= 1;
        throw new Error('away');
      }
      saved.push(content);
    },
  });
  return { saver, saved, states, fail: (times: number) => (fails = times), mostAtOnce: () => mostAtOnce };
};

describe('createDraftSaver', () => {
  test('saves once after a run of changes, with the last of them', async () => {
    const { saver, saved, states } = setUp();
    saver.change('重');
    await vi.advanceTimersByTimeAsync(500);
    saver.change('重庆');
    await vi.advanceTimersByTimeAsync(900);
    expect(saved).toEqual(['重庆']);
    expect(states.at(-1)).toBe('rest');
  });
  test('saves a change that came during a save after it, never beside it', async () => {
    const { saver, saved, mostAtOnce } = setUp(2000);
    saver.change('a');
    await vi.advanceTimersByTimeAsync(900);
    saver.change('b');
    const flushed = saver.flush();
    await vi.advanceTimersByTimeAsync(5000);
    await flushed;
    expect(saved).toEqual(['a', 'b']);
    expect(mostAtOnce()).toBe(1);
  });
  test('keeps what could not be saved and tries it again on flush', async () => {
    const { saver, saved, states, fail } = setUp();
    fail(1);
    saver.change('a');
    await vi.advanceTimersByTimeAsync(900);
    expect(saved).toEqual([]);
    expect(states.at(-1)).toBe('failed');
    const flushed = saver.flush();
    await vi.advanceTimersByTimeAsync(100);
    await flushed;
    expect(saved).toEqual(['a']);
  });
  test('lets flush fail when the save does', async () => {
    const { saver, fail } = setUp();
    fail(1);
    saver.change('a');
    const flushed = expect(saver.flush()).rejects.toThrow('away');
    await vi.advanceTimersByTimeAsync(100);
    await flushed;
  });
  test('has nothing to do without a change', async () => {
    const { saver, saved } = setUp();
    await saver.flush();
    expect(saved).toEqual([]);
  });
  test('ends with the newest change saved, whatever the rhythm and the failures', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 1500 }),
        fc.integer({ min: 0, max: 3 }),
        async (pauses, tookMs, failures) => {
          const { saver, saved, fail, mostAtOnce } = setUp(tookMs);
          fail(failures);
          for (const [index, pause] of pauses.entries()) {
            saver.change(String(index));
            await vi.advanceTimersByTimeAsync(pause);
          }
          for (let attempt = 0; attempt <= failures; attempt += 1) {
            const flushed = saver.flush().catch(() => undefined);
            await vi.advanceTimersByTimeAsync(5000);
            await flushed;
          }
          expect(saved.at(-1)).toBe(String(pauses.length - 1));
          expect(saved.map(Number)).toEqual([...saved].map(Number).sort((a, b) => a - b));
          expect(mostAtOnce()).toBe(1);
        },
      ),
    );
  });
});
