import { randomUUID } from 'node:crypto';
import { addMonths, civilDateOf, instant } from '@lianban/domain/civil-date';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { auditOf, caseStream } from '../audit.ts';
import { claim } from '../claim.ts';
import { openDatabase, type Database } from '../client.ts';
import { select, selectOne } from '../queryable.ts';
import { askRecusal } from '../separation/recusal.ts';
import { people } from '../seed/people.ts';
import { receive } from '../submission.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { actorOf, DRUGSTORE, RecordedCase } from '../testing/recorded-case.ts';
import { inspectionTask } from '@lianban/workflows/procedures/inspection-task/2023-07';
import { supervisedCase } from '../testing/supervised-case.ts';
import { inTransaction } from '../transaction.ts';
import { verifyStream } from '../verify-chain.ts';
import { drawsOf, membersOf } from './case-teams.ts';
import { drawFor } from './draw.ts';
import { proposeTeam } from './proposal.ts';
import { teamDuty } from './roster.ts';
import { verifyDraws } from './verify-draws.ts';

let made: TestDatabase;
let database: Database;
beforeAll(async () => {
  made = await testDatabase();
  database = openDatabase(made.url);
});
afterAll(async () => {
  await database.close();
  await made.drop();
});

/** The verification, which runs beside the service of the licence. */
const DUTY = 'verification/verify';
const arranger = actorOf('DISP');
const inspectors = people.filter(({ posts }) =>
  posts.some(({ role, province }) => role === 'INS' && province === 'CQ'),
);
const actor = (personId: string) => {
  const post = people.find(({ id }) => id === personId)?.posts.find(({ role }) => role === 'INS');
  return {
    personId,
    postId: post?.id ?? arranger.postId,
    role: post === undefined ? ('DISP' as const) : ('INS' as const),
  };
};
const desk = () => database.desk({ personId: arranger.personId, role: 'DISP', of: { province: 'CQ', unitId: null } });
const asked = (caseId: string, reason: string | null = null) => ({
  ...{ caseId, duty: DUTY, by: arranger, reason, barred: ['decide'] },
});
const team = async (caseId: string) => (await membersOf(made.pool, caseId)).filter(({ leftAt }) => leftAt === null);
const second = (personId: string) =>
  ({ apartFrom: [], second: { field: 'secondOfficer', personId, of: 'team' } }) as const;
const answer = (caseId: string, personId: string) => ({
  ...{ requestId: randomUUID(), caseId, by: actor(personId), duty: DUTY, outcome: 'conforms', flow: {} },
  form: { secondOfficer: 'as it was sent' },
});

/** A case with its team drawn: who leads it, and who goes along. */
async function drawn() {
  const { caseId } = await supervisedCase(made.pool);
  await drawFor(desk(), asked(caseId));
  const [leader, member] = await team(caseId);
  if (leader === undefined || member === undefined) throw new Error('no team of two');
  return { caseId, leader: leader.personId, member: member.personId };
}

const LUQIAO = people.find(({ user }) => user === 'luqiao')?.id ?? '';

// Every test begins with inspectors who have nothing to do.
afterEach(() =>
  inTransaction(made.pool, "SET LOCAL session_replication_role = 'replica'", (client) =>
    select(client, { text: 'DELETE FROM inspection_member' }).then(() => undefined),
  ),
);

/** Changes what was kept of a draw, as somebody would who owns the record. */
const tamper = (caseId: string, set: string): Promise<unknown> =>
  inTransaction(made.pool, "SET LOCAL session_replication_role = 'replica'", (client) =>
    select(client, { text: `UPDATE inspection_draw SET ${set} WHERE case_id = $1`, values: [caseId] }),
  );

