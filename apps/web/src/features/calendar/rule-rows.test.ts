import { expect, test } from 'vitest';
import type { RuleRow } from './RuleForm.tsx';
import { countOf, offered, revisable, rowName } from './rule-rows.ts';

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

test('what is sought by title, key or basis in either language is offered, once, and what is chosen stays', () => {
  const intake = row({
    title: { zh: '受理或告知', en: 'Acceptance' },
    basis: { zh: '许可法32', en: 'Licensing Law 32' },
  });
  const ofItem = row({ ...intake, item: 'otc-retail', basis: { zh: '市局措施', en: 'Measures of the bureau' } });
  const decide = row({ key: 'permit.decide', title: { zh: '许可决定', en: 'Decision' } });
  const rules = [intake, ofItem, decide];
  const byRow = (sought: string, chosen = '') => offered(rules, { sought, chosen, valueOf: rowName });
  expect(byRow('')).toEqual({ rows: rules, found: rules.map(rowName) });
  expect(byRow('licensing law')).toEqual({ rows: [intake], found: [rowName(intake)] });
  expect(byRow('许可决定')).toEqual({ rows: [decide], found: [rowName(decide)] });
  expect(byRow('PERMIT.I')).toEqual({ rows: [intake, ofItem], found: [rowName(intake), rowName(ofItem)] });
  expect(byRow('措施', rowName(decide))).toEqual({ rows: [ofItem, decide], found: [rowName(ofItem)] });
  const byKey = (sought: string) => offered(rules, { sought, chosen: '', valueOf: ({ key }) => key });
  expect(byKey('')).toEqual({ rows: [intake, decide], found: ['permit.intake', 'permit.decide'] });
  expect(byKey('bureau')).toEqual({ rows: [intake], found: ['permit.intake'] });
});

test('the number of a limit is that of its unit', () => {
  expect(
    [{ months: 2 }, { hours: 24 }, { calendarDays: 0 }, { until: '2026-01-01' }].map((limit) => countOf(limit)),
  ).toEqual([2, 24, 0, null]);
});
