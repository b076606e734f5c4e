// Excel takes a leading sign, tab or line end for a formula or worse; a tab before it keeps it text.
const quoted = (cell: string): string =>
  `"${(/^[=+\-@\t\r\n]/.test(cell) ? `\t${cell}` : cell).replaceAll('"', '""')}"`;

/** Lines of cells as CSV for a spreadsheet: UTF-8 with its mark, each cell quoted, none of them a formula. */
export const csvOf = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
