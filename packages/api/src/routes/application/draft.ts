import { randomUUID } from 'node:crypto';
import { attachmentsOfDrafts } from '@lianban/db/attachments/of-draft';
import { saveDraft } from '@lianban/db/drafts';
import { LianbanError } from '@lianban/domain/error';
import { z } from 'zod';
import { draftView } from '../../presentation/draft.ts';
import { routeFor } from '../../trpc.ts';
import { draftView as output } from '../../views/application.ts';
import { provinceView } from '../../views/basics.ts';
import { applicantOf } from './applicant.ts';
import { contentInput, itemCode } from './content.ts';
import { keptUntil } from './keeping.ts';
import { standingOf, today } from './standing.ts';

/** Begins a draft or saves it. A draft stays with the item it was begun for and ends on the day it was given then. */
export const draft = routeFor('application.draft')
  .input(z.object({ draftId: z.uuid().optional(), item: itemCode, province: provinceView, content: contentInput }))
  .output(output)
  .mutation(async ({ ctx: { services, identity }, input }) => {
    const { pool } = services.database;
    const applicant = applicantOf(identity);
    const [, expiresOn] = await Promise.all([standingOf(pool, { ...input, ...applicant }), keptUntil(pool, input)]);
    const saved = await saveDraft(pool, { ...input, ...applicant, draftId: input.draftId ?? randomUUID(), expiresOn });
    if (saved.expiresOn < today()) throw new LianbanError('NO_SUCH_DRAFT', { draftId: saved.draftId });
    const [standing, files] = await Promise.all([
      standingOf(pool, { ...saved, ...applicant }),
      attachmentsOfDrafts(pool, [saved.draftId]),
    ]);
    return draftView(saved, standing, files.get(saved.draftId));
  });
