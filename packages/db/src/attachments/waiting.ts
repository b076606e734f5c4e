import { mostAttachments } from '@lianban/domain/attachment';
import { LianbanError } from '@lianban/domain/error';
import type { PoolClient } from 'pg';
import { Parameters } from '../queries/parameters.ts';
import { select, selectFirst, selectOne } from '../queryable.ts';
import { sm3OfBytes } from '../sm3.ts';
import { ATTACHMENT_COLUMNS, type AttachmentRow } from './attachment.ts';

/** A file as it comes in: its kind has been found in its content, and its name has been made safe. */
export interface IncomingFile extends Pick<AttachmentRow, 'material' | 'name' | 'mediaType'> {
  readonly bytes: Buffer;
  /** The file that waits at the same place and in whose stead it comes; nothing when that is gone. */
  readonly replaces: string | null;
}

/** Where a file waits until it is submitted: what says so of `attachment a`, and the columns of a new one. */
export type WaitingPlace = Readonly<
  Partial<
    Record<
      'draft_id' | 'case_id' | 'duty' | 'request_id' | 'registration' | 'enterprise_id' | 'person_id',
      string | null
    >
  >
>;

/** SQL: `attachment a` waits there. */
export const waitsAt = (place: WaitingPlace, parameters: Parameters): string =>
  Object.entries(place)
    .map(([column, value]) => (value === null ? `a.${column} IS NULL` : `a.${column} = ${parameters.add(value)}`))
    .join(' AND ');

/**
 * Keeps a file where it waits, in the caller's transaction, which holds the place. The same content for the same material is one
 * file, so a repeated request has one effect. @throws LianbanError TOO_MANY_FILES
 */
export async function keepWaiting(
  client: PoolClient,
  file: IncomingFile,
  { place, by }: { readonly place: WaitingPlace; readonly by: Owner },
): Promise<AttachmentRow> {
  const sm3 = sm3OfBytes(file.bytes);
  const same = await sameAt(client, place, { material: file.material, sm3 });
  if (file.replaces !== null && file.replaces !== same?.attachmentId) await removeAt(client, place, file.replaces);
  if (same !== undefined) return same;
  await refuseTooMany(client, place);
  const row = await insert(client, file, { ...place, enterprise_id: by.enterpriseId, person_id: by.personId, sm3 });
  const text = 'INSERT INTO attachment_content (attachment_id, bytes) VALUES ($1, $2)';
  await select(client, { text, values: [row.attachmentId, file.bytes] });
  return row;
}

/** Whose the file is while it waits, and who hands it in. */
interface Owner {
  readonly enterpriseId: string | null;
  readonly personId: string;
}

function sameAt(
  client: PoolClient,
  place: WaitingPlace,
  { material, sm3 }: Pick<AttachmentRow, 'material' | 'sm3'>,
): Promise<AttachmentRow | undefined> {
  const parameters = new Parameters();
  const text = `SELECT ${ATTACHMENT_COLUMNS} FROM attachment a WHERE ${waitsAt(place, parameters)}
    AND a.material = ${parameters.add(material)} AND a.sm3 = ${parameters.add(sm3)}`;
  return selectFirst<AttachmentRow>(client, { text, values: parameters.values });
}

async function removeAt(client: PoolClient, place: WaitingPlace, attachmentId: string): Promise<void> {
  const parameters = new Parameters();
  const text = `DELETE FROM attachment a WHERE a.id = ${parameters.add(attachmentId)} AND ${waitsAt(place, parameters)}`;
  await select(client, { text, values: parameters.values });
}

async function refuseTooMany(client: PoolClient, place: WaitingPlace): Promise<void> {
  const parameters = new Parameters();
  const text = `SELECT count(*)::int AS files FROM attachment a WHERE ${waitsAt(place, parameters)}`;
  const { files } = await selectOne<{ files: number }>(client, { text, values: parameters.values });
  if (files >= mostAttachments.value) throw new LianbanError('TOO_MANY_FILES', { most: mostAttachments.value });
}

function insert(
  client: PoolClient,
  { material, name, mediaType, bytes }: IncomingFile,
  columns: WaitingPlace & Pick<AttachmentRow, 'sm3'>,
): Promise<AttachmentRow> {
  const row = { ...columns, material, name, media_type: mediaType, size: bytes.length };
  const parameters = new Parameters();
  const values = Object.values(row).map((value) => parameters.add(value));
  return selectOne<AttachmentRow>(client, {
    text: `INSERT INTO attachment AS a (${Object.keys(row).join(', ')}) VALUES (${values.join(', ')}) RETURNING ${ATTACHMENT_COLUMNS}`,
    values: parameters.values,
  });
}
