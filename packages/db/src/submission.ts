import type { Instant } from '@lianban/domain/civil-date';
import { LianbanError, type ErrorCode } from '@lianban/domain/error';
import type { FlowValues } from '@lianban/domain/field';
import { isOutside } from '@lianban/domain/role';
import type { Input } from '@lianban/workflows/kernel/entry';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { submitWithAnswer } from './attachments/of-duty.ts';
import type { Filing } from './commit/standing.ts';
import { barToAnswer } from './involvement/guard.ts';
import { holdCalendar, holdCase } from './locks.ts';
import { momentAtCase, presentAtAnswer, type Moment, type PresentAtAnswer } from './arrival.ts';
import { actingPosts, coversCase } from './organisation/acting-posts.ts';
import { select, selectFirst, type Queryable } from './queryable.ts';
import { refuseConflict } from './separation/relations.ts';
import { fulfil, noRequirements, type Requirements } from './separation/requirements.ts';
import { sm3 } from './sm3.ts';
import { inTransaction } from './transaction.ts';

/** Values of a form as they were checked; personal data stays in the record. */
export type FormValues = Readonly<Record<string, unknown>>;

/** The answer to a duty as it comes in. */
export interface AnswerSubmission {
  readonly requestId: string;
  readonly caseId: string;
  readonly by: Actor;
  readonly duty: string;
  readonly outcome: string;
  /** The fields that the procedure reads. */
  readonly flow: FlowValues;
  readonly form: FormValues;
  /** Files that wait for the duty and come with the answer. */
  readonly attachmentIds?: readonly string[];
}

/** The taking back of an act as it comes in. */
export interface RetractSubmission {
  readonly requestId: string;
  readonly caseId: string;
  readonly by: Actor;
  /** The duty that was answered, and the row of the answer. */
  readonly duty: string;
  readonly version: number;
  readonly reason: string;
}

/** An application as it comes in; its opening is drawn up in the same transaction. */
export interface OpenSubmission {
  readonly requestId: string;
  readonly caseId: string;
  /** Null where a letter of the other bureau opens the case. */
  readonly by: Actor | null;
  readonly filing: Filing;
  readonly opening: Opening;
  readonly form: FormValues;
}

/** A submission as it stands. */
export interface Submission {
  readonly requestId: string;
  /** Hash of what was sent. */
  readonly contentHash: string;
  readonly kind: 'open' | 'answer' | 'retract';
  readonly caseId: string;
  readonly duty: string | null;
  readonly outcome: string | null;
  readonly procedure: string | null;
  readonly edition: string | null;
  readonly state: 'received' | 'recorded' | 'refused';
  readonly refusal: { readonly code: ErrorCode; readonly detail: Readonly<Record<string, unknown>> } | null;
  /** Ledger row that recorded it. */
  readonly version: number | null;
  /** What the workflow is sent. */
  readonly input: Extract<Input, { kind: 'open' | 'answer' | 'retract' }>;
}

/** What came of receiving: the submission, and whether this very one had been received before. */
export interface Receipt {
  readonly result: 'new' | 'same';
  readonly submission: Submission;
}

/**
 * Keeps the answer to a duty before it is acknowledged. The instant is the database's, taken while no turn of the case
 * can be committed: an answer received in time is seen by the lapse it competes with. What is required of whoever answers has
 * to hold in the same transaction; a second officer is kept by the name they have now.
 * @throws LianbanError REQUEST_REUSED when the request id was used for something else, NO_SUCH_CASE; FILES_CHANGED; RECUSED for an officer with
 * an interest in the applicant, and what {@link fulfil} refuses with; LEFT_POOL for a liaison officer who is one no more; CLAIMED_BY_OTHER, DELEGATED, AWAITING_SIGNATURES,
 * SIGNATURE_REFUSED, DRAFT_DIFFERS while others hold, prepare or sign an open duty (ADR 0023).
 */
export function receive(
  pool: Pool,
  answer: AnswerSubmission,
  requirements: Requirements = noRequirements,
): Promise<Receipt> {
  return inTransaction(pool, `${holdCalendar}; ${holdCase(answer.caseId)}`, async (client) => {
    const { requestId, caseId, by, duty, outcome, flow } = answer;
    const present = await presentAtAnswer(pool, client, answer);
    const { personId, standingInFor } = by;
    const { attachmentIds = [] } = answer;
    const files = attachmentIds.length === 0 ? {} : { attachmentIds: [...attachmentIds].sort() };
    const sent = { kind: 'answer', caseId, duty, outcome, form: answer.form, flow, personId, standingInFor, ...files };
    const contentHash = sm3(sent);
    let form: FormValues;
    try {
      form = await formIfEntitled(client, { answer, requirements, present });
    } catch (refusal) {
      if (!(refusal instanceof LianbanError)) throw refusal;
      const known = await receivedBefore(client, requestId, contentHash); // it was in order when it was received
      if (known === null) throw refusal;
      return known;
    }
    const before = attachmentIds.length === 0 ? null : await receivedBefore(client, requestId, contentHash);
    if (before !== null) return before;
    const attached = await submitWithAnswer(client, answer, attachmentIds);
    const attachments = attached.length === 0 ? null : attached;
    const columns = { kind: 'answer', case_id: caseId, duty, outcome, filing: null, payload: flow, attachments };
    return keep(client, { ...columns, ...commonColumns({ requestId, contentHash, form, by }, present.moment) });
  });
}

