import { describe, expect, test } from 'vitest';
import type { TimelineEntry } from '../views.ts';
import { blocksOf } from './blocks.ts';

const entry = (version: number, ...branch: string[]): TimelineEntry => ({
  version,
  at: '2026-06-30T01:00:00.000Z',
  on: '2026-06-30',
  branch: branch.map((zh) => ({ zh, en: zh })),
  stepTitle: { zh: '', en: '' },
  act: { zh: '', en: '' },
  lapsed: false,
  retracted: null,
  takeBack: null,
  about: null,
  files: [],
  who: null,
  otherBureau: null,
  remark: null,
  documents: [],
  redated: [],
});
const shape = (entries: readonly TimelineEntry[]) =>
  blocksOf(entries).map((block) =>
    block.kind === 'entry'
      ? block.entry.version
      : block.branches.map(({ title, entries: own }) => [title.zh, ...own.map(({ version }) => version)]),
  );

describe('blocksOf', () => {
  test('puts branches that took turns side by side, each in its own order', () => {
    const past = [entry(1), entry(2, '核查'), entry(3, '条件'), entry(4, '核查', '延期'), entry(5)];
    expect(shape(past)).toEqual([
      1,
      [
        ['核查', 2, 4],
        ['条件', 3],
      ],
      5,
    ]);
  });
  test('draws a branch that is alone as single entries', () => {
    expect(shape([entry(1), entry(2, '核查'), entry(3, '核查')])).toEqual([1, 2, 3]);
  });
  test('begins anew after the main line has spoken', () => {
    const past = [entry(1, '核查'), entry(2, '条件'), entry(3), entry(4, '听证'), entry(5, '陈述')];
    expect(shape(past)).toHaveLength(3);
  });
});
