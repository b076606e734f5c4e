import { civilDateOf, type CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { provinceOf, type Proposal, type RuleProposal } from '@lianban/domain/revision';
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

/** Somebody proposes to change the calendar or the rules. */
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
 * @throws LianbanError MALFORMED when closures are added that stand or removed that do not, or a rule begins no later than
 * one that is known, or is to hold for cases under way before it is in force; REQUEST_REUSED, CALENDAR_GAP.
 */
export function propose(pool: Pool, proposing: Proposing): Promise<void> {
  const { revisionId, proposal, reason, by } = proposing;
  return inRevision(pool, { lock: holdCalendar, by }, async (client) => {
    if (await isKnown(client, proposing)) return;
    const { now, name } = await momentOf(client, by);
    await refuseVain(client, proposal, civilDateOf(now));
    await select(client, {
      text: `INSERT INTO revision (id, kind, province, content, reason, calendar_edition, previewed_at, proposed_at, proposed_by, proposed_post, proposer)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10)`,
      values: [
        ...[revisionId, proposal.kind, provinceOf(proposal), proposal, reason],
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

/** What is closed already is not closed again, only what is closed is opened, and no rule begins twice on one day. */
async function refuseVain(db: Queryable, proposal: Proposal, today: CivilDate): Promise<void> {
  if (proposal.kind === 'rule') await refuseRule(db, proposal, today);
  if (proposal.kind !== 'closures') return;
  const closed = new Set((await readClosures(db, proposal.province)).map(({ on }) => on));
  const added = proposal.add.find(({ on }) => closed.has(on))?.on;
  const removed = proposal.remove.find((on) => !closed.has(on));
  if (added !== undefined) throw new LianbanError('MALFORMED', { field: 'add', on: added });
  if (removed !== undefined) throw new LianbanError('MALFORMED', { field: 'remove', on: removed });
}

async function refuseRule(db: Queryable, { rule, running }: RuleProposal, today: CivilDate): Promise<void> {
  const { key, province, item, effectiveFrom } = rule;
  // Cases under way take over what is in force, not what will be.
  if (running === 'favourable' && effectiveFrom > today) throw new LianbanError('MALFORMED', { field: 'running' });
  const later = await selectFirst<{ on: CivilDate }>(db, {
    text: `SELECT effective_from AS "on" FROM rule WHERE key = $1 AND province IS NOT DISTINCT FROM $2 AND item IS NOT DISTINCT FROM $3
      AND effective_from >= $4 LIMIT 1`,
    values: [key, province, item, effectiveFrom],
  });
  if (later !== undefined) throw new LianbanError('MALFORMED', { field: 'effectiveFrom', on: later.on });
}
