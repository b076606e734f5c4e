import { describe, expect, test } from 'vitest';
import { civilDate } from './civil-date.ts';
import { items } from './items.ts';
import { laws } from './law.ts';
import type { Province } from './province.ts';
import { ruleKeys, type Rule, type RuleKey } from './rule.ts';
import { rules, termsFor } from './rules.ts';
import { text } from './text.ts';

const TODAY = civilDate('2026-02-12');
const keys = [...new Set(rules.map(({ key }) => key))];
const termsOf = (item: string, province: Province = 'CQ') => termsFor({ keys, province, item, on: TODAY, rules });

describe('the rule table', () => {
  test('holds a general row in force for every key', () => {
    const general = rules.filter(({ item, province }) => item === null && province === null).map(({ key }) => key);
    expect([...general].sort()).toEqual([...ruleKeys].sort());
    expect(rules.every(({ effectiveFrom, effectiveTo }) => effectiveFrom <= TODAY && effectiveTo === null)).toBe(true);
  });
});

// What the specification marks as design, uncertain or recalled, by the beginning of its key.
const notLaw = [
  ...['device.reg.experts', 'device.objection.weigh', 'device.falsity', 'device.licence', 'device.overdue', 'drug.gmp'],
  ...['permit.supplement', 'permit.assign', 'permit.renewal', 'internal.', 'rongque.', 'forward.', 'hearing.'],
  ...[
    'permit.technicalReview',
    'permit.review',
    'permit.statement',
    'insp.planAndSite.device',
    'insp.recheck',
    'insp.rectify.again',
  ],
  ...['commit.', 'revoke.', 'drug.prod', 'drug.renewal', 'drug.reg', 'drug.supp', 'drug.change', 'entrust.'],
  ...[
    'assist.sign',
    'assist.assign',
    'assist.jointOffice',
    'assist.leaders',
    'insp.rectify.extend',
    'insp.risk',
    'insp.report.flight',
    'device.qms.re',
    'retest.conclude',
    'sample.',
  ],
  ...[
    'recall.',
    'credit.',
    'supervise.',
    'risk.',
    'contactLetter.',
    'disagree.',
    'offSite.',
    'joint.',
    'complaint.',
    'report.',
  ],
  ...['service.', 'reconsider.answer', 'lawsuit.answer', 'lawsuit.decide', 'remedy.'],
  ...['liaison.sign', 'liaison.consult', 'liaison.help', 'liaison.complex', 'liaison.reject', 'liaison.cap'],
  ...[
    'liaison.assist',
    'liaison.instruct',
    'liaison.meeting',
    'liaison.feedback',
    'liaison.platform',
    'liaison.policy',
  ],
  ...['liaison.satisfaction', 'liaison.meetings'],
];

describe('every row of the rule table', () => {
  test('claims to be law exactly where the number was read in a law, and names that law', () => {
    const names = Object.values(laws).map(({ zh }) => zh);
    for (const { key, item, mark, basis } of rules.filter((rule) => rule.item === null)) {
      expect([key, item, mark === 'law']).toEqual([key, item, !notLaw.some((beginning) => key.startsWith(beginning))]);
      if (mark === 'law') expect(names.some((name) => basis.zh.startsWith(name))).toBe(true);
    }
    const ofItems = rules.filter(({ mark, item }) => mark === 'law' && item !== null);
    expect(ofItems.map(({ key, item, basis }) => [key, item, basis.zh])).toEqual([
      ['permit.intake', 'cosmetics-production-renewal', '化妆品生产经营监督管理办法第二十一条'],
      ['permit.decide', 'cosmetics-production-renewal', '化妆品生产经营监督管理办法第二十一条'],
      ['permit.intake', 'device-production-licence', '医疗器械生产监督管理办法第十一条'],
      ['permit.decide', 'device-production-licence', '医疗器械生产监督管理办法第十三条'],
      ['permit.deliver', 'device-production-licence', '医疗器械生产监督管理办法第十三条'],
      ['permit.decide', 'device-production-change', '医疗器械生产监督管理办法第十五条'],
      ['permit.intake', 'device-distribution-licence', '医疗器械经营监督管理办法第十一条'],
      ['permit.decide', 'device-distribution-licence', '医疗器械经营监督管理办法第十三条'],
      ['permit.deliver', 'device-distribution-licence', '医疗器械经营监督管理办法第十三条'],
      ['permit.decide', 'device-distribution-change', '医疗器械经营监督管理办法第十五条'],
      ...['issue', 'first-change', 'change', 'national'].flatMap((item) => [
        ['permit.intake', `device-parallel-${item}`, '医疗器械注册与备案管理办法第五十三条'],
        ['permit.decide', `device-parallel-${item}`, '医疗器械生产监督管理办法第十三条'],
        ['permit.deliver', `device-parallel-${item}`, '医疗器械注册与备案管理办法第九十五条'],
      ]),
      ['permit.decide', 'device-off-site-workshop', '医疗器械生产监督管理办法第十五条'],
    ]);
  });

  test.each<[RuleKey, Rule['limit'], Rule['policy']]>([
    ['permit.decide', { workingDays: 20 }, 'BREACH'],
    ['permit.extend', { workingDays: 10 }, null],
    ['permit.decide.unified', { workingDays: 45 }, 'BREACH'],
    ['insp.rectify', { workingDays: 30 }, 'LAPSE'],
    ['insp.eval.pending', { workingDays: 20 }, 'BREACH'],
    ['device.reg.review.three', { workingDays: 90 }, 'BREACH'],
    ['device.reg.supplement', { months: 12 }, 'LAPSE'],
    ['assist.reply', { workingDays: 15 }, 'CHASE'],
    ['evidence.register', { workingDays: 7 }, 'EXPIRE'],
    ['case.decide', { calendarDays: 90 }, 'BREACH'],
    ['crime.transfer', { hours: 24 }, 'BREACH'],
    ['retest.apply.drug', { calendarDays: 7 }, 'LAPSE'],
    ['retest.apply.device', { workingDays: 7 }, 'LAPSE'],
    ['liaison.ledger', { dayOf: { day: 20, months: [3, 6, 9, 12] } }, 'NUDGE'],
    ['liaison.meetings', { dayOf: { day: 31, months: [12] } }, 'NUDGE'],
    ['reconsider.decide', { calendarDays: 60 }, 'BREACH'],
    ['lawsuit.apply', { months: 6 }, null],
    ['permit.fraud.bar', { months: 36 }, null],
  ])('%s is %j, and at its end %s', (key, limit, policy) => {
    const [general] = rules.filter((rule) => rule.key === key && rule.item === null);
    expect(general).toMatchObject({ limit, policy });
  });

  test('says of every limit from which day it counts, and of statutory clocks what they leave out', () => {
    expect(rules.filter(({ starts }) => starts.zh === '' || starts.en === '')).toEqual([]);
    const leftOut = (key: RuleKey) => rules.find((rule) => rule.key === key && rule.item === null)?.notCounted?.zh;
    expect(leftOut('permit.decide')).toContain('听证');
    expect(leftOut('insp.eval.pending')).toContain('现场复核');
    expect(leftOut('permit.intake')).toBeUndefined();
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
      starts: text('', ''),
      notCounted: null,
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
