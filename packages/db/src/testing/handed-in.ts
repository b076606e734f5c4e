import { randomUUID } from 'node:crypto';
import { civilDate, civilDateOf, instant } from '@lianban/domain/civil-date';
import type { Pool } from 'pg';
import type { AttachmentRow } from '../attachments/attachment.ts';
import { handIn } from '../attachments/of-draft.ts';
import { saveDraft } from '../drafts.ts';
import { madePdf } from '../seed/made-file.ts';
import { actorOf, DRUGSTORE } from './recorded-case.ts';

const today = civilDateOf(instant(Date.now()));
/** The agent of the drugstore, today. */
export const agent = { enterpriseId: DRUGSTORE, personId: actorOf('APP', 1).personId, today };

/** A draft of the drugstore for a retail licence. */
export async function newDraft(pool: Pool): Promise<string> {
  const draftId = randomUUID();
  const of = { draftId, item: 'otc-retail', province: 'CQ', content: {}, expiresOn: civilDate('2099-01-01') } as const;
  await saveDraft(pool, { ...of, ...agent });
  return draftId;
}

/** A file that says so, for a material of a draft. */
export const pdfFor = (draftId: string, says: string, material = 'application-form') => ({
  ...({ draftId, material, name: `${says}.pdf`, mediaType: 'application/pdf', replaces: null } as const),
  bytes: madePdf([says]),
});

/** Hands such a file in. */
export const handedIn = (pool: Pool, draftId: string, says: string): Promise<AttachmentRow> =>
  handIn(pool, pdfFor(draftId, says), agent);
