import { citationText } from '@lianban/domain/law';
import { roles } from '@lianban/domain/role';
import { unitKindOf, unitKinds } from '@lianban/domain/unit-kind';
import { DISCONTINUED } from '@lianban/workflows/kernel/kernel';
import type { Transition } from '@lianban/workflows/procedures/drawn-procedure';
import { barredBy } from '@lianban/workflows/procedures/separation';
import { ruleKeysOf, type AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Catalogue, StepSpec } from '@lianban/workflows/vocabulary/step';
import type { Scenario } from '@lianban/workflows/testing/scenario';
import type { ChapterChart } from './chart.ts';
import { flowchart } from './flowchart.ts';
import { endOf, type Observed } from './observed.ts';
import { both, documentWords, limitWords, row, rowsOf, ruleWords, silence, table } from './words.ts';

/** An edition with everything that its page tells of. */
export interface SeenEdition {
  readonly procedure: AnyProcedure;
  readonly observed: Observed;
  readonly charts: readonly ChapterChart[];
  readonly scenarios: readonly Scenario[];
}

/** The page of an edition in Markdown, without its examples. */
export const pageOf = (seen: SeenEdition): readonly string[] => [
  ...editionOf(seen),
  ...rulesShown(seen.procedure, seen.scenarios),
];

function editionOf({ procedure, observed, charts }: SeenEdition): readonly string[] {
  return [
    ...head(procedure),
    ...['', '## Steps', '', ...stepTable(procedure, observed)],
    ...['', '## Buttons', '', ...buttonTable(procedure, observed)],
    ...['', '## How a case moves', '', MOVES],
    ...charts.flatMap(({ chapter, chart }) => [
      ...(charts.length > 1 ? ['', `### ${both(chapter.title)}`] : []),
      ...['', ...flowchart(chart)],
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
        `${roles[spec.owner].zh} ${spec.owner}<br/>${unitKinds[unitKindOf[spec.owner]].zh}`,
        lastDay(name, spec, observed),
        passing(name, spec, observed),
        barredBy(spec)
          .map((other) => steps[other]?.title.zh ?? other)
          .join('、'),
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

/** No step leads there. */
const byItsParent = '原案终结，或者不再等待本案 *the case that opened it is over, or does not wait any more*';

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
      row(`**${title.zh}**<br/>${title.en}<br/>\`${name}\``, name === DISCONTINUED ? byItsParent : waysTo(name)),
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
