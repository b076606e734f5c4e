import { randomBytes } from 'node:crypto';
import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { DrawnTeam } from '@lianban/domain/team';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { appendAudit, caseStream } from '../audit.ts';
import { holdDuty } from '../claim.ts';
import { holdCalendar, lockCase } from '../locks.ts';
import { heldPosts, TODAY } from '../organisation/held-posts.ts';
import { select, selectOne } from '../queryable.ts';
import { refuseConflict, relationsOf } from '../separation/relations.ts';
import type { Relations } from '@lianban/domain/interest';
import { sm3 } from '../sm3.ts';
import { inTransaction } from '../transaction.ts';
import { drawnFrom, fixedList, type FixedList } from './fixed-list.ts';
import { leaveUnfit, presentMembers, type PresentMember } from './members.ts';
import { rosterFor, teamDuty, type TeamDuty } from './roster.ts';

/** Who has a team drawn for which duty. */
export interface DrawAsked {
  readonly caseId: string;
  readonly duty: string;
  readonly by: Actor;
  /** Why it is drawn again; null for the first draw. */
  readonly reason: string | null;
  /** Steps of the case that whoever inspects must not have answered. */
  readonly barred: readonly string[];
}

/** One draw under way. */
interface Drawing extends DrawAsked {
  readonly client: PoolClient;
  readonly of: TeamDuty;
  readonly now: Instant;
  readonly today: CivilDate;
}

/**
 * Draws the team of an inspection, or fills it up. The list is fixed and its hash written into the audit of the case; the hash of
 * that row is the seed, so nobody knows it before and nobody chooses it. A team that is complete is not drawn again (ADR 0026).
 * @throws LianbanError NO_SUCH_DUTY, STALE_DUTY, RECUSED, TEAM_STANDS, TEAM_TOO_FEW, MALFORMED for a second draw without a reason.
 */
export function drawFor(pool: Pool, asked: DrawAsked): Promise<void> {
  return inTransaction(pool, `${holdCalendar}; ${lockCase(asked.caseId)}`, async (client) => {
    const drawing = { ...asked, client, ...(await occasion(client, asked)) };
    await leaveUnfit(drawing);
    const kept = await presentMembers(client, asked);
    const list = await listFor(drawing, kept);
    if (kept.length >= list.size) throw new LianbanError('TEAM_STANDS', { members: kept.length });
    if (list.number > 1 && asked.reason === null) throw new LianbanError('MALFORMED', { fields: ['reason'] });
    await record(drawing, list);
  });
}

const OCCASION = `SELECT date_trunc('milliseconds', clock_timestamp()) AS now, ${TODAY} AS today,
    EXISTS (SELECT FROM ${heldPosts} o WHERE o.id = $3 AND o.unit_id = $4) AS "isOwn",
    ${relationsOf({ person: '$2::uuid', caseId: '$1::uuid', enterprise: '$5::uuid' })} AS relations`;

async function occasion(client: PoolClient, { caseId, duty, by }: DrawAsked) {
  const of = await teamDuty(client, caseId, duty);
  if (of === undefined) throw new LianbanError('NO_SUCH_DUTY', { duty });
  const values = [caseId, by.personId, by.postId, of.unitId, of.enterpriseId];
  const { now, today, isOwn, relations } = await selectOne<{
    now: Instant;
    today: CivilDate;
    isOwn: boolean;
    relations: Relations;
  }>(client, { name: 'draw-occasion', text: OCCASION, values });
  if (!isOwn) throw new LianbanError('NO_SUCH_DUTY', { duty });
  if (of.state !== 'open') throw new LianbanError('STALE_DUTY', { duty, settledAs: of.outcome ?? of.state });
  refuseConflict([relations], today);
  return { of, now, today };
}

