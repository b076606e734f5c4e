import { expect, test } from 'vitest';
import { OpenStreams } from './streams.ts';

test('streams are counted under every key at once, and leaving twice is leaving once [ASVS v5.0.0-15.2.2]', () => {
  const open = new OpenStreams();
  const limits = [
    { key: 'address', allowed: 3 },
    { key: 'session', allowed: 2 },
  ];
  const [leave] = [open.enter(limits), open.enter(limits)];
  expect(() => open.enter(limits)).toThrow('TOO_MANY_ATTEMPTS');
  open.enter([{ key: 'address', allowed: 3 }]); // what was refused is not counted
  expect(() => open.enter([{ key: 'address', allowed: 3 }])).toThrow('TOO_MANY_ATTEMPTS');
  leave();
  leave();
  open.enter(limits);
  expect(() => open.enter(limits)).toThrow('TOO_MANY_ATTEMPTS');
});
