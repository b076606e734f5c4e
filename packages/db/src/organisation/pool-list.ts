import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import type { PoolName } from '@lianban/domain/organisation';
import type { Province } from '@lianban/domain/province';
import type { Text } from '@lianban/domain/text';
import { select, type Queryable } from '../queryable.ts';
import { TODAY } from './held-posts.ts';
import type { Certificate } from './qualifications.ts';

/** That a certificate was corrected or ended early, by whom and why, and what it said before. */
export interface QualificationChange {
  readonly kind: 'correct' | 'end';
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  readonly before: Certificate;
}

/** A certificate of somebody in a pool. */
export interface QualificationOfMember {
  readonly qualificationId: string;
  readonly kind: string;
  readonly level: string;
  readonly certificateNumber: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly isValid: boolean;
  /** What it said before it was corrected or ended early, the latest first. */
  readonly changes: readonly QualificationChange[];
}

/** Somebody in a pool, or who has been in it. */
export interface MemberOfPool {
  readonly memberId: string;
  readonly personId: string;
  readonly name: string;
  readonly district: Text | null;
  readonly since: CivilDate;
  readonly until: CivilDate | null;
  readonly isPresent: boolean;
  readonly qualifications: readonly QualificationOfMember[];
}

const MEMBERS = `
SELECT m.id AS "memberId", p.id AS "personId", p.name, CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('zh', d.name_zh, 'en', d.name_en) END AS district,
  m.since, m.until, m.until IS NULL OR m.until >= ${TODAY} AS "isPresent",
  coalesce((SELECT jsonb_agg(jsonb_build_object('qualificationId', q.id, 'kind', q.kind, 'level', q.level, 'certificateNumber', q.certificate_number,
      'validFrom', q.valid_from, 'validTo', q.valid_to, 'isValid', q.valid_from <= ${TODAY} AND (q.valid_to IS NULL OR q.valid_to >= ${TODAY}),
      'changes', coalesce((SELECT jsonb_agg(jsonb_build_object('kind', c.kind, 'at', c.at, 'by', c.by_name, 'reason', c.reason, 'before', c.before)
        ORDER BY c.at DESC, c.id) FROM qualification_change c WHERE c.qualification_id = q.id), '[]'))
      ORDER BY q.valid_from DESC, q.id)
    FROM qualification q WHERE q.member_id = m.id), '[]') AS qualifications
FROM pool_member m JOIN person p ON p.id = m.person_id LEFT JOIN district d ON d.id = m.district_id
WHERE m.province = $1 AND m.pool = $2 ORDER BY "isPresent" DESC, p.name, m.since, m.id`;

/** Everybody who is or was in the pool of the province, those who have left last. */
export const poolList = (db: Queryable, province: Province, pool: PoolName): Promise<readonly MemberOfPool[]> =>
  select<MemberOfPool>(db, { text: MEMBERS, values: [province, pool] });
