import { randomUUID } from 'node:crypto';
import { select } from '@lianban/db/queryable';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { addHours, instant } from '@lianban/domain/civil-date';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../support/listener.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { codeOf, signIn } from '../support/service-client.ts';

type SignedIn = Awaited<ReturnType<typeof signIn>>;

let running: RunningService;
let [legal, head, deputy]: SignedIn[] = [];
let life: RecordedCase;
let number: string;
beforeAll(async () => {
  running = await startRunningService();
  [legal, head, deputy] = [
    await signIn(running.address, 'guolan'),
    await signIn(running.address, 'gaolin'),
    await signIn(running.address, 'jianghe'),
  ];
  life = await RecordedCase.open(running.database.pool);
  await life.answer('intake', 'accept');
  ({ caseNumber: number } = await by(head).trpc.case.page.query({ caseId: life.caseId }));
  await by(head).trpc.case.setSecrecy.mutate({ caseId: life.caseId, secret: true, reason: '飞行检查在即' });
});
afterAll(() => running.stop());

const by = (person: SignedIn | undefined): SignedIn => {
  if (person === undefined) throw new Error('not signed in yet');
  return person;
};
/** The code with which a call is refused. */
const refusalOf = (call: Promise<unknown>): Promise<string | null> => call.then(() => null, codeOf);
const page = () => by(legal).trpc.case.page.query({ caseId: life.caseId });
const inAnHour = () => addHours(instant(Date.now()), 1);

async function ask(caseNumber = number): Promise<string> {
  const accessId = randomUUID();
  await by(legal).trpc.emergency.ask.mutate({ accessId, caseNumber, reason: '值班处置', untilAt: inAnHour() });
  return accessId;
}
async function letIn(): Promise<string> {
  const accessId = await ask();
  await by(head).trpc.emergency.release.mutate({ accessId });
  return accessId;
}
/** Time passes for one access. */
const runOut = (accessId: string) =>
  select(running.database.pool, {
    text: `UPDATE emergency_access SET asked_at = now() - interval '2 hours', until_at = now() WHERE id = $1`,
    values: [accessId],
  });

