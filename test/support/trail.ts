import { auditOf, type AuditRow } from '@lianban/db/audit';
import { tellNotes } from '@lianban/db/audit-notes';
import { people } from '@lianban/db/seed/people';
import type { Pool } from 'pg';

/** The person with that account of the demonstration. */
export function personOf(user: string): string {
  const found = people.find((person) => person.user === user);
  if (found === undefined) throw new Error(`nobody has the account ${user}`);
  return found.id;
}

/** What the trail tells of refusals and sensitive reads on a chain, once everything that was noted is written there. */
export async function toldOn(pool: Pool, stream: string): Promise<readonly AuditRow[]> {
  while ((await tellNotes(pool)) === 'more');
  return (await auditOf(pool, stream)).filter(({ action }) => action.startsWith('access.'));
}
