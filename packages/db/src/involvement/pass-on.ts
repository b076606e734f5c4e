import type { Instant } from '@lianban/domain/civil-date';
import { select, type Queryable } from '../queryable.ts';

/** A duty passes into other hands: of a person, or into a pool for null. */
export interface PassingOn {
  readonly caseId: string;
  readonly duty: string;
  readonly to: string | null;
  readonly at: Instant;
}

// Whoever takes the duty does not sign their own draft; the place on the sheet is for another.
const PASS_ON = `
WITH own AS (
  UPDATE involvement SET state = CASE kind WHEN 'sign' THEN 'vacant' ELSE 'ended' END, closed_at = CASE kind WHEN 'sign' THEN NULL ELSE $4::timestamptz END
  WHERE case_id = $1 AND key = $2 AND person_id = $3::uuid AND state = 'open'
), held AS (
  UPDATE sheet SET state = 'lifted', closed_at = $4 WHERE case_id = $1 AND key = $2 AND timing = 'after' AND closed_at IS NULL
    AND person_id IS DISTINCT FROM $3::uuid RETURNING id
)
UPDATE involvement i SET state = 'takenBack', closed_at = $4 FROM held h
  WHERE i.sheet_id = h.id AND i.state IN ('open', 'vacant') AND i.person_id IS DISTINCT FROM $3::uuid`;

/** What was asked about a duty goes with it, except an answer that its giver was waiting to send, which nobody else gives for them. */
export async function passOn(db: Queryable, { caseId, duty, to, at }: PassingOn): Promise<void> {
  await select(db, { name: 'involvement-pass-on', text: PASS_ON, values: [caseId, duty, to, at] });
}
