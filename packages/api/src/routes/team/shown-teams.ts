import { drawsOf, membersOf, recusalsOf } from '@lianban/db/team/case-teams';
import type { SignedIn } from '../../answering.ts';
import { presently } from '../../presentation/as-of.ts';
import { caseTeams, type CaseTeams } from '../../presentation/case-teams.ts';
import { seenCase } from '../case/seen-case.ts';

/** The teams and recusals of a case that the caller may see. @throws LianbanError NO_SUCH_CASE */
export async function shownTeams(caller: SignedIn, caseId: string): Promise<CaseTeams> {
  const { pool } = caller.services.database;
  const record = await seenCase(caller, caseId);
  const [draws, members, recusals, asOf] = await Promise.all([
    drawsOf(pool, caseId),
    membersOf(pool, caseId),
    recusalsOf(pool, caseId),
    presently(pool, record.head.province),
  ]);
  return caseTeams(record, { draws, members, recusals }, { reader: caller.identity, asOf });
}
