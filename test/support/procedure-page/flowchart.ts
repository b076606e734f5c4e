import type { Text } from '@lianban/domain/text';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Chapter } from './chapters.ts';
import { START, type Observed, type Transition } from './observed.ts';

/** What a chart is drawn from. */
export interface Drawing {
  readonly procedure: AnyProcedure;
  readonly observed: Observed;
  readonly chapters: readonly Chapter[];
}

/** All transitions between the same two places, drawn as one arrow. */
interface Arrow extends Pick<Transition, 'from' | 'to' | 'joined'> {
  readonly by: readonly string[];
}

const idOf = (place: string): string => place.replace(':', '_');
const lines = (...parts: readonly string[]): string => `"${parts.join('<br/>').replaceAll('"', "'")}"`;
const titled = ({ zh, en }: Text, ...more: readonly string[]): string => lines(zh, en, ...more);

/** A Mermaid chart of one chapter: what leads into it, its steps, and where it leads. */
export function flowchart(drawing: Drawing, chapter: Chapter): readonly string[] {
  const all = drawing.observed.transitions();
  const isHere = (place: string): boolean => chapter.steps.includes(place);
  const startsHere = all.some(({ from, to }) => from === START && isHere(to));
  const leaving = arrowsOf(
    drawing.procedure,
    all.filter(({ from }) => isHere(from) || (from === START && startsHere)),
    chapter,
  );
  const outside = new Set(leaving.map(({ to }) => to).filter((to) => !isHere(to)));
  const companions = chapter.steps.flatMap((right) =>
    drawing.observed.companionsOf(right).map((step) => `  ${idOf(step)} --- ${idOf(right)}`),
  );
  return [
    ...['```mermaid', 'flowchart TD'],
    ...(startsHere ? [`  ${START}((${lines('申请', 'Application')}))`] : []),
    ...chapter.steps.map((step) => `  ${stepNode(drawing, step)}`),
    ...[...outside].map((place) => `  ${outsideNode(drawing, place)}`),
    ...entrances(drawing, chapter, all),
    ...leaving.filter((arrow) => !isBack(arrow, chapter)).map((arrow) => drawn(drawing, arrow)),
    ...leaving.filter((arrow) => isBack(arrow, chapter)).map((arrow) => drawn(drawing, arrow)),
    ...companions,
    ...['  classDef right fill:none,stroke-dasharray:4 3', '  classDef elsewhere fill:none,stroke-width:1px'],
    '```',
  ];
}

/** Where the other chapters lead into this one. */
function entrances({ chapters }: Drawing, chapter: Chapter, all: readonly Transition[]): readonly string[] {
  return chapters.flatMap((other, at) => {
    if (other === chapter) return [];
    const entered = all.filter(({ from, to }) => other.steps.includes(from) && chapter.steps.includes(to));
    const steps = chapter.steps.filter((step) => entered.some(({ to }) => to === step));
    if (steps.length === 0) return [];
    return [
      `  from_${at + 1}{{${titled(other.title)}}}:::elsewhere`,
      ...steps.map((step) => `  from_${at + 1} --> ${idOf(step)}`),
    ];
  });
}

function stepNode({ procedure, observed }: Drawing, step: string): string {
  const spec = procedure.steps[step];
  if (spec === undefined) throw new Error(`no step ${step} in ${procedure.id}`);
  const label = titled(spec.title, spec.owner);
  return observed.rights.has(step) ? `${idOf(step)}([${label}]):::right` : `${idOf(step)}[${label}]`;
}

function outsideNode({ procedure }: Drawing, place: string): string {
  const ending = place.startsWith('end:') ? procedure.endings[place.slice('end:'.length)] : undefined;
  if (ending !== undefined) return `${idOf(place)}[[${titled(ending)}]]`;
  const title = procedure.steps[place]?.title;
  if (title === undefined) throw new Error(`no place ${place} in ${procedure.id}`);
  return `${idOf(place)}{{${titled(title)}}}:::elsewhere`;
}

function drawn({ procedure }: Drawing, { from, to, by, joined }: Arrow): string {
  const names = by.map((button) => buttonTitle(procedure, from, button)).filter((name) => name !== '');
  const label = names.length === 0 ? '' : `|${lines(...names)}|`;
  return `  ${idOf(from)} ${joined ? '-.->' : '-->'}${label} ${idOf(to)}`;
}

function buttonTitle({ steps }: AnyProcedure, step: string, button: string): string {
  if (button === 'open') return '';
  if (button === 'lapsed') return '逾期 in silence';
  const title = steps[step]?.outcomes[button]?.title;
  return title === undefined ? button : `${title.zh} ${title.en}`;
}

/** A way back: to the step itself or to one that stands before it. */
const isBack = ({ from, to }: Arrow, { steps }: Chapter): boolean =>
  steps.includes(to) && steps.includes(from) && steps.indexOf(to) <= steps.indexOf(from);

function arrowsOf({ steps }: AnyProcedure, transitions: readonly Transition[], chapter: Chapter): readonly Arrow[] {
  const rank = (place: string): number =>
    chapter.steps.includes(place) ? chapter.steps.indexOf(place) : chapter.steps.length;
  const arrows = new Map<string, Arrow>();
  for (const { from, to, by, joined } of transitions) {
    const name = `${from} ${to} ${joined}`;
    const others = arrows.get(name)?.by ?? [];
    const buttons = [...Object.keys(steps[from]?.outcomes ?? {}), 'lapsed', 'open'];
    arrows.set(name, { from, to, joined, by: buttons.filter((button) => button === by || others.includes(button)) });
  }
  const before = ({ from }: Arrow): number => (from === START ? -1 : rank(from));
  return [...arrows.values()].sort(
    (a, b) => before(a) - before(b) || rank(a.to) - rank(b.to) || (a.to < b.to ? -1 : a.to > b.to ? 1 : 0),
  );
}
