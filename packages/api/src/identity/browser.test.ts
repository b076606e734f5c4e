import { expect, test } from 'vitest';
import { browserFamily } from './browser.ts';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

test.each([
  ['a browser', CHROME, 'Chrome · Windows'],
  ['nothing', undefined, null],
  ['an empty text', '', null],
  ['something that is no browser', '<script>alert(1)</script>', null],
  ['a text too long to be one', `${CHROME} ${'x'.repeat(1_000)}`, null],
])('%s is told by its family only', (_, userAgent, family) => {
  expect(browserFamily(userAgent)).toBe(family);
});
