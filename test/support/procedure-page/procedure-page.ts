import { citationText } from '@lianban/domain/law';
import { roles } from '@lianban/domain/role';
import { ruleKeysOf, type AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Catalogue, StepSpec } from '@lianban/workflows/vocabulary/step';
import { randomLife } from '@lianban/workflows/testing/random-life';
import { play, type Scenario } from '@lianban/workflows/testing/scenario';
import { lives } from '../lives.ts';
import { chaptersOf } from './chapters.ts';
import { flowchart } from './flowchart.ts';
import { endOf, Observed, type Transition } from './observed.ts';
import { both, documentWords, limitWords, row, rowsOf, ruleWords, silence, table } from './words.ts';

/** Random lives looked at beside the scenarios, with the seeds 0, 1, 2 …; enough to see every button used. */
const RANDOM_LIVES = 3000;

/** Everything that happens in the scenarios of a procedure and in {@link RANDOM_LIVES}. Equal on every run. */
async function observe(procedure: AnyProcedure, scenarios: readonly Scenario[]): Promise<Observed> {
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
  /** Buttons and lapses that no played life used, so that the charts lack them: `<step> <button>`. */
  readonly unseen: readonly string[];
}

/** The page of every procedure, with its editions in the order in which they are registered. */
export async function procedurePages(): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (const id of new Set(lives.map(({ procedure }) => procedure.id))) {
    const sections: string[] = [];
    const unseen: string[] = [];
    for (const { procedure, scenarios } of lives.filter((edition) => edition.procedure.id === id)) {
      const observed = await observe(procedure, scenarios);
      sections.push(...editionOf(procedure, observed), ...rulesShown(procedure, scenarios), '');
      unseen.push(...unseenIn(procedure, observed));
    }
    const path = `packages/workflows/src/procedures/${id}/README.md`;
    pages.push({ path, text: [WRITTEN, '', ...sections].join('\n'), unseen });
  }
  return pages;
}

const WRITTEN =
  '<!-- Written by `npm run docs:procedures` from the catalogue, the scenarios and played lives. Change those, not this page. -->';

const unseenIn = ({ steps }: AnyProcedure, { used }: Observed): readonly string[] =>
  Object.entries(steps)
    .flatMap(([step, { outcomes, lapse }]) =>
      [...Object.keys(outcomes), ...(lapse === undefined ? [] : ['lapsed'])].map((button) => `${step} ${button}`),
    )
    .filter((button) => !used.has(button));

/** Everything that is said about one edition but the rules its scenarios show. */
function editionOf(procedure: AnyProcedure, observed: Observed): readonly string[] {
  const chapters = chaptersOf(procedure);
  return [
    ...head(procedure),
    ...['', '## Steps', '', ...stepTable(procedure, observed)],
    ...['', '## Buttons', '', ...buttonTable(procedure, observed)],
    ...['', '## How a case moves', '', MOVES],
    ...chapters.flatMap((chapter) => [
      ...(chapters.length > 1 ? ['', `### ${both(chapter.title)}`] : []),
      ...['', ...flowchart({ procedure, observed, chapters }, chapter)],
    ]),
    ...['', '## Endings', '', ...endingTable(procedure, observed)],
    ...['', '## Limits', '', LIMITS, '', ...limitTable(procedure)],
  ];
}

const rulesShown = (procedure: AnyProcedure, scenarios: readonly Scenario[]): readonly string[] => [
  ...['', '## Rules shown by scenarios', ''],
  ...scenarios.map((scenario) => ruleLine(procedure, scenario)),
];

const MOVES =
  'Boxes are duties, dashed ovals are rights that stand open beside a duty, double boxes are endings, hexagons are in another chart. A dotted arrow is taken once the lines beside it have ended.';
const LIMITS =
  'A limit is **law**, a **design** of ours, or **uncertain** because nobody could verify it. The rule table holds the values; a case keeps those of the day it opened.';

const head = ({ id, edition, title, series, basis }: AnyProcedure): readonly string[] => [
  `# ${both(title)}, edition ${edition}`,
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
  if (typeof limit === 'string')
    return `${ruleWords(limit)}${rules.get(name)?.has(null) === true ? '; none where the item sets none' : ''}`;
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
  return [names(false), late === '' ? '' : `once the other lines have ended: ${late}`]
    .filter((part) => part !== '')
    .join('; ');
}

const sortedBy = (order: readonly string[], transitions: readonly Transition[]): readonly Transition[] =>
  [...transitions].sort((a, b) => order.indexOf(a.to) - order.indexOf(b.to) || (a.to < b.to ? -1 : 1));

function placeTitle({ steps, endings }: AnyProcedure, place: string): string {
  const ending = place.startsWith('end:') ? endings[place.slice('end:'.length)] : undefined;
  return ending === undefined ? (steps[place]?.title.zh ?? place) : `*${ending.zh}*`;
}

function wayTitle(steps: Catalogue, from: string, by: string): string {
  const step = steps[from];
  if (step === undefined) return '申请';
  return `${step.title.zh}：${step.outcomes[by]?.title.zh ?? '逾期'}`;
}

function endingTable({ endings, steps }: AnyProcedure, observed: Observed): readonly string[] {
  const all = observed.transitions();
  const waysTo = (ending: string): string =>
    all
      .filter(({ to }) => to === endOf(ending))
      .map(({ from, by }) => wayTitle(steps, from, by))
      .sort()
      .join('<br/>');
  return table(
    ['ending', 'reached by'],
    Object.entries(endings).map(([name, title]) =>
      row(`**${title.zh}**<br/>${title.en}<br/>\`${name}\``, waysTo(name)),
    ),
  );
}

const limitTable = (procedure: AnyProcedure): readonly string[] =>
  table(
    ['rule', 'for', 'limit', 'mark', 'source'],
    ruleKeysOf(procedure).flatMap((key) =>
      rowsOf(key).map(({ province, item, limit, mark, basis }) =>
        row(
          `\`${key}\``,
          [province, item].filter((part) => part !== null).join(' ') || 'all',
          limitWords(limit),
          mark,
          both(basis),
        ),
      ),
    ),
  );

const ruleLine = ({ endings }: AnyProcedure, { rule, ending }: Scenario): string => {
  const title = ending === null ? undefined : endings[ending];
  return `- ${rule}${title === undefined ? '' : ` → *${title.zh}*`}`;
};
