import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claim, release } from '../claim.ts';
import { holdCase } from '../locks.ts';
import { selectOne } from '../queryable.ts';
import { receive } from '../submission.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { proposalTaken, type Involved } from '../testing/involving.ts';
import { actorOf, type RecordedCase } from '../testing/recorded-case.ts';
import { verifyCase } from '../verify-chain.ts';
import { answersToSend } from './held-answers.ts';
import { reassign } from './reassign.ts';
import { liftSheet, takeBack } from './take-back.ts';

let database: TestDatabase;
let life: RecordedCase;
let duty: Involved;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  ({ life, involved: duty } = await proposalTaken(database.pool));
});

const [holder, colleague] = [actorOf('OFF'), actorOf('OFF', 1)];
const [legal, section, deputy] = [actorOf('LEG'), actorOf('SEC'), actorOf('DL')];
const answer = (outcome = 'proposeGrant', by = holder) => life.answer('propose', outcome, { by });
const given = () => ({
  ...{ requestId: randomUUID(), caseId: life.caseId, by: holder },
  ...{ duty: 'propose', outcome: 'proposeGrant', flow: {}, form: {} },
});
const refusedWith = (code: string, detail: object = {}) => ({
  code,
  detail: expect.objectContaining(detail) as object,
});
const idOf = async (kind: string) => (await duty.rows()).find((row) => row.kind === kind)?.id ?? '';
const holderNow = () =>
  selectOne<{ person: string | null; unit: string; due: string; why: string }>(database.pool, {
    text: `SELECT claimed_by_person AS person, unit_id AS unit, due_at AS due, why::text FROM duty WHERE case_id = $1 AND key = 'propose'`,
    values: [life.caseId],
  });

describe('委派', () => {
  test('keeps the duty with its holder, who answers once the opinion is back', async () => {
    await duty.ask('delegate', [legal]);
    await expect(answer()).rejects.toMatchObject(refusedWith('DELEGATED'));
    await expect(duty.ask('delegate', [section])).rejects.toMatchObject(refusedWith('DELEGATED'));
    await duty.say(legal, null);
    expect(await duty.toldTo('LEG')).toEqual(['asked']);
    expect(await duty.toldTo('OFF')).toEqual(['answered']);
    await answer();
    expect(await duty.states()).toEqual(['answered']);
  });

  test("can be called back by the holder, and then is nobody else's to answer", async () => {
    await duty.ask('delegate', [legal]);
    const involvementId = await idOf('delegate');
    await expect(takeBack(database.pool, duty.reach(section), { involvementId, reason: '不' })).rejects.toMatchObject(
      refusedWith('NOT_CLAIMED'),
    );
    await takeBack(database.pool, duty.reach(holder), { involvementId, reason: '自行办理' });
    await expect(duty.say(legal, null)).rejects.toMatchObject(refusedWith('REQUEST_CLOSED'));
    expect(await duty.toldTo('LEG')).toEqual(['takenBack', 'asked']);
    await answer();
  });

  test('is refused to whoever has a part in a step that the duty is separate from', async () => {
    const separate = { notBy: ['intake'] };
    await expect(duty.ask('delegate', [actorOf('WIN')], holder, separate)).rejects.toMatchObject(
      refusedWith('SEPARATION', { step: 'intake' }),
    );
  });
});

describe('协办', () => {
  test('is waited for by nobody, and ends with the duty', async () => {
    await duty.ask('assist', [legal, section]);
    await duty.say(legal, null);
    await answer();
    expect(await duty.states()).toEqual(['answered', 'ended']);
  });

  test('is asked once at a time, of others, and by whoever has taken the duty', async () => {
    await duty.ask('assist', [legal]);
    for (const [people, why] of [
      [[legal], 'asked'],
      [[holder], 'self'],
      [[section, section], 'asked'],
      [[actorOf('APP')], 'notHeld'],
      [[actorOf('SUP')], 'notHeld'],
    ] as const)
      await expect(duty.ask('assist', people)).rejects.toMatchObject(refusedWith('PERSON_UNFIT', { why }));
    await expect(duty.ask('assist', [section], colleague)).rejects.toMatchObject(refusedWith('NOT_CLAIMED'));
    await expect(duty.say(section, null)).rejects.toMatchObject(refusedWith('NOT_ASKED'));
  });

  test('asked twice by the same request is asked once', async () => {
    const requestId = randomUUID();
    await duty.ask('assist', [legal], holder, { requestId });
    await duty.ask('assist', [legal], holder, { requestId });
    expect(await duty.states()).toEqual(['open']);
    await expect(duty.ask('copy', [legal], holder, { requestId })).rejects.toMatchObject(refusedWith('REQUEST_REUSED'));
  });

  test('has its last day by the rule of the house, and never after that of the duty', async () => {
    await duty.ask('assist', [legal]);
    const text = `SELECT i.due_days AS days, i.due_at <= d.due_at AS within FROM involvement i JOIN duty d USING (case_id, key) WHERE i.case_id = $1`;
    const due = await selectOne<{ days: number | null; within: boolean }>(database.pool, {
      text,
      values: [life.caseId],
    });
    expect(due.within).toBe(true);
    await database.pool.query(
      `UPDATE duty SET due_at = now(), due_on = current_date WHERE case_id = $1 AND key = 'propose'`,
      [life.caseId],
    );
    await duty.ask('assist', [section]);
    const capped = await selectOne(database.pool, {
      text: `SELECT i.due_days AS days, i.due_at = d.due_at AS same FROM involvement i JOIN duty d USING (case_id, key) WHERE i.case_id = $1 AND i.post_id = $2`,
      values: [life.caseId, section.postId],
    });
    expect(capped).toEqual({ days: null, same: true });
  });
});

