import type { Instant } from '@lianban/domain/civil-date';
import type { Rung } from '@lianban/domain/ladder';
import { select, type Queryable } from '../queryable.ts';

/** What has been sent for a duty: cards of the ladder and urges, each in order of time. */
export interface Trail {
  readonly reminders: readonly {
    readonly rung: Rung;
    readonly number: number;
    readonly forAt: Instant;
    readonly sentAt: Instant;
  }[];
  readonly urges: readonly {
    readonly at: Instant;
    readonly personId: string;
    readonly name: string;
    readonly principal: string | null;
  }[];
}

/** SELECT expression of a {@link Trail}; needs `duty d`. */
export const trailColumn = `jsonb_build_object(
  'reminders', coalesce((SELECT jsonb_agg(jsonb_build_object('rung', r.rung, 'number', r.number, 'forAt', r.for_at, 'sentAt', r.sent_at)
    ORDER BY r.for_at) FROM reminder r WHERE r.case_id = d.case_id AND r.key = d.key), '[]'),
  'urges', coalesce((SELECT jsonb_agg(jsonb_build_object('at', u.at, 'personId', u.person_id, 'name', u.person_name, 'principal', u.principal_name) ORDER BY u.at)
    FROM urge u WHERE u.case_id = d.case_id AND u.key = d.key), '[]'))`;

/** The trails of what is open in a case, by key of the duty. */
export async function trailsOf(db: Queryable, caseId: string): Promise<Readonly<Record<string, Trail>>> {
  const rows = await select<{ key: string; trail: Trail }>(db, {
    name: 'trails-of-case',
    text: `SELECT d.key, ${trailColumn} AS trail FROM duty d WHERE d.case_id = $1 AND d.state = 'open' AND d.kind = 'duty'`,
    values: [caseId],
  });
  return Object.fromEntries(rows.map(({ key, trail }) => [key, trail]));
}
