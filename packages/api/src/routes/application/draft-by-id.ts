import { attachmentsOfDrafts } from '@lianban/db/attachments/of-draft';
import { draftById as readDraft } from '@lianban/db/drafts';
import { z } from 'zod';
import { draftView } from '../../presentation/draft.ts';
import { routeFor } from '../../trpc.ts';
import { draftView as output } from '../../views/application.ts';
import { applicantOf } from './applicant.ts';
import { standingOf, today } from './standing.ts';

/** One draft of the enterprise. */
export const draftById = routeFor('application.draftById')
  .input(z.object({ draftId: z.uuid() }))
  .output(output)
  .query(async ({ ctx: { services, identity }, input }) => {
    const { pool } = services.database;
    const { enterpriseId } = applicantOf(identity);
    const draft = await readDraft(pool, input.draftId, { enterpriseId, today: today() });
    const [standing, files] = await Promise.all([
      standingOf(pool, { ...draft, enterpriseId }),
      attachmentsOfDrafts(pool, [draft.draftId]),
    ]);
    return draftView(draft, standing, files.get(draft.draftId));
  });
