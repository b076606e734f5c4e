import { expect, test } from 'vitest';
import type { RuleRow } from './RuleForm.tsx';
import { countOf, revisable } from './rule-rows.ts';

const row = (more: Partial<RuleRow>): RuleRow => ({
  ...{ key: 'permit.intake', title: { zh: '', en: '' }, province: null, item: null, limit: { workingDays: 5 } },
  ...{ policy: 'DEEMED', mark: 'law', basis: { zh: '', en: '' }, effectiveFrom: '2019-04-23', effectiveTo: null },
  ...{ starts: { zh: '', en: '' }, notCounted: null },
  ...more,
});

test('of a row the latest edition may be revised, of other provinces none, and nothing that counts nothing', () => {
  const later = row({ effectiveFrom: '2026-01-01', limit: { workingDays: 3 } });
  const rules = [
    row({ effectiveTo: '2025-12-31' }),
    later,
    row({ province: 'CQ' }),
    row({ province: 'SC' }),
    row({ key: 'commit.decide', limit: { onTheSpot: true } }),
  ];
  expect(revisable(rules, 'CQ')).toEqual([later, row({ province: 'CQ' })]);
});

test('the number of a limit is that of its unit', () => {
  expect(
    [{ months: 2 }, { hours: 24 }, { calendarDays: 0 }, { until: '2026-01-01' }].map((limit) => countOf(limit)),
  ).toEqual([2, 24, 0, null]);
});
