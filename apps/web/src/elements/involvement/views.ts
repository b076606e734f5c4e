import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../app/api.ts';

/** Who works on the duties of a case. */
export type InvolvementView = inferOutput<typeof trpc.involvement.ofCase>;
/** A request among colleagues, a handing on or a copy. */
export type RequestView = InvolvementView['requests'][number];
/** A sheet with its draft. */
export type SheetView = InvolvementView['sheets'][number];
/** Something that is asked of the reader. */
export type AskedView = inferOutput<typeof trpc.involvement.inbox>['rows'][number];
/** Somebody who may be asked, with the reasons why not. */
export type PersonView = inferOutput<typeof trpc.involvement.people>['people'][number];
