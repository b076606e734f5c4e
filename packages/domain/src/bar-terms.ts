import { barsAfterFalseApplication, type ApplicationBar } from './application-bar.ts';
import { LianbanError } from './error.ts';
import type { Item } from './item.ts';
import { items } from './items.ts';
import type { Term, Terms } from './rule.ts';
import { rules } from './rules.ts';

/**
 * How long the bar is and where that stands: as frozen into the case or in force on the day; for cases from before bars were
 * among their terms, as the table was first installed.
 * @throws LianbanError INTERNAL when the table has no general row for it.
 */
export function termOfBar({ rule: key }: ApplicationBar, terms: Terms): Term {
  const term = terms[key] ?? rules.find((rule) => rule.key === key && rule.item === null);
  if (term === undefined) throw new LianbanError('INTERNAL', { reason: 'no rule for a bar', key });
  const { limit, mark, basis } = term;
  return { limit, mark, basis };
}

/** Codes of the items of which one application that was false bars another for this item. */
export function itemsThatBar({ code, field }: Pick<Item, 'code' | 'field'>): readonly string[] {
  if (barsAfterFalseApplication[field].covers === 'permit') return [code];
  return [...new Set([code, ...items.filter((item) => item.field === field).map((item) => item.code)])];
}
