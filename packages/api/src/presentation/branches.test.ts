import { expect, test } from 'vitest';
import { isWithinLineOf } from './branches.ts';

test.each([
  ['verification/requestLongerWindow', 'verification/verify', true],
  ['verification/requestLongerWindow!/approveLongerWindow', 'verification/verify', true],
  ['requestLongerWindow!/approveLongerWindow', 'verify', true],
  ['verification/requestLongerWindow', 'verify#2', true],
  ['conditions/requestMoreTime', 'verification/verify', false],
  ['requestLongerWindow', 'verification/verify', false],
])('%s stands in the line of %s or in one that began there: %s', (duty, other, within) => {
  expect(isWithinLineOf(duty, other)).toBe(within);
});
