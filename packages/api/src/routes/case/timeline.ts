import { instant } from '@lianban/domain/civil-date';
import { z } from 'zod';
import { readerOf } from '../../presentation/catalogue.ts';
import { timeline as timelineOf } from '../../presentation/timeline.ts';
import { routeFor } from '../../trpc.ts';
import { timelineEntry } from '../../views/case.ts';
import { seenCase } from './seen-case.ts';

/** What has happened on a case, oldest first. */
export const timeline = routeFor('case.timeline')
  .input(z.object({ caseId: z.uuid() }))
  .output(z.array(timelineEntry))
  .query(async ({ ctx, input }) => {
    const record = await seenCase(ctx, input.caseId);
    const { procedure, edition } = record.head;
    const asking = { catalogue: readerOf(procedure, edition), reader: ctx.identity, now: instant(Date.now()) };
    return timelineOf(record, asking);
  });
