import { handInForDuty, stepOfDuty } from '@lianban/db/attachments/of-duty';
import { handInForRequest } from '@lianban/db/attachments/of-request';
import { handIn as keep } from '@lianban/db/attachments/of-draft';
import { draftById } from '@lianban/db/drafts';
import { mostBytes, mostMebibytes } from '@lianban/domain/attachment';
import { LianbanError } from '@lianban/domain/error';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { filesWith } from '@lianban/workflows/vocabulary/step';
import type { Pool } from 'pg';
import { z } from 'zod';
import { attachmentView } from '../../presentation/attachment.ts';
import { readerOf } from '../../presentation/catalogue.ts';
import { routeFor } from '../../trpc.ts';
import { attachmentView as output } from '../../views/attachment.ts';
import type { Applicant } from '../application/applicant.ts';
import { itemCode as materialKey } from '../application/content.ts';
import { standingOf, today } from '../application/standing.ts';
import { dutyReference } from '../duty/reference.ts';
import { foundKind } from './found-kind.ts';
import { registrarOf } from './registrar.ts';

/** Longer than any file system gives a name. */
const MAX_NAME = 400;

const file = z.object({
  name: safeTextUpTo(MAX_NAME),
  replaces: z.uuid().nullable(),
  bytes: z.instanceof(Buffer),
});
const forDraft = file.extend({ draftId: z.uuid(), material: materialKey });
const forDuty = file.extend(dutyReference.shape);
const forRequest = file.extend({ registration: z.uuid() });

/** Keeps a file for a material of a draft, the answer to an open duty, or a liaison request, in place of another where one is named. */
export const handIn = routeFor('attachment.handIn')
  .input(z.union([forDraft, forDuty, forRequest]))
  .output(output)
  .mutation(async ({ ctx: { services, identity }, input: { name: sentName, ...sent } }) => {
    const { pool } = services.database;
    if (sent.bytes.length > mostBytes) throw new LianbanError('FILE_TOO_LARGE', { mebibytes: mostMebibytes.value });
    if ('registration' in sent)
      return attachmentView(
        await handInForRequest(pool, { ...sent, ...(await foundKind(sent.bytes, sentName)) }, registrarOf(identity)),
      );
    const { personId, enterpriseId } = registrarOf(identity);
    if ('duty' in sent) {
      if (enterpriseId === null) throw new LianbanError('NO_SUCH_DUTY', { caseId: sent.caseId, duty: sent.duty });
      const by = { personId, enterpriseId, today: today() };
      const material = await materialOfDuty(pool, sent, by);
      const found = await foundKind(sent.bytes, sentName);
      return attachmentView(await handInForDuty(pool, { ...sent, ...found, material }, by));
    }
    if (enterpriseId === null) throw new LianbanError('NO_SUCH_DRAFT', { draftId: sent.draftId });
    const by = { personId, enterpriseId, today: today() };
    const draft = await draftById(pool, sent.draftId, by);
    const { item } = await standingOf(pool, { ...draft, enterpriseId: by.enterpriseId });
    if (!item.materials.some(({ key, need }) => key === sent.material && need !== 'waived'))
      throw new LianbanError('MALFORMED', { fields: ['material'] });
    return attachmentView(await keep(pool, { ...sent, ...(await foundKind(sent.bytes, sentName)) }, by));
  });

/** What the duty is about, or its step. @throws LianbanError NO_SUCH_DUTY, MALFORMED where no button of it takes files. */
async function materialOfDuty(
  pool: Pool,
  of: z.infer<typeof dutyReference>,
  { enterpriseId }: Applicant,
): Promise<string> {
  const { step, about, procedure, edition } = await stepOfDuty(pool, of, enterpriseId);
  const spec = readerOf(procedure, edition).spec(step);
  if (Object.values(spec.outcomes).every((outcome) => filesWith(spec, outcome) === null))
    throw new LianbanError('MALFORMED', { fields: ['duty'] });
  return about?.key ?? step;
}
