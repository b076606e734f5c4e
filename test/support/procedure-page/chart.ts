import { roles } from '@lianban/domain/role';
import { text, type Text } from '@lianban/domain/text';
import type { BoxKind, Transition } from '@lianban/workflows/procedures/drawn-procedure';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Chapter } from './chapters.ts';
import { START, type Observed } from './observed.ts';

/** What charts are made from. */
export interface Drawing {
  readonly procedure: AnyProcedure;
  readonly observed: Observed;
  readonly chapters: readonly Chapter[];
}

/** A box that is not laid out yet. */
export interface ChartBox {
  readonly id: string;
  readonly kind: BoxKind;
  readonly step: string | null;
  readonly title: Text;
  readonly owner: { readonly code: string; readonly title: Text } | null;
}

/** An arrow that is not laid out yet; the titles are those of its buttons. */
export interface ChartArrow {
  readonly from: string;
  readonly to: string;
  readonly titles: readonly Text[];
  readonly kind: 'next' | 'joined' | 'beside';
  /** To the step itself, or to one that stands before it. */
  readonly back: boolean;
}

/** A chapter as boxes and arrows: what leads into it, its steps, and where it leads. */
export interface Chart {
  readonly boxes: readonly ChartBox[];
  readonly arrows: readonly ChartArrow[];
}

/** A chapter with its chart. */
export interface ChapterChart {
  readonly chapter: Chapter;
  readonly chart: Chart;
}

/** The charts of all chapters. */
export const chartsOf = (drawing: Drawing): readonly ChapterChart[] =>
  drawing.chapters.map((chapter) => ({ chapter, chart: chartOf(drawing, chapter) }));

/** All transitions between the same two places, drawn as one arrow. */
interface Bundle extends Pick<Transition, 'from' | 'to' | 'joined'> {
  readonly by: readonly string[];
}

const idOf = (place: string): string => place.replace(':', '_');

/** The chart of one chapter. Equal for equal lives. */
function chartOf(drawing: Drawing, chapter: Chapter): Chart {
  const all = drawing.observed.transitions();
  const isHere = (place: string): boolean => chapter.steps.includes(place);
  const startsHere = all.some(({ from, to }) => from === START && isHere(to));
  const leaving = bundlesOf(
    drawing.procedure,
    all.filter(({ from }) => isHere(from) || (from === START && startsHere)),
    chapter,
  );
  const outside = new Set(leaving.map(({ to }) => to).filter((to) => !isHere(to)));
  const entrances = entrancesOf(drawing, chapter, all);
  const arrows = leaving.map((bundle) => arrowOf(drawing.procedure, bundle, chapter));
  const companions = chapter.steps.flatMap((right) =>
    drawing.observed.companionsOf(right).map((step) => companion(step, right)),
  );
  return {
    boxes: [
      ...(startsHere ? [startBox] : []),
      ...chapter.steps.map((step) => stepBox(drawing, step)),
      ...[...outside].map((place) => outsideBox(drawing, place)),
      ...entrances.boxes,
    ],
    arrows: [
      ...entrances.arrows,
      ...arrows.filter(({ back }) => !back),
      ...arrows.filter(({ back }) => back),
      ...companions,
    ],
  };
}

const startBox: ChartBox = {
  ...{ id: START, kind: 'start', step: null, owner: null },
  title: text('申请', 'Application'),
};

const companion = (from: string, to: string): ChartArrow => ({
  ...{ from: idOf(from), to: idOf(to), titles: [], kind: 'beside', back: false },
});

/** Where the other chapters lead into this one. */
function entrancesOf({ chapters }: Drawing, chapter: Chapter, all: readonly Transition[]): Chart {
  const entered = chapters.flatMap((other, at) => {
    if (other === chapter) return [];
    const into = all.filter(({ from, to }) => other.steps.includes(from) && chapter.steps.includes(to));
    const steps = chapter.steps.filter((step) => into.some(({ to }) => to === step));
    if (steps.length === 0) return [];
    const id = `from_${at + 1}`;
    const box: ChartBox = { id, kind: 'elsewhere', step: null, owner: null, title: other.title };
    const arrows = steps.map((step): ChartArrow => ({
      from: id,
      to: idOf(step),
      titles: [],
      kind: 'next',
      back: false,
    }));
    return [{ box, arrows }];
  });
  return { boxes: entered.map(({ box }) => box), arrows: entered.flatMap(({ arrows }) => arrows) };
}

function stepBox({ procedure, observed }: Drawing, step: string): ChartBox {
  const spec = procedure.steps[step];
  if (spec === undefined) throw new Error(`no step ${step} in ${procedure.id}`);
  const kind = observed.rights.has(step) ? 'right' : 'duty';
  return { id: idOf(step), kind, step, title: spec.title, owner: { code: spec.owner, title: roles[spec.owner] } };
}

function outsideBox({ procedure }: Drawing, place: string): ChartBox {
  const ending = place.startsWith('end:') ? procedure.endings[place.slice('end:'.length)] : undefined;
  if (ending !== undefined) return { id: idOf(place), kind: 'ending', step: null, title: ending, owner: null };
  const title = procedure.steps[place]?.title;
  if (title === undefined) throw new Error(`no place ${place} in ${procedure.id}`);
  return { id: idOf(place), kind: 'elsewhere', step: place, title, owner: null };
}

function arrowOf({ steps }: AnyProcedure, { from, to, by, joined }: Bundle, chapter: Chapter): ChartArrow {
  const back = chapter.steps.includes(from) && chapter.steps.includes(to) && isBefore(chapter.steps, to, from);
  const titles = by.flatMap((button) => {
    if (button === 'open') return [];
    if (button === 'lapsed') return [text('逾期', 'in silence')];
    return steps[from]?.outcomes[button]?.title ?? text(button, button);
  });
  return { from: idOf(from), to: idOf(to), titles, kind: joined ? 'joined' : 'next', back };
}

const isBefore = (steps: readonly string[], one: string, other: string): boolean =>
  steps.indexOf(one) <= steps.indexOf(other);

function bundlesOf({ steps }: AnyProcedure, transitions: readonly Transition[], chapter: Chapter): readonly Bundle[] {
  const rank = (place: string): number =>
    chapter.steps.includes(place) ? chapter.steps.indexOf(place) : chapter.steps.length;
  const bundles = new Map<string, Bundle>();
  for (const { from, to, by, joined } of transitions) {
    const name = `${from} ${to} ${joined}`;
    const others = bundles.get(name)?.by ?? [];
    const buttons = [...Object.keys(steps[from]?.outcomes ?? {}), 'lapsed', 'open'];
    bundles.set(name, { from, to, joined, by: buttons.filter((button) => button === by || others.includes(button)) });
  }
  const before = ({ from }: Bundle): number => (from === START ? -1 : rank(from));
  return [...bundles.values()].sort(
    (a, b) => before(a) - before(b) || rank(a.to) - rank(b.to) || (a.to < b.to ? -1 : a.to > b.to ? 1 : 0),
  );
}
