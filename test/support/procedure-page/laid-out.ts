import dagre, { type GraphLabel } from '@dagrejs/dagre';
import type { Text } from '@lianban/domain/text';
import type { Arrow, Box, FlowChart } from '@lianban/workflows/procedures/drawn-procedure';
import type { Chart, ChartArrow, ChartBox } from './chart.ts';

type Language = keyof Text;

/** Widths in pixels of a Chinese and of another character at the size in which titles and buttons are set. */
const TITLE = { wide: 13, narrow: 7.2 } as const;
const SMALL = { wide: 11, narrow: 6.1 } as const;
/** Pixels after which words go to the next line. */
const BOX_WIDTH = 150;
const LABEL_WIDTH = 112;
const TITLE_LINE = 18;
const SMALL_LINE = 14;
const MARGIN = 12;

const isWide = (sign: string): boolean => /[\u2e80-\uffef]/u.test(sign);

const widthOf = (words: string, size: typeof TITLE | typeof SMALL): number =>
  [...words].reduce((sum, sign) => sum + (isWide(sign) ? size.wide : size.narrow), 0);

/** Words in lines of at most that width; Chinese breaks anywhere, other words between them. */
function wrapped(words: string, max: number, size: typeof TITLE | typeof SMALL): readonly string[] {
  const pieces = words.match(/[\u2e80-\uffef][，。、；：）】」]*|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && widthOf((line + piece).trimEnd(), size) > max) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()].filter((filled) => filled !== '');
}

interface Sized {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

function sizedBox({ title, owner, kind }: ChartBox, language: Language): Sized {
  const lines = wrapped(title[language], BOX_WIDTH, TITLE);
  const widths = [
    ...lines.map((line) => widthOf(line, TITLE)),
    owner === null ? 0 : widthOf(owner.title[language], SMALL),
  ];
  const rim = kind === 'duty' ? 24 : 36;
  return {
    lines,
    width: Math.ceil(Math.max(56, ...widths)) + rim,
    height: lines.length * TITLE_LINE + (owner === null ? 0 : SMALL_LINE) + 16,
  };
}

function sizedLabel({ titles }: ChartArrow, language: Language): Sized {
  const lines = titles.flatMap((title) => wrapped(title[language], LABEL_WIDTH, SMALL));
  const width = lines.length === 0 ? 0 : Math.ceil(Math.max(...lines.map((line) => widthOf(line, SMALL)))) + 10;
  return { lines, width, height: lines.length * SMALL_LINE };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the layout is given of a box or a label, and what it adds. */
interface Laid {
  readonly width: number;
  readonly height: number;
  readonly labelpos?: 'c';
  readonly x?: number;
  readonly y?: number;
  /** Of an arrow. */
  readonly points?: readonly Point[];
}

/** A chart laid out from top to bottom, in one language. Equal for equal charts. */
export function laidOut({ boxes, arrows }: Chart, language: Language): FlowChart {
  const graph = new dagre.graphlib.Graph<GraphLabel, Laid, Laid>({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 34, edgesep: 14, marginx: MARGIN, marginy: MARGIN });
  const sizes = new Map(boxes.map((box) => [box.id, sizedBox(box, language)]));
  for (const [id, { width, height }] of sizes) graph.setNode(id, { width, height });
  const labels = arrows.map((arrow) => sizedLabel(arrow, language));
  for (const [at, { from, to }] of arrows.entries()) {
    const { width = 0, height = 0 } = labels[at] ?? {};
    graph.setEdge(from, to, { width, height, labelpos: 'c' }, String(at));
  }
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    ...{ width: Math.ceil(width), height: Math.ceil(height) },
    boxes: boxes.map((box) => placedBox(box, { ...sized(sizes, box.id), ...pointAt(graph.node(box.id)) }, language)),
    arrows: arrows.map((arrow, at): Arrow => {
      const edge = graph.edge({ v: arrow.from, w: arrow.to, name: String(at) });
      const { lines = [] } = labels[at] ?? {};
      return { ...withoutTitles(arrow), lines, path: pathOf(edge.points ?? []), ...pointAt(edge) };
    }),
  };
}

const sized = (sizes: ReadonlyMap<string, Sized>, id: string): Sized =>
  sizes.get(id) ?? { lines: [], width: 0, height: 0 };

const withoutTitles = ({ from, to, kind }: ChartArrow): Pick<Arrow, 'from' | 'to' | 'kind'> => ({ from, to, kind });

const pointAt = ({ x = 0, y = 0 }: { readonly x?: number; readonly y?: number }): Point => ({
  x: Math.round(x),
  y: Math.round(y),
});

const placedBox = ({ id, kind, step, owner }: ChartBox, place: Sized & Point, language: Language): Box => ({
  ...{ id, kind, step, owner: owner?.title[language] ?? null },
  ...place,
});

/** A smooth line that begins and ends at the outer points and is drawn towards those between. */
function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points.map(pointAt);
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return '';
  const bends = rest.slice(0, -1).map((point, at) => {
    const next = rest[at + 1] ?? last;
    const end = at === rest.length - 2 ? last : pointAt({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 });
    return `Q${point.x} ${point.y} ${end.x} ${end.y}`;
  });
  return `M${first.x} ${first.y}${bends.length === 0 ? `L${last.x} ${last.y}` : bends.join('')}`;
}
