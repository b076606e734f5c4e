import type { Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { RevisionState } from '@lianban/domain/revision';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool } from 'pg';
import { holdCalendar, lockCalendar } from '../locks.ts';
import { select, type Queryable } from '../queryable.ts';
import { storeChanges } from './changes.ts';
import { consequencesOf } from './consequences.ts';
import { calendarEdition } from './edition.ts';
import { install } from './install.ts';
import { inRevision, momentOf, noteRevision } from './moment.ts';
import { redateCases } from './redate.ts';
import { tellOfRevision } from './tell.ts';
import { undecided, type Undecided } from './undecided.ts';

/** Somebody decides on a revision. */
export interface Deciding {
  readonly revisionId: string;
  readonly by: Actor;
  readonly remark: string | null;
}

/** What an approved revision did. */
export interface Applied {
  readonly cases: number;
  readonly limits: number;
}

/**
 * Approves the revision and applies it to every open case, in one transaction during which no turn is committed: from
 * its end on every last day is the revised one, and no timer can act on an earlier one. What is applied is computed then,
 * and takes the place of the preview.
 * @throws LianbanError SEPARATION for whoever proposed it, STALE_PREVIEW when the calendar has changed since the preview,
 * NO_SUCH_REVISION, REVISION_DECIDED.
 */
export function approve(pool: Pool, deciding: Deciding): Promise<Applied> {
  const { revisionId, by } = deciding;
  return inRevision(pool, { lock: lockCalendar, by }, async (client) => {
    const revision = await undecided(client, revisionId);
    refuseProposer(revision, by);
    if ((await calendarEdition(client)) !== revision.calendarEdition)
      throw new LianbanError('STALE_PREVIEW', { revisionId });
    const { now: at, name } = await momentOf(client, by);
    const consequences = await consequencesOf(client, revision.proposal, at);
    await install(client, revisionId, revision.proposal);
    const cases = await redateCases(client, { revisionId, reason: revision.reason, by, at }, consequences);
    await storeChanges(client, revisionId, consequences);
    await tellOfRevision(client, revisionId, at);
    await decide(client, { ...deciding, at, name, state: 'applied' });
    return { cases, limits: consequences.length };
  });
}

/** Refuses the revision. @throws LianbanError SEPARATION for whoever proposed it, NO_SUCH_REVISION, REVISION_DECIDED. */
export const reject = (pool: Pool, deciding: Deciding): Promise<void> =>
  inRevision(pool, { lock: holdCalendar, by: deciding.by }, async (client) => {
    refuseProposer(await undecided(client, deciding.revisionId), deciding.by);
    const { now: at, name } = await momentOf(client, deciding.by);
    await decide(client, { ...deciding, at, name, state: 'rejected' });
  });

/** Takes one's own proposal back. @throws LianbanError FORBIDDEN for anybody else, NO_SUCH_REVISION, REVISION_DECIDED. */
export const withdraw = (pool: Pool, deciding: Deciding): Promise<void> =>
  inRevision(pool, { lock: holdCalendar, by: deciding.by }, async (client) => {
    const { proposedBy } = await undecided(client, deciding.revisionId);
    if (proposedBy !== deciding.by.personId) throw new LianbanError('FORBIDDEN', { revisionId: deciding.revisionId });
    const { now: at, name } = await momentOf(client, deciding.by);
    await decide(client, { ...deciding, at, name, state: 'withdrawn' });
  });

function refuseProposer({ proposedBy }: Undecided, { personId }: Actor): void {
  if (proposedBy === personId) throw new LianbanError('SEPARATION', { step: 'revision' });
}

interface Decided extends Deciding {
  readonly at: Instant;
  readonly name: string;
  readonly state: Exclude<RevisionState, 'proposed'>;
}

async function decide(db: Queryable, { revisionId, by, remark, at, name, state }: Decided): Promise<void> {
  await select(db, {
    text: `UPDATE revision SET state = $2, decided_at = $3, decided_by = $4, decided_post = $5, decider = $6, remark = $7 WHERE id = $1`,
    values: [revisionId, state, at, by.personId, by.postId, name, remark],
  });
  await noteRevision(db, { by, at, act: state, detail: { revisionId } });
}
