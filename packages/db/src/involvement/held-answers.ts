import type { FlowValues } from '@lianban/domain/field';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import { select, type Queryable } from '../queryable.ts';
import type { Requirements } from '../separation/requirements.ts';
import type { AnswerSubmission, FormValues } from '../submission.ts';

/** An answer that everybody needed has agreed to, and what has to hold of whoever gave it. */
export interface HeldAnswer {
  readonly answer: AnswerSubmission;
  readonly requirements: Requirements;
}

interface Stored extends Omit<AnswerSubmission, 'by'> {
  readonly by: Actor;
  readonly requirements: Requirements;
  readonly flow: FlowValues;
  readonly form: FormValues;
}

const TEXT = `SELECT s.id::text AS "requestId", s.case_id AS "caseId", s.key AS duty, s.outcome, s.form, s.flow, s.requirements,
    jsonb_strip_nulls(jsonb_build_object('personId', s.person_id, 'postId', s.post_id, 'role', s.role, 'standingInFor', s.standing_in_for)) AS by
  FROM sheet s WHERE s.state = 'agreed' AND s.timing = 'after' AND NOT EXISTS (SELECT FROM submission b WHERE b.request_id = s.id::text)
  ORDER BY s.opened_at LIMIT $1`;

/**
 * Answers that waited for signatures (后加签) to which everybody needed has agreed and which nobody has sent yet: in the name of whoever
 * gave them, under their request id, so that sending one twice has one effect.
 */
export async function answersToSend(db: Queryable, limit: number): Promise<readonly HeldAnswer[]> {
  const rows = await select<Stored>(db, { name: 'answers-to-send', text: TEXT, values: [limit] });
  return rows.map(({ requirements, ...answer }) => ({ answer, requirements }));
}
