import { describe, expect, test } from 'vitest';
import { complete, draft, eligibility } from '../../../testing/draft.ts';
import { isSigned, noticeChanged, routeOf, withChange } from './draft-content.ts';

describe('withChange', () => {
  test.each([
    ['the promised day', { conditionsMetOn: '2026-07-31' }],
    ['the address', { premises: '重庆市江北区' }],
    ['the route', { route: 'ordinary' as const }],
  ])('takes the signature away when %s changes', (_, patch) => {
    expect(withChange(complete, patch).signature).toBeNull();
  });
  test('keeps the signature when what was signed stays the same', () => {
    expect(withChange(complete, { phone: '1' }).signature).toEqual(complete.signature);
    expect(withChange(complete, { conditionsMetOn: null }).signature).toEqual(complete.signature);
  });
  test('takes an answer back without leaving a trace of it', () => {
    const next = withChange(complete, { conditionsMetOn: undefined });
    expect('conditionsMetOn' in next).toBe(false);
    expect(next.signature).toBeNull();
  });
  test('does not invent a signature', () => {
    expect(withChange({}, { route: 'ordinary' })).toEqual({ route: 'ordinary' });
  });
});

describe('routeOf', () => {
  test('is the one chosen, otherwise the first open one, otherwise the ordinary procedure', () => {
    expect(routeOf(draft({ content: { route: 'ordinary' } }))).toBe('ordinary');
    expect(routeOf(draft({ content: {} }))).toBe('commitment');
    expect(routeOf(draft({ content: {}, eligibility: eligibility({ routes: [] }) }))).toBe('ordinary');
  });
});

describe('a signature', () => {
  test('holds under the version it names only', () => {
    const notice = { version: '2', title: { zh: '', en: '' }, paragraphs: [] };
    expect(isSigned(draft())).toBe(true);
    expect(noticeChanged(draft({ notice }))).toBe(true);
    expect(isSigned(draft({ notice }))).toBe(false);
  });
  test('that is absent is not one under an old notice', () => {
    expect(noticeChanged(draft({ content: {} }))).toBe(false);
    expect(isSigned(draft({ content: {} }))).toBe(false);
  });
});
