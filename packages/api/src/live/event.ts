import type { Notice } from '@lianban/db/notice';
import { text, type Text } from '@lianban/domain/text';
import { procedureOf } from '@lianban/workflows/procedures/registry';
import { z } from 'zod';
import { textView } from '../views/basics.ts';

/** What a browser is told: which case changed, who did it and what it was called. Everything else it reads. */
export const liveEvent = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  version: z.number().int(),
  /** Name of the person; null when the clock acted. */
  by: z.string().nullable(),
  byMe: z.boolean(),
  act: textView.nullable(),
  duty: z.string().nullable(),
});

const acts: Readonly<Record<string, Text>> = {
  open: text('提交申请', 'Application filed'),
  claim: text('认领', 'Claimed'),
  release: text('退回待认领', 'Returned to the pool'),
  redate: text('期限重算', 'Deadlines recomputed'),
};

/** See {@link liveEvent}. */
export type LiveEvent = z.infer<typeof liveEvent>;

/** The notice in words for that person. */
export const eventOf = (notice: Notice, personId: string): LiveEvent => ({
  ...{ caseId: notice.caseId, caseNumber: notice.number, version: notice.version, duty: notice.duty },
  ...{ by: notice.byName, byMe: notice.by === personId, act: actOf(notice) },
});

function actOf({ procedure, edition, duty, outcome }: Notice): Text | null {
  const general = acts[outcome];
  if (general !== undefined || duty === null) return general ?? null;
  const step = procedureOf(procedure, edition)?.steps[stepOf(duty)];
  return (outcome === 'lapse' ? step?.lapse?.means : step?.outcomes[outcome]?.title) ?? null;
}

/** The step that a duty key names: its last part, without the count of occurrences. */
const stepOf = (duty: string): string => duty.slice(duty.lastIndexOf('/') + 1).replace(/#\d+$/, '');
