import { isOutside } from '@lianban/domain/role';
import type { Announcement, Notice, SecrecyNotice } from '@lianban/db/notice';
import { text, type Text } from '@lianban/domain/text';
import { procedureOf } from '@lianban/workflows/procedures/registry';
import type { StepSpec } from '@lianban/workflows/vocabulary/step';
import { z } from 'zod';
import type { Identity } from '../identity/identity.ts';
import { doneWords, isInternal } from '../presentation/disclosure.ts';
import { actorName, standingTo } from '../presentation/owner.ts';
import { textView } from '../views/basics.ts';

/** Which case changed, who did it and what it was called. Everything else it reads. */
const turnEvent = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  version: z.number().int(),
  /** Name of the person; null when the clock acted. */
  by: z.string().nullable(),
  /** For whom they stood in. */
  standingInFor: z.string().nullable(),
  byMe: z.boolean(),
  act: textView.nullable(),
  duty: z.string().nullable(),
});

/** The post has messages that it has not seen; which, the browser reads. */
const messageEvent = z.object({ messages: z.literal(true) });

/** The person was let into this case and no longer is: whatever shows it is to go. */
const accessEvent = z.object({ accessEnded: z.string() });

/** The case that is being looked at may not be seen any more: whatever shows it is to go. */
const concealedEvent = z.object({ concealed: z.string() });

/** What a browser is told. */
export const liveEvent = z.union([turnEvent, messageEvent, accessEvent, concealedEvent]);

const acts: Readonly<Record<string, Text>> = {
  open: text('提交申请', 'Application filed'),
  claim: text('认领', 'Claimed'),
  release: text('退回待认领', 'Returned to the pool'),
  involve: text('经办人员有变动', 'Who works on it has changed'),
  redate: text('期限重算', 'Deadlines recomputed'),
  retract: text('撤回本步', 'Act taken back'),
};

/** See {@link liveEvent}. */
export type LiveEvent = z.infer<typeof liveEvent>;

/**
 * The notice in words for that person; the applicant hears that something was done, not what officials think. An
 * applicant's people are named as far as the page of the case would, to a unit that the turn does not concern never more.
 */
export function eventOf(notice: Exclude<Announcement, SecrecyNotice>, reader: Identity): LiveEvent {
  if ('posts' in notice) return { messages: true };
  if ('accessEnded' in notice) return { accessEnded: notice.accessEnded };
  const { person, post } = reader;
  const { caseId, number, version, duty, by, byName, forName = null } = notice;
  const standing = standingTo({ duties: notice.units.map((unitId) => ({ unitId })) }, reader);
  const hidden = isOutside(post.role) && isInternalAct(notice);
  return {
    caseId,
    caseNumber: number,
    version,
    duty,
    byMe: by === person.id,
    by: hidden || byName === null ? null : actorName(byName, notice.byRole ?? 'CLK', standing),
    standingInFor: hidden ? null : forName,
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
