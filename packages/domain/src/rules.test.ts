import { describe, expect, test } from 'vitest';
import { civilDate } from './civil-date.ts';
import { items } from './items.ts';
import type { Province } from './province.ts';
import type { Rule, RuleKey } from './rule.ts';
import { rules, termsFor } from './rules.ts';
import { text } from './text.ts';

const TODAY = civilDate('2026-02-12');
const keys = [...new Set(rules.map(({ key }) => key))];
const termsOf = (item: string, province: Province = 'CQ') => termsFor({ keys, province, item, on: TODAY, rules });

/** Every key there is; a key added to the union without a line here does not compile. */
const everyKey = {
  'commit.precheck': true,
  'commit.draft': true,
  'commit.decide': true,
  'commit.verify.window': true,
  'commit.rectify': true,
  'commit.rectify.extend': true,
  'commit.conditions.extend': true,
  'commit.verify.extend': true,
  'permit.intake': true,
  'permit.supplement.applicant': true,
  'permit.decide': true,
  'permit.decide.extend': true,
  'permit.assign': true,
  'permit.deliver': true,
  'revoke.notice': true,
  'revoke.statement': true,
  'revoke.weigh': true,
  'revoke.decide': true,
  'revoke.aftermath': true,
  'hearing.request': true,
  'hearing.arrange': true,
  'hearing.notice': true,
  'hearing.hold': true,
  'internal.approval': true,
} satisfies Record<RuleKey, true>;

describe('the rule table', () => {
  test('holds a general row in force for every key', () => {
    const general = rules.filter(({ item, province }) => item === null && province === null).map(({ key }) => key);
    expect([...general].sort()).toEqual(Object.keys(everyKey).sort());
    expect(rules.every(({ effectiveFrom, effectiveTo }) => effectiveFrom <= TODAY && effectiveTo === null)).toBe(true);
  });

  test('claims to be law only for numbers that stand in a law', () => {
    const law = rules.filter(({ mark }) => mark === 'law').map(({ key, item, basis }) => [key, item, basis.zh]);
    expect(law).toEqual([
      ['permit.intake', null, '行政许可法第三十二条第四项'],
      ['permit.decide', null, '行政许可法第四十二条'],
      ['permit.decide.extend', null, '行政许可法第四十二条'],
      ['permit.deliver', null, '行政许可法第四十四条'],
      ['permit.intake', 'cosmetics-production-renewal', '化妆品生产经营监督管理办法第二十一条'],
      ['permit.decide', 'cosmetics-production-renewal', '化妆品生产经营监督管理办法第二十一条'],
      ['permit.intake', 'device-production-licence', '医疗器械生产监督管理办法第十一条'],
      ['permit.decide', 'device-production-licence', '医疗器械生产监督管理办法第十三条'],
      ['permit.deliver', 'device-production-licence', '医疗器械生产监督管理办法第十三条'],
    ]);
  });

  test('says in both languages what each number rests on, and that a number is ours or unverified', () => {
    for (const { mark, basis } of rules) {
      expect(basis.zh).toMatch(/\p{Script=Han}/u);
      expect(basis.en).toMatch(/[A-Za-z]{3}/);
      if (mark === 'design')
        expect([basis.zh, basis.en]).toEqual([
          expect.stringMatching(/^本系统默认值：/),
          expect.stringMatching(/^Default of this system: /),
        ]);
      if (mark === 'uncertain')
        expect([basis.zh, basis.en]).toEqual([
          expect.stringMatching(/^未经核实：/),
          expect.stringMatching(/^Unverified: /),
        ]);
    }
  });

  test('names only items of the catalogue', () => {
    const codes = new Set(items.map(({ code }) => code));
    expect(rules.filter(({ item }) => item !== null && !codes.has(item))).toEqual([]);
  });
});

describe('the terms of a case', () => {
  test.each<[string, RuleKey, Rule['limit'], Rule['mark']]>([
    ['cosmetics-production-renewal', 'permit.decide', { workingDays: 10 }, 'law'],
    ['cosmetics-production-renewal', 'permit.supplement.applicant', { workingDays: 30 }, 'design'],
    ['otc-retail', 'commit.verify.window', { months: 3 }, 'uncertain'],
    ['otc-retail', 'commit.decide', { onTheSpot: true }, 'uncertain'],
    ['otc-retail', 'permit.decide', { workingDays: 20 }, 'law'],
    ['drug-information-service', 'commit.verify.window', { months: 2 }, 'uncertain'],
    ['drug-information-service', 'commit.decide', { workingDays: 1 }, 'design'],
    ['device-production-licence', 'permit.decide', { workingDays: 20 }, 'law'],
  ])('for %s set %s to %j as %s', (item, key, limit, mark) => {
    for (const province of ['CQ', 'SC'] as const) expect(termsOf(item, province)[key]).toMatchObject({ limit, mark });
  });

  const row = (more: Partial<Rule>): Rule => ({
    ...{
      key: 'commit.rectify',
      province: null,
      item: null,
      limit: { workingDays: 1 },
      policy: 'LAPSE',
      mark: 'design',
      basis: text('', ''),
    },
    ...{ effectiveFrom: civilDate('2020-01-01'), effectiveTo: null },
    ...more,
  });
  const limitFrom = (table: readonly Rule[], on = TODAY) =>
    termsFor({ keys: ['commit.rectify'], province: 'SC', item: 'otc-retail', on, rules: table })['commit.rectify']
      ?.limit;

  test('come from the most specific row: item before province before the general one', () => {
    const general = row({});
    const province = row({ province: 'SC', limit: { workingDays: 2 } });
    const item = row({ item: 'otc-retail', limit: { workingDays: 3 } });
    const itemInProvince = row({ item: 'otc-retail', province: 'SC', limit: { workingDays: 4 } });
    expect(limitFrom([itemInProvince, item, general, province])).toEqual({ workingDays: 4 });
    expect(limitFrom([general, item, province])).toEqual({ workingDays: 3 });
    expect(limitFrom([province, general])).toEqual({ workingDays: 2 });
    expect(
      limitFrom([
        row({ province: 'CQ', limit: { workingDays: 9 } }),
        row({ item: 'other', limit: { workingDays: 9 } }),
        general,
      ]),
    ).toEqual({ workingDays: 1 });
  });

  test('come from the row in force that day, both its days included, of two the later', () => {
    const old = row({ effectiveTo: civilDate('2026-02-12'), limit: { workingDays: 5 } });
    const renewed = row({ effectiveFrom: civilDate('2026-02-12'), limit: { workingDays: 6 } });
    expect(limitFrom([old, renewed], civilDate('2026-02-11'))).toEqual({ workingDays: 5 });
    expect(limitFrom([renewed, old])).toEqual({ workingDays: 6 });
    expect(limitFrom([old], civilDate('2026-02-13'))).toBeUndefined();
  });
});
