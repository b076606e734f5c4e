import type { CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Pool } from 'pg';
import { holdDraft } from '../drafts.ts';
import { select, selectFirst, type Queryable } from '../queryable.ts';
import { inTransaction } from '../transaction.ts';
import { ATTACHMENT_COLUMNS, ATTACHMENT_ORDER, type AttachmentRow } from './attachment.ts';
import type { Registrar } from './of-request.ts';
import { keepWaiting, type IncomingFile } from './waiting.ts';

/** A file for a material of a draft, as it comes in. */
export interface FileToHandIn extends IncomingFile {
  readonly draftId: string;
}

/** Who hands it in, and on which day. */
export interface Handing {
  readonly enterpriseId: string;
  readonly personId: string;
  readonly today: CivilDate;
}

/**
 * Keeps a file with a draft. The same content for the same material is one file, so a repeated request has one effect.
 * @throws LianbanError NO_SUCH_DRAFT when there is none, it has expired or was submitted; TOO_MANY_FILES.
 */
export function handIn(pool: Pool, file: FileToHandIn, by: Handing): Promise<AttachmentRow> {
  return inTransaction(pool, 'SELECT 1', async (client) => {
    const keptUntil = await holdDraft(client, file.draftId, by.enterpriseId);
    if (keptUntil === null || keptUntil < by.today) throw new LianbanError('NO_SUCH_DRAFT', { draftId: file.draftId });
    return keepWaiting(client, file, { place: { draft_id: file.draftId }, by });
  });
}

/**
 * Throws a file away that waits with a draft, a duty or a request of whoever asks.
 * @throws LianbanError NO_SUCH_ATTACHMENT when there is none, or it has been submitted.
 */
export async function removeAttachment(
  db: Queryable,
  attachmentId: string,
  { enterpriseId, personId }: Registrar,
): Promise<void> {
  const removed = await selectFirst(db, {
    text: `DELETE FROM attachment WHERE id = $1
        AND (enterprise_id = $2::uuid OR $2::uuid IS NULL AND enterprise_id IS NULL AND person_id = $3)
        AND (draft_id IS NOT NULL OR registration IS NOT NULL OR duty IS NOT NULL AND request_id IS NULL) RETURNING id`,
    values: [attachmentId, enterpriseId, personId],
  });
  if (removed === undefined) throw new LianbanError('NO_SUCH_ATTACHMENT', { attachmentId });
}

/** The files of the drafts, by id of the draft; a draft without any is not in it. */
export async function attachmentsOfDrafts(
  db: Queryable,
  draftIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AttachmentRow[]>> {
  const rows = await select<AttachmentRow & { readonly draftId: string }>(db, {
    name: 'attachments-of-drafts',
    text: `SELECT a.draft_id AS "draftId", ${ATTACHMENT_COLUMNS} FROM attachment a WHERE a.draft_id = ANY($1::uuid[]) ORDER BY ${ATTACHMENT_ORDER}`,
    values: [draftIds],
  });
  const files = new Map<string, AttachmentRow[]>();
  for (const { draftId, ...row } of rows) files.set(draftId, [...(files.get(draftId) ?? []), row]);
  return files;
}
