import { propose as proposeRevision } from '@lianban/db/revision/proposals';
import { readCalendarYear } from '@lianban/domain/calendar-file';
import { LianbanError } from '@lianban/domain/error';
import type { Province } from '@lianban/domain/province';
import type { Proposal } from '@lianban/domain/revision';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { actorOf } from '../../identity/identity.ts';
import { routeFor } from '../../trpc.ts';
import { calendarContent, calendarDate, reasonText } from './content.ts';

const MOST_DAYS = 60;
const name = safeTextUpTo(40).refine((words) => words.trim() !== '', { error: 'A name is needed' });
const closure = z.object({ on: calendarDate, name });
const distinct = (days: readonly string[]): boolean => new Set(days).size === days.length;

const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('calendarYear'), content: calendarContent }),
  z
    .object({
      kind: z.literal('closures'),
      add: z.array(closure).max(MOST_DAYS),
      remove: z.array(calendarDate).max(MOST_DAYS),
    })
    .refine(({ add, remove }) => add.length + remove.length > 0, { error: 'At least one day', path: ['add'] })
    .refine(({ add, remove }) => distinct([...add.map(({ on }) => on), ...remove]), {
      error: 'A day twice',
      path: ['add'],
    }),
]);

const input = z.object({ requestId: z.uuid(), reason: reasonText, change });

/** Proposes to change the calendar and previews what that does; the id of the request becomes that of the revision. */
export const propose = routeFor('revision.propose')
  .input(input)
  .output(z.object({ revisionId: z.string() }))
  .mutation(async ({ ctx: { services, identity }, input: { requestId: revisionId, reason, change: wanted } }) => {
    const proposal = proposalOf(wanted, identity.post.province);
    const by = actorOf(identity);
    await proposeRevision(services.database.pool, { revisionId, proposal, reason: reason.trim(), by });
    return { revisionId };
  });

function proposalOf(wanted: z.infer<typeof change>, province: Province): Proposal {
  if (wanted.kind === 'closures') return { ...wanted, province };
  const reading = readCalendarYear(wanted.content);
  if (reading.kind === 'refused') throw new LianbanError('MALFORMED', { problems: reading.problems });
  return { kind: 'calendarYear', year: reading.value };
}
