import { assertNever } from '@lianban/domain/assert-never';
import type { ClosuresProposal, Proposal, RuleProposal, YearProposal } from '@lianban/domain/revision';
import { select, type Queryable } from '../queryable.ts';
import { editioned } from './edition.ts';

/** Makes the proposal part of the calendar or of the rule table. The transaction holds the calendar alone. */
export async function install(db: Queryable, revisionId: string, proposal: Proposal): Promise<void> {
  switch (proposal.kind) {
    case 'calendarYear':
      return installYear(db, revisionId, proposal);
    case 'closures':
      return installClosures(db, revisionId, proposal);
    case 'rule':
      return installRule(db, revisionId, proposal);
    case 'caseRule':
      return undefined; // the row is in force; the case takes it over
    default:
      return assertNever(proposal);
  }
}

async function installYear(db: Queryable, revisionId: string, proposal: YearProposal): Promise<void> {
  const { edition, year, revision, source, rest, work } = await editioned(db, proposal);
  await select(db, {
    text: `INSERT INTO calendar_year (edition, year, revision, source, rest, work, revision_id) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [edition, year, revision, source, JSON.stringify(rest), JSON.stringify(work), revisionId],
  });
}

async function installClosures(
  db: Queryable,
  revisionId: string,
  { province, add, remove }: ClosuresProposal,
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

/** The row that stands there ends the day before. */
async function installRule(db: Queryable, revisionId: string, { rule }: RuleProposal): Promise<void> {
  const { key, province, item, limit, policy, mark, basis, starts, notCounted, effectiveFrom } = rule;
  await select(db, {
    text: `UPDATE rule SET effective_to = $4::date - 1 WHERE key = $1 AND province IS NOT DISTINCT FROM $2 AND item IS NOT DISTINCT FROM $3
      AND effective_from < $4 AND (effective_to IS NULL OR effective_to >= $4)`,
    values: [key, province, item, effectiveFrom],
  });
  await select(db, {
    text: `INSERT INTO rule (key, province, item, "limit", policy, mark, basis, starts, not_counted, effective_from, revision_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [key, province, item, limit, policy, mark, basis, starts, notCounted, effectiveFrom, revisionId],
  });
}
