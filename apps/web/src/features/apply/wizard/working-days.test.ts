import { expect, test } from 'vitest';
import { workingDays } from './working-days.ts';

const day = (kind: 'workday' | 'makeup' | 'weekend' | 'holiday', provisional = false) => ({ kind, provisional });

test('workingDays counts makeup Saturdays, not rest days', () => {
  expect(workingDays([day('workday'), day('makeup'), day('weekend'), day('holiday')])).toEqual({
    count: 2,
    provisional: false,
  });
});
test('workingDays is provisional as soon as one day is', () => {
  expect(workingDays([day('workday'), day('weekend', true)]).provisional).toBe(true);
});
