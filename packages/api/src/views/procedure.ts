import { z } from 'zod';
import { limitView, markView, policyView, roleView, textView } from './basics.ts';

/** A procedure in one edition, as it is listed. */
export const procedureRow = z.object({
  procedure: z.string(),
  edition: z.string(),
  title: textView,
  basis: z.array(textView),
  steps: z.number().int(),
  /** The edition under which new cases start. */
  current: z.boolean(),
});

const box = z.object({
  id: z.string(),
  kind: z.enum(['start', 'duty', 'right', 'ending', 'elsewhere']),
  step: z.string().nullable(),
  lines: z.array(z.string()).readonly(),
  owner: z.string().nullable(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});

const arrow = z.object({
  from: z.string(),
  to: z.string(),
  /** As SVG writes it. */
  path: z.string(),
  lines: z.array(z.string()).readonly(),
  x: z.number(),
  y: z.number(),
  kind: z.enum(['next', 'joined', 'beside']),
});

/** A chart that is laid out, lengths in pixels. */
const chartView = z.object({
  width: z.number(),
  height: z.number(),
  boxes: z.array(box).readonly(),
  arrows: z.array(arrow).readonly(),
});

/** The limit of a step: by rule, by the clock it shares, by a day of the case, or none. Rows are those in force today. */
const stepLimit = z.object({
  by: z.enum(['rule', 'clock', 'given', 'none']),
  clock: textView.nullable(),
  rows: z.array(
    z.object({
      /** Item for which it differs; null for all others. */
      item: z.string().nullable(),
      limit: limitView,
      mark: markView,
      basis: textView,
    }),
  ),
  /** Some items set none. */
  optional: z.boolean(),
});

/** What may come of a button: a step, or an ending. */
const sequelView = z.object({
  title: textView,
  step: z.string().nullable(),
  /** Once the lines beside it have ended. */
  joined: z.boolean(),
});

const stepView = z.object({
  step: z.string(),
  title: textView,
  kind: z.enum(['duty', 'right']),
  owner: z.object({ role: roleView, title: textView, unit: textView }),
  limit: stepLimit,
  policy: policyView,
  /** What silence brings about, where it has an effect of its own. */
  consequence: textView.nullable(),
  notBy: z.array(textView),
  basis: z.array(textView),
  buttons: z.array(
    z.object({
      code: z.string(),
      title: textView,
      /** Silence, and no button. */
      lapsed: z.boolean(),
      documents: z.array(textView),
      follows: z.array(sequelView),
    }),
  ),
});

/** Everything that is told of a procedure: its chapters with table and chart, and how it ends. */
export const procedurePage = procedureRow.extend({
  series: z.string(),
  chapters: z.array(z.object({ title: textView, zh: chartView, en: chartView, steps: z.array(stepView) })),
  endings: z.array(z.object({ code: z.string(), title: textView, by: z.array(textView) })),
});