describe('会签', () => {
  test('bars the answer until all have agreed, naming who is waited for', async () => {
    await duty.sheet('all', [legal, section]);
    await expect(answer()).rejects.toMatchObject({
      code: 'AWAITING_SIGNATURES',
      detail: { waitingFor: [expect.any(String), expect.any(String)] },
    });
    await duty.say(section, 'agree');
    await expect(answer()).rejects.toMatchObject(refusedWith('AWAITING_SIGNATURES'));
    await duty.say(legal, 'agree');
    expect(await duty.toldTo('OFF')).toEqual(['agreed', 'answered']);
    await expect(answer('proposeRefusal')).rejects.toMatchObject(
      refusedWith('DRAFT_DIFFERS', { outcome: 'proposeGrant' }),
    );
    await answer();
  });

  test('ends with the first who does not agree, and a new draft goes to them again', async () => {
    await duty.sheet('all', [legal, section]);
    await duty.say(legal, 'disagree');
    expect([await duty.sheetState(), await duty.states()]).toEqual(['refused', ['answered', 'ended']]);
    await expect(answer()).rejects.toMatchObject(refusedWith('SIGNATURE_REFUSED'));
    await expect(duty.say(section, 'agree')).rejects.toMatchObject(refusedWith('REQUEST_CLOSED'));
    await expect(duty.sheet('all', [section])).rejects.toMatchObject(refusedWith('SIGNATURE_REFUSED'));
    await duty.sheet('all', [legal]);
    await duty.say(legal, 'agree');
    await answer();
  });

  test('by any needs one, and by a ratio of half one of two', async () => {
    await duty.sheet('any', [legal, section]);
    await expect(duty.sheet('any', [deputy])).rejects.toMatchObject(refusedWith('SHEET_STANDS'));
    await duty.say(section, 'agree');
    expect([await duty.sheetState(), await duty.states()]).toEqual(['agreed', ['ended', 'answered']]);
    ({ life, involved: duty } = await proposalTaken(database.pool));
    await duty.sheet('ratio', [legal, section]);
    await duty.say(legal, 'disagree');
    expect(await duty.sheetState()).toBe('waiting');
    await duty.say(section, 'agree');
    expect(await duty.sheetState()).toBe('agreed');
  });

  test('in order lets only the next one sign', async () => {
    await duty.sheet('inOrder', [legal, section]);
    await expect(duty.say(section, 'agree')).rejects.toMatchObject(refusedWith('NOT_YOUR_TURN'));
    await duty.say(legal, 'agree');
    await duty.say(section, 'agree');
    expect(await duty.sheetState()).toBe('agreed');
  });

  test('takes one more signature from the holder and from one who signs (加签), and lets go of one that nobody gave (减签)', async () => {
    await duty.sheet('any', [legal]);
    await duty.ask('sign', [section], legal);
    await duty.say(legal, 'agree');
    await expect(answer()).rejects.toMatchObject(refusedWith('AWAITING_SIGNATURES'));
    await duty.ask('sign', [deputy]);
    const [signed, ...open] = await duty.rows();
    for (const { id } of open) await takeBack(database.pool, duty.reach(holder), { involvementId: id, reason: '出差' });
    await expect(
      takeBack(database.pool, duty.reach(holder), { involvementId: signed?.id ?? '', reason: '不' }),
    ).rejects.toMatchObject(refusedWith('REQUEST_CLOSED'));
    expect(await duty.sheetState()).toBe('agreed');
    await answer();
  });

  test('is lifted by its holder while nobody has signed, afterwards only by a superior', async () => {
    await duty.sheet('all', [legal, deputy]);
    await duty.say(legal, 'agree');
    const lift = (by: typeof holder) => liftSheet(database.pool, duty.reach(by), { reason: '改由处务会研究' });
    await expect(lift(holder)).rejects.toMatchObject(refusedWith('REQUEST_CLOSED'));
    await expect(lift(colleague)).rejects.toMatchObject(refusedWith('NOT_CLAIMED'));
    await lift(section);
    expect([await duty.sheetState(), await duty.states()]).toEqual(['lifted', ['answered', 'takenBack']]);
    await answer();
  });
});

