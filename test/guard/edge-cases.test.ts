import { expect, test } from 'vitest';
import { filesUnder, textOf } from './source-files.ts';

// The numbers that the specification gives to edge cases; a test names the one that it shows.
const LAST = 50;
/** What belongs to procedures that are not carried yet. */
const withoutTest: Readonly<Record<number, string>> = {
  36: 'a retest that overturns: failed samples are not carried yet',
  37: 'a batch that is denied: failed samples are not carried yet',
  39: 'a transfer that is refused: transfers of cases are not carried yet',
};

const named = new Set(
  ['packages', 'test', 'apps']
    .flatMap((folder) => filesUnder(folder, '.ts'))
    .filter((file) => /(\.test|scenarios)\.ts$/.test(file))
    .flatMap((file) => [...textOf(file).matchAll(/edge case (\d+)\b|\(14\.(\d+)\)/g)])
    .map(([, words, article]) => Number(words ?? article)),
);

test('every edge case of the specification has a test that names it, or is on the list of those that have none', () => {
  const numbers = Array.from({ length: LAST }, (_, index) => index + 1);
  expect(numbers.filter((number) => !named.has(number))).toEqual(Object.keys(withoutTest).map(Number));
});
