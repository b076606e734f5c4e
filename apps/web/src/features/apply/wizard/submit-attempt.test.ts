import { describe, expect, test } from 'vitest';
import { complete } from '../../../testing/draft.ts';
import { attemptFor, isUndecided } from './submit-attempt.ts';

const ids = () => {
  let last = 0;
  return () => `id-${(last += 1)}`;
};

describe('attemptFor', () => {
  test('sends the same content again under the same request', () => {
    const newId = ids();
    const first = attemptFor(null, complete, newId);
    expect(attemptFor(first, { ...complete }, newId).requestId).toBe(first.requestId);
  });
  test('sends other content under a new request', () => {
    const newId = ids();
    const first = attemptFor(null, complete, newId);
    expect(attemptFor(first, { ...complete, phone: '1' }, newId).requestId).not.toBe(first.requestId);
  });
});

test('isUndecided holds for failures after which the application may have arrived', () => {
  expect(isUndecided('OFFLINE')).toBe(true);
  expect(isUndecided('UNAVAILABLE')).toBe(true);
  expect(isUndecided('NOTICE_CHANGED')).toBe(false);
  expect(isUndecided('REQUEST_REUSED')).toBe(false);
});
