import { randomUUID } from 'node:crypto';
import { civilDateOf, instant } from '@lianban/domain/civil-date';
import { select } from '@lianban/db/queryable';
import { actorOf, fileApplication, RecordedCase } from '@lianban/db/testing/recorded-case';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../support/listener.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { codeOf, signIn } from '../support/service-client.ts';

let running: RunningService;
beforeAll(async () => {
  running = await startRunningService();
});
afterAll(() => running.stop());

/** The code with which a call is refused. */
const refusalOf = (call: Promise<unknown>): Promise<string | null> => call.then(() => null, codeOf);

const run = (text: string, ...values: readonly unknown[]) => select(running.database.pool, { text, values });
const postOf = `(SELECT o.id FROM post o JOIN person p ON p.id = o.person_id WHERE p.name = $1 ORDER BY o.since, o.id LIMIT 1)`;
const endPost = (name: string) =>
  run(`UPDATE post SET until = (now() AT TIME ZONE 'Asia/Shanghai')::date - 1 WHERE id = ${postOf}`, name);
const restorePost = (name: string) => run(`UPDATE post SET until = NULL WHERE id = ${postOf}`, name);
const movePost = (name: string, unit: string) => run(`UPDATE post SET unit_id = $2 WHERE id = ${postOf}`, name, unit);

/** Somebody who stays at the window. */
async function anotherAtTheWindow(): Promise<Actor> {
  const [personId, postId] = [actorOf('LEG').personId, randomUUID()];
  await running.database.pool.query(
    `INSERT INTO post (id, person_id, role, unit_id, province, since) VALUES ($1, $2, 'WIN', 'cq-service-centre', 'CQ', '2026-01-01')`,
    [postId, personId],
  );
  return { personId, postId, role: 'WIN' };
}

/** An application that waits at the window. */
const atTheWindow = async (): Promise<RecordedCase> => {
  const { pool } = running.database;
  return RecordedCase.resume(pool, await fileApplication(pool));
};

describe('permission that is withdrawn in the middle of a session holds no longer', () => {
  test('when the post ends: the next call, to read or to act, is refused [ASVS v5.0.0-8.3.2] [ASVS v5.0.0-7.4.2]', async () => {
    const { caseId } = await atTheWindow();
    const { trpc } = await signIn(running.address, 'hejing');
    expect((await trpc.case.page.query({ caseId })).caseId).toBe(caseId);
    await endPost('何静');
    try {
      const act = { caseId, duty: 'intake', outcome: 'accept', form: {}, requestId: randomUUID() };
      expect(await refusalOf(trpc.case.page.query({ caseId }))).toBe('NOT_SIGNED_IN');
      expect(await refusalOf(trpc.duty.answer.mutate(act))).toBe('NOT_SIGNED_IN');
    } finally {
      await restorePost('何静');
    }
  });

  test('when the post moves to another unit: its duties are no longer in reach [ASVS v5.0.0-8.3.2]', async () => {
    const { caseId } = await atTheWindow();
    const { trpc } = await signIn(running.address, 'hejing');
    const reference = { caseId, duty: 'intake' };
    const listed = async () => (await trpc.duty.inbox.query({ tab: 'pool' })).rows.some((row) => row.caseId === caseId);
    expect(await listed()).toBe(true);
    await movePost('何静', 'cq-credit');
    try {
      expect(await listed()).toBe(false);
      expect(await refusalOf(trpc.duty.claim.mutate(reference))).toBe('NO_SUCH_DUTY');
    } finally {
      await movePost('何静', 'cq-service-centre');
    }
  });

  test('when the session is removed: so is everything it could do [ASVS v5.0.0-7.4.1]', async () => {
    const { trpc } = await signIn(running.address, 'hejing');
    await run('DELETE FROM session WHERE person_id = (SELECT id FROM person WHERE name = $1)', '何静');
    expect(await refusalOf(trpc.duty.inbox.query({ tab: 'pool' }))).toBe('NOT_SIGNED_IN');
    expect(await trpc.session.me.query()).toBeNull();
  });
});

