import { quarterFigures, type QuarterFigure } from '@lianban/domain/quarter-figures';
import { describe, expect, test } from 'vitest';
import type { FiguresOwed } from '../views.ts';
import { figureRows } from './figure-rows.ts';

const keys = Object.keys(quarterFigures) as QuarterFigure[];

/** A unit that has as many of the nth figure as that function says. */
const unitOf = (unit: string, count: (nth: number) => number): FiguresOwed['units'][number] => ({
  ...{ unit, name: { zh: unit, en: unit } },
  figures: Object.fromEntries(keys.map((key, nth) => [key, count(nth)])) as Record<QuarterFigure, number>,
});

describe('the figures that are about to be handed in', () => {
  test('are those of the paper, each by its name and in its order', () => {
    const rows = figureRows({ units: [unitOf('one', (nth) => nth)] });
    expect(rows.map(({ title }) => title)).toEqual(Object.values(quarterFigures));
    expect(rows.map(({ counts }) => counts)).toEqual(keys.map((_, nth) => [nth]));
  });

  test('of one unit have no total, which would say the same again', () => {
    expect(new Set(figureRows({ units: [unitOf('one', () => 1)] }).map(({ total }) => total))).toEqual(new Set([null]));
  });

  test('of several units stand unit by unit, with their sum', () => {
    const rows = figureRows({ units: [unitOf('one', (nth) => nth), unitOf('other', () => 2)] });
    expect(rows.map(({ counts, total }) => [...counts, total])).toEqual(keys.map((_, nth) => [nth, 2, nth + 2]));
  });
});
