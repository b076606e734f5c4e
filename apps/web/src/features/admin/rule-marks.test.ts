import { expect, test } from 'vitest';
import { countMarks, markOf, rulesMarked, type RuleRow } from './rule-marks.ts';

const rule = (key: string, mark: RuleRow['mark']): RuleRow => ({
  key,
  title: { zh: '', en: '' },
  province: null,
  item: null,
  limit: { workingDays: 5 },
  policy: 'NUDGE',
  mark,
  basis: { zh: `《${key}》`, en: `Law of ${key}` },
  starts: { zh: '', en: '' },
  notCounted: null,
  effectiveFrom: '2019-04-23',
  effectiveTo: null,
});
const rules = [rule('permit.intake', 'law'), rule('permit.assign', 'design'), rule('permit.decide', 'law')];

test('countMarks names every mark, also one that no rule carries', () => {
  expect(countMarks(rules)).toEqual({ law: 2, design: 1, uncertain: 0 });
});

test('rulesMarked never shows a default among the law', () => {
  expect(rulesMarked(rules, 'law').map(({ key }) => key)).toEqual(['permit.intake', 'permit.decide']);
  expect(rulesMarked(rules, null)).toBe(rules);
});

test('markOf reads only marks', () => {
  expect(markOf('uncertain')).toBe('uncertain');
  expect(markOf('main')).toBeNull();
});