describe('a team that went to the site', () => {
  /** An inspection at whose arrival a team of two has just begun. */
  async function arrived() {
    const life = await RecordedCase.open(made.pool, { procedure: inspectionTask });
    const before = { ...asked(life.caseId), ...(await arrivalOf(life)), barred: [] };
    await drawFor(desk(), before);
    const [leads] = await team(life.caseId);
    await life.answer('beginInspection', 'begin', { by: actor(leads?.personId ?? '') });
    const { duty } = await selectOne<{ duty: string }>(made.pool, {
      text: `SELECT key AS duty FROM duty WHERE case_id = $1 AND step LIKE 'inspect%' AND state = 'open'`,
      values: [life.caseId],
    });
    const there = async () => (await team(life.caseId)).filter((member) => member.duty === duty);
    return { caseId: life.caseId, before: before.duty, duty, there };
  }

  /** Approves and plans an inspection; the duty of the arrival. */
  async function arrivalOf(life: RecordedCase): Promise<{ caseId: string; duty: string }> {
    await life.answer('approveInspection', 'approve');
    await life.answer('planInspection', 'announced');
    return { caseId: life.caseId, duty: await openDuty(life.caseId, 'beginInspection') };
  }

  const today = () => civilDateOf(instant(Date.now()));

  const openDuty = async (caseId: string, step: string): Promise<string> =>
    (
      await selectOne<{ key: string }>(made.pool, {
        text: `SELECT key FROM duty WHERE case_id = $1 AND step = $2 AND state = 'open'`,
        values: [caseId, step],
      })
    ).key;

  test('is the team of the work on the spot, answers for it, and is not drawn anew', async () => {
    const { caseId, before, duty, there } = await arrived();
    const came = (await team(caseId)).filter((member) => member.duty === before);
    expect((await there()).map(({ personId, isLeader }) => [personId, isLeader])).toEqual(
      came.map(({ personId, isLeader }) => [personId, isLeader]),
    );
    await expect(drawFor(desk(), { ...asked(caseId), duty, barred: [] })).rejects.toMatchObject({
      code: 'TEAM_STANDS',
    });
    const [leader, member] = came;
    const found = { ...answer(caseId, leader?.personId ?? ''), duty };
    await receive(made.pool, found, second(member?.personId ?? ''));
  });

  test('may be drawn again within the same application, and makes way for others in another', async () => {
    const { caseId, there } = await arrived();
    const went = (await there()).map(({ personId }) => personId);
    const next = await arrivalOf(await RecordedCase.open(made.pool, { procedure: inspectionTask }));
    const makingWay = async () => {
      const duty = await teamDuty(made.pool, next.caseId, next.duty);
      if (duty === undefined) throw new Error('no such duty');
      const { pool } = await proposeTeam(made.pool, duty, { barred: [], on: today() });
      return pool.filter(({ out }) => out.includes('inspectedRecently')).map(({ personId }) => personId);
    };
    expect(await makingWay()).toEqual(expect.arrayContaining(went));
    const parent = (await supervisedCase(made.pool)).caseId;
    await inTransaction(made.pool, "SET LOCAL session_replication_role = 'replica'", (client) =>
      select(client, {
        text: `UPDATE case_file SET parent_case_id = $1, parent_duty = 'inspect ' || case_id WHERE case_id = ANY($2::uuid[])`,
        values: [parent, [caseId, next.caseId]],
      }).then(() => undefined),
    );
    expect((await makingWay()).filter((personId) => went.includes(personId))).toEqual([]);
  });

  test('is filled up for the work on the spot when somebody of it recuses, and whoever stays stays', async () => {
    const { caseId, duty, there } = await arrived();
    const [leader, member] = await there();
    await askRecusal(made.pool, { caseId, by: actor(member?.personId ?? ''), province: 'CQ', reason: '亲属' });
    expect((await there()).map(({ personId }) => personId)).toEqual([leader?.personId]);
    await drawFor(desk(), { ...asked(caseId), duty, barred: [] });
    const now = (await there()).map(({ personId }) => personId);
    expect(now).toHaveLength(2);
    expect(now).toContain(leader?.personId);
    expect(now).not.toContain(member?.personId);
    expect((await verifyDraws(made.pool, caseId)).flatMap(({ differences }) => differences)).toEqual([]);
  });
});

