import { quarterFigures, type QuarterFigure } from '@lianban/domain/quarter-figures';
import type { Text } from '@lianban/domain/text';
import type { FiguresOwed } from '../views.ts';

/** One figure with what each unit has of it, in the order of the units. */
export interface FigureRow {
  readonly figure: QuarterFigure;
  readonly title: Text;
  readonly counts: readonly number[];
  /** What all of them have together; null where there is one unit alone. */
  readonly total: number | null;
}

/** Every figure in the order in which the ledger has them. */
export function figureRows({ units }: Pick<FiguresOwed, 'units'>): readonly FigureRow[] {
  const keys = Object.keys(quarterFigures) as QuarterFigure[]; // its own keys
  return keys.map((figure) => {
    const counts = units.map(({ figures }) => figures[figure]);
    const total = counts.length < 2 ? null : counts.reduce((sum, count) => sum + count, 0);
    return { figure, title: quarterFigures[figure], counts, total };
  });
}
