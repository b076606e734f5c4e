import type { Eligibility } from '@lianban/db/eligibility';
import { civilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { items } from '@lianban/domain/items';
import { rules } from '@lianban/domain/rules';
import { describe, expect, test } from 'vitest';
import type { DraftContent, ItemStanding } from '../../presentation/draft.ts';
import { itemTerms } from '../../presentation/item.ts';
import { noticeOf } from '../../presentation/notice.ts';
import { completeApplication } from './completeness.ts';

const today = civilDate('2026-06-30');
const standingFor = (code: string, eligibility: Partial<Eligibility> = {}): ItemStanding => {
  const item = items.find((row) => row.code === code && row.province === 'CQ');
  if (item === undefined) throw new Error(`no item ${code}`);
  const terms = itemTerms(item, { on: today, rules });
  return { item, terms, eligibility: { gate: 'clear', window: null, obstacle: null, ...eligibility } };
};
const retail = standingFor('otc-retail');
const version = noticeOf(retail.item, retail.terms)?.version ?? '';
const provided = { provided: true, note: '' };
const complete: DraftContent = {
  ...{ route: 'commitment', contact: '方少棠', phone: '023-6250 0172', premises: '重庆市渝中区演示街18号' },
  materials: { 'application-form': provided, 'premises-plan': provided },
  conditionsMetOn: null,
  signature: { noticeVersion: version, name: '方少棠' },
};

const none: readonly { readonly material: string }[] = [];
const refusal = (content: DraftContent, standing = retail, files = none): { code: string; detail: unknown } => {
  try {
    completeApplication({ content, files }, standing, today);
  } catch (failure) {
    if (failure instanceof LianbanError) return { code: failure.code, detail: failure.detail };
    throw failure;
  }
  return { code: 'none', detail: {} };
};
const without = (key: keyof DraftContent): DraftContent =>
  Object.fromEntries(Object.entries(complete).filter(([name]) => name !== key));

describe('completeApplication', () => {
  test('gives the commitment as it was signed', () => {
    expect(completeApplication({ content: complete, files: none }, retail, today)).toEqual({
      route: 'commitment',
      commitment: { noticeVersion: version, conditionsMetOn: null },
    });
  });

  test('asks the ordinary route for neither conditions nor a signature', () => {
    const content = { ...without('signature'), route: 'ordinary' as const, conditionsMetOn: undefined };
    expect(completeApplication({ content, files: none }, retail, today)).toEqual({
      route: 'ordinary',
      commitment: null,
    });
  });

  test.each(['route', 'contact', 'phone', 'premises'] as const)('names a missing %s', (field) => {
    expect(refusal(without(field))).toEqual({ code: 'MALFORMED', detail: { fields: [field] } });
  });

  test('takes blanks for nothing and names all of them', () => {
    expect(refusal({ ...complete, contact: '  ', phone: '' })).toEqual({
      code: 'MALFORMED',
      detail: { fields: ['contact', 'phone'] },
    });
  });

  test('names every required material that was not handed in, never one that may follow or is waived', () => {
    const materials = { 'premises-plan': { provided: false, note: '下周' } };
    expect(refusal({ ...complete, materials })).toEqual({
      code: 'MISSING_MATERIAL',
      detail: { materials: ['application-form', 'premises-plan'] },
    });
    expect(refusal(without('materials')).code).toBe('MISSING_MATERIAL');
  });

  test('takes a file for a material that is not said to come at the window, and for that one alone', () => {
    const content = { ...complete, materials: { 'premises-plan': provided } };
    expect(refusal(content, retail, [{ material: 'premises-plan' }])).toEqual({
      code: 'MISSING_MATERIAL',
      detail: { materials: ['application-form'] },
    });
    expect(refusal(content, retail, [{ material: 'application-form' }]).code).toBe('none');
  });

  test.each([
    ['an old version', { noticeVersion: 'older', name: '方少棠' }],
    ['no signature', null],
  ])('asks for a signature under the notice of today when there is %s', (_, signature) => {
    expect(refusal({ ...complete, signature })).toEqual({
      code: 'NOTICE_CHANGED',
      detail: { signed: signature?.noticeVersion ?? null, version },
    });
  });

  test('takes no signature without a name', () => {
    expect(refusal({ ...complete, signature: { noticeVersion: version, name: ' ' } }).code).toBe('MALFORMED');
  });

  test('takes a promise for tomorrow or later only', () => {
    expect(refusal({ ...complete, conditionsMetOn: '2026-06-30' }).detail).toEqual({ fields: ['conditionsMetOn'] });
    const promised = completeApplication(
      { content: { ...complete, conditionsMetOn: '2026-07-01' }, files: none },
      retail,
      today,
    );
    expect(promised.commitment?.conditionsMetOn).toBe('2026-07-01');
  });

  test('wants an answer on the conditions where the item leaves a choice', () => {
    expect(refusal(without('conditionsMetOn')).detail).toEqual({ fields: ['conditionsMetOn'] });
  });

  test('takes no promise where all conditions must be met', () => {
    const strict = standingFor('cosmetics-production-renewal');
    const signature = { noticeVersion: noticeOf(strict.item, strict.terms)?.version ?? '', name: '余可心' };
    const materials = { 'application-form': provided, 'conditions-statement': provided };
    const content = { ...without('conditionsMetOn'), signature, materials };
    expect(completeApplication({ content, files: none }, strict, today).commitment?.conditionsMetOn).toBeNull();
    expect(refusal({ ...content, conditionsMetOn: '2026-07-31' }, strict).detail).toEqual({
      fields: ['conditionsMetOn'],
    });
  });

  test('closes commitment to a barred file and leaves the ordinary route open', () => {
    const barred = standingFor('otc-retail', { gate: 'barred' });
    expect(refusal(complete, barred)).toMatchObject({ code: 'NOT_ELIGIBLE', detail: { gate: 'barred' } });
    expect(refusal({ ...complete, route: 'ordinary' }, barred).code).toBe('none');
  });

  test('closes commitment for items outside the catalogue', () => {
    expect(refusal(complete, standingFor('device-production-licence')).code).toBe('NOT_ELIGIBLE');
  });

  test('lets an unclear file commit: the window judges', () => {
    expect(refusal(complete, standingFor('otc-retail', { gate: 'unclear' })).code).toBe('none');
  });

  test.each(['noLicence', 'tooEarly', 'tooLate'] as const)(
    'is out of the question when %s, on either route',
    (obstacle) => {
      const closed = standingFor('cosmetics-production-renewal', { obstacle });
      for (const route of ['commitment', 'ordinary'] as const)
        expect(refusal({ ...complete, route }, closed)).toMatchObject({ code: 'OUTSIDE_WINDOW', detail: { obstacle } });
    },
  );
});