describe('a team', () => {
  test('is of two who can inspect, led by one of the unit, who then has the duty in hand', async () => {
    const { caseId, leader, member } = await drawn();
    expect(leader).not.toBe(member);
    expect(inspectors.map(({ id }) => id)).toContain(leader);
    const { holder } = await selectOne<{ holder: string }>(made.pool, {
      text: `SELECT claimed_by_person AS holder FROM duty WHERE case_id = $1 AND key = $2`,
      values: [caseId, DUTY],
    });
    expect(holder).toBe(leader);
    const [draw] = await drawsOf(made.pool, caseId);
    const able = draw?.list.pool.filter(({ tickets }) => tickets > 0).map(({ name }) => name);
    expect(able?.sort()).toEqual(['彭川', '柏舒', '申牧', '萧依', '陆樵'].sort());
    const out = draw?.list.pool
      .filter(({ tickets }) => tickets === 0)
      .map(({ name, out: reasons }) => [name, ...reasons]);
    expect(out?.sort()).toEqual(
      [
        ['孟泽', 'qualificationEnded'],
        ['温静', 'unqualified'],
        ['秦立', 'barredStep'],
        ['童彦', 'absent'],
      ].sort(),
    );
  });

  test('that is complete is not drawn again, whoever asks and however many at once [ASVS v5.0.0-2.3.4]', async () => {
    const { caseId } = await supervisedCase(made.pool);
    const tries = await Promise.allSettled([1, 2, 3].map(() => drawFor(made.pool, asked(caseId, '换一组'))));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'TEAM_STANDS', detail: { members: 2 } });
    expect(await drawsOf(made.pool, caseId)).toHaveLength(1);
  });

  test('keeps everybody else from the duty [ASVS v5.0.0-8.3.1]', async () => {
    const { caseId, leader, member } = await drawn();
    const outsider = inspectors.find(({ id }) => id !== leader && id !== member)?.id ?? '';
    await expect(claim(made.pool, { caseId, duty: DUTY, by: actor(outsider) })).rejects.toMatchObject({
      code: 'NOT_IN_TEAM',
    });
    const asOutsider = receive(made.pool, answer(caseId, outsider), second(leader));
    await expect(asOutsider).rejects.toMatchObject({ code: 'NOT_IN_TEAM' });
  });

  test('answers with another of its members, who is kept by name', async () => {
    const { caseId, leader, member } = await drawn();
    for (const named of [leader, arranger.personId === member ? '' : randomUUID()])
      await expect(receive(made.pool, answer(caseId, leader), second(named))).rejects.toMatchObject({
        ...{ code: 'MALFORMED', detail: { fields: ['secondOfficer'] } },
      });
    const { submission } = await receive(made.pool, answer(caseId, leader), second(member));
    const { form } = await selectOne<{ form: object }>(made.pool, {
      text: 'SELECT form FROM submission WHERE request_id = $1',
      values: [submission.requestId],
    });
    const name = (await team(caseId)).find(({ personId }) => personId === member)?.name;
    expect(form).toEqual({ secondOfficer: { personId: member, name } });
  });
});

