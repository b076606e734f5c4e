import { LianbanError } from '@lianban/domain/error';
import type { Proposal, RevisionState } from '@lianban/domain/revision';
import { selectFirst, type Queryable } from '../queryable.ts';

/** A revision that waits for its decision. */
export interface Undecided {
  readonly proposal: Proposal;
  readonly reason: string;
  readonly proposedBy: string;
  readonly calendarEdition: number;
}

/** The revision, locked until the transaction ends. @throws LianbanError NO_SUCH_REVISION, REVISION_DECIDED. */
export async function undecided(db: Queryable, revisionId: string): Promise<Undecided> {
  const found = await selectFirst<Undecided & { readonly state: RevisionState }>(db, {
    text: `SELECT state, content AS proposal, reason, proposed_by AS "proposedBy", calendar_edition AS "calendarEdition"
      FROM revision WHERE id = $1 FOR UPDATE`,
    values: [revisionId],
  });
  if (found === undefined) throw new LianbanError('NO_SUCH_REVISION', { revisionId });
  const { state, ...revision } = found;
  if (state !== 'proposed') throw new LianbanError('REVISION_DECIDED', { revisionId, state });
  return revision;
}
