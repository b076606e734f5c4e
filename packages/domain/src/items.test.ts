import { describe, expect, test } from 'vitest';
import { civilDate } from './civil-date.ts';
import { items } from './items.ts';
import { parallelItems } from './parallel-items.ts';
import { productionItems } from './production-items.ts';
import { published } from './testing/arbitraries.ts';
import { applicationWindow } from './window.ts';

const itemOf = (code: string) => {
  const item = items.find((row) => row.code === code);
  if (item === undefined) throw new Error(`no item ${code}`);
  return item;
};

describe('the catalogue', () => {
  test('is the same in both provinces, each item once, but for the parallel approval that Chongqing alone has', () => {
    const codesOf = (province: string) => items.filter((item) => item.province === province).map(({ code }) => code);
    expect(codesOf('CQ')).toEqual([...codesOf('SC'), ...parallelItems.map(({ code }) => code)]);
    expect(new Set(codesOf('CQ')).size).toBe(codesOf('CQ').length);
  });

  test('holds three items by commitment and those that are ordinary only', () => {
    const byCommitment = items
      .filter(({ province }) => province === 'CQ')
      .map(({ code, byCommitment: open }) => [code, open]);
    expect(byCommitment).toEqual([
      ['cosmetics-production-renewal', true],
      ['otc-retail', true],
      ['drug-information-service', true],
      ['device-production-licence', false],
      ...[...productionItems, ...parallelItems].map(({ code }) => [code, false]),
    ]);
  });

  test('tells everything in both languages, asks for something, and asks for nothing twice', () => {
    for (const item of items) {
      const texts = [
        item.title,
        item.summary,
        item.basis,
        item.licence.title,
        ...item.conditions,
        ...item.materials.map(({ title }) => title),
      ];
      expect(texts.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || !/[A-Za-z]{3}/.test(en))).toEqual([]);
      expect(item.materials.some(({ need }) => need === 'required')).toBe(true);
      expect(new Set(item.materials.map(({ key }) => key)).size).toBe(item.materials.length);
    }
  });

  test('sets for cosmetics neither a window of verification nor a rectification (总局令46第22条)', () => {
    expect(itemOf('cosmetics-production-renewal').verification).toEqual({
      mode: 'on-site',
      windowed: false,
      rectifiable: false,
    });
  });
});

describe('the window of a renewal', () => {
  test('is 90 to 30 working days before the expiry of the old licence (总局令46第20条)', () => {
    const expiresOn = civilDate('2026-12-31');
    const window = applicationWindow(itemOf('cosmetics-production-renewal'), expiresOn, published);
    expect(window).toEqual({ opensOn: '2026-08-21', closesOn: '2026-11-19', provisional: false });
    const left = (on: string | undefined) => published.workingDaysBetween(civilDate(on ?? ''), expiresOn);
    expect([left(window?.opensOn), left(window?.closesOn)]).toEqual([90, 30]);
  });

  test('is open for items that have none', () => {
    expect(applicationWindow(itemOf('otc-retail'), civilDate('2026-12-31'), published)).toBeNull();
  });

  test('in months and natural days ends on the corresponding days', () => {
    const window = { earliest: { months: 6 }, latest: { calendarDays: 30 } };
    expect(applicationWindow({ window }, civilDate('2026-08-31'), published)).toEqual({
      opensOn: '2026-02-28',
      closesOn: '2026-08-01',
      provisional: false,
    });
  });

  test('cannot be told in hours', () => {
    const window = { earliest: { hours: 48 }, latest: { hours: 24 } };
    expect(() => applicationWindow({ window }, civilDate('2026-08-31'), published)).toThrow('MALFORMED');
  });
});