async function listFor(drawing: Drawing, kept: readonly PresentMember[]): Promise<FixedList> {
  const { client, of, barred, today: on } = drawing;
  const { draws } = await selectOne<{ draws: number }>(client, {
    text: 'SELECT count(*)::int AS draws FROM inspection_draw WHERE case_id = $1 AND duty = $2',
    values: [of.caseId, of.duty],
  });
  const head = { caseNumber: of.number, duty: of.duty, number: draws + 1, on, field: of.field };
  const roster = await rosterFor(client, of, { barred, on });
  return fixedList(roster, { ...head, kept: kept.map(({ personId }) => personId) });
}

/** The list goes into the audit first; only then is there a seed. */
async function record(drawing: Drawing, list: FixedList): Promise<void> {
  const { client, of, by, now, reason } = drawing;
  const stream = caseStream(of.caseId);
  const listHash = sm3(list);
  const listed = { duty: of.duty, number: list.number, listHash, nonce: randomBytes(32).toString('hex') };
  await appendAudit(client, { stream, at: now, action: 'team.list', by, detail: listed });
  const { position, hash: seed } = await selectOne<{ position: number; hash: string }>(client, {
    text: 'SELECT position, hash FROM audit_head WHERE stream = $1',
    values: [stream],
  });
  const team = drawnFrom(list, seed);
  if (team === null) throw new LianbanError('TEAM_TOO_FEW', { needed: list.size, ...countsOf(list) });
  await select(client, {
    text: `INSERT INTO inspection_draw (case_id, duty, number, list, list_hash, audit_position, seed, result, reason, at, person_id, person_name)
      SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, p.id, p.name FROM person p WHERE p.id = $11`,
    values: [
      ...[of.caseId, of.duty, list.number, JSON.stringify(list), listHash, position, seed, JSON.stringify(team)],
      ...[reason, now, by.personId],
    ],
  });
  await seat(drawing, list, team);
  const detail = { duty: of.duty, number: list.number, seed, team, ...(reason === null ? {} : { reason }) };
  await appendAudit(client, { stream, at: now, action: 'team.draw', by, detail });
}

const countsOf = ({ pool }: FixedList) => ({
  ...{ listed: pool.length, able: pool.filter(({ tickets }) => tickets > 0).length },
});

/** Puts those who were drawn into the team, names the leader, and puts the duty into the hands of the leader. */
async function seat({ client, of, by, now }: Drawing, list: FixedList, { leader, drawn }: DrawnTeam): Promise<void> {
  const { own } = await selectOne<{ own: readonly string[] }>(client, {
    text: `SELECT coalesce(array_agg(person_id::text), '{}') AS own FROM inspection_member WHERE case_id = $1 AND duty = $2 AND left_at IS NULL`,
    values: [of.caseId, of.duty],
  });
  // Whoever came with the team from the step before is seated for this one beside those who are drawn.
  const seated = [...list.kept.filter((personId) => !own.includes(personId)), ...drawn.map(({ personId }) => personId)];
  await select(client, {
    text: `UPDATE inspection_member SET is_leader = person_id = $3 WHERE case_id = $1 AND duty = $2 AND left_at IS NULL`,
    values: [of.caseId, of.duty, leader],
  });
  for (const personId of seated)
    await select(client, {
      text: `INSERT INTO inspection_member (case_id, duty, number, person_id, person_name, is_leader, joined_at)
        SELECT $1, $2, $3, p.id, p.name, p.id = $5, $6 FROM person p WHERE p.id = $4`,
      values: [of.caseId, of.duty, list.number, personId, leader, now],
    });
  if (of.holder === leader) return;
  const { postId } = await selectOne<{ postId: string }>(client, {
    text: `SELECT o.id AS "postId" FROM ${heldPosts} o WHERE o.person_id = $1 AND o.unit_id = $2 AND o.role = $3 ORDER BY o.since, o.id LIMIT 1`,
    values: [leader, of.unitId, of.role],
  });
  await holdDuty(client, { caseId: of.caseId, duty: of.duty, by }, { person: leader, post: postId, at: now });
}
