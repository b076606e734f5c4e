import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../app/api.ts';

/** An open duty with everything needed to act on it. */
export type DutyView = inferOutput<typeof trpc.duty.open>;
/** A field of a form as the catalogue states it. */
export type FieldView = DutyView['outcomes'][number]['form'][number];
/** Day, days left, light and why. */
export type DeadlineView = DutyView['deadline'];
/** A deadline in a list, where the explanation is fetched on demand. */
export type ListedDeadline = Omit<DeadlineView, 'why'>;
/** The four lights. */
export type LightName = NonNullable<DeadlineView['light']>;
