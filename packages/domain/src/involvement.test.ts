import { describe, expect, test } from 'vitest';
import { involvementKinds, mayReassign, unfitFor, type Candidate } from './involvement.ts';

const duty = { role: 'OFF', unitId: 'permits', holder: 'holder' } as const;
const officer: Candidate = {
  ...{ personId: 'other', role: 'OFF', unitId: 'permits', separatedBy: null, asked: [] },
  ...{ isAway: false, isBound: false },
};

describe('somebody may be asked', () => {
  test('for everything when nothing stands against it, and for nothing by themselves', () => {
    expect(involvementKinds.map((kind) => unfitFor(kind, officer, duty))).toEqual([null, null, null, null, null]);
    const self = involvementKinds.map((kind) => unfitFor(kind, { ...officer, personId: 'holder' }, duty));
    expect(new Set(self)).toEqual(new Set(['self']));
  });

  test('to take or prepare a duty only when they have no part in the step it is separate from', () => {
    const separated = { ...officer, separatedBy: 'draft' };
    expect(involvementKinds.filter((kind) => unfitFor(kind, separated, duty) !== null)).toEqual([
      'reassign',
      'delegate',
    ]);
  });

  test('to take a duty only in the same role and unit', () => {
    for (const elsewhere of [{ role: 'SEC' }, { unitId: 'legal' }] as const) {
      expect(unfitFor('reassign', { ...officer, ...elsewhere }, duty)).toBe('otherPlace');
      expect(unfitFor('delegate', { ...officer, ...elsewhere }, duty)).toBeNull();
    }
  });

  test('for nothing while they are away and nobody stands in', () => {
    const why = involvementKinds.map((kind) => unfitFor(kind, { ...officer, isAway: true }, duty));
    expect(new Set(why)).toEqual(new Set(['away']));
  });

  test('to be told, and for nothing else, when they have to keep out of the case', () => {
    const bound = { ...officer, isBound: true };
    expect(involvementKinds.filter((kind) => unfitFor(kind, bound, duty) === null)).toEqual(['copy']);
  });

  test('once at a time for the same thing', () => {
    expect(unfitFor('sign', { ...officer, asked: ['sign'] }, duty)).toBe('asked');
    expect(unfitFor('assist', { ...officer, asked: ['sign'] }, duty)).toBeNull();
  });
});

test('a head of section hands on duties of the section, the directors all of the bureau, and nobody else any', () => {
  expect(mayReassign({ role: 'SEC', unitId: 'permits' }, duty)).toBe(true);
  expect(mayReassign({ role: 'SEC', unitId: 'legal' }, duty)).toBe(false);
  expect(mayReassign({ role: 'DL', unitId: 'leaders' }, duty)).toBe(true);
  expect(mayReassign({ role: 'HEAD', unitId: 'leaders' }, duty)).toBe(true);
  expect(mayReassign({ role: 'OFF', unitId: 'permits' }, duty)).toBe(false);
});
