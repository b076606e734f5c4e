import { canonicalJson } from '@lianban/domain/canonical-json';
import { auditOf, caseStream, hashOfAudit, type AuditRow } from '../audit.ts';
import type { Queryable } from '../queryable.ts';
import { sm3 } from '../sm3.ts';
import { drawsOf, type DrawRow } from './case-teams.ts';
import { drawnFrom } from './fixed-list.ts';

/** What of a draw does not hold: the list, its row in the audit, the seed, or who was drawn. */
export type DrawDifference = 'list' | 'audit' | 'seed' | 'team';

/** A draw that was done again. */
export interface VerifiedDraw {
  readonly duty: string;
  readonly number: number;
  readonly listHash: string;
  readonly seed: string;
  readonly team: readonly string[];
  readonly differences: readonly DrawDifference[];
}

/** Does every draw of a case again from what was kept. */
export async function verifyDraws(db: Queryable, caseId: string): Promise<readonly VerifiedDraw[]> {
  const [draws, trail] = await Promise.all([drawsOf(db, caseId), auditOf(db, caseStream(caseId))]);
  return draws.map((draw) => {
    const row = trail.find(({ position }) => position === draw.auditPosition);
    const { duty, number, listHash, seed, list, result } = draw;
    const names = new Map(list.pool.map(({ personId, name }) => [personId, name]));
    const team = result.drawn.map(({ personId }) => names.get(personId) ?? personId);
    return { duty, number, listHash, seed, team, differences: differencesIn(draw, row) };
  });
}

/** What does not hold in a draw, given the row of the audit that tells of its list. */
function differencesIn(draw: DrawRow, row: AuditRow | undefined): readonly DrawDifference[] {
  const { list, listHash, seed, result, duty, number } = draw;
  const told = row?.action === 'team.list' ? row.detail : {};
  const isTold = told['listHash'] === listHash && told['duty'] === duty && told['number'] === number;
  const holds: Readonly<Record<DrawDifference, boolean>> = {
    list: sm3(list) === listHash && list.duty === duty && list.number === number,
    audit: row !== undefined && isTold && hashOfAudit(row) === row.hash,
    seed: seed === row?.hash,
    team: canonicalJson(drawnFrom(list, seed)) === canonicalJson(result),
  };
  return (['list', 'audit', 'seed', 'team'] as const).filter((part) => !holds[part]);
}
