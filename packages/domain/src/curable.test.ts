import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curableOf, isDecisive } from './curable.ts';
import { items } from './items.ts';
import { plainCourse } from './item.ts';

const itemOf = (code: string) => {
  const item = items.find((row) => row.code === code);
  if (item === undefined) throw new Error(`no item ${code}`);
  return item;
};

describe('curableOf', () => {
  test('names secondary materials of the item in the order of its list', () => {
    expect(curableOf(itemOf('device-production-licence')).map(({ key }) => key)).toEqual([
      'staff-list',
      'equipment-list',
      'quality-manual',
      'after-sales',
    ]);
    expect(curableOf(itemOf('device-production-renewal'))).toEqual([]);
  });

  test('every item keeps something that has to be there at once', () => {
    for (const item of items) {
      const curable = new Set(curableOf(item).map(({ key }) => key));
      expect(item.materials.some(({ key, need }) => need === 'required' && !curable.has(key))).toBe(true);
    }
  });

  test('what decides on safety, identity or ownership is never curable, whatever an edition of the item says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...items), fc.array(fc.string()), (item, others) => {
        const named = [...item.materials.map(({ key }) => key), ...others];
        const curable = curableOf({ ...item, course: { ...(item.course ?? plainCourse), curable: named } });
        expect(curable.filter(({ key }) => isDecisive(key))).toEqual([]);
        const waived = item.materials.filter(({ need }) => need === 'waived').map(({ key }) => key);
        expect(curable.filter(({ key }) => waived.includes(key))).toEqual([]);
      }),
    );
  });

  test('reports of inspections, identity, premises and technical requirements are decisive', () => {
    expect(['self-check', 'authorisation', 'premises', 'technical-requirements'].every(isDecisive)).toBe(true);
  });
});
