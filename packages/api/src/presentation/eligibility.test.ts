import type { Eligibility } from '@lianban/db/eligibility';
import { civilDate } from '@lianban/domain/civil-date';
import { items } from '@lianban/domain/items';
import { describe, expect, test } from 'vitest';
import { eligibilityView } from './eligibility.ts';

const itemNamed = (code: string) => {
  const item = items.find((row) => row.code === code && row.province === 'CQ');
  if (item === undefined) throw new Error(`no item ${code}`);
  return item;
};
const retail = itemNamed('otc-retail');
const renewal = itemNamed('cosmetics-production-renewal');
const device = itemNamed('device-production-licence');

const clear: Eligibility = { gate: 'clear', window: null, obstacle: null };
const window = {
  ...{ opensOn: civilDate('2026-05-20'), closesOn: civilDate('2026-08-14') },
  ...{ oldLicence: '渝妆20210007', expiresOn: civilDate('2026-09-25') },
};

describe('eligibilityView', () => {
  test('opens both routes to a clear file, without a reason', () => {
    expect(eligibilityView(retail, clear)).toEqual({
      gate: 'clear',
      routes: ['commitment', 'ordinary'],
      reasons: [],
      window: null,
    });
  });

  test('opens both routes to an unclear file and says that a person will judge', () => {
    const { routes, reasons } = eligibilityView(retail, { ...clear, gate: 'unclear' });
    expect(routes).toEqual(['commitment', 'ordinary']);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]?.zh).toContain('受理员');
  });

  test('leaves the ordinary route alone to a barred file, with the reason', () => {
    const { routes, reasons } = eligibilityView(retail, { ...clear, gate: 'barred' });
    expect(routes).toEqual(['ordinary']);
    expect(reasons.map(({ zh }) => zh).join('')).toContain('暂不适用告知承诺');
  });

  test('opens the ordinary route alone for items outside the catalogue, whatever the credit file says', () => {
    for (const gate of ['clear', 'unclear', 'barred'] as const) {
      const { routes, reasons } = eligibilityView(device, { ...clear, gate });
      expect(routes).toEqual(['ordinary']);
      expect(reasons[0]?.zh).toContain('一般程序');
    }
  });

  test.each([
    ['tooEarly', '2026年5月20日'],
    ['tooLate', '2026年8月14日'],
  ] as const)('opens no route when one asks %s, and names the days', (obstacle, day) => {
    const { routes, reasons } = eligibilityView(renewal, { gate: 'clear', window, obstacle });
    expect(routes).toEqual([]);
    expect(reasons[0]?.zh).toContain(day);
    expect(reasons[0]?.zh).toContain('渝妆20210007');
    expect(reasons[0]?.en).toContain('25 Sep 2026');
  });

  test('opens no route without a licence to renew, and names the licence that is missing', () => {
    const { routes, reasons } = eligibilityView(renewal, { gate: 'clear', window: null, obstacle: 'noLicence' });
    expect(routes).toEqual([]);
    expect(reasons[0]?.zh).toContain('化妆品生产许可证');
  });

  test.each([
    [retail, '申请本许可', '行政许可法第七十八条'],
    [device, '不受理医疗器械许可申请', '医疗器械监督管理条例第八十三条'],
  ] as const)('says of a false application what it bars, until when, and by which law', (item, what, law) => {
    const barredUntil = civilDate('2036-05-27');
    const { routes, reasons } = eligibilityView(item, { ...clear, obstacle: 'barred', barredUntil });
    expect(routes).toEqual([]);
    expect(reasons).toHaveLength(1);
    for (const words of [what, law, '2036年5月27日']) expect(reasons[0]?.zh).toContain(words);
  });

  test('opens both routes inside the window', () => {
    expect(eligibilityView(renewal, { gate: 'clear', window, obstacle: null }).routes).toHaveLength(2);
  });
});