describe('an inspection', () => {
  test('is blocked before there is a team, and when one of two recuses, until it is filled up (edge case 23)', async () => {
    const { caseId: bare } = await supervisedCase(made.pool);
    const lone = inspectors[0]?.id ?? '';
    const none = receive(made.pool, answer(bare, lone), second(lone));
    await expect(none).rejects.toMatchObject({ code: 'TEAM_NEEDED', detail: { members: 0, needed: 2 } });

    const { caseId, leader, member } = await drawn();
    await askRecusal(made.pool, { caseId, by: actor(member), province: 'CQ', reason: '与企业负责人相识' });
    const blocked = receive(made.pool, answer(caseId, leader), second(member));
    await expect(blocked).rejects.toMatchObject({ code: 'TEAM_NEEDED', detail: { members: 1, needed: 2 } });

    const unexplained = drawFor(made.pool, asked(caseId));
    await expect(unexplained).rejects.toMatchObject({ code: 'MALFORMED', detail: { fields: ['reason'] } });
    await drawFor(desk(), asked(caseId, '一名检查员回避，补抽'));
    const now = await team(caseId);
    expect(now.map(({ personId }) => personId)).toEqual([leader, expect.not.stringMatching(member)]);
    expect((await receive(made.pool, answer(caseId, leader), second(now[1]?.personId ?? ''))).result).toBe('new');
    expect((await verifyDraws(made.pool, caseId)).map(({ number, differences }) => [number, differences])).toEqual([
      [1, []],
      [2, []],
    ]);
  });

  test('is blocked by an interest that becomes known after the draw, and the member leaves with the next', async () => {
    const { caseId, leader, member } = await drawn();
    const values = [member, DRUGSTORE];
    const text = `INSERT INTO interest (person_id, enterprise_id, province, kind, entered_at, entered_by) VALUES ($1, $2, 'CQ', 'relative', now(), $1)`;
    await made.pool.query(text, values);
    try {
      const blocked = receive(made.pool, answer(caseId, leader), second(member));
      await expect(blocked).rejects.toMatchObject({ code: 'TEAM_NEEDED' });
      await drawFor(made.pool, asked(caseId, '一名检查员应当回避'));
      const left = (await membersOf(made.pool, caseId)).find(({ personId }) => personId === member);
      expect(left).toMatchObject({ leftBecause: 'conflict', isLeader: false });
    } finally {
      await made.pool.query('DELETE FROM interest WHERE person_id = $1 AND enterprise_id = $2', values);
    }
  });

  test('is not arranged by another unit, nor by whoever is bound to the applicant', async () => {
    const { caseId } = await supervisedCase(made.pool);
    await expect(drawFor(made.pool, { ...asked(caseId), by: actorOf('OFF', 1) })).rejects.toMatchObject({
      code: 'NO_SUCH_DUTY',
    });
    await askRecusal(made.pool, { caseId, by: arranger, province: 'CQ', reason: '回避' });
    await expect(drawFor(made.pool, asked(caseId))).rejects.toMatchObject({ code: 'RECUSED' });
  });

  test('is drawn for from nobody where too few are able, and nothing is kept of the try', async () => {
    const { caseId } = await supervisedCase(made.pool);
    const all = (await proposal(caseId)).pool.map(({ personId }) => personId);
    const [first] = all;
    for (const personId of all.filter((id) => id !== first && id !== arranger.personId))
      await askRecusal(made.pool, { caseId, by: actor(personId), province: 'CQ', reason: '回避' });
    const impossible = drawFor(made.pool, asked(caseId));
    await expect(impossible).rejects.toMatchObject({ code: 'TEAM_TOO_FEW', detail: { needed: 2, listed: all.length } });
    expect(await drawsOf(made.pool, caseId)).toEqual([]);
  });
});

async function proposal(caseId: string) {
  const duty = await teamDuty(made.pool, caseId, DUTY);
  if (duty === undefined) throw new Error('no such duty');
  const on = civilDateOf(instant(Date.now()));
  return proposeTeam(made.pool, duty, { barred: ['decide'], on });
}

describe('the list of a draw', () => {
  test('leaves out whoever has as many inspections as are allowed at once', async () => {
    const { caseId } = await supervisedCase(made.pool);
    const seenAs = async () => (await proposal(caseId)).pool.find(({ personId }) => personId === LUQIAO);
    const text = `INSERT INTO inspection_member (case_id, duty, number, person_id, person_name, is_leader, joined_at)
      SELECT w.case_id, w.duty, w.number, $2, '陆樵', false, now() FROM inspection_draw w WHERE w.case_id = $1 ON CONFLICT DO NOTHING`;
    for (let load = 1; load <= 5; load += 1) {
      const other = await drawn();
      await made.pool.query(text, [other.caseId, LUQIAO]);
      expect(await seenAs()).toMatchObject({ load, tickets: 2 * (5 - load) });
    }
    expect(await seenAs()).toMatchObject({ out: ['fullLoad'], tickets: 0 });
  });

  test('leaves out who inspected the enterprise lately, and draws them less often later', async () => {
    const { caseId } = await supervisedCase(made.pool);
    const before = (await proposal(caseId)).pool.find(({ name }) => name === '陆樵');
    expect(before).toMatchObject({ out: [], lastInspectedOn: null });
    const earlier = await supervisedCase(made.pool);
    await earlier.answer('verify', 'conforms', { by: actor(LUQIAO) });
    const after = (await proposal(caseId)).pool.find(({ name }) => name === '陆樵');
    expect(after).toMatchObject({ out: ['inspectedRecently'], tickets: 0 });
    const years = addMonths(civilDateOf(instant(Date.now())), 25);
    const duty = await teamDuty(made.pool, caseId, DUTY);
    if (duty === undefined) throw new Error('no such duty');
    const later = await proposeTeam(made.pool, duty, { barred: [], on: years });
    expect(later.pool.find(({ name }) => name === '陆樵')).toMatchObject({ out: [], tickets: 5 });
  });
});

