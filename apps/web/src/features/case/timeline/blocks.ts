import type { TimelineEntry } from '../views.ts';

/** A line that runs beside others. */
export interface Branch {
  readonly title: TimelineEntry['branch'][number];
  readonly entries: readonly TimelineEntry[];
}

/** What is drawn one under the other: a single entry, or lines that ran side by side. */
export type Block =
  | { readonly kind: 'entry'; readonly entry: TimelineEntry }
  | { readonly kind: 'parallel'; readonly branches: readonly Branch[] };

/**
 * The past in blocks. Entries of branches that follow one another without an entry of the main line are side by side by their
 * outermost branch, in the order in which the branches were first heard of; a branch alone is drawn as single entries.
 */
export function blocksOf(entries: readonly TimelineEntry[]): readonly Block[] {
  const blocks: Block[] = [];
  let run: TimelineEntry[] = [];
  const endRun = (): void => {
    const branches = branchesOf(run);
    if (branches.length > 1) blocks.push({ kind: 'parallel', branches });
    else blocks.push(...run.map((entry) => ({ kind: 'entry' as const, entry })));
    run = [];
  };
  for (const entry of entries) {
    if (entry.branch.length > 0) run.push(entry);
    else {
      endRun();
      blocks.push({ kind: 'entry', entry });
    }
  }
  endRun();
  return blocks;
}

function branchesOf(run: readonly TimelineEntry[]): readonly Branch[] {
  const byTitle = new Map<string, { title: Branch['title']; entries: TimelineEntry[] }>();
  for (const entry of run) {
    const [title] = entry.branch;
    if (!title) continue;
    const known = byTitle.get(title.zh);
    if (known) known.entries.push(entry);
    else byTitle.set(title.zh, { title, entries: [entry] });
  }
  return [...byTitle.values()];
}
