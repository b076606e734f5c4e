import { describe, expect, test } from 'vitest';
import { complete, draft, eligibility, item } from '../../../testing/draft.ts';
import type { DraftContent } from '../views.ts';
import { firstOpenStep, gapsOf, requiredReady, stepNamed, stepsOf } from './completeness.ts';

const today = '2026-06-30';
const reasons = (content: DraftContent, changed: Parameters<typeof draft>[0] = {}): string[] =>
  gapsOf(draft({ content, ...changed }), today).map(({ reason }) => reason);
const without = (...keys: (keyof DraftContent)[]): DraftContent =>
  Object.fromEntries(Object.entries(complete).filter(([key]) => !keys.some((left) => left === key)));

const file = (material: string) => ({
  ...{
    attachmentId: '00000000-0000-4000-8000-000000000002',
    material,
    name: '图.png',
    mediaType: 'image/png' as const,
  },
  ...{ size: 1, handedInAt: '2026-06-30T02:00:00.000Z' },
});

describe('gapsOf', () => {
  test('finds nothing missing in a complete draft', () => {
    expect(gapsOf(draft(), today)).toEqual([]);
  });
  test('finds everything missing in an empty draft, in the order of the steps', () => {
    const steps = gapsOf(draft({ content: {} }), today).map(({ step }) => step);
    expect(steps).toEqual([
      'enterprise',
      'enterprise',
      'enterprise',
      'materials',
      'materials',
      'conditions',
      'commitment',
    ]);
  });
  test('takes blanks for nothing', () => {
    expect(reasons({ ...complete, contact: '  ' })).toEqual(['contact']);
  });
  test('names the required material that is missing and its field, never one that may follow or is waived', () => {
    const content = { ...complete, materials: { 'application-form': { provided: true, note: '' } } };
    expect(gapsOf(draft({ content }), today)).toEqual([
      {
        step: 'materials',
        field: 'material-premises-plan',
        reason: 'material',
        subject: { zh: '平面图', en: '平面图' },
      },
    ]);
  });
  test('takes a file for a material whose paper does not come to the window', () => {
    const content = { ...complete, materials: { 'application-form': { provided: true, note: '' } } };
    expect(reasons(content, { attachments: [file('premises-plan')] })).toEqual([]);
    expect(reasons(content, { attachments: [file('staff-training')] })).toEqual(['material']);
  });
  test('takes a material with a remark but not handed in as missing', () => {
    const materials = { ...complete.materials, 'premises-plan': { provided: false, note: '下周' } };
    expect(reasons({ ...complete, materials })).toEqual(['material']);
  });
  test('asks for an answer on the conditions; "all met" and a later day are answers', () => {
    expect(reasons(without('conditionsMetOn'))).toEqual(['conditions']);
    expect(reasons({ ...complete, conditionsMetOn: '2026-07-31' })).toEqual([]);
  });
  test('refuses a promise for today or before', () => {
    expect(reasons({ ...complete, conditionsMetOn: today })).toEqual(['promisePast']);
    expect(reasons({ ...complete, conditionsMetOn: '2026-07-01' })).toEqual([]);
  });
  test('refuses a later day where the item wants all conditions met', () => {
    const strict = { ...item, laterConditions: false };
    expect(reasons({ ...complete, conditionsMetOn: '2026-07-31' }, { item: strict })).toEqual(['promiseClosed']);
  });
  test('asks for a new signature when the notice has another version', () => {
    const notice = { version: '2', title: { zh: '', en: '' }, paragraphs: [] };
    expect(reasons(complete, { notice })).toEqual(['noticeChanged']);
  });
  test('asks for neither conditions nor a commitment in the ordinary procedure', () => {
    expect(reasons({ ...without('conditionsMetOn', 'signature'), route: 'ordinary' })).toEqual([]);
  });
  test('says so when the route chosen has been closed meanwhile', () => {
    expect(reasons(complete, { eligibility: eligibility({ gate: 'barred', routes: ['ordinary'] }) })).toEqual([
      'routeClosed',
    ]);
  });
});

describe('steps', () => {
  test('reopen at the first one with something missing, at the last when nothing is', () => {
    expect(firstOpenStep(draft({ content: without('signature') }), today)).toBe('commitment');
    expect(firstOpenStep(draft(), today)).toBe('submit');
  });
  test('that a route does not have cannot be addressed', () => {
    expect(stepNamed('commitment', 'ordinary')).toBeUndefined();
    expect(stepNamed('commitment', 'commitment')).toBe('commitment');
    expect(stepNamed('elsewhere', 'commitment')).toBeUndefined();
    expect(stepsOf('ordinary')).toEqual(['enterprise', 'materials', 'submit']);
  });
});

test('requiredReady counts required materials only', () => {
  const materials = {
    'application-form': { provided: true, note: '' },
    'staff-training': { provided: true, note: '' },
  };
  expect(requiredReady(draft({ content: { materials } }))).toEqual({ ready: 1, of: 2 });
  const attachments = [file('premises-plan'), file('premises-plan')];
  expect(requiredReady(draft({ content: { materials }, attachments }))).toEqual({ ready: 2, of: 2 });
});
