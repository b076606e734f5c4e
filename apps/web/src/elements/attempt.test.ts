import { describe, expect, test } from 'vitest';
import { attemptFor, isUndecided } from './attempt.ts';

const ids = () => {
  let last = 0;
  return () => `id-${(last += 1)}`;
};

describe('attemptFor', () => {
  test('sends the same button and form again under the same request', () => {
    const newId = ids();
    const first = attemptFor(null, { outcome: 'accept', form: { opinion: '齐全' } }, newId);
    expect(attemptFor(first, { outcome: 'accept', form: { opinion: '齐全' } }, newId)).toBe(first);
  });
  test('sends another button or another form under a new request', () => {
    const newId = ids();
    const first = attemptFor(null, { outcome: 'accept', form: {} }, newId);
    expect(attemptFor(first, { outcome: 'refuse', form: {} }, newId).requestId).not.toBe(first.requestId);
    expect(attemptFor(first, { outcome: 'accept', form: { opinion: '齐' } }, newId).requestId).not.toBe(
      first.requestId,
    );
  });
});

test('isUndecided holds for failures after which the act may have arrived', () => {
  expect((['OFFLINE', 'UNAVAILABLE', 'INTERNAL'] as const).map(isUndecided)).toEqual([true, true, true]);
  expect((['STALE_DUTY', 'SEPARATION', 'REQUEST_REUSED'] as const).map(isUndecided)).toEqual([false, false, false]);
});
