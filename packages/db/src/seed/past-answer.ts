import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import { receivedOn } from '@lianban/domain/receipt';
import type { Input } from '@lianban/workflows/kernel/entry';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool } from 'pg';
import { appendAudit, caseStream } from '../audit.ts';
import { calendarOf } from '../calendar.ts';
import type { Reach } from '../claim.ts';
import { holdCalendar, lockCase } from '../locks.ts';
import { select, selectFirst } from '../queryable.ts';
import { sm3 } from '../sm3.ts';
import { submissionOf, type AnswerSubmission, type RetractSubmission } from '../submission.ts';
import { inTransaction } from '../transaction.ts';
import { enterpriseOf } from './cast.ts';
import type { Life } from './life.ts';

const INSERT = `
INSERT INTO submission (request_id, content_hash, kind, case_id, duty, outcome, payload, form, received_at, received_on, person_id, post_id, role)
SELECT request_id, content_hash, kind, case_id, duty, outcome, payload, form, received_at, received_on, person_id, post_id, role
FROM jsonb_populate_record(NULL::submission, $1)
ON CONFLICT (request_id) DO NOTHING`;

/** Keeps the answer to a duty as of an instant of the past. Gives the input that the engine would be sent. Repeatable. */
export async function receiveInThePast(
  pool: Pool,
  answer: AnswerSubmission,
  { life, at }: { readonly life: Life; readonly at: Instant },
): Promise<Input> {
  const { requestId, caseId, by, duty, outcome, flow, form } = answer;
  const calendar = await calendarOf(pool, enterpriseOf(life.enterprise).province);
  const content = { kind: 'answer', caseId, duty, outcome, form, flow, personId: by.personId };
  const sent = { kind: 'answer', case_id: caseId, duty, outcome, payload: flow, form };
  return keep(
    pool,
    { ...sent, request_id: requestId, content_hash: sm3(content) },
    { by, at, on: receivedOn(at, calendar) },
  );
}

/** Keeps the taking back of an act as of an instant of the past. Gives the input that the engine would be sent. Repeatable. */
export async function retractInThePast(
  pool: Pool,
  { requestId, caseId, by, duty, version, reason }: RetractSubmission,
  { life, at }: { readonly life: Life; readonly at: Instant },
): Promise<Input> {
  const calendar = await calendarOf(pool, enterpriseOf(life.enterprise).province);
  const form = { reason };
  const content = { kind: 'retract', caseId, duty, version, form, personId: by.personId };
  const sent = { kind: 'retract', case_id: caseId, duty, outcome: null, payload: { version }, form };
  return keep(
    pool,
    { ...sent, request_id: requestId, content_hash: sm3(content) },
    { by, at, on: receivedOn(at, calendar) },
  );
}

interface Kept {
  readonly request_id: string;
  readonly [column: string]: unknown;
}

async function keep(
  pool: Pool,
  row: Kept,
  { by, at, on }: { readonly by: Actor; readonly at: Instant; readonly on: CivilDate },
): Promise<Input> {
  const who = { person_id: by.personId, post_id: by.postId, role: by.role };
  await select(pool, { text: INSERT, values: [JSON.stringify({ ...row, ...who, received_at: at, received_on: on })] });
  const submission = await submissionOf(pool, row.request_id);
  if (submission === undefined) throw new Error(`not kept: ${row.request_id}`);
  return submission.input;
}

const TAKE = `
UPDATE duty SET claimed_by_person = $3, claimed_by_post = $4, claimed_at = $5
WHERE case_id = $1 AND key = $2 AND state = 'open' AND claimed_by_person IS NULL RETURNING key`;

/** Takes an open duty from its pool as of an instant of the past; one that its holder has changes nothing. @throws Error */
export async function takeInThePast(pool: Pool, { caseId, duty, by }: Reach, at: Instant): Promise<void> {
  await inTransaction(pool, `${holdCalendar}; ${lockCase(caseId)}`, async (client) => {
    const taken = await select(client, { text: TAKE, values: [caseId, duty, by.personId, by.postId, at] });
    if (taken.length > 0)
      return appendAudit(client, { stream: caseStream(caseId), at, action: 'duty.claim', by, detail: { duty } });
    const held = await selectFirst<{ holder: string | null }>(client, {
      text: 'SELECT claimed_by_person AS holder FROM duty WHERE case_id = $1 AND key = $2',
      values: [caseId, duty],
    });
    if (held?.holder !== by.personId) throw new Error(`cannot be taken: ${duty}`);
  });
}
