import { mostAttachments } from '@lianban/domain/attachment';
import type { CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Pool, PoolClient } from 'pg';
import { holdDraft } from '../drafts.ts';
import { select, selectFirst, selectOne, type Queryable } from '../queryable.ts';
import { sm3OfBytes } from '../sm3.ts';
import { inTransaction } from '../transaction.ts';
import { ATTACHMENT_COLUMNS, ATTACHMENT_ORDER, type AttachmentRow } from './attachment.ts';

/** A file as it comes in: its kind has been found in its content, and its name has been made safe. */
export interface FileToHandIn extends Pick<AttachmentRow, 'material' | 'name' | 'mediaType'> {
  readonly draftId: string;
  readonly bytes: Buffer;
  /** The file of the same draft in whose place it comes; nothing when that is gone. */
  readonly replaces: string | null;
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
    const sm3 = sm3OfBytes(file.bytes);
    const same = await selectFirst<AttachmentRow>(client, {
      text: `SELECT ${ATTACHMENT_COLUMNS} FROM attachment a WHERE a.draft_id = $1 AND a.material = $2 AND a.sm3 = $3`,
      values: [file.draftId, file.material, sm3],
    });
    if (file.replaces !== null && file.replaces !== same?.attachmentId)
      await select(client, {
        text: 'DELETE FROM attachment WHERE id = $1 AND draft_id = $2',
        values: [file.replaces, file.draftId],
      });
    if (same !== undefined) return same;
    await refuseTooMany(client, file.draftId);
    return keep(client, { ...file, sm3 }, by);
  });
}

async function refuseTooMany(client: PoolClient, draftId: string): Promise<void> {
  const { files } = await selectOne<{ files: number }>(client, {
    text: 'SELECT count(*)::int AS files FROM attachment WHERE draft_id = $1',
    values: [draftId],
  });
  if (files >= mostAttachments.value) throw new LianbanError('TOO_MANY_FILES', { most: mostAttachments.value });
}

async function keep(
  client: PoolClient,
  { draftId, material, name, mediaType, bytes, sm3 }: FileToHandIn & Pick<AttachmentRow, 'sm3'>,
  { enterpriseId, personId }: Handing,
): Promise<AttachmentRow> {
  const row = await selectOne<AttachmentRow>(client, {
    text: `INSERT INTO attachment AS a (enterprise_id, draft_id, material, name, media_type, size, sm3, person_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING ${ATTACHMENT_COLUMNS}`,
    values: [enterpriseId, draftId, material, name, mediaType, bytes.length, sm3, personId],
  });
  const text = 'INSERT INTO attachment_content (attachment_id, bytes) VALUES ($1, $2)';
  await select(client, { text, values: [row.attachmentId, bytes] });
  return row;
}

/** Throws a file of a draft, or of a duty that is not answered yet, away. @throws LianbanError NO_SUCH_ATTACHMENT when there is none, or it has been submitted. */
export async function removeAttachment(db: Queryable, attachmentId: string, enterpriseId: string): Promise<void> {
  const removed = await selectFirst(db, {
    text: 'DELETE FROM attachment WHERE id = $1 AND enterprise_id = $2 AND (draft_id IS NOT NULL OR duty IS NOT NULL AND request_id IS NULL) RETURNING id',
    values: [attachmentId, enterpriseId],
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
