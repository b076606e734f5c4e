import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { InterestKind } from '@lianban/domain/interest';
import type { Province } from '@lianban/domain/province';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool } from 'pg';
import { appendAudit, personStream } from '../audit.ts';
import { lockStream } from '../locks.ts';
import { administer, noteAct, type Administrator } from '../organisation/administration.ts';
import { otherPerson } from '../organisation/staff.ts';
import { select, selectFirst, selectOne, type Queryable } from '../queryable.ts';
import { inTransaction } from '../transaction.ts';

/** An interest as it is declared; the enterprise by its name or its unified social credit code. */
export interface NewInterest {
  readonly enterprise: string;
  readonly kind: Exclude<InterestKind, 'agentPost'>;
  readonly since: CivilDate | null;
  readonly until: CivilDate | null;
  readonly note: string;
}

/** An interest as its person and the administrators see it. */
export interface InterestRow {
  readonly id: string;
  readonly enterprise: string;
  readonly kind: InterestKind;
  readonly since: CivilDate | null;
  readonly until: CivilDate | null;
  readonly note: string;
  readonly enteredAt: Instant;
  /** The person declared it; an administrator entered it otherwise. */
  readonly isOwn: boolean;
  readonly withdrawnAt: Instant | null;
}

/** Somebody declares an interest of their own, which binds at once. @throws LianbanError NO_SUCH_ENTERPRISE, DAYS_UNFIT. */
export const declareInterest = (
  pool: Pool,
  { by, province }: { readonly by: Actor; readonly province: Province },
  declared: NewInterest,
): Promise<void> =>
  inTransaction(pool, lockStream(personStream(by.personId)), async (client) => {
    const kept = await keepInterest(client, { of: by.personId, by, province }, declared);
    const detail = { ...kept, kind: declared.kind };
    await appendAudit(client, {
      stream: personStream(by.personId),
      at: kept.at,
      action: 'interest.declare',
      by,
      detail,
    });
  });

/** An administrator enters an interest of somebody else. @throws LianbanError NO_SUCH_PERSON, OWN_RIGHTS, NO_SUCH_ENTERPRISE, DAYS_UNFIT. */
export const enterInterest = (
  pool: Pool,
  administrator: Administrator,
  { personId, ...entered }: NewInterest & { readonly personId: string },
): Promise<void> =>
  administer(pool, administrator, async (administration) => {
    const { name } = await otherPerson(administration, personId);
    const { by, province, client } = administration;
    const { interest, enterprise } = await keepInterest(client, { of: personId, by, province }, entered);
    await noteAct(administration, 'enterInterest', {
      person: { personId, name },
      interest,
      enterprise,
      kind: entered.kind,
    });
  });

/** An administrator ends an interest that counts no more. @throws LianbanError NO_SUCH_INTEREST, OWN_RIGHTS. */
export const withdrawInterest = (
  pool: Pool,
  administrator: Administrator,
  { interestId, reason }: { readonly interestId: string; readonly reason: string },
): Promise<void> =>
  administer(pool, administrator, async (administration) => {
    const { client, by, province, now } = administration;
    const found = await selectFirst<{ personId: string; name: string }>(client, {
      text: `SELECT i.person_id AS "personId", p.name FROM interest i JOIN person p ON p.id = i.person_id
        WHERE i.id = $1 AND i.province = $2 AND i.withdrawn_at IS NULL FOR UPDATE OF i`,
      values: [interestId, province],
    });
    if (found === undefined) throw new LianbanError('NO_SUCH_INTEREST', { interestId });
    if (found.personId === by.personId) throw new LianbanError('OWN_RIGHTS');
    await select(client, { text: 'UPDATE interest SET withdrawn_at = $2 WHERE id = $1', values: [interestId, now] });
    await noteAct(administration, 'withdrawInterest', { person: found, interest: interestId, reason });
  });

async function keepInterest(
  client: Queryable,
  { of, by, province }: { readonly of: string; readonly by: Actor; readonly province: Province },
  { enterprise: named, kind, since, until, note }: NewInterest,
): Promise<{ readonly interest: string; readonly enterprise: string; readonly at: Instant }> {
  if (since !== null && until !== null && until < since) throw new LianbanError('DAYS_UNFIT', { since, until });
  const enterprise = await selectFirst<{ id: string }>(client, {
    text: 'SELECT id FROM enterprise WHERE credit_code = upper($1) OR name = $1 ORDER BY id LIMIT 1',
    values: [named.trim()],
  });
  if (enterprise === undefined) throw new LianbanError('NO_SUCH_ENTERPRISE', {});
  const { id, at } = await selectOne<{ id: string; at: Instant }>(client, {
    text: `INSERT INTO interest (person_id, enterprise_id, province, kind, since, until, entered_at, entered_by)
      VALUES ($1, $2, $3, $4, $5, $6, date_trunc('milliseconds', clock_timestamp()), $7) RETURNING id, entered_at AS at`,
    values: [of, enterprise.id, province, kind, since, until, by.personId],
  });
  await select(client, {
    text: 'INSERT INTO interest_note (interest_id, person_id, province, note) VALUES ($1, $2, $3, $4)',
    values: [id, of, province, note],
  });
  return { interest: id, enterprise: enterprise.id, at };
}

/** The interests of somebody, those in force first, with what was written beside them as far as whoever asks may read it. */
export const interestsOf = (db: Queryable, personId: string): Promise<readonly InterestRow[]> =>
  select<InterestRow>(db, {
    name: 'interests-of',
    text: `SELECT i.id, e.name AS enterprise, i.kind, i.since, i.until, coalesce(n.note, '') AS note, i.entered_at AS "enteredAt",
        i.entered_by = i.person_id AS "isOwn", i.withdrawn_at AS "withdrawnAt"
      FROM interest i JOIN enterprise e ON e.id = i.enterprise_id LEFT JOIN interest_note n ON n.interest_id = i.id
      WHERE i.person_id = $1 ORDER BY i.withdrawn_at NULLS FIRST, i.entered_at DESC, i.id`,
    values: [personId],
  });
