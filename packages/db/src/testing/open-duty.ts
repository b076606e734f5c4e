import type { Span } from '@lianban/domain/ask';
import { civilDateOf, type Instant } from '@lianban/domain/civil-date';
import { dueOf } from '@lianban/domain/due';
import type { Limit } from '@lianban/domain/limit';
import type { Role } from '@lianban/domain/role';
import type { Pool } from 'pg';
import { calendarOf } from '../calendar.ts';
import { select } from '../queryable.ts';

/** A duty that is put into the record without a turn, where a test is about its dates. */
export interface MadeUpDuty {
  readonly caseId: string;
  readonly key: string;
  readonly limit: Limit;
  readonly from: Instant;
  readonly role?: Role;
  readonly unitId?: string;
  /** Of the enterprise instead of a unit. */
  readonly enterpriseId?: string;
  readonly policy?: string;
  readonly lapses?: boolean;
  readonly spans?: readonly Span[];
}

/** Columns of the due date that the duty has with these spans. */
async function datesOf(pool: Pool, { key, limit, from, spans = [] }: MadeUpDuty) {
  const ask = { key, limit, extensions: [], startOn: civilDateOf(from), startAt: from, spans };
  return dueOf(ask, await calendarOf(pool, 'CQ'));
}

/** Opens the duty in a case of Chongqing, in the permits section unless another place is named. */
export async function openDuty(pool: Pool, duty: MadeUpDuty): Promise<void> {
  const { caseId, key, limit, from, role = 'OFF', unitId = 'cq-permits', enterpriseId = null } = duty;
  const { policy = 'BREACH', lapses = false } = duty;
  const { on, at, why } = await datesOf(pool, duty);
  await select(pool, {
    text: `INSERT INTO duty (case_id, key, step, kind, role, unit_id, enterprise_id, province, policy, lapses, "limit", start_on, due_on, due_at,
        why, without, opened_at, opened_version)
      VALUES ($1, $2, $2, 'duty', $3, $4, $5, 'CQ', $6, $7, $8, $9, $10, $11, $12, '{}', $13, 1)`,
    values: [
      ...[caseId, key, role, enterpriseId === null ? unitId : null, enterpriseId, policy, lapses],
      ...[JSON.stringify(limit), civilDateOf(from), on, at, JSON.stringify(why), from],
    ],
  });
}

/** Dates the duty anew, as a turn does that pauses, resumes or lengthens its limit. */
export async function redateDuty(pool: Pool, duty: MadeUpDuty): Promise<void> {
  const { on, at, why } = await datesOf(pool, duty);
  await select(pool, {
    text: 'UPDATE duty SET due_on = $3, due_at = $4, why = $5 WHERE case_id = $1 AND key = $2',
    values: [duty.caseId, duty.key, on, at, JSON.stringify(why)],
  });
}

/** Ends the duty. */
export async function endDuty(pool: Pool, { caseId, key }: MadeUpDuty, at: Instant): Promise<void> {
  await select(pool, {
    text: `UPDATE duty SET state = 'settled', outcome = 'done', settled_at = $3, settled_version = 2 WHERE case_id = $1 AND key = $2`,
    values: [caseId, key, at],
  });
}
