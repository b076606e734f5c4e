import { expect, test } from 'vitest';
import { documents, type DocumentSpec } from './document.ts';

const specs: readonly [string, DocumentSpec][] = Object.entries(documents);

test('no two types of document share a series or a title', () => {
  const series = specs.flatMap(([, spec]) => spec.series ?? []);
  expect(new Set(series).size).toBe(series.length);
  expect(new Set(specs.map(([, { title }]) => title.zh)).size).toBe(specs.length);
  expect(new Set(specs.map(([, { title }]) => title.en)).size).toBe(specs.length);
});

test('what is decided against or demanded of somebody has a number', () => {
  const formal = specs.filter(([, { title }]) => /(决定书|通知书|告知书|公告|函)$/.test(title.zh));
  expect(formal.length).toBeGreaterThan(15);
  expect(formal.filter(([, { series }]) => series === null)).toEqual([]);
});