/** The form as it is kept, if whoever answers may: still in their post, without interest, as the catalogue asks, with nobody before them. */
async function formIfEntitled(
  client: PoolClient,
  { answer, requirements, present: { relations, today, hands, hasLeftPool } }: Entitling,
): Promise<FormValues> {
  const { caseId, by, duty, form } = answer;
  if (by.standingInFor !== undefined) await refuseUnlessStandingIn(client, caseId, by);
  if (!isOutside(by.role)) refuseConflict(relations, today);
  if (hasLeftPool) throw new LianbanError('LEFT_POOL', { duty });
  const second = await fulfil(client, { caseId, duty, by, on: today }, requirements);
  const bar = await barToAnswer(client, answer, hands);
  if (bar !== null) throw bar;
  return second === null ? form : { ...form, [requirements.second?.field ?? '']: second };
}

interface Entitling {
  readonly answer: AnswerSubmission;
  readonly requirements: Requirements;
  readonly present: PresentAtAnswer;
}

/** Whoever stands in does so still, for this case: their request may have begun before it ended. @throws LianbanError FORBIDDEN */
async function refuseUnlessStandingIn(client: PoolClient, caseId: string, by: Actor): Promise<void> {
  const found = await selectFirst(client, {
    name: 'stands-in',
    text: `SELECT FROM ${actingPosts} o JOIN case_file f ON f.case_id = $1 AND ${coversCase('o.matters', 'f')}
      WHERE o.id = $2 AND o.actor_id = $3 AND o.person_id = $4`,
    values: [caseId, by.postId, by.personId, by.standingInFor],
  });
  if (found === undefined) throw new LianbanError('FORBIDDEN');
}

/** Keeps the taking back of an act before it is acknowledged. @throws LianbanError REQUEST_REUSED, NO_SUCH_CASE. */
export function receiveRetraction(pool: Pool, retraction: RetractSubmission): Promise<Receipt> {
  return inTransaction(pool, `${holdCalendar}; ${holdCase(retraction.caseId)}`, async (client) => {
    const { requestId, caseId, by, duty, version, reason } = retraction;
    const moment = await momentAtCase(pool, client, retraction.caseId);
    if (by.standingInFor !== undefined) await refuseUnlessStandingIn(client, caseId, by);
    const { personId, standingInFor } = by;
    const form = { reason };
    const contentHash = sm3({ kind: 'retract', caseId, duty, version, form, personId, standingInFor });
    const columns = { kind: 'retract', case_id: caseId, duty, outcome: null, filing: null, payload: { version } };
    return keep(client, { ...columns, ...commonColumns({ requestId, contentHash, form, by }, moment) });
  });
}

/**
 * Keeps an application in the caller's transaction, which holds the case. `content` is what the applicant sent; it
 * decides whether a repeated request id is the same request. @throws LianbanError REQUEST_REUSED
 */
export function keepApplication(
  client: PoolClient,
  application: OpenSubmission,
  { moment, content }: { readonly moment: Moment; readonly content: unknown },
): Promise<Receipt> {
  const { requestId, caseId, by, filing, opening, form } = application;
  const columns = { kind: 'open', case_id: caseId, duty: null, outcome: null, filing, payload: opening };
  return keep(client, { ...columns, ...commonColumns({ requestId, contentHash: sm3(content), form, by }, moment) });
}

interface Common {
  readonly requestId: string;
  readonly contentHash: string;
  readonly form: FormValues;
  readonly by: Actor | null;
}

const commonColumns = ({ requestId, contentHash, form, by }: Common, { at, receivedOn: on }: Moment) => ({
  request_id: requestId,
  content_hash: contentHash,
  form,
  received_at: at,
  received_on: on,
  person_id: by?.personId ?? null,
  post_id: by?.postId ?? null,
  role: by?.role ?? null,
  standing_in_for: by?.standingInFor ?? null,
});

const COLUMNS = `request_id AS "requestId", content_hash AS "contentHash", kind, case_id AS "caseId", duty, outcome,
  filing ->> 'procedure' AS procedure, filing ->> 'edition' AS edition, state, refusal, version,
  jsonb_build_object('kind', kind, 'requestId', request_id, 'by',
      CASE WHEN person_id IS NOT NULL THEN jsonb_strip_nulls(jsonb_build_object('personId', person_id, 'postId', post_id, 'role', role, 'standingInFor', standing_in_for)) END)
    || CASE kind WHEN 'open' THEN jsonb_build_object('opening', payload)
       WHEN 'retract' THEN jsonb_build_object('duty', duty, 'version', payload -> 'version')
       ELSE jsonb_build_object('duty', duty, 'outcome', outcome, 'flow', payload, 'receivedOn', received_on)
         || CASE WHEN attachments IS NULL THEN '{}' ELSE jsonb_build_object('attachments', attachments) END END AS said,
  received_at AS at`;

