import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import { LianbanError, type ErrorCode } from '@lianban/domain/error';
import type { FlowValues } from '@lianban/domain/field';
import type { Province } from '@lianban/domain/province';
import { receivedOn } from '@lianban/domain/receipt';
import type { Input } from '@lianban/workflows/kernel/entry';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { calendarAt } from './calendar.ts';
import type { Filing } from './commit/standing.ts';
import { holdCalendar, holdCase } from './locks.ts';
import { select, selectFirst, selectOne, type Queryable } from './queryable.ts';
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
}

/** An application as it comes in; its opening is drawn up in the same transaction. */
export interface OpenSubmission {
  readonly requestId: string;
  readonly caseId: string;
  readonly by: Actor;
  readonly filing: Filing;
  readonly opening: Opening;
  readonly form: FormValues;
}

/** A submission as it stands. */
export interface Submission {
  readonly requestId: string;
  /** Hash of what was sent. */
  readonly contentHash: string;
  readonly kind: 'open' | 'answer';
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
  readonly input: Extract<Input, { kind: 'open' | 'answer' }>;
}

/** What came of receiving: the submission, and whether this very one had been received before. */
export interface Receipt {
  readonly result: 'new' | 'same';
  readonly submission: Submission;
}

/**
 * Keeps the answer to a duty before it is acknowledged. The instant is the database's, taken while no turn of the case
 * can be committed: an answer received in time is seen by the lapse it competes with.
 * @throws LianbanError REQUEST_REUSED when the request id was used for something else, NO_SUCH_CASE.
 */
export function receive(pool: Pool, answer: AnswerSubmission): Promise<Receipt> {
  return inTransaction(pool, `${holdCalendar}; ${holdCase(answer.caseId)}`, async (client) => {
    const { requestId, caseId, by, duty, outcome, flow, form } = answer;
    const moment = await momentAtCase(pool, client, caseId);
    const contentHash = sm3({ kind: 'answer', caseId, duty, outcome, form, flow, personId: by.personId });
    const columns = { kind: 'answer', case_id: caseId, duty, outcome, filing: null, payload: flow };
    return keep(client, { ...columns, ...commonColumns({ requestId, contentHash, form, by }, moment) });
  });
}

/** The day and instant at which something comes in now, under the calendar of the province. */
export interface Moment {
  readonly at: Instant;
  readonly receivedOn: CivilDate;
}

interface Clock {
  readonly at: Instant;
  readonly edition: number;
  readonly province: Province;
}

const CLOCK = `SELECT date_trunc('milliseconds', clock_timestamp()) AS at, c.edition, c.province FROM calendar c`;

/** Reads the database's clock. The caller holds the calendar. */
export async function momentOfReceipt(pool: Pool, client: PoolClient, province: Province): Promise<Moment> {
  const text = `${CLOCK} WHERE c.province = $1`;
  return momentAt(
    pool,
    client,
    await selectOne<Clock>(client, { name: 'moment-in-province', text, values: [province] }),
  );
}

/** The same under the calendar of the case's province. @throws LianbanError NO_SUCH_CASE */
async function momentAtCase(pool: Pool, client: PoolClient, caseId: string): Promise<Moment> {
  const text = `${CLOCK} JOIN case_file f USING (province) WHERE f.case_id = $1`;
  const clock = await selectFirst<Clock>(client, { name: 'moment-at-case', text, values: [caseId] });
  if (clock === undefined) throw new LianbanError('NO_SUCH_CASE', { caseId });
  return momentAt(pool, client, clock);
}

async function momentAt(pool: Pool, db: PoolClient, { at, edition, province }: Clock): Promise<Moment> {
  return { at, receivedOn: receivedOn(at, await calendarAt(pool, { db, province, edition })) };
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
  readonly by: Actor;
}

const commonColumns = ({ requestId, contentHash, form, by }: Common, { at, receivedOn: on }: Moment) => ({
  request_id: requestId,
  content_hash: contentHash,
  form,
  received_at: at,
  received_on: on,
  person_id: by.personId,
  post_id: by.postId,
  role: by.role,
});

const COLUMNS = `request_id AS "requestId", content_hash AS "contentHash", kind, case_id AS "caseId", duty, outcome,
  filing ->> 'procedure' AS procedure, filing ->> 'edition' AS edition, state, refusal, version,
  jsonb_build_object('kind', kind, 'requestId', request_id, 'by', jsonb_build_object('personId', person_id, 'postId', post_id, 'role', role))
    || CASE kind WHEN 'open' THEN jsonb_build_object('opening', payload)
       ELSE jsonb_build_object('duty', duty, 'outcome', outcome, 'flow', payload, 'receivedOn', received_on) END AS said,
  received_at AS at`;

const INSERT = `
INSERT INTO submission (request_id, content_hash, kind, case_id, duty, outcome, filing, payload, form, received_at, received_on, person_id, post_id, role)
SELECT request_id, content_hash, kind, case_id, duty, outcome, filing, payload, form, received_at, received_on, person_id, post_id, role
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
export async function receiptOf(db: Queryable, requestId: string, content: unknown): Promise<Receipt | null> {
  const submission = await submissionOf(db, requestId);
  if (submission === undefined) return null;
  refuseReuse(submission, sm3(content));
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
