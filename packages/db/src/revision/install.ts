import { assertNever } from '@lianban/domain/assert-never';
import type { Proposal } from '@lianban/domain/revision';
import { select, type Queryable } from '../queryable.ts';
import { editioned } from './edition.ts';

/** Makes the proposal part of the calendar. The transaction holds it alone. */
export async function install(db: Queryable, revisionId: string, proposal: Proposal): Promise<void> {
  switch (proposal.kind) {
    case 'calendarYear':
      return installYear(db, revisionId, proposal);
    case 'closures':
      return installClosures(db, revisionId, proposal);
    default:
      return assertNever(proposal);
  }
}

async function installYear(
  db: Queryable,
  revisionId: string,
  proposal: Extract<Proposal, { kind: 'calendarYear' }>,
): Promise<void> {
  const { edition, year, revision, source, rest, work } = await editioned(db, proposal);
  await select(db, {
    text: `INSERT INTO calendar_year (edition, year, revision, source, rest, work, revision_id) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [edition, year, revision, source, JSON.stringify(rest), JSON.stringify(work), revisionId],
  });
}

async function installClosures(
  db: Queryable,
  revisionId: string,
  { province, add, remove }: Extract<Proposal, { kind: 'closures' }>,
): Promise<void> {
  await select(db, {
    text: 'DELETE FROM calendar_closure WHERE province = $1 AND closed_on = ANY ($2::date[])',
    values: [province, remove],
  });
  await select(db, {
    text: `INSERT INTO calendar_closure (province, closed_on, name, revision_id)
      SELECT $1, (c ->> 'on')::date, c ->> 'name', $3 FROM jsonb_array_elements($2) c`,
    values: [province, JSON.stringify(add), revisionId],
  });
}
