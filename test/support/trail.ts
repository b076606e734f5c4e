import { auditOf, type AuditRow } from '@lianban/db/audit';
import { tellNotes } from '@lianban/db/audit-notes';
import { selectOne } from '@lianban/db/queryable';
import { people } from '@lianban/db/seed/people';
import type { Pool } from 'pg';
import { eventually } from './eventually.ts';

/** The person with that account of the demonstration. */
export function personOf(user: string): string {
  const found = people.find((person) => person.user === user);
  if (found === undefined) throw new Error(`nobody has the account ${user}`);
  return found.id;
}

// What a service is writing at this moment counts as not told until it is committed.
const UNTOLD = `SELECT EXISTS (SELECT FROM audit_note WHERE told = 0 AND subject <> '…') AS left`;

/** What the trail tells of refusals and sensitive reads on a chain, once everything that was noted is written there. */
export async function toldOn(pool: Pool, stream: string): Promise<readonly AuditRow[]> {
  await eventually('everything noted is told', async () => {
    while ((await tellNotes(pool)) === 'more');
    return !(await selectOne<{ left: boolean }>(pool, { text: UNTOLD })).left;
  });
  return (await auditOf(pool, stream)).filter(({ action }) => action.startsWith('access.'));
}
