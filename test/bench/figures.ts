/** The value below which that share of the samples lies; NaN without samples. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Half of the samples lie below it. */
export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/** A line of the report: what was measured, its value, and the bar it is held against. */
export interface Figure {
  readonly what: string;
  readonly value: string;
  readonly bar: string;
  readonly reached: boolean | null;
}

const marks = { true: 'yes', false: 'NO', null: '' } as const;

/** The report as a table with one line per figure. */
export function table(figures: readonly Figure[]): string {
  const rows = [
    ['what', 'measured', 'bar', 'reached'],
    ...figures.map(({ what, value, bar, reached }) => [what, value, bar, marks[`${reached}`]]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
