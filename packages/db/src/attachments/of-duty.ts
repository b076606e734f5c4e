import { LianbanError } from '@lianban/domain/error';
import type { AttachedFile } from '@lianban/workflows/vocabulary/opening';
import type { About } from '@lianban/workflows/vocabulary/proceeding';
import type { Pool, PoolClient } from 'pg';
import { lockDutyFiles } from '../locks.ts';
import { select, selectFirst, type Queryable } from '../queryable.ts';
import { inTransaction } from '../transaction.ts';
import { ATTACHMENT_COLUMNS, ATTACHMENT_ORDER, type AttachmentRow } from './attachment.ts';
import type { Handing } from './of-draft.ts';
import { keepWaiting, type IncomingFile } from './waiting.ts';

/** An open duty of an enterprise. */
export interface DutyOfEnterprise {
  readonly caseId: string;
  readonly duty: string;
}

/** What files of a duty are named by: its step, and what it is about. */
export interface StepOfDuty {
  readonly step: string;
  readonly about: About | null;
  readonly procedure: string;
  readonly edition: string;
}

/** A file for the answer to a duty, as it comes in. */
export type FileForDuty = DutyOfEnterprise & IncomingFile;

/** The step of an open duty or right of the enterprise. @throws LianbanError NO_SUCH_DUTY */
export async function stepOfDuty(db: Queryable, of: DutyOfEnterprise, enterpriseId: string): Promise<StepOfDuty> {
  const found = await selectFirst<StepOfDuty>(db, {
    name: 'step-of-duty',
    text: `SELECT d.step, d.about, f.procedure, f.edition FROM duty d JOIN case_file f USING (case_id)
      WHERE d.case_id = $1 AND d.key = $2 AND d.enterprise_id = $3 AND d.state = 'open'`,
    values: [of.caseId, of.duty, enterpriseId],
  });
  if (found === undefined) throw new LianbanError('NO_SUCH_DUTY', { ...of });
  return found;
}

/**
 * Keeps a file until the duty is answered with it. The same content is one file, so a repeated request has one effect.
 * @throws LianbanError NO_SUCH_DUTY when the enterprise owes none that is open; TOO_MANY_FILES.
 */
export function handInForDuty(pool: Pool, file: FileForDuty, by: Handing): Promise<AttachmentRow> {
  const { caseId, duty, ...incoming } = file;
  return inTransaction(pool, lockDutyFiles(caseId, duty), async (client) => {
    await stepOfDuty(client, file, by.enterpriseId);
    return keepWaiting(client, incoming, { place: { case_id: caseId, duty, request_id: null }, by });
  });
}

const WAITING = 'a.case_id = $1 AND a.duty = $2 AND a.request_id IS NULL';

/** A file that waits for the answer to a duty. */
export interface FileWaiting extends AttachmentRow {
  readonly duty: string;
}

/** The files that wait for open duties of a case; only its own enterprise sees them. */
export const filesWaitingIn = (db: Queryable, caseId: string): Promise<readonly FileWaiting[]> =>
  select<FileWaiting>(db, {
    name: 'files-waiting-in-case',
    text: `SELECT ${ATTACHMENT_COLUMNS}, a.duty FROM attachment a WHERE a.case_id = $1 AND a.duty IS NOT NULL AND a.request_id IS NULL
      ORDER BY ${ATTACHMENT_ORDER}`,
    values: [caseId],
  });

/**
 * Makes the files those of the answer, in the transaction that receives it, and gives them as the ledger is to name them.
 * @throws LianbanError FILES_CHANGED when one of them does not wait for the duty any more.
 */
export async function submitWithAnswer(
  client: PoolClient,
  { caseId, duty, requestId }: DutyOfEnterprise & { readonly requestId: string },
  attachmentIds: readonly string[],
): Promise<readonly AttachedFile[]> {
  if (attachmentIds.length === 0) return [];
  const files = await select<AttachedFile>(client, {
    text: `WITH a AS (UPDATE attachment a SET request_id = $3 WHERE ${WAITING} AND a.id = ANY($4::uuid[]) RETURNING *)
      SELECT a.id, a.material, a.sm3 FROM a ORDER BY ${ATTACHMENT_ORDER}`,
    values: [caseId, duty, requestId, attachmentIds],
  });
  if (files.length !== new Set(attachmentIds).size) throw new LianbanError('FILES_CHANGED');
  return files;
}
