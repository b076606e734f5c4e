import { describe, expect, test } from 'vitest';
import { newerCopy, parseCopy } from './local-copy.ts';

const copy = { content: { contact: '谭家林' }, at: '2026-06-30T02:24:00.000Z', over: '2026-06-30T02:00:00.000Z' };

describe('parseCopy', () => {
  test('reads what was written', () => {
    expect(parseCopy(JSON.stringify(copy))).toEqual(copy);
  });
  test.each([
    null,
    '',
    '{',
    '1',
    'null',
    '{}',
    '{"at":1,"over":"","content":{}}',
    '{"at":"2026","over":"2026","content":null}',
  ])('takes %j for no copy', (stored) => {
    expect(parseCopy(stored)).toBeNull();
  });
});

describe('newerCopy', () => {
  test('restores what was typed after the last save', () => {
    expect(newerCopy(copy, '2026-06-30T02:23:59.000Z')).toBe(copy);
  });
  test('restores what was typed over the last save even when the clock of the device is slow', () => {
    expect(newerCopy({ ...copy, at: '2020-01-01T00:00:00.000Z' }, copy.over)?.content).toBe(copy.content);
  });
  test('gives way to what was saved later, from another device say', () => {
    expect(newerCopy(copy, '2026-06-30T02:24:00.000Z')).toBeNull();
    expect(newerCopy(copy, '2026-06-30T03:00:00.000Z')).toBeNull();
    expect(newerCopy(null, '2026-06-30T03:00:00.000Z')).toBeNull();
  });
});
