import { selectOne, type Queryable } from '@lianban/db/queryable';
import { submissionOf, type Submission } from '@lianban/db/submission';
import { LianbanError } from '@lianban/domain/error';
import type { Identity } from '../../identity/identity.ts';

/** A request to turn a draft into an application. */
export interface SubmitRequest {
  readonly draftId: string;
  readonly requestId: string;
}

/**
 * The application that came in before under this request id; undefined when none did.
 * @throws LianbanError REQUEST_REUSED when the id names something else: another's, an answer, or another draft.
 */
export async function earlierApplication(
  db: Queryable,
  identity: Identity,
  { draftId, requestId }: SubmitRequest,
): Promise<Submission | undefined> {
  const submission = await submissionOf(db, requestId);
  if (submission === undefined) return undefined;
  const own = submission.kind === 'open' && isOwn(identity, submission);
  if (!own || (await draftOf(db, requestId)) !== draftId.toLowerCase())
    throw new LianbanError('REQUEST_REUSED', { requestId });
  return submission;
}

/** Sent by this person for the enterprise they act for now. */
const isOwn = ({ post, posts }: Identity, { input }: Submission): boolean =>
  posts.some(({ id, enterpriseId }) => id === input.by?.postId && enterpriseId === post.enterpriseId);

async function draftOf(db: Queryable, requestId: string): Promise<string | null> {
  const { draftId } = await selectOne<{ draftId: string | null }>(db, {
    name: 'draft-of-application',
    text: `SELECT form ->> 'draftId' AS "draftId" FROM submission WHERE request_id = $1`,
    values: [requestId],
  });
  return draftId;
}
