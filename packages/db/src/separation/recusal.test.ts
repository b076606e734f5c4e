import { randomUUID } from 'node:crypto';
import { addDays, addMonths, civilDateOf, instant, type CivilDate } from '@lianban/domain/civil-date';
import type { InterestKind } from '@lianban/domain/interest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditOf, caseStream, personStream } from '../audit.ts';
import { claim, release } from '../claim.ts';
import { openDatabase, type Database } from '../client.ts';
import type { Reach } from '../desk.ts';
import { select, selectOne, type Queryable } from '../queryable.ts';
import { enterprises } from '../seed/people.ts';
import { receive } from '../submission.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { admin } from '../testing/organising.ts';
import { actorOf, DRUGSTORE, RecordedCase } from '../testing/recorded-case.ts';
import { declareInterest, enterInterest, interestsOf, withdrawInterest } from './interests.ts';
import { askRecusal, decideRecusal } from './recusal.ts';

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

const today = civilDateOf(instant(Date.now()));
const drugstore = enterprises.find(({ id }) => id === DRUGSTORE)?.name ?? '';
const [clerk, officer, colleague, head] = [actorOf('WIN'), actorOf('OFF'), actorOf('OFF', 1), actorOf('SEC')];
const reachOf = (by: typeof officer): Reach => ({
  personId: by.personId,
  role: by.role,
  of: { province: 'CQ', unitId: null },
});
const deskOf = (by: typeof officer) => database.desk(reachOf(by));

/** A case that waits for the review on the spot. */
async function underReview(): Promise<string> {
  const life = await RecordedCase.open(made.pool);
  await life.answer('intake', 'accept');
  return life.caseId;
}

const answer = (caseId: string, by = officer) => ({
  ...{ requestId: randomUUID(), caseId, by, duty: 'propose', outcome: 'proposeGrant', flow: {}, form: {} },
});

/** Binds the officer to the drugstore while `work` runs. */
async function bound(
  tie: { readonly kind: InterestKind; readonly since?: CivilDate; readonly until?: CivilDate },
  work: () => Promise<void>,
): Promise<void> {
  const { kind, since = null, until = null } = tie;
  const id = randomUUID();
  const values = [id, officer.personId, DRUGSTORE];
  if (kind === 'agentPost')
    await made.pool.query(
      `INSERT INTO post (id, person_id, role, province, enterprise_id, since, until) VALUES ($1, $2, 'APP', 'CQ', $3, $4, $5)`,
      [...values, since ?? '2020-01-01', until],
    );
  else
    await made.pool.query(
      `INSERT INTO interest (id, person_id, enterprise_id, province, kind, since, until, entered_at, entered_by) VALUES ($1, $2, $3, 'CQ', $4, $5, $6, now(), $2)`,
      [...values, kind, since, until],
    );
  try {
    await work();
  } finally {
    await made.pool.query(`DELETE FROM ${kind === 'agentPost' ? 'post' : 'interest'} WHERE id = $1`, [id]);
  }
}

describe('somebody with an interest in the applicant', () => {
  test.each([
    ['who acts for it', { kind: 'agentPost' }],
    [
      'who acted for it within the years of cooling off',
      { kind: 'agentPost', until: addDays(addMonths(today, -36), 1) },
    ],
    ['who works there', { kind: 'employment' }],
    [
      'who worked there within the years of cooling off',
      { kind: 'employment', until: addDays(addMonths(today, -36), 1) },
    ],
    ['with a relative there', { kind: 'relative' }],
    ['with a share', { kind: 'holding' }],
    ['with another relation', { kind: 'other' }],
  ] as const)('takes nothing and answers nothing in the transaction itself: %s [ASVS v5.0.0-8.3.1]', async (_, tie) => {
    const caseId = await underReview();
    await bound(tie, async () => {
      const refusal = { code: 'RECUSED', detail: { rule: tie.kind, ask: 'SEC' } };
      await expect(claim(deskOf(officer), { caseId, duty: 'propose', by: officer })).rejects.toMatchObject(refusal);
      await expect(receive(deskOf(officer), answer(caseId))).rejects.toMatchObject(refusal);
    });
    const left = 'SELECT FROM submission WHERE case_id = $1 AND person_id = $2';
    expect(await select(made.pool, { text: left, values: [caseId, officer.personId] })).toEqual([]);
  });

  test.each([
    [
      'whose work ended before the years of cooling off',
      { kind: 'employment', until: addDays(addMonths(today, -36), -1) },
    ],
    ['whose relation has ended', { kind: 'relative', until: addDays(today, -1) }],
    ['whose relation has not begun', { kind: 'holding', since: addDays(today, 1) }],
  ] as const)('acts like everybody: %s', async (_, tie) => {
    const caseId = await underReview();
    await bound(tie, () => claim(deskOf(officer), { caseId, duty: 'propose', by: officer }));
  });

  test('who sent an answer before it was declared gets the receipt of that answer again, and sends no other', async () => {
    const caseId = await underReview();
    const sent = answer(caseId);
    await receive(made.pool, sent);
    await bound({ kind: 'relative' }, async () => {
      expect((await receive(made.pool, sent)).result).toBe('same');
      await expect(receive(made.pool, answer(caseId))).rejects.toMatchObject({ code: 'RECUSED' });
    });
  });

  test('does not keep the applicant from its own case', async () => {
    const life = await RecordedCase.open(made.pool);
    await life.answer('withdraw', 'withdraw');
    expect(life.committed.closed).toBe('withdrawn');
  });
});

