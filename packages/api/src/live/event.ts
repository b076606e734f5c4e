import type { Announcement, Notice } from '@lianban/db/notice';
import { text, type Text } from '@lianban/domain/text';
import { procedureOf } from '@lianban/workflows/procedures/registry';
import type { StepSpec } from '@lianban/workflows/vocabulary/step';
import { z } from 'zod';
import type { Identity } from '../identity/identity.ts';
import { doneWords, isInternal } from '../presentation/disclosure.ts';
import { textView } from '../views/basics.ts';

/** Which case changed, who did it and what it was called. Everything else it reads. */
const turnEvent = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  version: z.number().int(),
  /** Name of the person; null when the clock acted. */
  by: z.string().nullable(),
  byMe: z.boolean(),
  act: textView.nullable(),
  duty: z.string().nullable(),
});

/** The post has messages that it has not seen; which, the browser reads. */
const messageEvent = z.object({ messages: z.literal(true) });

/** What a browser is told. */
export const liveEvent = z.union([turnEvent, messageEvent]);

const acts: Readonly<Record<string, Text>> = {
  open: text('提交申请', 'Application filed'),
  claim: text('认领', 'Claimed'),
  release: text('退回待认领', 'Returned to the pool'),
  redate: text('期限重算', 'Deadlines recomputed'),
};

/** See {@link liveEvent}. */
export type LiveEvent = z.infer<typeof liveEvent>;

/** The notice in words for that person; the applicant hears that something was done, not what officials think. */
export function eventOf(notice: Announcement, { person, post }: Identity): LiveEvent {
  if ('posts' in notice) return { messages: true };
  const { caseId, number, version, duty, by, byName } = notice;
  const hidden = post.role === 'APP' && isInternalAct(notice);
  return {
    caseId,
    caseNumber: number,
    version,
    duty,
    byMe: by === person.id,
    by: hidden ? null : byName,
    act: hidden ? doneWords : actOf(notice),
  };
}

function actOf(notice: Notice): Text | null {
  const { duty, outcome } = notice;
  const general = acts[outcome];
  if (general !== undefined || duty === null) return general ?? null;
  const spec = specOf(notice, duty);
  return (outcome === 'lapse' ? spec?.lapse?.means : spec?.outcomes[outcome]?.title) ?? null;
}

function isInternalAct(notice: Notice): boolean {
  if (notice.duty === null) return false;
  const spec = specOf(notice, notice.duty);
  return spec !== undefined && isInternal(spec, stepOf(notice.duty), notice.outcome);
}

const specOf = ({ procedure, edition }: Notice, duty: string): StepSpec | undefined =>
  procedureOf(procedure, edition)?.steps[stepOf(duty)];

/** The step that a duty key names: its last part, without the count of occurrences. */
const stepOf = (duty: string): string => duty.slice(duty.lastIndexOf('/') + 1).replace(/#\d+$/, '');
