import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('no cell is taken for a formula, or for several, whatever it begins with and holds [ASVS v5.0.0-1.2.10]', () => {
  const cells = ['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1', '\n=1', 'a "b", c', '渝'];
  expect(csvOf([cells, ['next']])).toBe(
    '\uFEFF"\t=1+1","\t+1","\t-1","\t@sum","\t\t=1","\t\r=1","\t\n=1","a ""b"", c","渝"\r\n"next"\r\n',
  );
});