describe('an interest', () => {
  const declared = { enterprise: drugstore, kind: 'relative', since: null, until: null, note: '表兄任店长' } as const;
  const rows = async (db: Queryable, table: string): Promise<number> =>
    (
      await selectOne<{ rows: number }>(db, {
        text: `SELECT count(*)::int AS rows FROM ${table} WHERE person_id = '${officer.personId}'`,
      })
    ).rows;

  test('is declared for oneself, seen with its note by oneself and administrators, without it by colleagues, by nobody else [ASVS v5.0.0-8.2.2] [ASVS v5.0.0-8.2.3]', async () => {
    await declareInterest(deskOf(officer), { by: officer, province: 'CQ' }, declared);
    expect(await interestsOf(deskOf(officer), officer.personId)).toMatchObject([{ note: '表兄任店长', isOwn: true }]);
    expect(await interestsOf(deskOf(admin.by), officer.personId)).toMatchObject([{ note: '表兄任店长' }]);
    expect(await interestsOf(deskOf(colleague), officer.personId)).toMatchObject([{ kind: 'relative', note: '' }]);
    const applicant = database.desk({
      personId: actorOf('APP', 1).personId,
      role: 'APP',
      of: { enterpriseId: DRUGSTORE },
    });
    const away = database.desk({ personId: randomUUID(), role: 'ADM', of: { province: 'SC', unitId: null } });
    for (const table of ['interest', 'interest_note'])
      expect([await rows(applicant, table), await rows(away, table)], table).toEqual([0, 0]);
    expect((await auditOf(made.pool, personStream(officer.personId))).at(-1)).toMatchObject({
      action: 'interest.declare',
    });
    expect(JSON.stringify(await auditOf(made.pool, personStream(officer.personId)))).not.toContain('店长');
    const [kept] = await interestsOf(made.pool, officer.personId);
    await withdrawInterest(made.pool, admin, { interestId: kept?.id ?? '', reason: '试毕' });
  });

  test('is entered for others by administrators alone, and ended by them alone, never their own [ASVS v5.0.0-8.3.1]', async () => {
    const forAnother = deskOf(officer).query(
      `INSERT INTO interest (person_id, enterprise_id, province, kind, entered_at, entered_by) VALUES ($1, $2, 'CQ', 'other', now(), $3)`,
      [colleague.personId, DRUGSTORE, officer.personId],
    );
    await expect(forAnother).rejects.toMatchObject({ code: '42501' });
    await expect(deskOf(officer).query('UPDATE interest SET withdrawn_at = now()')).rejects.toMatchObject({
      code: '42501',
    });
    await enterInterest(made.pool, admin, { ...declared, personId: colleague.personId });
    const [entered] = await interestsOf(made.pool, colleague.personId);
    expect(entered).toMatchObject({ isOwn: false, withdrawnAt: null });
    const caseId = await underReview();
    await expect(claim(made.pool, { caseId, duty: 'propose', by: colleague })).rejects.toMatchObject({
      code: 'RECUSED',
    });
    const withdrawn = { interestId: entered?.id ?? '', reason: '登记有误' };
    await withdrawInterest(made.pool, admin, withdrawn);
    await claim(made.pool, { caseId, duty: 'propose', by: colleague });
    await expect(withdrawInterest(made.pool, admin, withdrawn)).rejects.toMatchObject({ code: 'NO_SUCH_INTEREST' });
    await expect(enterInterest(made.pool, admin, { ...declared, personId: admin.by.personId })).rejects.toMatchObject({
      code: 'OWN_RIGHTS',
    });
  });

  test('names an enterprise that there is, by name or credit code, and days in their order', async () => {
    const by = { by: head, province: 'CQ' } as const;
    await expect(declareInterest(made.pool, by, { ...declared, enterprise: '无此企业' })).rejects.toMatchObject({
      code: 'NO_SUCH_ENTERPRISE',
    });
    const days = { since: today, until: addDays(today, -1) };
    await expect(declareInterest(made.pool, by, { ...declared, ...days })).rejects.toMatchObject({
      code: 'DAYS_UNFIT',
    });
  });
});

