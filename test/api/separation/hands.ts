import { randomUUID } from 'node:crypto';
import { select } from '@lianban/db/queryable';
import { people } from '@lianban/db/seed/people';
import { units } from '@lianban/db/seed/units';
import { inTransaction } from '@lianban/db/transaction';
import { openDuty } from '@lianban/db/testing/open-duty';
import { DRUGSTORE, RecordedCase } from '@lianban/db/testing/recorded-case';
import { instant } from '@lianban/domain/civil-date';
import { workingRoles, type Role } from '@lianban/domain/role';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Caller, Callers } from '../../support/caller.ts';

/** Whose hands are tried, who holds the step and asks, who is away, who stands in, and who signs first; each holds every post. */
export const cast = {
  tried: 'tangyue',
  holder: 'zhoumin',
  away: 'pengchuan',
  deputy: 'shenmu',
  signatory: 'xiezhi',
} as const;

/** One of them. */
export type Player = keyof typeof cast;

const personIn = (player: Player) => {
  const person = people.find(({ user }) => user === cast[player]);
  if (person === undefined) throw new RangeError(`nobody is called ${cast[player]}`);
  return person;
};

/** Id and name of one of them. */
export const idOf = (player: Player): string => personIn(player).id;
/** The unit that a role belongs to, or one in which somebody has a post in it. */
const unitFor = (role: Role): string =>
  units.find(({ province, roles }) => province === 'CQ' && roles.includes(role))?.id ??
  people.flatMap(({ posts }) => posts).find((post) => post.role === role && post.province === 'CQ')?.place ??
  '';

const postIds = new Map<string, string>();

/** The post of one of them in that role. */
export const postOf = (player: Player, role: Role): string => postIds.get(`${player} ${role}`) ?? '';

/** Gives each of them a post of every role in which one works on cases, so that only separation stands in their way. */
export async function seat({ pool }: Callers): Promise<void> {
  for (const player of Object.keys(cast) as Player[])
    // the keys of the cast
    for (const role of workingRoles) {
      const held = personIn(player).posts.find((post) => post.role === role)?.id;
      const id = held ?? randomUUID();
      postIds.set(`${player} ${role}`, id);
      if (held !== undefined) continue;
      await select(pool, {
        text: `INSERT INTO post (id, person_id, role, unit_id, province, since) VALUES ($1, $2, $3, $4, 'CQ', '2024-01-01')`,
        values: [id, idOf(player), role, unitFor(role)],
      });
    }
}

/** A case in which one step has been done and another is open. */
export interface Parted {
  readonly procedure: AnyProcedure;
  readonly first: string;
  readonly then: string;
}

/** An open duty, with the role that owes it. */
export interface OpenDuty {
  readonly caseId: string;
  readonly duty: string;
  readonly role: Role;
}

/** What somebody had to do with the first step. */
export type Before =
  | { readonly how: 'answered'; readonly by: string; readonly standingInFor?: string }
  | { readonly how: 'prepared' | 'advised' | 'signed' | 'told'; readonly who: string }
  | { readonly how: 'nothing' };

const ownerOf = ({ steps }: AnyProcedure, step: string): Role => steps[step]?.owner ?? 'OFF';

