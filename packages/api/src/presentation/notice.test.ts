import { civilDate } from '@lianban/domain/civil-date';
import type { Item } from '@lianban/domain/item';
import { items } from '@lianban/domain/items';
import { rules } from '@lianban/domain/rules';
import { describe, expect, test } from 'vitest';
import { itemTerms } from './item.ts';
import { noticeOf, type NoticeView } from './notice.ts';

const on = civilDate('2026-06-30');
const itemNamed = (code: string, province: Item['province'] = 'CQ'): Item => {
  const item = items.find((row) => row.code === code && row.province === province);
  if (item === undefined) throw new Error(`no item ${code}`);
  return item;
};
const noticeFor = (item: Item): NoticeView => {
  const notice = noticeOf(item, itemTerms(item, { on, rules }));
  if (notice === null) throw new Error(`no notice for ${item.code}`);
  return notice;
};
const wordsOf = (item: Item): string =>
  noticeFor(item)
    .paragraphs.flatMap(({ body }) => body.map(({ zh }) => zh))
    .join('\n');
const retail = itemNamed('otc-retail');
const renewal = itemNamed('cosmetics-production-renewal');

describe('noticeOf', () => {
  test('tells everything that must be told before a commitment (国办发〔2020〕42号)', () => {
    expect(noticeFor(retail).paragraphs.map(({ head }) => head.zh)).toEqual([
      '事项',
      '法律依据',
      '应当具备的条件',
      '应当提交的材料',
      '承诺的方式和办理期限',
      '本机关的核查权',
      '虚假承诺的责任',
      '承诺的公开',
    ]);
  });

  test('has no paragraph without text and says nothing twice in one', () => {
    for (const item of items.filter(({ byCommitment }) => byCommitment)) {
      for (const { body } of noticeFor(item).paragraphs) {
        expect(body.length).toBeGreaterThan(0);
        expect(new Set(body.map(({ zh }) => zh)).size).toBe(body.length);
        expect(body.every(({ zh, en }) => zh.trim() !== '' && en.trim() !== '')).toBe(true);
      }
    }
  });

  test('keeps its version while it says the same', () => {
    expect(noticeFor(retail).version).toBe(noticeFor({ ...retail }).version);
    expect(noticeFor(retail).version).toMatch(/^[0-9a-f]{12}$/);
  });

  test('has another version when item, rule or province differ', () => {
    const longer = rules.map((rule) =>
      rule.key === 'commit.verify.window' && rule.item === 'otc-retail' ? { ...rule, limit: { months: 4 } } : rule,
    );
    const versions = [
      noticeFor(retail).version,
      noticeFor({ ...retail, edition: '2027-01' }).version,
      noticeFor({ ...retail, conditions: retail.conditions.slice(1) }).version,
      noticeFor(itemNamed('otc-retail', 'SC')).version,
      noticeOf(retail, itemTerms(retail, { on, rules: longer }))?.version,
    ];
    expect(new Set(versions).size).toBe(versions.length);
  });

  test('names every condition and every material with when it is due', () => {
    const words = wordsOf(retail);
    for (const { zh } of retail.conditions) expect(words).toContain(zh);
    expect(words).toContain('人员培训材料：可在决定后核查前补交');
    expect(words).toContain('营业场所平面布置图：提交申请时须交');
    expect(words).toContain('免于提交');
  });

  test.each([
    ['otc-retail', '10年', '药品管理法第一百二十三条'],
    ['cosmetics-production-renewal', '5年', '化妆品监督管理条例第六十四条'],
    ['drug-information-service', '3年', '行政许可法第七十九条'],
  ])('states for %s how long deceit bars: %s', (code, years, source) => {
    const words = wordsOf(itemNamed(code));
    expect(words).toContain(`${years}内不受理`);
    expect(words).toContain(source);
    expect(words).toContain('撤销许可');
  });

  test('never shows a number of ours or an unverified one without saying so', () => {
    expect(wordsOf(retail)).toMatch(/核查期限：自决定之日起 3 个月（未经核实：/);
    expect(wordsOf(retail)).toMatch(/责令在 30 个工作日内整改（本系统默认值：/);
  });

  test('decides an item of the same day on the spot and sets every other a last day', () => {
    expect(wordsOf(retail)).toContain('当场决定（未经核实：');
    expect(wordsOf(renewal)).toContain('当场决定，最迟自受理之日起 1 个工作日（本系统默认值：');
  });

  test('says that there is no window and no rectification where the item has none', () => {
    const words = wordsOf(renewal);
    expect(words).toContain('规章未规定核查的期限');
    expect(words).toContain('不适用整改');
    expect(words).not.toContain('核查期限：');
  });

  test('cites the rules of Chongqing in Chongqing only', () => {
    expect(wordsOf(retail)).toContain('渝府办发');
    expect(wordsOf(itemNamed('otc-retail', 'SC'))).not.toContain('渝府办发');
  });

  test('does not exist for items that are not granted on commitment', () => {
    const device = itemNamed('device-production-licence');
    expect(noticeOf(device, itemTerms(device, { on, rules }))).toBeNull();
  });
});