describe('后加签', () => {
  const requirements = { apartFrom: ['decide'], second: null };
  const held = () => {
    const requestId = randomUUID();
    return {
      requestId,
      open: () =>
        duty.sheet('all', [legal], { requestId, answer: { form: { opinion: '同意' }, flow: {}, requirements } }),
    };
  };

  test('keeps the answer and hands it out once, in the name of its giver, when the last one has agreed', async () => {
    const { requestId, open } = held();
    await open();
    await expect(answer()).rejects.toMatchObject(refusedWith('AWAITING_SIGNATURES'));
    expect(await answersToSend(database.pool, 9)).toEqual([]);
    await duty.say(legal, 'agree');
    await expect(answer()).rejects.toMatchObject(refusedWith('STALE_DUTY'));
    const [kept] = await answersToSend(database.pool, 9);
    expect(kept?.answer).toMatchObject({ requestId, outcome: 'proposeGrant', by: holder, form: { opinion: '同意' } });
    expect(kept?.requirements).toEqual(requirements);
    if (kept === undefined) return;
    const { submission } = await receive(database.pool, kept.answer, kept.requirements);
    expect(await answersToSend(database.pool, 9)).toEqual([]);
    await life.submit(submission.input);
    expect(await duty.sheetState()).toBe('sent');
  });

  test('gives the answer back when somebody does not agree, and when the duty goes to another', async () => {
    await held().open();
    await duty.say(legal, 'disagree');
    expect(await answersToSend(database.pool, 9)).toEqual([]);
    await expect(answer()).rejects.toMatchObject(refusedWith('SIGNATURE_REFUSED'));
    ({ life, involved: duty } = await proposalTaken(database.pool));
    await held().open();
    await release(database.pool, duty.reach(holder));
    expect([await duty.sheetState(), await duty.states()]).toEqual(['lifted', ['takenBack']]);
  });
});

