import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';

/** Which duty or right of which case. */
export const dutyReference = z.object({ caseId: z.uuid(), duty: safeTextUpTo(200).min(1) });

/** {@link dutyReference} once it is checked. */
export type DutyReference = z.infer<typeof dutyReference>;
