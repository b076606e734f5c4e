import type { Explanation } from '@lianban/domain/ask';
import type { WorkingCalendar } from '@lianban/domain/calendar';
import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import { clockNamed } from '@lianban/domain/limit-key';
import { rungsOf, type LadderKind, type LadderRung } from '@lianban/domain/ladder';
import type { Province } from '@lianban/domain/province';
import { select, type Queryable } from '../queryable.ts';

/** Names one ladder: of a duty, or of a clock as `clock:<name>`, for one due date. */
export interface LadderName {
  readonly case_id: string;
  readonly key: string;
  readonly due_at: Instant;
}

/** A ladder that is to be looked at. */
export interface Looked extends LadderName {
  readonly province: Province;
  /** Null when nothing runs to that due date any more: answered, cancelled, paused, or dated anew. */
  readonly running: {
    readonly kind: LadderKind;
    readonly due_on: CivilDate;
    readonly why: Explanation;
    /** Rungs up to here are not sent, because what is new shows its deadline by itself; only the latest red card is. */
    readonly since: Instant;
    /** A clock whose limit some open duty follows; that duty has the ladder. */
    readonly followed: boolean;
  } | null;
}

// Only rows of the ladder are locked, and those that another sweep holds are left to it: turns are never waited for, and
// never wait.
const TEXT = `
SELECT a.case_id, a.key, a.due_at, f.province,
  CASE
    WHEN d.key IS NOT NULL THEN jsonb_build_object('due_on', d.due_on, 'why', d.why, 'since', d.opened_at, 'followed', false,
      'kind', CASE WHEN d.enterprise_id IS NOT NULL THEN 'applicant' WHEN d.lapses THEN 'deemed' ELSE 'agency' END)
    WHEN c.name IS NOT NULL THEN jsonb_build_object('due_on', c.due_on, 'why', c.why, 'kind', 'agency', 'followed', q.open,
      'since', greatest(c.started_at, q.until))
  END AS running
FROM (SELECT * FROM rung_ahead WHERE next_at <= $1 ORDER BY next_at, case_id, key LIMIT $2 FOR UPDATE SKIP LOCKED) a
JOIN case_file f USING (case_id)
LEFT JOIN duty d ON d.case_id = a.case_id AND d.key = a.key AND d.state = 'open' AND d.kind = 'duty' AND d.due_at = a.due_at AND d.why IS NOT NULL
  AND (d.enterprise_id IS NULL OR d.policy = 'LAPSE')
LEFT JOIN clock c ON a.key = 'clock:' || c.name AND c.case_id = a.case_id AND c.stopped_version IS NULL AND c.due_at = a.due_at AND c.why IS NOT NULL
LEFT JOIN LATERAL (
  SELECT coalesce(bool_or(o.state = 'open'), false) AS open, max(o.settled_at) AS until
  FROM duty o WHERE o.case_id = c.case_id AND o.clock = c.name AND o.kind = 'duty' AND o.unit_id IS NOT NULL
) q ON c.name IS NOT NULL`;

/** Ladders with a rung up to `now`, the earliest first, locked until the transaction ends; those that another sweep works on are left out. */
export const ladderRows = (db: Queryable, now: Instant, limit: number): Promise<readonly Looked[]> =>
  select<Looked>(db, { name: 'ladder-rows', text: TEXT, values: [now, limit] });

/** What a ladder comes to at an instant. */
export interface Outlook {
  /** Rungs whose moment has come, in order; some of them may have been sent before. */
  readonly passed: readonly LadderRung[];
  /** When it is to be looked at again; null when there is nothing left of it. */
  readonly nextAt: Instant | null;
}

/** The rungs that are due by `now`, and the moment of the next. */
export function outlookOf(looked: Looked, now: Instant, calendar: WorkingCalendar): Outlook {
  const { due_at, running } = looked;
  if (running === null) return { passed: [], nextAt: null };
  const { kind, due_on: dueOn, why } = running;
  const come: LadderRung[] = [];
  for (const rung of rungsOf({ ...why, kind, dueOn, dueAt: due_at }, calendar)) {
    if (rung.at > now) return { passed: owedOf(looked, come), nextAt: rung.at };
    come.push(rung);
  }
  return { passed: owedOf(looked, come), nextAt: null };
}

/** Those that this limit owes of the rungs whose moment has come. */
function owedOf({ key, running }: Looked, come: readonly LadderRung[]): readonly LadderRung[] {
  if (running === null || running.followed) return [];
  const since = Date.parse(running.since);
  const [before, after] = [true, false].map((early) => come.filter(({ at }) => Date.parse(at) <= since === early));
  const latest = before?.at(-1);
  // A step that is late already when it begins has had no card of its own, whoever was told of the step before it.
  const late = latest?.rung === 'red' && clockNamed(key) === null ? [latest] : [];
  return [...late, ...(after ?? [])];
}
