import type { ErrorCode } from '@lianban/domain/error';
import { describe, expect, test } from 'vitest';
import { isOutdated, refusalOf } from './refusal.ts';

const accept = {
  name: 'accept',
  title: { zh: '受理', en: 'Accept' },
  tone: 'primary' as const,
  irreversible: false,
  isSealed: false,
  form: [],
  files: null,
  documents: [],
  unavailable: null,
};
const read = (code: ErrorCode | 'OFFLINE', detail: Record<string, unknown> = {}) =>
  refusalOf({ code, detail, text: '' }, { outcomes: [accept] });

describe('refusalOf', () => {
  test('names who was first and what they did', () => {
    expect(read('STALE_DUTY', { settledAs: 'accept', by: '张三' })).toEqual({
      kind: 'settled',
      by: '张三',
      act: { zh: '受理', en: 'Accept' },
    });
  });
  test('says that the clock was first when nobody is named', () => {
    expect(read('STALE_DUTY', { settledAs: 'lapsed', by: null })).toEqual({ kind: 'settled', by: null, act: null });
  });
  test('names who has taken it', () => {
    expect(read('CLAIMED_BY_OTHER', { holder: '李四' })).toEqual({ kind: 'taken', by: '李四' });
  });
  test('gives the reason in words where the case has one', () => {
    const reason = { zh: '已作决定', en: 'Decided' };
    expect(read('RIGHT_BLOCKED', { reason })).toEqual({ kind: 'barred', reason });
    expect(read('SEPARATION', { step: 'propose' })).toEqual({ kind: 'barred', reason: null });
  });
  test('names the fields at fault, entries of a list by their field', () => {
    expect(read('MALFORMED', { fields: ['opinion', 'items.2'] })).toEqual({
      kind: 'form',
      fields: ['opinion', 'items'],
    });
  });
});

test('only what the page shows wrongly is outdated; what is typed wrongly or undecided is not', () => {
  expect(isOutdated(read('STALE_DUTY'))).toBe(true);
  expect([read('MALFORMED'), read('OFFLINE'), read('REQUEST_REUSED')].map(isOutdated)).toEqual([false, false, false]);
});
