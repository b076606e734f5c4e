import type { Province } from '@lianban/domain/province';
import type { Text } from '@lianban/domain/text';
import { Parameters } from '@lianban/db/queries/parameters';
import { ownDuties, visibleCases, type Scope } from '@lianban/db/queries/scope';
import { planned, selectFirst, type Queryable } from '@lianban/db/queryable';
import { LianbanError } from '@lianban/domain/error';

/** A duty or right that is the caller's own, whatever has become of it. */
export interface ReachedDuty {
  readonly procedure: string;
  readonly edition: string;
  readonly province: Province;
  /** Ending of the case; null while it is open. */
  readonly ending: string | null;
  readonly key: string;
  readonly step: string;
  readonly kind: 'duty' | 'right';
  readonly state: 'open' | 'settled' | 'lapsed' | 'cancelled';
  readonly outcome: string | null;
  /** Who settled it, and for whom they stood in. */
  readonly settledBy: string | null;
  readonly settledFor: string | null;
  readonly without: Readonly<Record<string, Text>>;
  readonly blocked: Text | null;
  readonly holder: { readonly personId: string; readonly name: string } | null;
}

/** Which duty of which case, and from where it is reached for. */
export interface ReachQuestion {
  readonly caseId: string;
  readonly duty: string;
  readonly scope: Scope;
}

/** A case that the post sees, with the duty if it is its own. */
type Row = ReachedDuty | { readonly key: null };

/**
 * The duty under the caller's own scope: nobody reaches what is another unit's or another enterprise's.
 * @throws LianbanError NO_SUCH_CASE when the post sees no such case, NO_SUCH_DUTY when the case has no such duty for it.
 */
export async function reachDuty(db: Queryable, { caseId, duty, scope }: ReachQuestion): Promise<ReachedDuty> {
  const parameters = new Parameters();
  const [id, key] = [parameters.add(caseId), parameters.add(duty)];
  const text = `
SELECT f.procedure, f.edition, f.province, f.ending, d.key, d.step, d.kind, d.state, d.outcome, d.without, d.blocked,
  ev.person_name AS "settledBy", ev.principal_name AS "settledFor",
  CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('personId', p.id, 'name', p.name) END AS holder
FROM case_file f
LEFT JOIN duty d ON d.case_id = f.case_id AND d.key = ${key} AND ${ownDuties(scope, 'd', parameters)}
LEFT JOIN case_event ev ON ev.case_id = d.case_id AND ev.version = d.settled_version
LEFT JOIN person p ON p.id = d.claimed_by_person
WHERE f.case_id = ${id}::uuid AND ${visibleCases(scope, 'f', parameters)}`;
  const row = await selectFirst<Row>(db, planned({ text, values: parameters.values }));
  if (row === undefined) throw new LianbanError('NO_SUCH_CASE', { caseId });
  if (row.key === null) throw new LianbanError('NO_SUCH_DUTY', { duty });
  return row;
}
