import { addHours, instant } from '@lianban/domain/civil-date';
import type { Pool } from 'pg';
import { askAccess } from '../emergency/ask.ts';
import { selectFirst } from '../queryable.ts';
import { setSecrecy } from '../secrecy.ts';
import { officerFor } from './cast.ts';
import { units } from './units.ts';

/** Names the request of the demonstration, so that it is made once. */
const REQUEST = '00000000-0000-4000-8c17-000000000001';

/**
 * Puts the next verification of the demonstration under secrecy, as the deputy director does with one that nobody shall hear
 * of, and lets an officer of another unit ask to see it. Where one is secret already, nothing is changed.
 */
export async function seedSecrecy(pool: Pool): Promise<void> {
  const found = await selectFirst<{ caseId: string; number: string }>(pool, {
    text: `SELECT f.case_id AS "caseId", f.number FROM duty d JOIN case_file f USING (case_id)
      WHERE d.step = 'verify' AND d.state = 'open' AND f.province = 'CQ' AND NOT EXISTS (SELECT FROM case_file s WHERE s.secret_since IS NOT NULL)
      ORDER BY d.due_at, f.number LIMIT 1`,
  });
  if (found === undefined) return;
  const { caseId, number } = found;
  const deputy = officerFor('DL', 'CQ', 'jianghe').actor;
  const scope = { ...deputy, province: 'CQ', unitIds: ['cq-leaders'], enterpriseId: null } as const;
  await setSecrecy(pool, { caseId, secret: true, reason: '收到举报，核查前不得泄露', by: deputy, scope });
  const legal = officerFor('LEG', 'CQ', 'guolan');
  const place = units.find(({ id }) => id === 'cq-legal');
  const who = { name: '郭岚', zh: place?.nameZh ?? '', en: place?.nameEn ?? '' };
  const untilAt = addHours(instant(Date.now()), 8);
  const asked = { id: REQUEST, caseNumber: number, reason: '值班接到媒体询问，须核实有无在办案件', untilAt };
  await askAccess(pool, { by: legal.actor, who, province: 'CQ' }, asked);
}
