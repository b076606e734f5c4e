import { describe, expect, test } from 'vitest';
import { decisionOf, mayBeContested } from './contestable.ts';

const mayContest = (...standing: Parameters<typeof decisionOf>) => {
  const decision = decisionOf(...standing);
  return decision !== null && mayBeContested('informed-commitment', decision);
};

describe('a case of a licence on commitment', () => {
  test.each(['valid', 'restricted'] as const)('may be contested while it goes on and its licence is %s', (licence) => {
    expect(mayContest({ ending: null, licence })).toBe(true);
  });

  test.each([null, 'revoked', 'deregistered'] as const)(
    'may not be contested while it goes on and its licence is %s',
    (licence) => {
      expect(mayContest({ ending: null, licence })).toBe(false);
    },
  );

  test('may be contested by how it ended once it is over, whatever its licence is', () => {
    expect(mayContest({ ending: 'revoked', licence: 'revoked' })).toBe(true);
    expect(mayContest({ ending: 'verified', licence: 'valid' })).toBe(false);
  });
});

test('a case of another procedure is not contested by a licence that it gave while it goes on', () => {
  expect(mayBeContested('ordinary-permit', decisionOf({ ending: null, licence: 'valid' }) ?? '')).toBe(false);
});
