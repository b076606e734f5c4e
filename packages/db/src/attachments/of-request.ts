import { daysFilesWait, REQUEST_MATERIAL } from '@lianban/domain/attachment';
import { LianbanError } from '@lianban/domain/error';
import type { AttachedFile } from '@lianban/workflows/vocabulary/opening';
import type { Pool, PoolClient } from 'pg';
import { lockRequestFiles } from '../locks.ts';
import { Parameters } from '../queries/parameters.ts';
import { select } from '../queryable.ts';
import { submissionOf } from '../submission.ts';
import { inTransaction } from '../transaction.ts';
import { ATTACHMENT_ORDER, type AttachmentRow } from './attachment.ts';
import { keepWaiting, waitsAt, type IncomingFile, type WaitingPlace } from './waiting.ts';

/** Whoever puts or enters a request: a person in a post of an organisation, or of the bureau, where there is none. */
export interface Registrar {
  readonly personId: string;
  readonly enterpriseId: string | null;
}

/** A file for a liaison request, as it comes in. */
export type FileForRequest = Omit<IncomingFile, 'material'> & {
  /** Id under which the request will be sent. */
  readonly registration: string;
};

const placeOf = (registration: string, { personId, enterpriseId }: Registrar): WaitingPlace => ({
  ...{ registration, person_id: personId, enterprise_id: enterpriseId },
});

/**
 * Keeps a file until the liaison request with that id is sent, seen by nobody but whoever handed it in, or their organisation. The
 * same content is one file. What they handed in for requests that they never sent goes after {@link daysFilesWait}.
 * @throws LianbanError REQUEST_REUSED when the request was sent already; TOO_MANY_FILES.
 */
export function handInForRequest(
  pool: Pool,
  { registration, ...file }: FileForRequest,
  by: Registrar,
): Promise<AttachmentRow> {
  return inTransaction(pool, lockRequestFiles(registration), async (client) => {
    if ((await submissionOf(client, registration)) !== undefined)
      throw new LianbanError('REQUEST_REUSED', { requestId: registration });
    await forgetUnsent(client, by);
    const place = placeOf(registration, by);
    return keepWaiting(client, { ...file, material: REQUEST_MATERIAL }, { place, by });
  });
}

async function forgetUnsent(client: PoolClient, { personId }: Registrar): Promise<void> {
  const text = `DELETE FROM attachment WHERE person_id = $1 AND registration IS NOT NULL AND handed_in_at < now() - $2 * interval '1 day'`;
  await select(client, { text, values: [personId, daysFilesWait.value] });
}

/** A request as it is received. */
interface Received {
  readonly registration: string;
  readonly caseId: string;
  /** Whose the case is, and the files with it. */
  readonly requesterId: string;
  readonly by: Registrar;
}

/**
 * Makes the files those of the case that the request opens and of whoever asks, in the caller's transaction, which holds them by
 * {@link lockRequestFiles}, and gives them as the ledger is to name them.
 * @throws LianbanError FILES_CHANGED when they are not those that the request was sent with.
 */
export async function submitWithRequest(
  client: PoolClient,
  { registration, caseId, requesterId, by }: Received,
  attachmentIds: readonly string[],
): Promise<readonly AttachedFile[]> {
  const parameters = new Parameters();
  const text = `WITH a AS (UPDATE attachment a SET registration = NULL, case_id = ${parameters.add(caseId)},
      enterprise_id = ${parameters.add(requesterId)} WHERE ${waitsAt(placeOf(registration, by), parameters)} RETURNING *)
    SELECT a.id, a.material, a.sm3 FROM a ORDER BY ${ATTACHMENT_ORDER}`;
  const files = await select<AttachedFile>(client, { text, values: parameters.values });
  const sent = new Set(attachmentIds);
  if (files.length !== sent.size || !files.every(({ id }) => sent.has(id))) throw new LianbanError('FILES_CHANGED');
  return files;
}
