import { isCivilDate } from '@lianban/domain/civil-date';
import type { Field } from '@lianban/domain/field';
import { text, type Text } from '@lianban/domain/text';
import { dateWords } from './words.ts';

/** The value of a field as a reader sees it; null when it was left empty. What people wrote is not translated. */
export function written({ kind }: Field, value: unknown): Text | null {
  if (typeof value === 'boolean') return value ? text('是', 'Yes') : text('否', 'No');
  if (Array.isArray(value)) {
    const entries = value.filter((entry): entry is string => typeof entry === 'string');
    if (entries.length === 0) return null;
    const words = entries.map((entry, at) => `${at + 1}. ${entry}`).join('；');
    return text(words, words);
  }
  if (typeof value !== 'string' || value.trim() === '') return null;
  if (kind.type === 'date' && isCivilDate(value)) return dateWords(value);
  const option = kind.type === 'choice' ? kind.options.find((known) => known.value === value) : undefined;
  return option?.label ?? text(value, value);
}
