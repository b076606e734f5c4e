import type { Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { AttachedFile } from '@lianban/workflows/vocabulary/opening';
import type { PoolClient } from 'pg';
import { Parameters } from '../queries/parameters.ts';
import { letInUntil, openFiles, type Scope } from '../queries/scope.ts';
import { select, selectFirst, selectOne, type Queryable } from '../queryable.ts';
import { ATTACHMENT_COLUMNS, ATTACHMENT_ORDER, type AttachmentRow } from './attachment.ts';

const AS_OPENED = 'a.id, a.material, a.sm3';

/** SQL: `attachment a` came with the application, or with an answer that was recorded; not with one that was refused. */
const IN_LEDGER = `(a.duty IS NULL OR EXISTS (SELECT FROM submission q WHERE q.request_id = a.request_id AND q.case_id = a.case_id AND q.state = 'recorded'))`;

/**
 * Makes the files of a draft those of the case that it opens, in the caller's transaction, which holds the draft, and gives
 * them as the ledger is to name them. From then on they stay as they are.
 * @throws LianbanError FILES_CHANGED when they are no longer those with which the application was found complete.
 */
export async function submitAttachments(
  client: PoolClient,
  {
    draftId,
    caseId,
    examined,
  }: { readonly draftId: string; readonly caseId: string; readonly examined: readonly string[] },
): Promise<readonly AttachedFile[]> {
  const files = await select<AttachedFile>(client, {
    text: `WITH a AS (UPDATE attachment SET draft_id = NULL, case_id = $2 WHERE draft_id = $1 RETURNING *) SELECT ${AS_OPENED} FROM a ORDER BY ${ATTACHMENT_ORDER}`,
    values: [draftId, caseId],
  });
  const found = new Set(files.map(({ id }) => id));
  if (found.size !== examined.length || !examined.every((id) => found.has(id))) throw new LianbanError('FILES_CHANGED');
  return files;
}

/** Gives the case that goes on with an application its own copy of the files, once, and names them for its ledger. */
export function copyAttachments(client: PoolClient, from: string, to: string): Promise<readonly AttachedFile[]> {
  return select<AttachedFile>(client, {
    text: `
WITH old AS (SELECT gen_random_uuid() AS copy, a.* FROM attachment a WHERE a.case_id = $1 AND ${IN_LEDGER}
  AND NOT EXISTS (SELECT FROM attachment b WHERE b.case_id = $2)),
a AS (
  INSERT INTO attachment (id, enterprise_id, case_id, material, name, media_type, size, sm3, person_id, handed_in_at)
  SELECT copy, enterprise_id, $2, material, name, media_type, size, sm3, person_id, handed_in_at FROM old RETURNING *
), copied AS (
  INSERT INTO attachment_content (attachment_id, bytes)
  SELECT old.copy, c.bytes FROM old JOIN attachment_content c ON c.attachment_id = old.id
)
SELECT ${AS_OPENED} FROM a ORDER BY ${ATTACHMENT_ORDER}`,
    values: [from, to],
  });
}

/** A file of a case, and the answer that it came with. */
export interface AttachmentOfCase extends AttachmentRow {
  /** Row of the ledger that names it: the first for files of the application. */
  readonly version: number;
}

/** The files of a case that its ledger names; the caller has seen that they are open to whoever asks. */
export const attachmentsOfCase = (db: Queryable, caseId: string): Promise<readonly AttachmentOfCase[]> =>
  select<AttachmentOfCase>(db, {
    name: 'attachments-of-case',
    text: `SELECT ${ATTACHMENT_COLUMNS}, coalesce(s.version, 1) AS version FROM attachment a
      LEFT JOIN submission s ON s.request_id = a.request_id AND s.case_id = a.case_id
      WHERE a.case_id = $1 AND ${IN_LEDGER} ORDER BY ${ATTACHMENT_ORDER}`,
    values: [caseId],
  });

/** A file that is open to whoever asks, and what the trail has to know of it. */
export interface OpenAttachment extends AttachmentRow {
  /** Null while it is of a draft or waits for a request. */
  readonly caseId: string | null;
  /** Until when the post may look at the secret case in an emergency; null where it is open to the post. */
  readonly letInUntil: Instant | null;
  /** The units that own a duty in the case. */
  readonly unitIds: readonly string[];
}

/** The file, or null when there is none that is open to the post: of its own enterprise, of a case on which it works, or handed in for a request that it is entering. */
export async function openAttachment(
  db: Queryable,
  attachmentId: string,
  scope: Scope,
): Promise<OpenAttachment | null> {
  const parameters = new Parameters();
  const text = `
SELECT ${ATTACHMENT_COLUMNS}, a.case_id AS "caseId", CASE WHEN f.case_id IS NOT NULL THEN ${letInUntil(scope, 'f', parameters)} END AS "letInUntil",
  ARRAY(SELECT DISTINCT d.unit_id FROM duty d WHERE d.case_id = a.case_id AND d.unit_id IS NOT NULL) AS "unitIds"
FROM attachment a LEFT JOIN case_file f ON f.case_id = a.case_id
WHERE a.id = ${parameters.add(attachmentId)}::uuid
  AND (a.enterprise_id = ${parameters.add(scope.enterpriseId)}::uuid
    OR a.registration IS NOT NULL AND a.enterprise_id IS NULL AND a.person_id = ${parameters.add(scope.personId)}::uuid AND ${scope.enterpriseId === null}
    OR f.case_id IS NOT NULL AND (a.duty IS NULL OR a.request_id IS NOT NULL) AND ${openFiles(scope, 'f', parameters)})`;
  return (await selectFirst<OpenAttachment>(db, { text, values: parameters.values })) ?? null;
}

/** The content of a file. */
export async function contentOf(db: Queryable, attachmentId: string): Promise<Buffer> {
  const text = 'SELECT bytes FROM attachment_content WHERE attachment_id = $1';
  return (await selectOne<{ bytes: Buffer }>(db, { text, values: [attachmentId] })).bytes;
}