describe('转办', () => {
  const hand = (to: { postId: string } | { unitId: string }, by = holder, more: object = {}) =>
    reassign(database.pool, duty.reach(by), { requestId: randomUUID(), to, reason: '外出检查', notBy: [], ...more });

  test('goes to another in the same role and unit, by the holder or a superior, and keeps its deadline', async () => {
    const before = await holderNow();
    await hand({ postId: colleague.postId });
    expect(await holderNow()).toEqual({ ...before, person: colleague.personId });
    expect(await duty.toldTo('OFF', 1)).toEqual(['asked']);
    await expect(answer()).rejects.toMatchObject(refusedWith('CLAIMED_BY_OTHER'));
    await expect(hand({ postId: holder.postId })).rejects.toMatchObject(refusedWith('NOT_CLAIMED'));
    await hand({ postId: holder.postId }, section);
    expect(await holderNow()).toEqual(before);
  });

  test('is refused where it would break separation, to another role, and into a unit without the role', async () => {
    await expect(hand({ postId: legal.postId })).rejects.toMatchObject(
      refusedWith('PERSON_UNFIT', { why: 'otherPlace' }),
    );
    await expect(hand({ unitId: 'cq-legal' })).rejects.toMatchObject(refusedWith('NO_SUCH_UNIT'));
    await expect(hand({ unitId: 'sc-permits' })).rejects.toMatchObject(refusedWith('NO_SUCH_UNIT'));
    await duty.ask('delegate', [colleague]);
    await duty.say(colleague, null);
    await expect(hand({ postId: colleague.postId }, holder, { notBy: ['propose'] })).rejects.toMatchObject(
      refusedWith('SEPARATION'),
    );
    await database.pool.query('UPDATE person SET disabled_at = now() WHERE id = $1', [colleague.personId]);
    await expect(hand({ postId: colleague.postId })).rejects.toMatchObject(
      refusedWith('PERSON_UNFIT', { why: 'notHeld' }),
    );
    await database.pool.query('UPDATE person SET disabled_at = NULL WHERE id = $1', [colleague.personId]);
  });

  test('into the pool of another unit that has the role leaves the deadline, and what is asked goes along', async () => {
    await database.pool.query(`UPDATE post SET unit_id = 'cq-legal' WHERE id = $1`, [colleague.postId]);
    await duty.ask('assist', [legal, section]);
    const before = await holderNow();
    await hand({ unitId: 'cq-legal' });
    expect(await holderNow()).toEqual({ ...before, person: null, unit: 'cq-legal' });
    await expect(answer()).rejects.toMatchObject(refusedWith('NO_SUCH_DUTY'));
    await duty.say(legal, null);
    expect(await duty.toldTo('OFF', 1)).toEqual(['answered', 'asked']);
    await database.pool.query(`UPDATE post SET unit_id = 'cq-permits' WHERE id = $1`, [colleague.postId]);
  });

  test('leaves nobody to sign their own draft or prepare their own duty', async () => {
    await duty.sheet('all', [colleague, legal]);
    await duty.ask('assist', [colleague]);
    await hand({ postId: colleague.postId });
    expect((await duty.rows()).map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual(
      ['assist ended', 'reassign done', 'sign open', 'sign vacant'].sort(),
    );
    await expect(answer('proposeGrant', colleague)).rejects.toMatchObject(refusedWith('AWAITING_SIGNATURES'));
  });
});

test('抄送 tells people and units, and asks nothing of them', async () => {
  await duty.ask('copy', [legal], holder, { units: ['cq-leaders'] });
  expect([await duty.toldTo('LEG'), await duty.toldTo('DL'), await duty.toldTo('HEAD')]).toEqual([
    ['asked'],
    ['asked'],
    ['asked'],
  ]);
  await expect(duty.ask('copy', [], holder, { units: ['sc-leaders'] })).rejects.toMatchObject(
    refusedWith('NO_SUCH_UNIT'),
  );
  await answer();
});

describe('at the same time', () => {
  test('two who sign last both count, and the answer that waits is handed out once', async () => {
    await duty.sheet('all', [legal, section]);
    await Promise.all([duty.say(legal, 'agree'), duty.say(section, 'agree')]);
    expect([await duty.sheetState(), await duty.states()]).toEqual(['agreed', ['answered', 'answered']]);
    expect(await verifyCase(database.pool, life.caseId)).toEqual([]);
  });

  test('an answer and a request to sign never both get through', async () => {
    for (let nth = 0; nth < 6; nth += 1) {
      ({ life, involved: duty } = await proposalTaken(database.pool));
      const [received, opened] = await Promise.allSettled([
        receive(database.pool, given()),
        duty.sheet('all', [legal]),
      ]);
      expect([received.status, opened.status].sort()).toEqual(['fulfilled', 'rejected']);
      if (opened.status === 'rejected') expect(opened.reason).toMatchObject(refusedWith('STALE_DUTY'));
      if (received.status === 'rejected') expect(received.reason).toMatchObject(refusedWith('AWAITING_SIGNATURES'));
    }
  });

  test('an answer and a reassignment never both get through', async () => {
    for (let nth = 0; nth < 6; nth += 1) {
      ({ life, involved: duty } = await proposalTaken(database.pool));
      const handing = { requestId: randomUUID(), to: { postId: colleague.postId }, reason: '外出', notBy: [] };
      const results = await Promise.allSettled([
        receive(database.pool, given()),
        reassign(database.pool, duty.reach(holder), handing),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    }
  });

  test('whoever asks waits for an answer that is being received', async () => {
    const receiving = await database.pool.connect();
    try {
      await receiving.query(`BEGIN; ${holdCase(life.caseId)}`);
      let isDone = false;
      const asking = duty.sheet('all', [legal]).finally(() => (isDone = true));
      let isWaiting = false;
      while (!isDone && !isWaiting) {
        const text = `SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = 2 AND NOT granted) AS waiting`;
        ({ waiting: isWaiting } = await selectOne<{ waiting: boolean }>(database.pool, { text }));
      }
      await receiving.query('COMMIT');
      await asking;
      expect(isWaiting).toBe(true);
    } finally {
      receiving.release();
    }
  });

  test('of a signature and its being taken back one wins', async () => {
    await duty.sheet('all', [legal, section]);
    const involvementId = (await duty.rows())[0]?.id ?? '';
    const taking = takeBack(database.pool, duty.reach(holder), { involvementId, reason: '出差' });
    const results = await Promise.allSettled([duty.say(legal, 'agree'), taking]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

test('a claim takes what was asked along with the duty', async () => {
  await duty.ask('assist', [legal]);
  await release(database.pool, duty.reach(holder));
  await claim(database.pool, duty.reach(colleague));
  await duty.say(legal, null);
  expect(await duty.toldTo('OFF', 1)).toEqual(['answered']);
});