describe('standing in for somebody that is over', () => {
  const office = () => signIn(running.address, 'gaolin');

  /** Guo Lan stands in for the clerk at the window and acts in that post; ended by the head of the bureau. */
  async function standingIn() {
    const [{ trpc: head }, deputy] = [await office(), await signIn(running.address, 'guolan')];
    const { posts } = await head.standIn.ofUnit.query();
    const postOfClerk = posts.find(({ name }) => name === '何静')?.postId ?? '';
    const own = (await deputy.trpc.session.me.query())?.post.id ?? '';
    const today = civilDateOf(instant(Date.now()));
    const { delegationId } = await head.standIn.give.mutate({
      ...{ postId: postOfClerk, deputyPostId: own, matter: { kind: 'post' }, from: today, to: today, reason: '病假' },
    });
    await deputy.trpc.session.usePost.mutate({ postId: postOfClerk });
    const end = () => head.standIn.end.mutate({ delegationId, reason: '返岗' });
    return { ...deputy, delegationId, end };
  }

  test('ends in an open session, to read and to act [ASVS v5.0.0-8.3.2] [ASVS v5.0.0-7.4.2]', async () => {
    const { caseId } = await atTheWindow();
    const { trpc, end } = await standingIn();
    expect((await trpc.duty.inbox.query({ tab: 'pool' })).rows.some((row) => row.caseId === caseId)).toBe(true);
    const act = { caseId, duty: 'intake', outcome: 'accept', form: {}, requestId: randomUUID() };
    const claim = { caseId, duty: 'intake' };
    await end();
    const calls = [trpc.duty.claim.mutate(claim), trpc.duty.answer.mutate(act), trpc.duty.inbox.query({ tab: 'pool' })];
    expect(await Promise.all(calls.map(refusalOf))).toEqual(['NOT_SIGNED_IN', 'NOT_SIGNED_IN', 'NOT_SIGNED_IN']);
    expect(await run('SELECT FROM session s JOIN post o ON o.id = s.post_id WHERE o.person_id <> s.person_id')).toEqual(
      [],
    );
  });

  test('ends with the last day, without anybody ending it [ASVS v5.0.0-8.3.2]', async () => {
    const { caseId } = await atTheWindow();
    const { trpc, delegationId } = await standingIn();
    expect((await trpc.case.page.query({ caseId })).caseId).toBe(caseId);
    await run(
      `UPDATE delegation SET from_on = from_on - 1, to_on = (now() AT TIME ZONE 'Asia/Shanghai')::date - 1 WHERE id = $1`,
      delegationId,
    );
    expect(await refusalOf(trpc.case.page.query({ caseId }))).toBe('NOT_SIGNED_IN');
  });

  test('ends an open stream of events, which says nothing more [ASVS v5.0.0-8.3.2]', async () => {
    const { caseId } = await atTheWindow();
    const { cookie, end } = await standingIn();
    const [lost, kept] = [listen(running.address, cookie), listen(running.address, (await office()).cookie, caseId)];
    await Promise.all([lost.open, kept.open]);
    await end();
    await (await RecordedCase.resume(running.database.pool, caseId)).answer('intake', 'accept');
    await expect.poll(kept.text, { timeout: 5_000 }).toContain(caseId);
    await lost.ended;
    expect(lost.text()).toContain('NOT_SIGNED_IN');
    expect(lost.text()).not.toContain(caseId);
    kept.stop();
  });
});

describe('an open stream of events', () => {
  test('says nothing more to a post that has ended, and ends [ASVS v5.0.0-8.3.2]', async () => {
    const { caseId } = await atTheWindow();
    const [clerk, supervisor] = [await signIn(running.address, 'hejing'), await signIn(running.address, 'yeqing')];
    const [lost, kept] = [listen(running.address, clerk.cookie), listen(running.address, supervisor.cookie)];
    await Promise.all([lost.open, kept.open]);
    await endPost('何静');
    try {
      const { pool } = running.database;
      await (await RecordedCase.resume(pool, caseId)).answer('intake', 'accept');
      await expect.poll(kept.text, { timeout: 5_000 }).toContain(caseId);
      await lost.ended;
      expect(lost.text()).toContain('NOT_SIGNED_IN');
      expect(lost.text()).not.toContain(caseId);
    } finally {
      kept.stop();
      await restorePost('何静');
    }
  });

  test('says nothing more to a post that has moved, which listens anew as what it is now [ASVS v5.0.0-8.3.2]', async () => {
    const { caseId } = await atTheWindow();
    const { cookie } = await signIn(running.address, 'hejing');
    const lost = listen(running.address, cookie);
    await lost.open;
    await movePost('何静', 'cq-credit');
    try {
      const { pool } = running.database;
      await (await RecordedCase.resume(pool, caseId)).answer('intake', 'accept', { by: await anotherAtTheWindow() });
      await lost.ended;
      expect(lost.text()).toContain('UNAVAILABLE');
      expect(lost.text()).not.toContain(caseId);
    } finally {
      await movePost('何静', 'cq-service-centre');
    }
  });

  test('tells nobody of a case beyond the border, whatever case they ask to watch [ASVS v5.0.0-8.2.2] [ASVS v5.0.0-8.4.1]', async () => {
    const { caseId } = await atTheWindow();
    const [near, far, other] = await Promise.all(
      ['guolan', 'sc-officer', 'boheng'].map(async (user) =>
        listen(running.address, (await signIn(running.address, user)).cookie, caseId),
      ),
    );
    await Promise.all([near?.open, far?.open, other?.open]);
    const clerk = await signIn(running.address, 'hejing');
    await clerk.trpc.duty.claim.mutate({ caseId, duty: 'intake' });
    await (await RecordedCase.resume(running.database.pool, caseId)).answer('intake', 'accept');
    await expect.poll(() => near?.text() ?? '', { timeout: 5_000 }).toMatch(new RegExp(`${caseId}[^]*${caseId}`));
    expect([far?.text(), other?.text()].join()).not.toContain(caseId);
    for (const heard of [near, far, other]) heard?.stop();
  });

  test('ends with a refusal that has the browser listen again when the record was out of reach', async () => {
    const { cookie } = await signIn(running.address, 'hejing');
    const heard = listen(running.address, cookie);
    await heard.open;
    await run(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
    );
    await heard.ended;
    expect(heard.text()).toContain('UNAVAILABLE');
  });
});
