import type { Instant } from '@lianban/domain/civil-date';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { PoolClient } from 'pg';
import { appendAudit, caseStream } from '../audit.ts';
import { heldPosts } from '../organisation/held-posts.ts';
import { select } from '../queryable.ts';
import { tellNews } from './news.ts';

/** SQL: requests `i` that wait for somebody who may not act in that post any more. */
export const STRANDED = `i.state = 'open' AND NOT EXISTS (SELECT FROM ${heldPosts} held WHERE held.id = i.post_id)`;

interface Vacated {
  readonly id: string;
  readonly caseId: string;
  readonly duty: string;
  readonly kind: string;
  readonly personId: string;
  readonly name: string;
}

/**
 * Gives requests that nobody can answer any more back to whoever holds the duty, with a message and an entry in the trail of the
 * case. Gives how many. The transaction holds the calendar, so that nothing is asked or answered meanwhile.
 */
export async function vacate(
  client: PoolClient,
  { of, by, at }: { readonly of: string | null; readonly by: Actor | null; readonly at: Instant },
): Promise<number> {
  const vacated = await select<Vacated>(client, {
    name: 'involvement-vacate',
    text: `UPDATE involvement i SET state = 'vacant' WHERE ${STRANDED} AND ($1::uuid IS NULL OR i.person_id = $1)
      RETURNING i.id, i.case_id AS "caseId", i.key AS duty, i.kind, i.person_id AS "personId", i.person_name AS name`,
    values: [of],
  });
  for (const { id, caseId, duty, kind, personId, name } of vacated) {
    const detail = { duty, involvement: id, kind, from: { personId, name } };
    await appendAudit(client, { stream: caseStream(caseId), at, action: 'duty.vacate', by, detail });
  }
  const tellings = vacated.map(({ id }) => ({ involvementId: id, news: 'vacant', to: 'owner' }) as const);
  await tellNews(client, tellings, { at, except: null });
  return vacated.length;
}
