import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { markView } from '../../views/basics.ts';
import { calendarContent, calendarDate } from './content.ts';

const MOST_DAYS = 60;
const words = (most: number) =>
  safeTextUpTo(most).refine((written) => written.trim() !== '', { error: 'Something has to be written' });
const closure = z.object({ on: calendarDate, name: words(40) });
const distinct = (days: readonly string[]): boolean => new Set(days).size === days.length;

const year = z.object({ kind: z.literal('calendarYear'), content: calendarContent });

const closures = z
  .object({
    kind: z.literal('closures'),
    add: z.array(closure).max(MOST_DAYS),
    remove: z.array(calendarDate).max(MOST_DAYS),
  })
  .refine(({ add, remove }) => add.length + remove.length > 0, { error: 'At least one day', path: ['add'] })
  .refine(({ add, remove }) => distinct([...add.map(({ on }) => on), ...remove]), {
    error: 'A day twice',
    path: ['add'],
  });

/** A row of the table as its key, province and item name it; the new one has the same unit. */
const row = z.object({
  key: z.string().max(100),
  province: z.enum(['CQ', 'SC']).nullable(),
  item: z.string().max(100).nullable(),
});

const rule = z.object({
  kind: z.literal('rule'),
  row,
  /** How many of the unit that the row counts in. */
  count: z.number().int().min(0).max(36_500),
  mark: markView,
  basis: z.object({ zh: words(200), en: words(200) }),
  effectiveFrom: calendarDate,
  running: z.enum(['keep', 'favourable']),
});

const caseRule = z.object({ kind: z.literal('caseRule'), caseNumber: words(60), key: z.string().max(100) });

/** What somebody asks to have changed. */
export const proposedChange = z.discriminatedUnion('kind', [year, closures, rule, caseRule]);

/** {@link proposedChange} once it is checked. */
export type ProposedChange = z.infer<typeof proposedChange>;
