import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../app/api.ts';

/** The calendar in force for the province of the post. */
export type InForce = inferOutput<typeof trpc.revision.inForce>;

/** A revision in the list. */
export type RevisionRow = inferOutput<typeof trpc.revision.list>['rows'][number];

/** A revision with its counts. */
export type RevisionPageView = inferOutput<typeof trpc.revision.page>;

/** One limit that a revision changes. */
export type ChangeRow = inferOutput<typeof trpc.revision.changes>['rows'][number];

/** What becomes of a limit. */
export type Shift = ChangeRow['shift'];

/** A calendar file as it was read. */
export type Reading = inferOutput<typeof trpc.revision.read>;

/** A day of the working calendar. */
export type CalendarDay = inferOutput<typeof trpc.calendar.range>[number];
