import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../app/api.ts';

/** A row of the rule table. */
export type RuleRow = inferOutput<typeof trpc.admin.rules>[number];
/** Whether a number is law, a default of this system, or unverified. */
export type MarkName = RuleRow['mark'];

/** Marks in the order of their weight. */
export const marks = ['law', 'design', 'uncertain'] as const satisfies readonly MarkName[];

/** The mark that an address asks for by its hash; null for all. */
export const markOf = (hash: string): MarkName | null => marks.find((mark) => mark === hash) ?? null;

/** How many rules carry each mark. */
export function countMarks(rules: readonly Pick<RuleRow, 'mark'>[]): Readonly<Record<MarkName, number>> {
  const counts = { law: 0, design: 0, uncertain: 0 };
  for (const { mark } of rules) counts[mark] += 1;
  return counts;
}

/** Rules of a mark, in the order given; all of them without one. */
export const rulesMarked = (rules: readonly RuleRow[], mark: MarkName | null): readonly RuleRow[] =>
  mark === null ? rules : rules.filter((rule) => rule.mark === mark);
