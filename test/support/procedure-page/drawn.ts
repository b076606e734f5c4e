import type { DrawnProcedure, Transition } from '@lianban/workflows/procedures/drawn-procedure';
import { laidOut } from './laid-out.ts';
import { START } from './observed.ts';
import type { SeenEdition } from './procedure-page.ts';

/** What the console draws of an edition: what was seen, and the charts of the page, laid out. */
export function drawnOf({ procedure, observed, charts }: SeenEdition): DrawnProcedure {
  const { id, edition, steps } = procedure;
  const order = [START, ...Object.keys(steps)];
  return {
    ...{ procedure: id, edition },
    rights: order.filter((step) => observed.rights.has(step)),
    unlimited: order.filter((step) => steps[step]?.limit !== null && observed.rules.get(step)?.has(null) === true),
    clocks: Object.fromEntries([...observed.clocks].sort(([a], [b]) => (a < b ? -1 : 1))),
    transitions: inOrder(observed.transitions(), order),
    chapters: charts.map(({ chapter: { title, steps: shown }, chart }) => ({
      ...{ title, steps: shown },
      ...{ zh: laidOut(chart, 'zh'), en: laidOut(chart, 'en') },
    })),
  };
}

function inOrder(transitions: readonly Transition[], order: readonly string[]): readonly Transition[] {
  const rank = (step: string): string => String(order.indexOf(step) + 1).padStart(4, '0');
  const keyed = transitions.map((one) => ({ one, key: [rank(one.from), one.by, rank(one.to), one.to].join(' ') }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ one }) => one);
}
