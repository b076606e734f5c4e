import { attachmentsOfDrafts } from '@lianban/db/attachments/of-draft';
import { draftsOf } from '@lianban/db/drafts';
import { z } from 'zod';
import { draftView } from '../../presentation/draft.ts';
import { routeFor } from '../../trpc.ts';
import { draftView as output } from '../../views/application.ts';
import { applicantOf } from './applicant.ts';
import { standingIfListed, today } from './standing.ts';

/** The drafts of the enterprise, the last saved first. One whose item is no longer in the catalogue is left out. */
export const drafts = routeFor('application.drafts')
  .input(z.void())
  .output(z.array(output))
  .query(async ({ ctx: { services, identity } }) => {
    const { pool } = services.database;
    const applicant = applicantOf(identity);
    const kept = await draftsOf(pool, applicant.enterpriseId, today());
    const [files, ...standings] = await Promise.all([
      attachmentsOfDrafts(
        pool,
        kept.map(({ draftId }) => draftId),
      ),
      ...kept.map((draft) => standingIfListed(pool, { ...draft, ...applicant })),
    ]);
    return kept.flatMap((draft, at) => {
      const standing = standings[at] ?? null;
      return standing === null ? [] : [draftView(draft, standing, files.get(draft.draftId))];
    });
  });
