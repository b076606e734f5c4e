import { civilDateOf, type Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import type { About } from '@lianban/workflows/vocabulary/proceeding';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import type { ChildToOpen } from './commit/outbox.ts';
import type { TakenMessage } from './outbox.ts';
import { selectFirst } from './queryable.ts';
import { receiveOpening } from './receive-opening.ts';
import type { Receipt } from './submission.ts';

/**
 * Receives the opening of a case that a turn asked for: item and enterprise of its parent, the limits of the day, in the name of
 * whoever acted last in the parent. It counts as opened at the instant of the turn. Repeatable.
 * @throws LianbanError NO_SUCH_CASE when the parent is not in the record.
 */
export function receiveChild(
  pool: Pool,
  message: Pick<TakenMessage<'openChildren'>, 'caseId' | 'version'>,
  { child, procedure }: { readonly child: ChildToOpen; readonly procedure: AnyProcedure },
): Promise<Receipt> {
  const { caseId, duty, matter } = child;
  return receiveOpening(pool, {
    ...{ requestId: `child:${caseId}`, caseId, content: child, procedure },
    start: async (client) => {
      const { item, enterpriseId, at, about, ...by } = await parentOf(client, message, duty);
      const childOf = { caseId: message.caseId, duty, matter, ...(about === null ? {} : { about }) };
      return { moment: { at, receivedOn: civilDateOf(at) }, item, enterpriseId, by, facts: { childOf } };
    },
  });
}

interface Parent extends Actor {
  readonly item: Opening['item'];
  readonly enterpriseId: string;
  /** The instant of the turn that asked for the child. */
  readonly at: Instant;
  /** What the duty is about that the child does. */
  readonly about: About | null;
}

async function parentOf(
  client: PoolClient,
  { caseId, version }: Pick<TakenMessage<'openChildren'>, 'caseId' | 'version'>,
  duty: string,
): Promise<Parent> {
  const row = await selectFirst<Parent & { readonly standingInFor: string | null }>(client, {
    text: `SELECT o.input #> '{opening,item}' AS item, f.enterprise_id AS "enterpriseId", t.at, d.about,
        by.person_id AS "personId", by.post_id AS "postId", by.role, by.standing_in_for AS "standingInFor"
      FROM case_file f JOIN case_event o ON o.case_id = f.case_id AND o.version = 1
      JOIN case_event t ON t.case_id = f.case_id AND t.version = $2
      JOIN duty d ON d.case_id = f.case_id AND d.key = $3
      JOIN LATERAL (SELECT * FROM case_event a WHERE a.case_id = f.case_id AND a.version <= $2 AND a.person_id IS NOT NULL
        ORDER BY a.version DESC LIMIT 1) by ON true
      WHERE f.case_id = $1`,
    values: [caseId, version, duty],
  });
  if (row === undefined) throw new LianbanError('NO_SUCH_CASE', { caseId });
  const { standingInFor, ...parent } = row;
  return standingInFor === null ? parent : { ...parent, standingInFor };
}
