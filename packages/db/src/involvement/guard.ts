import { LianbanError } from '@lianban/domain/error';
import { ownerIn } from '@lianban/workflows/vocabulary/step';
import type { Queryable } from '../queryable.ts';
import type { AnswerSubmission } from '../submission.ts';
import { awaited, refusers, standingSheet } from './sheet.ts';

/** In whose hands an open duty is when an answer to it comes in. */
export interface Hands {
  readonly holder: string | null;
  readonly holderName: string | null;
  /** It lies in another unit than the post of whoever answers. */
  readonly isElsewhere: boolean;
  readonly delegatedTo: string | null;
  readonly hasSheet: boolean;
  /** The engine has refused the answer that was kept on the sheet. */
  readonly isSpent: boolean;
}

/** SQL: the {@link Hands} of a duty as whoever acts in that post finds them; null unless it is open in some unit. */
export const handsOf = (of: { readonly caseId: string; readonly duty: string; readonly post: string }): string => `(
  SELECT jsonb_build_object('holder', d.claimed_by_person, 'holderName', p.name, 'isElsewhere', o.unit_id IS DISTINCT FROM d.unit_id,
    'delegatedTo', (SELECT i.person_name FROM involvement i WHERE i.case_id = d.case_id AND i.key = d.key AND i.kind = 'delegate' AND i.state = 'open' LIMIT 1),
    'hasSheet', s.id IS NOT NULL,
    'isSpent', EXISTS (SELECT FROM submission b WHERE b.request_id = s.id::text AND b.state = 'refused'))
  FROM duty d LEFT JOIN person p ON p.id = d.claimed_by_person LEFT JOIN post o ON o.id = ${of.post}
  LEFT JOIN sheet s ON s.case_id = d.case_id AND s.key = d.key AND s.closed_at IS NULL
  WHERE d.case_id = ${of.caseId} AND d.key = ${of.duty} AND d.kind = 'duty' AND d.state = 'open' AND d.unit_id IS NOT NULL)`;

/**
 * Why an answer may not be received although its duty is open; null when it may. The transaction holds the case, so that
 * nobody signs, asks or hands on meanwhile.
 */
export async function barToAnswer(
  db: Queryable,
  answer: AnswerSubmission,
  hands: Hands | null,
): Promise<LianbanError | null> {
  if (hands === null) return null;
  const { duty, by } = answer;
  const { holder, holderName, isElsewhere, delegatedTo, hasSheet, isSpent } = hands;
  if (holder !== null && holder !== ownerIn(by))
    return new LianbanError('CLAIMED_BY_OTHER', { duty, holder: holderName });
  if (isElsewhere) return new LianbanError('NO_SUCH_DUTY', { duty });
  if (delegatedTo !== null) return new LianbanError('DELEGATED', { to: delegatedTo });
  return hasSheet && !isSpent ? barOfSheet(db, answer) : null;
}

async function barOfSheet(
  db: Queryable,
  { caseId, duty, outcome, requestId }: AnswerSubmission,
): Promise<LianbanError | null> {
  const sheet = await standingSheet(db, caseId, duty);
  if (sheet === undefined) return null;
  switch (sheet.state) {
    case 'waiting':
      return new LianbanError('AWAITING_SIGNATURES', { waitingFor: awaited(sheet) });
    case 'refused':
      return new LianbanError('SIGNATURE_REFUSED', { by: refusers(sheet).map(({ name }) => name) });
    case 'agreed':
      if (sheet.timing === 'after' && sheet.id !== requestId)
        return new LianbanError('STALE_DUTY', { duty, settledAs: sheet.outcome });
      return sheet.outcome === outcome ? null : new LianbanError('DRAFT_DIFFERS', { outcome: sheet.outcome });
  }
}
