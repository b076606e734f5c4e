import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Province } from '@lianban/domain/province';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { appendAudit } from '../audit.ts';
import { lockCalendar, lockStream } from '../locks.ts';
import { selectOne } from '../queryable.ts';
import { inTransaction, type RolledBack } from '../transaction.ts';
import { heldPosts, TODAY } from './held-posts.ts';

/** An administrator, who acts for their own province only. */
export interface Administrator {
  readonly by: Actor;
  readonly province: Province;
}

/** One act of administration under way: its transaction, who acts, and when. */
export interface Administration extends Administrator {
  readonly client: PoolClient;
  readonly now: Instant;
  readonly today: CivilDate;
}

/** Stream of the audit for what is done to the organisation of a province. */
export const organisationStream = (province: Province): string => `organisation:${province}`;

/**
 * Runs `work` in one transaction, one act of a province at a time. `movesDuties` for whatever takes a post or a unit away:
 * no turn is committed and nothing claimed meanwhile.
 * @throws LianbanError FORBIDDEN when the administrator has lost the post.
 */
export function administer<T>(
  pool: Pool,
  { by, province, movesDuties = false }: Administrator & { readonly movesDuties?: boolean },
  work: (administration: Administration) => Promise<T | RolledBack<T>>,
): Promise<T> {
  const stream = lockStream(organisationStream(province));
  return inTransaction(pool, movesDuties ? `${lockCalendar}; ${stream}` : stream, async (client) => {
    const { isHeld, ...moment } = await selectOne<{ now: Instant; today: CivilDate; isHeld: boolean }>(client, {
      text: `SELECT date_trunc('milliseconds', clock_timestamp()) AS now, ${TODAY} AS today,
        EXISTS (SELECT FROM ${heldPosts} o WHERE o.id = $1 AND o.role = 'ADM' AND o.province = $2) AS "isHeld"`,
      values: [by.postId, province],
    });
    if (!isHeld) throw new LianbanError('FORBIDDEN'); // lost while the act before was under way
    return work({ client, by, province, ...moment });
  });
}

/** Writes the act into the audit, in the chain of the province's organisation. */
export const noteAct = (
  { client, by, province, now }: Administration,
  act: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> =>
  appendAudit(client, { stream: organisationStream(province), at: now, action: `organisation.${act}`, by, detail });