describe('a draw', () => {
  test('fixes its list in the audit before there is a seed, and the seed is the hash of that row', async () => {
    const { caseId } = await drawn();
    const trail = await auditOf(made.pool, caseStream(caseId));
    const at = trail.findIndex(({ action }) => action === 'team.list');
    const [draw] = await drawsOf(made.pool, caseId);
    expect(trail[at]).toMatchObject({ hash: draw?.seed, detail: { listHash: draw?.listHash, number: 1 } });
    expect(trail[at + 1]).toMatchObject({ action: 'team.draw', detail: { seed: draw?.seed } });
    expect(JSON.stringify(trail.slice(0, at))).not.toContain(draw?.listHash);
    expect(await verifyStream(made.pool, caseStream(caseId))).toEqual([]);
    expect(await verifyDraws(made.pool, caseId)).toMatchObject([{ number: 1, differences: [] }]);
  });

  test.each([
    ['who was drawn', `result = jsonb_set(result, '{leader}', to_jsonb(gen_random_uuid()::text))`, ['team']],
    ['a list with other tickets', `list = jsonb_set(list, '{size}', '3')`, ['list', 'team']],
    ['another hash of the list', `list_hash = repeat('0', 64)`, ['list', 'audit']],
    ['another seed', `seed = repeat('0', 64)`, ['seed', 'team']],
    ['another row of the audit', 'audit_position = audit_position - 1', ['audit', 'seed']],
  ] as const)('whose record was changed is found out: %s [ASVS v5.0.0-16.4.2]', async (_, set, differences) => {
    const { caseId } = await drawn();
    await tamper(caseId, set);
    expect((await verifyDraws(made.pool, caseId))[0]?.differences).toEqual(differences);
  });

  test('is never changed or taken back, nor seen by applicants or the other bureau [ASVS v5.0.0-8.2.2]', async () => {
    const { caseId } = await drawn();
    for (const text of ['UPDATE inspection_draw SET seed = seed', 'DELETE FROM inspection_draw'])
      await expect(made.pool.query(text)).rejects.toMatchObject({ code: '23001' });
    const applicant = database.desk({ personId: randomUUID(), role: 'APP', of: { enterpriseId: DRUGSTORE } });
    const away = database.desk({ personId: randomUUID(), role: 'INS', of: { province: 'SC', unitId: null } });
    for (const db of [applicant, away])
      expect([await drawsOf(db, caseId), await membersOf(db, caseId)]).toEqual([[], []]);
    expect(await membersOf(desk(), caseId)).toHaveLength(2);
  });

  test('is recorded in nobody else’s name, whatever a statement says [ASVS v5.0.0-8.3.1]', async () => {
    const { caseId } = await drawn();
    const written = (personId: string) =>
      desk().query(
        `INSERT INTO inspection_draw (case_id, duty, number, list, list_hash, audit_position, seed, result, at, person_id, person_name)
          SELECT case_id, duty, number + $3::int, list, list_hash, audit_position, seed, result, at, $2::uuid, 'x' FROM inspection_draw WHERE case_id = $1`,
        [caseId, personId, 1],
      );
    await expect(written(randomUUID())).rejects.toMatchObject({ code: '42501' });
    expect((await written(actorOf('DISP').personId)).rowCount).toBe(1);
  });
});
