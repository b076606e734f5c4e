import type { OutcomeView } from '../views.ts';

/**
 * The form of a button as it is sent: its own fields only, empty ones left out. What was typed for another button of the same
 * duty stays behind.
 */
export const sentForm = (
  fields: OutcomeView['form'],
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(fields.flatMap(({ name }) => (isEmpty(values[name]) ? [] : [[name, values[name]] as const])));

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/**
 * The button that is open at first: the one left open before while it can be used, else the one that carries the case on,
 * else the only one. Null where a choice has to be made.
 */
export function openedFirst(outcomes: readonly OutcomeView[], before: string | null): string | null {
  const usable = outcomes.filter(({ unavailable }) => unavailable === null);
  const left = usable.find(({ name }) => name === before);
  const main = usable.find(({ tone }) => tone === 'primary');
  return (left ?? main ?? (usable.length === 1 ? usable[0] : undefined))?.name ?? null;
}