/** Puts such a case into the record as it is, without a life that leads there. */
export async function partedCase(
  { pool }: Callers,
  { procedure, first, then }: Parted,
  before: Before,
): Promise<OpenDuty> {
  const { caseId } = await RecordedCase.open(pool);
  const role = ownerOf(procedure, then);
  const firstRole = ownerOf(procedure, first);
  const limit = { hours: 48 };
  const from = instant(Date.now());
  await openDuty(pool, { caseId, key: then, limit, from, role, unitId: unitFor(role) });
  await inTransaction(pool, "SET LOCAL session_replication_role = 'replica'", async (client) => {
    const run = (text: string, ...values: unknown[]) => select(client, { text, values });
    await run(
      'UPDATE case_file SET procedure = $2, edition = $3 WHERE case_id = $1',
      caseId,
      procedure.id,
      procedure.edition,
    );
    await run(`DELETE FROM duty WHERE case_id = $1 AND key <> $2`, caseId, then);
    await run(
      `INSERT INTO duty (case_id, key, step, kind, role, unit_id, province, policy, lapses, start_on, without, opened_at, opened_version, state, outcome, settled_at, settled_version)
       VALUES ($1, $2, $2, 'duty', $3, $4, 'CQ', 'NUDGE', false, now()::date, '{}', now(), 1, 'settled', 'done', now(), 2)`,
      ...[caseId, first, firstRole, unitFor(firstRole)],
    );
    const answeredBy = before.how === 'answered' ? before.by : idOf('holder');
    await run(
      `INSERT INTO case_event (case_id, version, request_id, kind, at, person_id, post_id, role, standing_in_for, person_name, principal_name, unit_name_zh, unit_name_en,
         input, entries, dues, digest, previous_hash, hash)
       SELECT $1, 2, gen_random_uuid()::text, 'answer', now(), $2, gen_random_uuid(), $3, $4, name, CASE WHEN $4::uuid IS NOT NULL THEN '某人' END, '', '', jsonb_build_object('kind', 'answer', 'duty', $5::text),
         '[]', '{}', '', '', '' FROM person WHERE id = $2`,
      ...[caseId, answeredBy, firstRole, before.how === 'answered' ? (before.standingInFor ?? null) : null, first],
    );
    if ('who' in before)
      await run(INVOLVED, caseId, first, KINDS[before.how], before.who, firstRole, unitFor(firstRole), idOf('holder'));
  });
  return { caseId, duty: then, role };
}

const KINDS = { prepared: 'delegate', advised: 'assist', signed: 'sign', told: 'copy' } as const;
const INVOLVED = `INSERT INTO involvement (request_id, case_id, key, province, kind, position, person_id, post_id, role, person_name, unit_id, unit_name_zh,
    unit_name_en, by_person_id, by_post_id, by_role, by_name, by_unit_name_zh, by_unit_name_en, asked_at, state, verdict, sheet_id, answer_request_id, closed_at)
  SELECT gen_random_uuid(), $1, $2, 'CQ', $3::text, 1, $4, gen_random_uuid(), $5, p.name, $6, '', '', $7, gen_random_uuid(), $5, '', '', '', now(),
    CASE $3 WHEN 'copy' THEN 'done' ELSE 'answered' END, CASE $3 WHEN 'sign' THEN 'agree' END, CASE $3 WHEN 'sign' THEN gen_random_uuid() END,
    CASE $3 WHEN 'copy' THEN NULL ELSE gen_random_uuid() END, CASE $3 WHEN 'copy' THEN NULL ELSE now() END FROM person p WHERE p.id = $4`;

/** Puts the duty into the hands of the holder. */
export const holdBy = ({ pool }: Callers, { caseId, duty, role }: OpenDuty, player: Player = 'holder') =>
  select(pool, {
    text: 'UPDATE duty SET claimed_by_person = $3, claimed_by_post = $4, claimed_at = now() WHERE case_id = $1 AND key = $2',
    values: [caseId, duty, idOf(player), postOf(player, role)],
  });

/** One of them in the post of that role. */
export const inPostOf = (api: Callers, player: Player, role: Role): Promise<Caller> => api.as(cast[player], { role });

/** Has one stand in for the other in the post of that role, as long as `work` runs. */
export async function whileStandingIn<T>(
  api: Callers,
  { principal, deputy, role }: { readonly principal: Player; readonly deputy: Player; readonly role: Role },
  work: (caller: Caller) => Promise<T>,
): Promise<T> {
  await select(api.pool, {
    text: `INSERT INTO delegation (post_id, deputy_post_id, province, kind, from_on, to_on, reason, given_at)
      VALUES ($1, $2, 'CQ', 'post', now()::date - 1, now()::date + 5, '培训', now())`,
    values: [postOf(principal, role), postOf(deputy, role)],
  });
  try {
    return await work(await api.standingIn(cast[deputy], personIn(principal).name));
  } finally {
    await select(api.pool, { text: 'DELETE FROM delegation' });
  }
}

/** Gives somebody a relative at the applicant, or takes all away. */
export const bind = ({ pool }: Callers, player: Player) =>
  select(pool, {
    text: `INSERT INTO interest (id, person_id, enterprise_id, province, kind, entered_at, entered_by)
      VALUES (gen_random_uuid(), $1, $2, 'CQ', 'relative', now(), $1)`,
    values: [idOf(player), DRUGSTORE],
  });
