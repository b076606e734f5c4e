import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../app/api.ts';

/** A procedure with its chapters and endings. */
export type ProcedureView = inferOutput<typeof trpc.procedure.page>;
/** Steps that are read together, with their chart in both languages. */
export type ChapterView = ProcedureView['chapters'][number];
/** A row of the table of steps. */
export type StepRow = ChapterView['steps'][number];
/** A chart that is laid out. */
export type ChartView = ChapterView['zh'];
