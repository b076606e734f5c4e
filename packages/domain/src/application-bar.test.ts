import { describe, expect, test } from 'vitest';
import { barRules, barsAfterFalseApplication, barsAfterFraud } from './application-bar.ts';
import { itemsThatBar, termOfBar } from './bar-terms.ts';
import { items } from './items.ts';
import { text } from './text.ts';

const devices = [...new Set(items.filter(({ field }) => field === 'device').map(({ code }) => code))].sort();

describe('the bar after a licence that was obtained by deceit', () => {
  test.each([
    ['drug', 120, '药品管理法第一百二十三条'],
    ['device', 120, '医疗器械监督管理条例第八十三条'],
    ['cosmetics', 60, '化妆品监督管理条例第六十四条'],
    ['other', 36, '行政许可法第七十九条'],
  ] as const)('for %s is %d months by its row of the rule table (%s)', (field, months, source) => {
    const { limit, mark, basis } = termOfBar(barsAfterFraud[field], {});
    expect([limit, mark, basis.zh]).toEqual([{ months }, 'law', source]);
  });
});

describe('the bar after an application that was false', () => {
  test.each([
    ['drug', 12, '行政许可法第七十八条'],
    ['device', 120, '医疗器械监督管理条例第八十三条'],
    ['cosmetics', 60, '化妆品监督管理条例第六十四条'],
    ['other', 12, '行政许可法第七十八条'],
  ] as const)('for %s is %d months by its row of the rule table (%s)', (field, months, source) => {
    const { limit, mark, basis } = termOfBar(barsAfterFalseApplication[field], {});
    expect([limit, mark, basis.zh]).toEqual([{ months }, 'law', source]);
  });

  test('covers every device after a device, and the same permit alone after a drug', () => {
    expect([...itemsThatBar({ code: 'device-parallel-issue', field: 'device' })].sort()).toEqual(devices);
    expect(itemsThatBar({ code: 'drug-production-licence', field: 'drug' })).toEqual(['drug-production-licence']);
  });

  test('covers an item that the first catalogue does not hold yet', () => {
    expect(itemsThatBar({ code: 'device-of-tomorrow', field: 'device' })).toContain('device-of-tomorrow');
  });
});

test('a revised rule is the bar of the cases that opened under it', () => {
  const revised = { limit: { months: 24 }, mark: 'law', basis: text('修订', 'revised') } as const;
  expect(termOfBar(barsAfterFraud.other, { 'permit.fraud.bar': revised })).toEqual(revised);
});

test('names every row that a case may need', () => {
  expect([...barRules].sort()).toEqual(
    [
      'cosmetics.fraud.bar',
      'device.fraud.bar',
      'drug.fraud.bar',
      'permit.falseApplication.bar',
      'permit.fraud.bar',
    ].sort(),
  );
});
