import type { RuleKey } from '@lianban/domain/rule';
import type { Text } from '@lianban/domain/text';

/** One way in which cases go on: a button, `lapsed` or `open`, and the step or `end:<ending>` that comes of it. */
export interface Transition {
  /** Step, or `start`. */
  readonly from: string;
  readonly by: string;
  readonly to: string;
  /** Taken once the lines beside this one have ended. */
  readonly joined: boolean;
}

/** What a box of a chart stands for; `elsewhere` is a step or chapter that another chart shows. */
export type BoxKind = 'start' | 'duty' | 'right' | 'ending' | 'elsewhere';

/** A box of a chart; `x` and `y` are its centre, all lengths in pixels. */
export interface Box {
  readonly id: string;
  readonly kind: BoxKind;
  /** The step; null for what is none. */
  readonly step: string | null;
  readonly lines: readonly string[];
  /** Who owes it; null for what nobody does. */
  readonly owner: string | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An arrow of a chart, with its path as SVG writes it and its words around `x` and `y`. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly path: string;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  /** `joined`: taken once the lines beside it have ended; `beside`: a right that stands open with a duty. */
  readonly kind: 'next' | 'joined' | 'beside';
}

/** A flow chart that has been laid out, in one language. */
export interface FlowChart {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

/** Steps that are read together, with their chart. */
export interface DrawnChapter {
  readonly title: Text;
  readonly steps: readonly string[];
  readonly zh: FlowChart;
  readonly en: FlowChart;
}

/** How cases of an edition go, as seen in played lives; written by `npm run docs:procedures`, never by hand. */
export interface DrawnProcedure {
  readonly procedure: string;
  readonly edition: string;
  /** Steps that stand open as rights. */
  readonly rights: readonly string[];
  /** Steps whose own limit the item may do without. */
  readonly unlimited: readonly string[];
  /** The rule of each statutory clock. */
  readonly clocks: Readonly<Record<string, RuleKey>>;
  readonly transitions: readonly Transition[];
  readonly chapters: readonly DrawnChapter[];
}
