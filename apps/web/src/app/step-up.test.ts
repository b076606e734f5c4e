import { describe, expect, test } from 'vitest';
import { onQuestion, openQuestion, proveAnew } from './step-up.ts';

const demand = { by: 'password', minutes: 10 } as const;

describe('proving anew', () => {
  test('is asked once for everything that waits for it, and everything hears the answer', async () => {
    const heard: (string | null)[] = [];
    const stop = onQuestion(() => heard.push(openQuestion()?.by ?? null));
    const waiting = [proveAnew(demand), proveAnew(demand)];
    expect(openQuestion()).toMatchObject(demand);
    openQuestion()?.settle(true);
    expect(await Promise.all(waiting)).toEqual([true, true]);
    expect([heard, openQuestion()]).toEqual([['password', null], null]);
    stop();
  });

  test('is asked again after it was refused', async () => {
    const first = proveAnew(demand);
    openQuestion()?.settle(false);
    expect(await first).toBe(false);
    const second = proveAnew({ by: 'code', minutes: 10 });
    expect(openQuestion()?.by).toBe('code');
    openQuestion()?.settle(true);
    expect(await second).toBe(true);
  });
});
