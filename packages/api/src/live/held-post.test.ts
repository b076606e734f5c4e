import { expect, onTestFinished, test, vi } from 'vitest';
import type { Identity } from '../identity/identity.ts';
import { HeldPost } from './held-post.ts';

const place = { zh: '行政审批处', en: 'Permits section' };
const post: Identity['post'] = {
  id: 'post',
  role: 'OFF',
  province: 'CQ',
  unitId: 'cq-permits',
  enterpriseId: null,
  place,
};
const factors = { hasFactor: false, hasProviderFactor: false } as const;
const session = { id: 'session', mustChangePassword: false, method: 'password', isProven: true, ...factors } as const;
const identity: Identity = {
  ...{ person: { id: 'person', name: '周敏' }, post, posts: [post] },
  ...{ enterprise: null, session },
};

const held = (now: () => Identity | null, until = new AbortController().signal): HeldPost =>
  new HeldPost({ identity, identify: () => Promise.resolve(now()) }, until);

test.each<readonly [string, Identity | null, string | null]>([
  ['held as it was', structuredClone(identity), null],
  ['held under another name', { ...identity, person: { ...identity.person, name: '周某' } }, null],
  ['over', null, 'NOT_SIGNED_IN'],
  ['in another unit', { ...identity, post: { ...post, unitId: 'cq-legal' } }, 'UNAVAILABLE'],
  ['of another role', { ...identity, post: { ...post, role: 'CLK' } }, 'UNAVAILABLE'],
  ['left for another post', { ...identity, post: { ...post, id: 'other' } }, 'UNAVAILABLE'],
])('a post that is %s [ASVS v5.0.0-8.3.2]', async (_, now, code) => {
  const listening = held(() => now);
  const refused = await listening.refuseWhenLost().then(
    () => null,
    (failure: unknown) => failure,
  );
  expect(refused).toEqual(code === null ? null : expect.objectContaining({ code }));
  listening.leave();
});

test('a stream that is told nothing ends by itself within a minute once its post is lost [ASVS v5.0.0-8.3.2]', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let now: Identity | null = identity;
  const listening = held(() => now);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(listening.signal.aborted).toBe(false);
  now = null;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(listening.signal.aborted).toBe(true);
  listening.leave();
});

test('a stream ends with its browser', () => {
  const gone = new AbortController();
  const listening = held(() => identity, gone.signal);
  gone.abort();
  expect(listening.signal.aborted).toBe(true);
  listening.leave();
});

test('one look serves everything that was heard before it, and nothing that was heard after', async () => {
  let looks = 0;
  const listener = held(() => {
    looks += 1;
    return identity;
  });
  const before = performance.now();
  await listener.refuseWhenLost(before);
  await listener.refuseWhenLost(before);
  expect(looks).toBe(1);
  await listener.refuseWhenLost(performance.now());
  expect(looks).toBe(2);
  listener.leave();
});
