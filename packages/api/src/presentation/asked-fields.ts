import type { Field } from '@lianban/domain/field';
import type { Opening } from '@lianban/workflows/vocabulary/opening';

/** The fields that whoever answers is asked for: not those of other items, nor those that the system fills in. */
export const askedOf = (fields: readonly Field[], item: Opening['item']): readonly Field[] =>
  fields.filter(({ where, given }) => given === undefined && (where === undefined || item[where]));
