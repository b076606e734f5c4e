import type { Instant } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import type { Named } from '../audit.ts';
import { requestColumns, type AccessRequest } from '../emergency/request.ts';
import { select, type Queryable } from '../queryable.ts';

/** Whose requests are listed, and for whom. */
export interface AccessQuestion {
  readonly province: Province;
  /** Only their own; null for those who decide and watch. */
  readonly askedBy: string | null;
  readonly limit: number;
}

/** A request as it stands in the record. */
export interface AccessRow extends AccessRequest {
  readonly caseNumber: string;
  readonly askedAt: Instant;
  readonly decidedAt: Instant | null;
  readonly decidedWho: Named | null;
  readonly remark: string | null;
  readonly endedWho: Named | null;
  readonly now: Instant;
}

/** The latest requests, the newest first. */
export const accessRequests = (
  db: Queryable,
  { province, askedBy, limit }: AccessQuestion,
): Promise<readonly AccessRow[]> =>
  select<AccessRow>(db, {
    name: 'access-list',
    text: `SELECT ${requestColumns}, case_number AS "caseNumber", asked_at AS "askedAt", decided_at AS "decidedAt",
        decided_who AS "decidedWho", remark, ended_who AS "endedWho", date_trunc('milliseconds', clock_timestamp()) AS now
      FROM emergency_access WHERE province = $1 AND ($2::uuid IS NULL OR asked_by = $2) ORDER BY asked_at DESC, id DESC LIMIT $3`,
    values: [province, askedBy, limit],
  });
