import { expect, test } from 'vitest';
import { cite, citationText, laws, type Citation } from './law.ts';
import { text } from './text.ts';

test.each<[Citation, string, string]>([
  [cite('LIC', '42'), '行政许可法第四十二条', 'Administrative Licensing Law, Art. 42'],
  [cite('LIC', '32(4)'), '行政许可法第三十二条第四项', 'Administrative Licensing Law, Art. 32(4)'],
  [cite('LIC', '47-48'), '行政许可法第四十七条至第四十八条', 'Administrative Licensing Law, Arts 47–48'],
  [cite('LIC', '10'), '行政许可法第十条', 'Administrative Licensing Law, Art. 10'],
  [cite('LIC', '20'), '行政许可法第二十条', 'Administrative Licensing Law, Art. 20'],
  [cite('DAL', '123'), '药品管理法第一百二十三条', 'Drug Administration Law, Art. 123'],
  [cite('CIV', '203'), '民法典第二百零三条', 'Civil Code, Art. 203'],
  [cite('CIV', '110'), '民法典第一百一十条', 'Civil Code, Art. 110'],
  [cite('CIV', '1009'), '民法典第一千零九条', 'Civil Code, Art. 1009'],
  [cite('GZ42', ''), '国办发〔2020〕42号', 'State Council General Office Document No. 42 of 2020'],
  [
    cite('LIC', '47', { note: text('类推适用', 'by analogy') }),
    '行政许可法第四十七条（类推适用）',
    'Administrative Licensing Law, Art. 47 (by analogy)',
  ],
])('%j reads %s', (citation, zh, en) => {
  expect(citationText(citation)).toEqual({ zh, en });
});

test('no two laws share a name', () => {
  const names = Object.values(laws);
  expect(new Set(names.map(({ zh }) => zh)).size).toBe(names.length);
  expect(new Set(names.map(({ en }) => en)).size).toBe(names.length);
});
