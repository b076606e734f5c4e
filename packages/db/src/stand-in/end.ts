import { LianbanError } from '@lianban/domain/error';
import type { PlaceOfPost } from '@lianban/domain/stand-in';
import type { Pool } from 'pg';
import { handBack } from '../organisation/hand-back.ts';
import { selectFirst } from '../queryable.ts';
import { giving, mayNameFor, noteGiving, type Giver } from './giving.ts';
import { endDelegation } from './over.ts';

interface Standing extends PlaceOfPost {
  readonly personId: string;
  readonly name: string;
  readonly postId: string;
  readonly deputyId: string | null;
}

const STANDING = `
SELECT o.person_id AS "personId", p.name, o.id AS "postId", o.role, o.province, o.unit_id AS "unitId", d.person_id AS "deputyId"
FROM delegation g JOIN post o ON o.id = g.post_id JOIN person p ON p.id = o.person_id LEFT JOIN post d ON d.id = g.deputy_post_id
WHERE g.id = $1 AND g.ended_at IS NULL AND g.to_on >= $2`;

/**
 * Ends an absence before its last day: by whoever is away, because they are back; by whoever answers for them; or by the
 * deputy, who lays it down, and then the absence goes on without one. What was open in such sessions ends at once.
 * @throws LianbanError NO_SUCH_DELEGATION also for what is none of the caller's, and for what is over.
 */
export const endAbsence = (
  pool: Pool,
  giver: Giver,
  { delegationId, reason }: { readonly delegationId: string; readonly reason: string },
): Promise<void> =>
  giving(pool, giver, async (act) => {
    const { client, by, now, today } = act;
    const standing = await selectFirst<Standing>(client, { text: STANDING, values: [delegationId, today] });
    const answers = standing !== undefined && mayNameFor(act, standing);
    if (standing === undefined || !(answers || standing.deputyId === by.personId))
      throw new LianbanError('NO_SUCH_DELEGATION', { delegationId });
    const because = answers ? 'ended' : 'deputyGone';
    const { personId, name, postId } = standing;
    await endDelegation(client, { delegationId, because, by, at: now, reason });
    if (because === 'deputyGone') await handBack(client, { of: personId, by, at: now });
    await noteGiving(act, 'standIn.end', {
      ...{ person: { personId, name }, delegation: delegationId, post: postId, because, reason },
    });
  });