describe('whoever asks to be left out of a case', () => {
  const asked = (caseId: string, by = clerk) => ({ caseId, by, province: 'CQ', reason: '与经办人相识' }) as const;

  test('hands back what they hold, and takes and answers nothing there from then on [ASVS v5.0.0-8.3.1]', async () => {
    const life = await RecordedCase.open(made.pool);
    const { caseId } = life;
    await claim(deskOf(clerk), { caseId, duty: 'intake', by: clerk });
    await askRecusal(deskOf(clerk), asked(caseId));
    const { holder } = await selectOne<{ holder: string | null }>(made.pool, {
      text: `SELECT claimed_by_person AS holder FROM duty WHERE case_id = $1 AND key = 'intake'`,
      values: [caseId],
    });
    expect(holder).toBeNull();
    const refusal = { code: 'RECUSED', detail: { rule: 'recused' } };
    await expect(claim(deskOf(clerk), { caseId, duty: 'intake', by: clerk })).rejects.toMatchObject(refusal);
    await expect(release(deskOf(clerk), { caseId, duty: 'intake', by: clerk })).rejects.toMatchObject({
      code: 'NOT_CLAIMED',
    });
    const trail = await auditOf(made.pool, caseStream(caseId));
    expect(trail.at(-1)).toMatchObject({
      action: 'recusal.ask',
      detail: { reason: '与经办人相识', released: ['intake'] },
    });
    await askRecusal(deskOf(clerk), asked(caseId));
    expect(await auditOf(made.pool, caseStream(caseId))).toHaveLength(trail.length);
  });

  test('may act again once the head of section declines, and not before; nobody decides on themselves', async () => {
    const caseId = await underReview();
    await askRecusal(made.pool, asked(caseId, officer));
    const decision = { caseId, personId: officer.personId, by: head, province: 'CQ' } as const;
    await expect(decideRecusal(made.pool, { ...decision, by: officer, state: 'declined' })).rejects.toMatchObject({
      code: 'SEPARATION',
    });
    await expect(claim(made.pool, { caseId, duty: 'propose', by: officer })).rejects.toMatchObject({ code: 'RECUSED' });
    await decideRecusal(deskOf(head), { ...decision, state: 'declined' });
    await claim(deskOf(officer), { caseId, duty: 'propose', by: officer });
    await expect(decideRecusal(made.pool, { ...decision, state: 'confirmed' })).rejects.toMatchObject({
      code: 'RECUSAL_DECIDED',
    });
    await askRecusal(made.pool, asked(caseId, officer));
    await decideRecusal(made.pool, { ...decision, state: 'confirmed' });
    await expect(claim(made.pool, { caseId, duty: 'propose', by: officer })).rejects.toMatchObject({ code: 'RECUSED' });
  });

  test('asks in their own name alone [ASVS v5.0.0-8.3.1]', async () => {
    const caseId = await underReview();
    const forAnother = deskOf(officer).query(
      `INSERT INTO recusal (case_id, person_id, post_id, role, person_name, reason, asked_at) VALUES ($1, $2, $3, 'OFF', '唐越', '试', now())`,
      [caseId, colleague.personId, colleague.postId],
    );
    await expect(forAnother).rejects.toMatchObject({ code: '42501' });
  });

  test('asks in open cases of the own bureau', async () => {
    const life = await RecordedCase.open(made.pool);
    await expect(askRecusal(made.pool, { ...asked(life.caseId), province: 'SC' })).rejects.toMatchObject({
      code: 'NO_SUCH_CASE',
    });
    await life.answer('withdraw', 'withdraw');
    await expect(askRecusal(made.pool, asked(life.caseId))).rejects.toMatchObject({ code: 'CASE_CLOSED' });
  });
});

test('a step that was added to the rule of separation is refused where the answer is received, and folds as before', async () => {
  const life = await RecordedCase.open(made.pool);
  await life.answer('intake', 'accept');
  const { caseId } = life;
  const apart = { apartFrom: ['intake'], second: null };
  const refusal = { code: 'SEPARATION', detail: { step: 'intake' } };
  await expect(receive(made.pool, answer(caseId, clerk), apart)).rejects.toMatchObject(refusal);
  expect((await receive(made.pool, answer(caseId), apart)).result).toBe('new');
});
