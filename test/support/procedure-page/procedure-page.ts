import { citationText } from '@lianban/domain/law';
import { roles } from '@lianban/domain/role';
import { ruleKeysOf, type AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { StepSpec } from '@lianban/workflows/vocabulary/step';
import { randomLife } from '@lianban/workflows/testing/random-life';
import { play, type Scenario } from '@lianban/workflows/testing/scenario';
import { lives } from '../lives.ts';
import { chaptersOf } from './chapters.ts';
import { flowchart } from './flowchart.ts';
import { Observed, type Transition } from './observed.ts';
import { both, documentWords, limitWords, row, rowsOf, ruleWords, silence, table } from './words.ts';

/** Random lives looked at beside the scenarios, with the seeds 0, 1, 2 …; enough to see every button used. */
const RANDOM_LIVES = 3000;

/** Everything that happens in the scenarios of a procedure and in {@link RANDOM_LIVES}. Equal on every run. */
export async function observe(procedure: AnyProcedure, scenarios: readonly Scenario[]): Promise<Observed> {
  const observed = new Observed();
  for (const scenario of scenarios) observed.watch((await play(procedure, scenario)).case);
  for (let seed = 0; seed < RANDOM_LIVES; seed += 1) observed.watch(await randomLife(procedure, seed));
  return observed;
}

/** A page to be kept beside a procedure. */
export interface Page {
  /** Relative to the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** The page of every procedure, with its editions in the order of the law. */
export async function procedurePages(): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (const id of new Set(lives.map(({ procedure }) => procedure.id))) {
    const editions = lives.filter(({ procedure }) => procedure.id === id);
    const sections = await Promise.all(editions.map(({ procedure, scenarios }) => editionOf(procedure, scenarios)));
    pages.push({
      path: `packages/workflows/src/procedures/${id}/README.md`,
      text: `${[WRITTEN, ...sections.flat()].join('\n')}\n`,
    });
  }
  return pages;
}

const WRITTEN =
  '<!-- Written by `npm run docs:procedures` from the catalogue, the scenarios and played lives. Change those, not this page. -->\n';

/** Everything that is said about one edition. */
async function editionOf(procedure: AnyProcedure, scenarios: readonly Scenario[]): Promise<readonly string[]> {
  const observed = await observe(procedure, scenarios);
  const chapters = chaptersOf(procedure);
  return [
    ...head(procedure),
    ...['', '## Steps', '', ...chapters.flatMap(({ steps }) => steps).length > 0 ? stepTable(procedure, observed) : []],
    ...['', '## Buttons', '', ...buttonTable(procedure, observed)],
    ...['', '## How a case moves', '', MOVES],
    ...chapters.flatMap((chapter) => [
      ...(chapters.length > 1 ? ['', `### ${both(chapter.title)}`] : []),
      ...['', ...flowchart({ procedure, observed, chapters }, chapter)],
    ]),
    ...['', '## Endings', '', ...endingTable(procedure, observed)],
    ...['', '## Limits', '', LIMITS, '', ...limitTable(procedure)],
    ...['', '## Rules shown by scenarios', '', ...scenarios.map((scenario) => ruleLine(procedure, scenario))],
  ];
}

const MOVES =
  'Boxes are duties, dashed ovals are rights that stand open beside a duty, double boxes are endings, hexagons are in another chart. A dotted arrow is taken once the lines beside it have ended.';
const LIMITS =
  'A limit is **law**, a **design** of ours, or **uncertain** because nobody could verify it. The rule table holds the values; a case keeps those of the day it opened.';

const head = ({ id, edition, title, series, basis }: AnyProcedure): readonly string[] => [
  `# ${both(title)}`,
  '',
  ...table(
    ['', ''],
    [
      row('procedure', `\`${id}\``),
      row('edition', edition),
      row('case numbers', `渝${series}〔2026〕0001`),
      row('basis', basis.map((citation) => both(citationText(citation))).join('<br/>')),
    ],
  ),
];

const stepTable = ({ steps }: AnyProcedure, observed: Observed): readonly string[] =>
  table(
    ['step', 'owner', 'last day', 'when it passes', 'not by whoever did', 'basis'],
    Object.entries(steps).map(([name, spec]) =>
      row(
        `**${spec.title.zh}**<br/>${spec.title.en}<br/>\`${name}\``,
        `${roles[spec.owner].zh} ${spec.owner}`,
        lastDay(name, spec, observed),
        passing(name, spec, observed),
        (spec.notBy ?? []).map((other) => steps[other]?.title.zh ?? other).join('、'),
        spec.basis.map((citation) => citationText(citation).zh).join('；'),
      ),
    ),
  );

function lastDay(name: string, { limit }: StepSpec, { rights, rules, clocks }: Observed): string {
  if (rights.has(name)) return 'a right: none';
  if (limit === null) return 'none';
  if (limit === 'given') return 'the day promised in the case';
  if (typeof limit === 'string') return `${ruleWords(limit)}${rules.get(name)?.has(null) === true ? '; none where the item sets none' : ''}`;
  const rule = clocks.get(limit.clock);
  return `clock \`${limit.clock}\`${rule === undefined ? '' : `: ${ruleWords(rule)}`}`;
}

function passing(name: string, { policy, lapse }: StepSpec, { rights }: Observed): string {
  if (rights.has(name)) return '';
  if (lapse === undefined) return `${policy}: ${silence(policy)}`;
  const made = documentWords(lapse.documents);
  return `${policy}: **${lapse.means.zh}** ${lapse.means.en}${made === '' ? '' : ` → ${made}`}`;
}

function buttonTable(procedure: AnyProcedure, observed: Observed): readonly string[] {
  const rows = Object.entries(procedure.steps).flatMap(([step, { title, outcomes, lapse }]) => {
    const lapsed = lapse === undefined ? [] : [['lapsed', { title: lapse.means, documents: lapse.documents }] as const];
    return [...Object.entries(outcomes), ...lapsed].map(([name, outcome], at) =>
      row(
        at === 0 ? `**${title.zh}**` : '',
        name === 'lapsed' ? `*in silence:* ${both(outcome.title)}` : `${both(outcome.title)} \`${name}\``,
        documentWords(outcome.documents),
        followed(procedure, observed, [step, name]),
      ),
    );
  });
  return table(['step', 'button', 'documents', 'what follows'], rows);
}

function followed(procedure: AnyProcedure, observed: Observed, [step, button]: readonly [string, string]): string {
  const next = observed.transitions().filter(({ from, by }) => from === step && by === button);
  const names = (joined: boolean): string =>
    sortedBy(Object.keys(procedure.steps), next)
      .filter((transition) => transition.joined === joined)
      .map(({ to }) => placeTitle(procedure, to))
      .join(', ');
  const late = names(true);
  return [names(false), late === '' ? '' : `once the other lines have ended: ${late}`].filter((part) => part !== '').join('; ');
}

const sortedBy = (order: readonly string[], transitions: readonly Transition[]): readonly Transition[] =>
  [...transitions].sort((a, b) => order.indexOf(a.to) - order.indexOf(b.to) || (a.to < b.to ? -1 : 1));

function placeTitle({ steps, endings }: AnyProcedure, place: string): string {
  const ending = place.startsWith('end:') ? endings[place.slice('end:'.length)] : undefined;
  return ending === undefined ? (steps[place]?.title.zh ?? place) : `*${ending.zh}*`;
}

function endingTable({ endings, steps }: AnyProcedure, observed: Observed): readonly string[] {
  const all = observed.transitions();
  const waysTo = (ending: string): string =>
    all
      .filter(({ to }) => to === `end:${ending}`)
      .map(({ from, by }) => `${steps[from]?.title.zh ?? '申请'}：${by === 'lapsed' ? '逾期' : (steps[from]?.outcomes[by]?.title.zh ?? '受理前')}`)
      .sort()
      .join('<br/>');
  return table(
    ['ending', 'reached by'],
    Object.entries(endings).map(([name, title]) => row(`**${title.zh}**<br/>${title.en}<br/>\`${name}\``, waysTo(name))),
  );
}

const limitTable = (procedure: AnyProcedure): readonly string[] =>
  table(
    ['rule', 'for', 'limit', 'mark', 'source'],
    ruleKeysOf(procedure).flatMap((key) =>
      rowsOf(key).map(({ province, item, limit, mark, basis }) =>
        row(`\`${key}\``, [province, item].filter((part) => part !== null).join(' ') || 'all', limitWords(limit), mark, both(basis)),
      ),
    ),
  );

const ruleLine = ({ endings }: AnyProcedure, { rule, ending }: Scenario): string => {
  const title = ending === null ? undefined : endings[ending];
  return `- ${rule}${title === undefined ? '' : ` → *${title.zh}*`}`;
};