describe('emergency access to a secret case', () => {
  test('is answered alike for a case that exists and for one that does not, and lists both alike [ASVS v5.0.0-8.2.2]', async () => {
    const [real, unreal] = [await ask(), await ask('渝某〔2026〕9号')];
    const rows = (await by(legal).trpc.emergency.list.query()).filter(({ accessId }) =>
      [real, unreal].includes(accessId),
    );
    expect(rows.map(({ state, caseId, own }) => ({ state, caseId, own }))).toEqual([
      { state: 'asked', caseId: null, own: true },
      { state: 'asked', caseId: null, own: true },
    ]);
    expect(await refusalOf(page())).toBe('NO_SUCH_CASE');
    const supervisor = await signIn(running.address, 'yeqing');
    const watched = (await supervisor.trpc.emergency.list.query()).filter(({ accessId }) => accessId === real);
    expect(watched).toMatchObject([{ caseNumber: null, asked: { name: '郭岚' }, mayDecide: false }]);
    for (const accessId of [real, unreal])
      await by(head).trpc.emergency.refuse.mutate({ accessId, reason: '理由不足' });
  });

  test('is released by the head of the agency, a second person who has proven who they are (edge case 49) [ASVS v5.0.0-2.3.5] [ASVS v5.0.0-7.5.3]', async () => {
    const accessId = await ask();
    expect(await refusalOf(by(legal).trpc.emergency.release.mutate({ accessId }))).toBe('FORBIDDEN');
    expect(await refusalOf(by(deputy).trpc.emergency.release.mutate({ accessId }))).toBe('SEPARATION');
    await select(running.database.pool, { text: `UPDATE session SET proven_at = now() - interval '1 hour'` });
    expect(await refusalOf(by(head).trpc.emergency.release.mutate({ accessId }))).toBe('STEP_UP_REQUIRED');
    await select(running.database.pool, { text: `UPDATE session SET proven_at = now()` });
    await by(head).trpc.emergency.release.mutate({ accessId });
    expect((await page()).secrecy?.letInUntil).toBeTypeOf('string');
    await by(head).trpc.emergency.end.mutate({ accessId });
  });

  test('shows the case and takes no act: no claim, no answer, no change of secrecy [ASVS v5.0.0-8.2.1]', async () => {
    const accessId = await letIn();
    const { caseId } = life;
    const { trpc } = by(legal);
    expect(await page()).toMatchObject({ caseNumber: number, maySetSecrecy: false });
    expect((await trpc.case.timeline.query({ caseId })).length).toBeGreaterThan(0);
    expect((await trpc.case.why.query({ caseId, key: 'propose' })).caseNumber).toBe(number);
    expect(await refusalOf(trpc.duty.claim.mutate({ caseId, duty: 'propose' }))).toBe('NO_SUCH_DUTY');
    const act = { caseId, duty: 'propose', outcome: 'proposeGrant', form: {}, requestId: randomUUID() };
    expect(await refusalOf(trpc.duty.answer.mutate(act))).toBe('NO_SUCH_DUTY');
    await by(head).trpc.emergency.end.mutate({ accessId });
  });

  test('leaves a row in the trail for every read, before it is shown [ASVS v5.0.0-16.2.1] [ASVS v5.0.0-16.3.2]', async () => {
    const reads = async () =>
      (
        await select(running.database.pool, {
          text: `SELECT FROM audit WHERE action = 'access.read' AND detail ->> 'read' = 'emergency' AND detail ->> 'caseId' = $1`,
          values: [life.caseId],
        })
      ).length;
    const accessId = await letIn();
    const before = await reads();
    await page();
    await page();
    await by(legal).trpc.case.timeline.query({ caseId: life.caseId });
    expect(await reads()).toBe(before + 3);
    await by(head).trpc.emergency.end.mutate({ accessId });
  });

  test('is over in the middle of a session, when its time comes and when it is ended [ASVS v5.0.0-8.3.2] [ASVS v5.0.0-7.3.2]', async () => {
    const first = await letIn();
    await page();
    await runOut(first);
    expect(await refusalOf(page())).toBe('NO_SUCH_CASE');
    const second = await letIn();
    await page();
    await by(head).trpc.emergency.end.mutate({ accessId: second });
    expect(await refusalOf(page())).toBe('NO_SUCH_CASE');
  });

  test('that is ended tells the pages of whoever had it at once, and nobody else [ASVS v5.0.0-8.3.2] [ASVS v5.0.0-8.2.2]', async () => {
    const supervisor = await signIn(running.address, 'yeqing');
    const accessId = await letIn();
    const open = await RecordedCase.open(running.database.pool);
    const [inside, outside] = [
      listen(running.address, by(legal).cookie, life.caseId),
      listen(running.address, supervisor.cookie, life.caseId),
    ];
    await Promise.all([inside.open, outside.open]);
    await by(head).trpc.emergency.end.mutate({ accessId });
    await expect.poll(() => inside.text(), { timeout: 10_000 }).toContain(`{"accessEnded":"${life.caseId}"}`);
    await open.answer('intake', 'accept');
    await expect.poll(() => outside.text().includes(open.caseId), { timeout: 10_000 }).toBe(true);
    expect(outside.text()).not.toContain('accessEnded');
    for (const listener of [inside, outside]) listener.stop();
  });

  test('is over in the middle of a live stream; whoever was never let in hears nothing of the case [ASVS v5.0.0-8.3.2] [ASVS v5.0.0-8.2.2]', async () => {
    const supervisor = await signIn(running.address, 'yeqing');
    const accessId = await letIn();
    const open = await RecordedCase.open(running.database.pool);
    const [inside, outside] = [
      listen(running.address, by(legal).cookie, life.caseId),
      listen(running.address, supervisor.cookie, life.caseId),
    ];
    await Promise.all([inside.open, outside.open]);
    const officer = await signIn(running.address, 'zhoumin');
    const claim = async () => {
      await officer.trpc.duty.claim.mutate({ caseId: life.caseId, duty: 'propose' });
      await officer.trpc.duty.release.mutate({ caseId: life.caseId, duty: 'propose' });
    };
    const times = (text: string) => text.split('\n').filter((line) => line.includes(life.caseId)).length;
    await claim();
    await expect.poll(() => times(inside.text()), { timeout: 10_000 }).toBe(2); // of taking it and of giving it back
    await runOut(accessId);
    await claim();
    // Something that the supervisor does hear, after it: so that nothing was merely late.
    await open.answer('intake', 'accept');
    await expect.poll(() => outside.text().includes(open.caseId), { timeout: 10_000 }).toBe(true);
    expect(times(inside.text())).toBe(2);
    expect(times(outside.text())).toBe(0);
    for (const listener of [inside, outside]) listener.stop();
  });
});
