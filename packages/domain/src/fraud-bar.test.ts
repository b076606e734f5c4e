import { expect, test } from 'vitest';
import { fraudBars } from './fraud-bar.ts';
import { citationText } from './law.ts';

test.each([
  ['drug', 10, '药品管理法第一百二十三条'],
  ['device', 10, '医疗器械监督管理条例第八十三条'],
  ['cosmetics', 5, '化妆品监督管理条例第六十四条'],
  ['other', 3, '行政许可法第七十九条'],
] as const)('whoever got a licence for %s by deceit is barred for %d years (%s)', (field, years, source) => {
  expect(fraudBars[field].years).toBe(years);
  expect(citationText(fraudBars[field].source).zh).toBe(source);
});
