import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Heard } from '@lianban/api/live/feed';
import { callers, type Callers } from '../support/caller.ts';

let listeners = 0;
let api: Callers;
beforeAll(async () => {
  api = await callers({
    listen: () => {
      listeners += 1;
      return nothing();
    },
  });
});
afterAll(() => api.close());

async function* nothing(): AsyncGenerator<Heard> {
  yield* await Promise.resolve([]);
}

test('whoever is told that the stream of events is open misses nothing that happens from then on', async () => {
  const officer = await api.as('zhoumin');
  await officer.live.events({ watch: null }); // and asks nothing of it yet
  expect(listeners).toBe(1);
});
