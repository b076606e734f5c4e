import { expect, test } from 'vitest';
import type { InboxRow } from '../groups.ts';
import { batchable, partsOf, refusedAs, unsettled, whyNotTogether, type OutcomeView, type Progress } from './batch.ts';

const row = (step: string, procedure = '告知承诺许可') =>
  ({ step, procedureTitle: { zh: procedure, en: '' } }) as unknown as InboxRow; // of a row, only this is looked at

test('rows of one step of one procedure are answered together, fifty at most', () => {
  expect(whyNotTogether([row('propose'), row('propose')])).toBeNull();
  expect(whyNotTogether([row('propose'), row('decide')])).toBe('batchMixed');
  expect(whyNotTogether([row('intake'), row('intake', '一般许可')])).toBe('batchMixed');
  expect(whyNotTogether(Array.from({ length: 51 }, () => row('propose')))).toBe('batchTooMany');
});

test('a button that asks for more than one text is about the particular case', () => {
  const field = (type: string) => ({ name: type, kind: { type } });
  const button = (name: string, form: readonly object[], unavailable: object | null = null) =>
    ({ name, form, unavailable }) as unknown as OutcomeView; // of a button, only this is looked at
  const outcomes = [
    button('plain', []),
    button('opinion', [field('prose')]),
    button('list', [field('list')]),
    button('two', [field('prose'), field('line')]),
    button('barred', [], { zh: '暂不可用', en: '' }),
  ];
  expect(batchable(outcomes).map(({ name }) => name)).toEqual(['plain', 'opinion']);
});

test('what is done, under way or being recorded is not sent again', () => {
  const progress: readonly Progress[] = [
    ...(['waiting', 'done', 'recording', 'sending'] as const).map((state) => ({ state })),
    refusedAs('MALFORMED', {}),
  ];
  const again = unsettled(progress.map((one) => ({ progress: one })));
  expect(again.map((item) => item.progress.state)).toEqual(['waiting', 'refused']);
});

test('every row is sent in exactly one part', () => {
  const rows = Array.from({ length: 12 }, (_, at) => at);
  expect(partsOf(rows).map((part) => part.length)).toEqual([5, 5, 2]);
  expect(partsOf(rows).flat()).toEqual(rows);
  expect(partsOf([])).toEqual([]);
});

test('a refusal names whoever has it or was first, and nobody else', () => {
  expect(refusedAs('CLAIMED_BY_OTHER', { holder: '唐越' })).toMatchObject({ person: '唐越' });
  expect(refusedAs('STALE_DUTY', { by: '唐越' })).toMatchObject({ person: '唐越' });
  expect(refusedAs('STALE_DUTY', { by: null })).toMatchObject({ person: null });
  expect(refusedAs('MALFORMED', { by: '唐越' })).toMatchObject({ person: null });
});
