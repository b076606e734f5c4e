import { text, type Text } from './text.ts';

/** What the ledger of a quarter counts (渝药监〔2024〕69号附件4), and what each figure is called. */
export const quarterFigures = {
  received: text('本季度收到', 'Received in the quarter'),
  carriedOver: text('上季度结转', 'Carried over'),
  settled: text('已办结', 'Settled'),
  open: text('在办', 'Open'),
  overdue: text('超期在办', 'Open and overdue'),
  climbed: text('报科标处及以上', 'Escalated'),
  outside: text('外部转办', 'Referred outside'),
  unsupported: text('政策不支持', 'Not supported by policy'),
  satisfied: text('满意', 'Satisfied'),
  dissatisfied: text('不满意', 'Dissatisfied'),
} as const satisfies Record<string, Text>;

/** One of the {@link quarterFigures}. */
export type QuarterFigure = keyof typeof quarterFigures;

/** The figures of a regional unit, counted from the record. */
export interface FiguresOfUnit {
  readonly unit: string;
  readonly name: Text;
  readonly figures: Readonly<Record<QuarterFigure, number>>;
}