const INSERT = `
INSERT INTO submission (request_id, content_hash, kind, case_id, duty, outcome, filing, payload, form, attachments, received_at, received_on, person_id, post_id, role, standing_in_for)
SELECT request_id, content_hash, kind, case_id, duty, outcome, filing, payload, form, attachments, received_at, received_on, person_id, post_id, role, standing_in_for
FROM jsonb_populate_record(NULL::submission, $1)
ON CONFLICT (request_id) DO NOTHING RETURNING ${COLUMNS}`;

async function keep(
  client: PoolClient,
  columns: Readonly<Record<string, unknown>> & { readonly request_id: string; readonly content_hash: string },
): Promise<Receipt> {
  const values = [JSON.stringify(columns)];
  const inserted = await selectFirst<StoredSubmission>(client, { name: 'submission-insert', text: INSERT, values });
  if (inserted !== undefined) return { result: 'new', submission: fromStored(inserted) };
  const { request_id: requestId, content_hash: contentHash } = columns;
  const submission = await submissionOf(client, requestId);
  if (submission === undefined) throw new LianbanError('REQUEST_REUSED', { requestId }); // by somebody who is not seen from here
  refuseReuse(submission, contentHash);
  return { result: 'same', submission };
}

/** The receipt of a request that came before with the same content; null when none did. @throws LianbanError REQUEST_REUSED */
export const receiptOf = (db: Queryable, requestId: string, content: unknown): Promise<Receipt | null> =>
  receivedBefore(db, requestId, sm3(content));

async function receivedBefore(db: Queryable, requestId: string, contentHash: string): Promise<Receipt | null> {
  const submission = await submissionOf(db, requestId);
  if (submission === undefined) return null;
  refuseReuse(submission, contentHash);
  return { result: 'same', submission };
}

function refuseReuse({ requestId, contentHash }: Submission, expected: string): void {
  if (contentHash !== expected) throw new LianbanError('REQUEST_REUSED', { requestId });
}

const SELECT = `SELECT ${COLUMNS} FROM submission`;

type StoredSubmission = Omit<Submission, 'input'> & { readonly said: object; readonly at: Instant };

function fromStored({ said, at, ...submission }: StoredSubmission): Submission {
  return { ...submission, input: { ...said, at } as Submission['input'] }; // the fields of an input, put together by the SELECT
}

/** The submission with that request id; undefined when none was received. */
export async function submissionOf(db: Queryable, requestId: string): Promise<Submission | undefined> {
  const row = await selectFirst<StoredSubmission>(db, {
    name: 'submission-by-id',
    text: `${SELECT} WHERE request_id = $1`,
    values: [requestId],
  });
  return row === undefined ? undefined : fromStored(row);
}

/** Notes why the engine did not take it; a submission that has been recorded stays recorded. */
export async function markRefused(
  db: Queryable,
  requestId: string,
  refusal: { readonly code: string; readonly detail: Readonly<Record<string, unknown>> },
): Promise<void> {
  const text = `UPDATE submission SET state = 'refused', refusal = $2 WHERE request_id = $1 AND state = 'received'`;
  await select(db, { text, values: [requestId, JSON.stringify(refusal)] });
}

/** How long a relay has for what it took before another may take it. */
const LEASE = "interval '30 seconds'";

/**
 * Submissions received longer ago than `olderThanMs` and neither recorded nor refused, oldest first. What is handed out
 * is not handed out again for half a minute, to any relay.
 */
export async function pendingSubmissions(
  db: Queryable,
  olderThanMs: number,
  limit: number,
): Promise<readonly Submission[]> {
  const text = `
WITH taken AS (
  SELECT request_id FROM submission
  WHERE state = 'received' AND received_at < now() - $1 * interval '1 millisecond' AND (leased_until IS NULL OR leased_until < now())
  ORDER BY received_at LIMIT $2 FOR UPDATE SKIP LOCKED
), leased AS (
  UPDATE submission s SET leased_until = now() + ${LEASE} FROM taken t WHERE s.request_id = t.request_id RETURNING s.request_id
)
${SELECT} WHERE request_id IN (SELECT request_id FROM leased) ORDER BY received_at`;
  const rows = await select<StoredSubmission>(db, { name: 'pending-submissions', text, values: [olderThanMs, limit] });
  return rows.map(fromStored);
}

/** Submissions of this case that wait are handed out again in the next round, whoever took them before. */
export async function handOutAgain(db: Queryable, caseId: string): Promise<void> {
  const text = `UPDATE submission SET leased_until = NULL WHERE case_id = $1 AND state = 'received'`;
  await select(db, { text, values: [caseId] });
}
