import { LianbanError } from '@lianban/domain/error';
import type { Province } from '@lianban/domain/province';
import type { Proposal } from '@lianban/domain/revision';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool } from 'pg';
import { readClosures } from '../calendar.ts';
import { holdCalendar } from '../locks.ts';
import { select, selectFirst, type Queryable } from '../queryable.ts';
import { storeChanges } from './changes.ts';
import { consequencesOf } from './consequences.ts';
import { calendarEdition } from './edition.ts';
import { inRevision, momentOf, noteRevision } from './moment.ts';
import { undecided } from './undecided.ts';

/** Somebody proposes to change the calendar. */
export interface Proposing {
  /** Chosen by whoever asks, so that the same request again proposes nothing new. */
  readonly revisionId: string;
  readonly proposal: Proposal;
  readonly reason: string;
  readonly by: Actor;
}

/**
 * Records the proposal together with its preview: every limit of an open case that it would change. Nothing else moves.
 * The same request again changes nothing.
 * @throws LianbanError MALFORMED when closures are added that stand or removed that do not, REQUEST_REUSED, CALENDAR_GAP.
 */
export function propose(pool: Pool, proposing: Proposing): Promise<void> {
  const { revisionId, proposal, reason, by } = proposing;
  return inRevision(pool, { lock: holdCalendar, by }, async (client) => {
    if (await isKnown(client, proposing)) return;
    await refuseVain(client, proposal);
    const { now, name } = await momentOf(client, by);
    const province: Province | null = proposal.kind === 'closures' ? proposal.province : null;
    await select(client, {
      text: `INSERT INTO revision (id, kind, province, content, reason, calendar_edition, previewed_at, proposed_at, proposed_by, proposed_post, proposer)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10)`,
      values: [
        ...[revisionId, proposal.kind, province, proposal, reason],
        ...[await calendarEdition(client), now, by.personId, by.postId, name],
      ],
    });
    const consequences = await consequencesOf(client, proposal, now);
    await storeChanges(client, revisionId, consequences);
    const detail = { revisionId, kind: proposal.kind, changes: consequences.length };
    await noteRevision(client, { by, at: now, act: 'propose', detail });
  });
}

/**
 * Computes anew what an undecided revision would change, as after cases or the calendar went on.
 * @throws LianbanError NO_SUCH_REVISION, REVISION_DECIDED, CALENDAR_GAP.
 */
export function previewAgain(
  pool: Pool,
  { revisionId, by }: { readonly revisionId: string; readonly by: Actor },
): Promise<void> {
  return inRevision(pool, { lock: holdCalendar, by }, async (client) => {
    const { proposal } = await undecided(client, revisionId);
    const { now } = await momentOf(client, by);
    await storeChanges(client, revisionId, await consequencesOf(client, proposal, now));
    await select(client, {
      text: 'UPDATE revision SET calendar_edition = $2, previewed_at = $3 WHERE id = $1',
      values: [revisionId, await calendarEdition(client), now],
    });
  });
}

async function isKnown(db: Queryable, { revisionId, proposal, reason, by }: Proposing): Promise<boolean> {
  const known = await selectFirst<{ same: boolean }>(db, {
    text: 'SELECT (content, reason, proposed_by) = ($2::jsonb, $3, $4::uuid) AS same FROM revision WHERE id = $1',
    values: [revisionId, proposal, reason, by.personId],
  });
  if (known?.same === false) throw new LianbanError('REQUEST_REUSED', { requestId: revisionId });
  return known !== undefined;
}

/** What is closed already is not closed again, and only what is closed is opened. */
async function refuseVain(db: Queryable, proposal: Proposal): Promise<void> {
  if (proposal.kind === 'calendarYear') return;
  const closed = new Set((await readClosures(db, proposal.province)).map(({ on }) => on));
  const added = proposal.add.find(({ on }) => closed.has(on))?.on;
  const removed = proposal.remove.find((on) => !closed.has(on));
  if (added !== undefined) throw new LianbanError('MALFORMED', { field: 'add', on: added });
  if (removed !== undefined) throw new LianbanError('MALFORMED', { field: 'remove', on: removed });
}
