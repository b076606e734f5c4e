import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consolePath } from './console-path.ts';

const HERE = 'https://lianban.example';
/** What addresses are twisted with. */
const PIECES = ['/', '\\', '//', '.', '..', ':', '@', '%2f', '%5c', '?', '#', '\t', '\n', ' ', 'http:', 'evil.example'];

test('whatever is let through leads to this site, as browsers read it [ASVS v5.0.0-3.7.2]', () => {
  const twisted = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 8 });
  fc.assert(
    fc.property(twisted, (pieces) => {
      const path = consolePath(`/${pieces.join('')}`);
      if (path !== null) expect(new URL(path, HERE).origin).toBe(HERE);
    }),
    { numRuns: 2_000 },
  );
});

test.each(['/inbox', '/cases/0b6e?duty=propose#time', '/audit?person=%E4%BD%95', '/signing'])(
  '%s is a place to go on to',
  (path) => expect(consolePath(path)).toBe(path),
);

test.each([
  ...['//evil.example', '/\\evil.example', '/\t/evil.example', 'https://evil.example', 'evil.example', ''],
  ...['/sign-in', '/sign-in?from=/', '/trpc/session.me', '/oidc/callback?code=1', '/assets/a.js', '/provider-return'],
  ...['/案件', `/${'a'.repeat(500)}`],
])('%s is none [ASVS v5.0.0-3.7.2]', (address) => expect(consolePath(address)).toBeNull());
