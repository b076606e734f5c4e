import type { Instant } from '@lianban/domain/civil-date';
import type { Letter } from '@lianban/domain/letter';
import type { LetterNote } from '../letters/in-tray.ts';
import { select, type Queryable } from '../queryable.ts';

/** A letter of a case, sent or received, and what has become of it. */
export interface LetterOfCase {
  readonly direction: 'out' | 'in';
  readonly letter: Letter;
  /** SM3 that the receipt names; null before there is one. */
  readonly sm3: string | null;
  /** When the other side received it, or this one; null while it is on its way. */
  readonly receivedAt: Instant | null;
  /** `sending` and `receipted` of what goes out; `received`, `taken` and `kept` of what came in. */
  readonly state: 'sending' | 'receipted' | 'received' | 'taken' | 'kept';
  readonly note: LetterNote | null;
  /** What kept it from getting through the last time, and how often it was tried. */
  readonly failure: string | null;
  readonly attempts: number;
  /** It says otherwise than the answer which was taken, and somebody is to acknowledge it. */
  readonly contradicts: boolean;
  /** Who did, and what follows from it. */
  readonly acknowledgedAt: Instant | null;
  readonly acknowledgedBy: string | null;
  readonly acknowledgement: string | null;
}

/** The letters of a case in the order in which they were sent and received. */
export const lettersOfCase = (db: Queryable, caseId: string): Promise<readonly LetterOfCase[]> =>
  select<LetterOfCase>(db, {
    name: 'letters-of-case',
    text: `SELECT * FROM (
      SELECT 'out' AS direction, o.letter, o.sm3, o.receipted_at AS "receivedAt",
        CASE WHEN o.receipted_at IS NULL THEN 'sending' ELSE 'receipted' END AS state, NULL AS note, o.failure, o.attempts,
        false AS contradicts, NULL::timestamptz AS "acknowledgedAt", NULL AS "acknowledgedBy", NULL AS acknowledgement
      FROM letter_out o WHERE o.case_id = $1
      UNION ALL SELECT 'in', i.letter, i.sm3, i.received_at, i.state, i.note, i.failure, i.attempts, i.contradicts,
        i.acknowledged_at, p.name, i.acknowledgement
      FROM letter_in i LEFT JOIN person p ON p.id = i.acknowledged_by WHERE i.case_id = $1
    ) l ORDER BY CASE direction WHEN 'out' THEN (letter ->> 'at')::timestamptz ELSE "receivedAt" END, (letter #>> '{reference,sequence}')::int`,
    values: [caseId],
  });
