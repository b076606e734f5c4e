import { isCivilDate } from '@lianban/domain/civil-date';
import type { Column, Field } from '@lianban/domain/field';
import { shownPersonal, type Standing } from '@lianban/domain/personal';
import { text, type Text } from '@lianban/domain/text';
import { dateWords } from './words.ts';

/** Rows of a table, one after the other, each cell with the name of its column. */
function rowsWritten(columns: readonly Column[], value: unknown, standing: Standing): Text | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const rows = value.map((row: unknown, at) => {
    const cells = typeof row === 'object' && row !== null ? new Map<string, unknown>(Object.entries(row)) : null;
    const words = columns.flatMap((column) => {
      const cell = written(column, cells?.get(column.name), standing);
      return cell === null ? [] : [{ label: column.label, cell }];
    });
    return text(
      `${at + 1}. ${words.map(({ label, cell }) => `${label.zh} ${cell.zh}`).join('，')}`,
      `${at + 1}. ${words.map(({ label, cell }) => `${label.en} ${cell.en}`).join(', ')}`,
    );
  });
  return text(rows.map(({ zh }) => zh).join('；'), rows.map(({ en }) => en).join('; '));
}

/**
 * The value of a field as a reader sees it who stands so to the case; null when it was left empty, or is not for them. What
 * people wrote is not translated.
 */
export function written(
  { kind, personal }: Pick<Field, 'kind' | 'personal'>,
  value: unknown,
  standing: Standing,
): Text | null {
  if (personal !== undefined && typeof value === 'string') {
    const shown = shownPersonal(personal, value, standing);
    return shown === null ? null : text(shown, shown);
  }
  if (typeof value === 'boolean') return value ? text('是', 'Yes') : text('否', 'No');
  if (kind.type === 'rows') return rowsWritten(kind.columns, value, standing);
  if (Array.isArray(value)) {
    const entries = value.filter((entry): entry is string => typeof entry === 'string');
    if (entries.length === 0) return null;
    const words = entries.map((entry, at) => `${at + 1}. ${entry}`).join('；');
    return text(words, words);
  }
  if (kind.type === 'colleague' && typeof value === 'object' && value !== null && 'name' in value)
    return typeof value.name === 'string' ? text(value.name, value.name) : null;
  if (typeof value !== 'string' || value.trim() === '') return null;
  if (kind.type === 'date' && isCivilDate(value)) return dateWords(value);
  const option = kind.type === 'choice' ? kind.options.find((known) => known.value === value) : undefined;
  return option?.label ?? text(value, value);
}
