import type { DrawnProcedure } from '@lianban/workflows/procedures/drawn-procedure';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import { randomLife } from '@lianban/workflows/testing/random-life';
import { play, type Scenario } from '@lianban/workflows/testing/scenario';
import { lives } from '../lives.ts';
import { chaptersOf } from './chapters.ts';
import { chartsOf } from './chart.ts';
import { drawnOf } from './drawn.ts';
import { examplesOf, scriptsOf } from './examples.ts';
import { Observed } from './observed.ts';
import { pageOf } from './procedure-page.ts';
import { both, row, table } from './words.ts';

/** Random lives looked at beside the scenarios, with the seeds 0, 1, 2 …; enough to see every button used. */
const RANDOM_LIVES = 3000;

/** Everything that happens in the scenarios of a procedure and in {@link RANDOM_LIVES}. Equal on every run. */
async function observe(procedure: AnyProcedure, scenarios: readonly Scenario[]): Promise<Observed> {
  const observed = new Observed();
  for (const scenario of scenarios) observed.watch((await play(procedure, scenario)).case);
  for (let seed = 0; seed < RANDOM_LIVES; seed += 1) observed.watch(await randomLife(procedure, seed));
  return observed;
}

/** What is kept of an edition: its page in the documentation, and what the console draws of it. */
export interface EditionPage {
  /** Of the page, relative to the root of the repository. */
  readonly path: string;
  readonly text: string;
  /** Of what is drawn. */
  readonly drawnPath: string;
  readonly drawn: DrawnProcedure;
  /** Buttons and lapses that no played life used, so that the charts lack them: `<step> <button>`. */
  readonly unseen: readonly string[];
}

/** What is kept of every edition, in the order in which they are registered. */
export async function editionPages(): Promise<readonly EditionPage[]> {
  const pages: EditionPage[] = [];
  for (const { procedure, scenarios } of lives) {
    const { id, edition } = procedure;
    const observed = await observe(procedure, scenarios);
    const charts = chartsOf({ procedure, observed, chapters: chaptersOf(procedure) });
    const seen = { procedure, observed, charts, scenarios };
    pages.push({
      path: `docs/procedures/${id}/${edition}.md`,
      text: [WRITTEN, '', ...pageOf(seen), ...examplesOf(id), ''].join('\n'),
      drawnPath: `packages/workflows/src/procedures/${id}/drawn/${edition}.json`,
      drawn: drawnOf(seen),
      unseen: unseenIn(procedure, observed),
    });
  }
  return pages;
}

const WRITTEN =
  '<!-- Written by `npm run docs:procedures` from the catalogue, the scenarios and played lives. Change those, not this page. -->';

/** The list of all pages. */
export const pageIndex = (): { readonly path: string; readonly text: string } => ({
  path: 'docs/procedures/README.md',
  text: [
    ...[WRITTEN, '', '# Procedures', ''],
    ...table(
      ['procedure', 'name', 'edition', 'examples'],
      lives.map(({ procedure: { id, edition, title } }) =>
        row(both(title), `\`${id}\``, `[${edition}](${id}/${edition}.md)`, String(scriptsOf(id).length)),
      ),
    ),
    '',
    'Each page holds the table of its steps and the charts of its flow, as played lives showed them. The console shows the same under 办理程序.',
    'Examples are scripts of [`simulate`](../commands.md#simulate), each beside what it prints.',
    '',
  ].join('\n'),
});

const unseenIn = ({ steps }: AnyProcedure, { used }: Observed): readonly string[] =>
  Object.entries(steps)
    .flatMap(([step, { outcomes, lapse }]) =>
      [...Object.keys(outcomes), ...(lapse === undefined ? [] : ['lapsed'])].map((button) => `${step} ${button}`),
    )
    .filter((button) => !used.has(button));
