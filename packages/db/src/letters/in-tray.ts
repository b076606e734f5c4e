import { instant, type Instant } from '@lianban/domain/civil-date';
import { letterSchema, type Letter } from '@lianban/domain/letter';
import type { Pool } from 'pg';
import { raiseAlarm, resolveAlarm } from '../alarm.ts';
import { appendAudit, caseStream } from '../audit.ts';
import { tellOpinionChanged } from '../commit/tell-notices.ts';
import { holdCalendar, lockCase } from '../locks.ts';
import { select, selectOne, type Queryable } from '../queryable.ts';
import { inTransaction } from '../transaction.ts';
import type { LetterObstacle } from './exchange.ts';

/** A letter that was received and that its case has not been told of. */
export interface ReceivedLetter {
  readonly letter: Letter;
  /** The case here that it opens or is for. */
  readonly caseId: string;
  readonly sm3: string;
  readonly receivedAt: Instant;
}

/** Why a letter is kept and changes nothing. */
export type LetterNote =
  | 'repeated' // what was answered already
  | 'changed' // another opinion, which nothing waits for
  | 'notAwaited' // nothing has been waiting
  | 'closed' // the case is over
  | 'unavailable'; // that answer cannot be given, or not any more

/** What became of a letter at its case. */
export interface Worked {
  /** Null for one that the case has taken. */
  readonly note: LetterNote | null;
  /** Of a case that is over: its steps that wait for a letter, and the procedure under which that is answered. */
  readonly waits?: Readonly<Record<string, string>>;
}

const PATIENCE = 3;
const ALARM = 'letterNotTaken';

/** Letters that wait, oldest first; what is handed out is not handed out again for half a minute, to any relay. */
export async function takeLetters(db: Queryable, limit: number): Promise<readonly ReceivedLetter[]> {
  const rows = await select<Omit<ReceivedLetter, 'letter'> & { readonly letter: unknown }>(db, {
    name: 'take-letters',
    text: `WITH taken AS (
        SELECT from_province, from_case, sequence FROM letter_in
        WHERE state = 'received' AND (leased_until IS NULL OR leased_until < now()) ORDER BY received_at LIMIT $1 FOR UPDATE SKIP LOCKED
      ), leased AS (
        UPDATE letter_in l SET leased_until = now() + interval '30 seconds' FROM taken t
        WHERE (l.from_province, l.from_case, l.sequence) = (t.from_province, t.from_case, t.sequence)
        RETURNING l.letter, l.case_id, l.sm3, l.received_at, l.sequence
      )
      SELECT letter, case_id AS "caseId", sm3, received_at AS "receivedAt" FROM leased ORDER BY received_at, sequence`,
    values: [limit],
  });
  return rows.map(({ letter, ...row }) => ({ ...row, letter: letterSchema.parse(letter) }));
}

/** SQL: where a duty stands in the flow, without the step itself. */
const lineOf = (key: string): string => `regexp_replace(${key}, '[^/]*$', '')`;

/**
 * SQL: the outcome by which the case of the reply `l` went, by letter or by hand, at whatever step it was still waited for; `$6` says
 * which steps wait. Null where there was none.
 */
const wentBy = `(SELECT answer.outcome FROM (
  SELECT t.received_at AS at, t.letter #>> '{content,outcome}' AS outcome FROM letter_in t
    WHERE t.case_id = l.case_id AND t.kind = 'reply' AND t.state = 'taken' AND t.letter #> '{content,regards}' = l.letter #> '{content,regards}'
  UNION ALL SELECT d.settled_at, d.outcome FROM letter_out o JOIN duty d ON d.case_id = o.case_id AND d.opened_version >= o.version
      AND ${lineOf('d.key')} = ${lineOf('o.key')} AND $6::jsonb ->> d.step = o.letter #>> '{content,procedure}'
    WHERE o.case_id = l.case_id AND o.sequence = (l.letter #>> '{content,regards,sequence}')::int AND d.kind = 'duty' AND d.state = 'settled'
      AND NOT EXISTS (SELECT FROM letter_out n WHERE n.case_id = o.case_id AND n.kind = 'request' AND n.sequence > o.sequence
        AND ${lineOf('n.key')} = ${lineOf('o.key')} AND n.letter #> '{content,procedure}' = o.letter #> '{content,procedure}' AND n.version <= d.opened_version)
  ) answer ORDER BY answer.at DESC LIMIT 1)`;

/**
 * SQL: the reply `l` says otherwise than what its case went by. Where nothing waits that is what the fold found (`changed`,
 * `unavailable`); where the case is over it is what differs from the last answer that the case had.
 */
const contradicts = `(l.kind = 'reply' AND coalesce($5 IN ('changed', 'unavailable')
  OR $5 = 'closed' AND ${wentBy} <> l.letter #>> '{content,outcome}', false))`;

/** The case has taken the letter, or it is kept with a note; told in the trail of the case. Once. */
export async function letterWorked(
  pool: Pool,
  { letter, caseId, sm3 }: ReceivedLetter,
  { note, waits = {} }: Worked,
): Promise<void> {
  const { from, to, number, reference, content } = letter;
  await inTransaction(pool, `${holdCalendar}; ${lockCase(caseId)}`, async (client) => {
    const [worked] = await select<{ contradicts: boolean }>(client, {
      text: `UPDATE letter_in l SET state = $4, note = $5, failure = NULL, worked_at = clock_timestamp(), contradicts = ${contradicts}
        WHERE from_province = $1 AND from_case = $2 AND sequence = $3 AND state = 'received' RETURNING contradicts`,
      values: [
        from,
        reference.caseId,
        reference.sequence,
        note === null ? 'taken' : 'kept',
        note,
        JSON.stringify(waits),
      ],
    });
    if (worked === undefined) return;
    if (worked.contradicts && content.kind === 'reply')
      await tellOpinionChanged(client, { caseId, number, regards: content.regards.sequence });
    const act = { stream: caseStream(caseId), at: instant(Date.now()), action: 'letter.received', by: null };
    const detail = { number, kind: content.kind, from, sm3, ...(note === null ? {} : { note }) };
    await appendAudit(client, { ...act, detail }, { who: null, province: to });
  });
  await resolveAlarm(pool, ALARM, caseId);
}

/** What kept the case from taking the letter; it is tried again, and after some attempts somebody is to look. */
export async function letterHeldUp(
  db: Queryable,
  { letter: { from, number, reference }, caseId }: ReceivedLetter,
  failure: LetterObstacle,
): Promise<void> {
  const { attempts } = await selectOne<{ attempts: number }>(db, {
    text: `UPDATE letter_in SET attempts = attempts + 1, failure = $4
      WHERE from_province = $1 AND from_case = $2 AND sequence = $3 RETURNING attempts`,
    values: [from, reference.caseId, reference.sequence, failure],
  });
  if (attempts >= PATIENCE) await raiseAlarm(db, { kind: ALARM, caseId, detail: { number, failure, attempts } });
}
