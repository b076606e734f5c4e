import { expect, test } from 'vitest';
import { absenceOf, emptyDraft } from './draft.ts';

const text = { zh: '', en: '' };
const post = { postId: 'p', name: '周敏', roleTitle: text, place: text };
const full = { ...emptyDraft([post], '2026-12-01'), to: '2026-12-04', reason: ' 出差 ', deputy: 'd' };

test('an absence begins today, in the only post, and is sent once everything is filled in', () => {
  expect(emptyDraft([post, post], '2026-12-01').postId).toBe('');
  expect(absenceOf(full)).toEqual({
    ...{
      postId: 'p',
      deputyPostId: 'd',
      matter: { kind: 'post' },
      from: '2026-12-01',
      to: '2026-12-04',
      reason: '出差',
    },
  });
  for (const missing of [{ to: '' }, { reason: ' ' }, { deputy: '' }, { postId: '' }])
    expect(absenceOf({ ...full, ...missing })).toBeNull();
});

test('a matter is the one that was chosen last, whatever else had been filled in', () => {
  const typed = { ...full, item: 'i', procedure: 'q', caseNumber: ' 渝1 ' };
  expect(absenceOf({ ...typed, kind: 'item' })?.matter).toEqual({ kind: 'item', item: 'i' });
  expect(absenceOf({ ...typed, kind: 'procedure' })?.matter).toEqual({ kind: 'procedure', procedure: 'q' });
  expect(absenceOf({ ...typed, kind: 'case' })?.matter).toEqual({ kind: 'case', number: '渝1' });
  expect(absenceOf({ ...full, kind: 'item' })).toBeNull();
});

test('an absence without a deputy names none', () => {
  expect(absenceOf({ ...full, deputy: 'none' })?.deputyPostId).toBeNull();
});
