import { addDays, type CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Pool } from 'pg';
import { select, selectFirst } from '../queryable.ts';
import { administer, noteAct, type Administration, type Administrator } from './administration.ts';
import { memberDetail, presentMember, type PresentMember } from './pools.ts';

/** What a certificate says. */
export interface Certificate {
  readonly kind: string;
  readonly level: string;
  readonly certificateNumber: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

/** A certificate of somebody in a pool. */
export interface NewQualification extends Certificate {
  readonly memberId: string;
}

/** Keeps what somebody in a pool is qualified for. @throws LianbanError NO_SUCH_MEMBER, OWN_RIGHTS, DAYS_UNFIT. */
export const addQualification = (
  pool: Pool,
  administrator: Administrator,
  { memberId, ...certificate }: NewQualification,
): Promise<void> =>
  administer(pool, administrator, async (administration) => {
    const member = await presentMember(administration, memberId);
    refuseDays(certificate);
    const { kind, level, certificateNumber, validFrom, validTo } = certificate;
    await select(administration.client, {
      text: `INSERT INTO qualification (member_id, kind, level, certificate_number, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5, $6)`,
      values: [memberId, kind, level, certificateNumber, validFrom, validTo],
    });
    await noteAct(administration, 'addQualification', { ...memberDetail(member), ...certificate });
  });

/** A certificate that was entered wrongly, as it is. */
export interface Correction extends Certificate {
  readonly qualificationId: string;
  readonly reason: string;
}

/**
 * Enters a certificate as it is, where it was entered wrongly; what was entered before stays in its history, and draws that were
 * made keep what they were made with.
 * @throws LianbanError NO_SUCH_QUALIFICATION, NO_SUCH_MEMBER when they have left the pool, OWN_RIGHTS, DAYS_UNFIT, NOTHING_TO_CHANGE.
 */
export const correctQualification = (
  pool: Pool,
  administrator: Administrator,
  { qualificationId, reason, ...certificate }: Correction,
): Promise<void> =>
  administer(pool, administrator, async (administration) => {
    const { member, before } = await known(administration, qualificationId);
    refuseDays(certificate);
    if (sameCertificate(before, certificate)) throw new LianbanError('NOTHING_TO_CHANGE');
    await change(administration, { qualificationId, kind: 'correct', before, after: certificate, reason });
    const detail = { qualification: qualificationId, before, ...certificate, reason };
    await noteAct(administration, 'correctQualification', { ...memberDetail(member), ...detail });
  });

/**
 * Ends a certificate before the last day that it names: after `lastDay`, or at once for null; then it was valid up to yesterday.
 * @throws LianbanError NO_SUCH_QUALIFICATION, NO_SUCH_MEMBER, OWN_RIGHTS, DAYS_UNFIT for a day that has passed, before the first or
 * not before the end that it has.
 */
export const endQualification = (
  pool: Pool,
  administrator: Administrator,
  {
    qualificationId,
    lastDay,
    reason,
  }: { readonly qualificationId: string; readonly lastDay: CivilDate | null; readonly reason: string },
): Promise<void> =>
  administer(pool, administrator, async (administration) => {
    const { member, before } = await known(administration, qualificationId);
    const { today } = administration;
    const validTo = lastDay ?? addDays(today, -1);
    const isLate = before.validTo !== null && validTo >= before.validTo;
    if (isLate || validTo < addDays(before.validFrom, -1) || (lastDay !== null && lastDay < today))
      throw new LianbanError('DAYS_UNFIT', { since: before.validFrom, until: validTo });
    await change(administration, { qualificationId, kind: 'end', before, after: { ...before, validTo }, reason });
    const detail = { qualification: qualificationId, before: before.validTo, validTo, reason };
    await noteAct(administration, 'endQualification', { ...memberDetail(member), ...detail });
  });

interface Change {
  readonly qualificationId: string;
  readonly kind: 'correct' | 'end';
  readonly before: Certificate;
  readonly after: Certificate;
  readonly reason: string;
}

async function change(
  { client, by, now }: Administration,
  { qualificationId, kind, before, after, reason }: Change,
): Promise<void> {
  const { level, certificateNumber, validFrom, validTo } = after;
  await select(client, {
    text: `WITH kept AS (
        INSERT INTO qualification_change (qualification_id, kind, before, reason, at, by_person_id, by_name)
        SELECT $1, $7, $8, $9, $10, p.id, p.name FROM person p WHERE p.id = $11
      )
      UPDATE qualification SET kind = $2, level = $3, certificate_number = $4, valid_from = $5, valid_to = $6 WHERE id = $1`,
    values: [
      ...[qualificationId, after.kind, level, certificateNumber, validFrom, validTo],
      ...[kind, JSON.stringify(before), reason, now, by.personId],
    ],
  });
}

async function known(
  administration: Administration,
  qualificationId: string,
): Promise<{ readonly member: PresentMember; readonly before: Certificate }> {
  const found = await selectFirst<NewQualification>(administration.client, {
    text: `SELECT q.member_id AS "memberId", q.kind, q.level, q.certificate_number AS "certificateNumber", q.valid_from AS "validFrom", q.valid_to AS "validTo"
      FROM qualification q JOIN pool_member m ON m.id = q.member_id WHERE q.id = $1 AND m.province = $2 FOR UPDATE OF q`,
    values: [qualificationId, administration.province],
  });
  if (found === undefined) throw new LianbanError('NO_SUCH_QUALIFICATION', { qualificationId });
  const { memberId, ...before } = found;
  return { member: await presentMember(administration, memberId), before };
}

function refuseDays({ validFrom, validTo }: Certificate): void {
  if (validTo !== null && validTo < validFrom)
    throw new LianbanError('DAYS_UNFIT', { since: validFrom, until: validTo });
}

const sameCertificate = (one: Certificate, other: Certificate): boolean =>
  one.kind === other.kind &&
  one.level === other.level &&
  one.certificateNumber === other.certificateNumber &&
  one.validFrom === other.validFrom &&
  one.validTo === other.validTo;
