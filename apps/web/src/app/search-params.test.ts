import { expect, test } from 'vitest';
import { signInAsks } from './search-params.ts';

test.each(['/inbox', '/cases/1?why=decide', '/signs'])('after the sign-in one comes back to %s', (from) => {
  expect(signInAsks({ from })).toEqual({ from });
});

test.each(['https://elsewhere.example', '//elsewhere.example', 'inbox', '', '/sign-in', '/sign-in?from=%2Finbox'])(
  'after the sign-in nobody is led to "%s"',
  (from) => {
    expect(signInAsks({ from })).toEqual({});
  },
);
