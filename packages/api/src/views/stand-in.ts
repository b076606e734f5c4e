import { z } from 'zod';
import { civilDateView, instantView, textView } from './basics.ts';

const listOf = <T extends z.ZodType>(item: T) => z.array(item).readonly();

/** Somebody in a post. */
const inPostView = z.object({ postId: z.string(), name: z.string(), roleTitle: textView, place: textView });

/** An absence with its deputy. */
const delegationView = z.object({
  id: z.string(),
  principal: inPostView,
  /** Null for an absence without a deputy. */
  deputy: inPostView.nullable(),
  /** What is handed over; null for the whole post. */
  matter: textView.nullable(),
  ...{ from: civilDateView, to: civilDateView, reason: z.string() },
  /** Null where a deputy has fallen away and the absence goes on. */
  givenBy: z.string().nullable(),
  givenAt: instantView,
  state: z.enum(['over', 'underWay', 'toCome']),
  /** Why it ended before its last day. */
  ended: z
    .object({
      ...{ at: instantView, because: z.enum(['ended', 'deputyGone', 'postGone']) },
      ...{ by: z.string().nullable(), reason: z.string().nullable() },
    })
    .nullable(),
});

/** One's own absences, and those in which one stands in. */
export const standInsView = z.object({
  /** Posts of one's own for which somebody may stand in. */
  posts: listOf(inPostView),
  /** What can be handed over instead of a whole post. */
  procedures: listOf(z.object({ id: z.string(), title: textView })),
  asPrincipal: listOf(delegationView),
  asDeputy: listOf(delegationView),
});

/** Who is away among those one answers for. */
export const absencesView = z.object({ posts: listOf(inPostView), rows: listOf(delegationView) });

/** Those who might stand in, with the reason why not, and roles whose steps they may not both have a hand in. */
export const deputiesView = listOf(inPostView.extend({ whyNot: textView.nullable(), apart: listOf(textView) }));
