import { select } from '@lianban/db/queryable';
import { enterprises } from '@lianban/db/seed/people';
import { fileApplication, RecordedCase } from '@lianban/db/testing/recorded-case';
import { addDays, civilDateOf, instant, type CivilDate } from '@lianban/domain/civil-date';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../support/listener.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { codeOf, signIn, type SignedInClient } from '../support/service-client.ts';

let running: RunningService;
let admin: SignedInClient['trpc'];
beforeAll(async () => {
  running = await startRunningService();
  admin = (await signIn(running.address, 'admin')).trpc;
});
afterAll(() => running.stop());

/** The code with which a call is refused. */
const refusalOf = (call: Promise<unknown>): Promise<string | null> => call.then(() => null, codeOf);

const CHOSEN = '榕树下第37盏灯Lit';
const reason = '人员调整';
const today = civilDateOf(instant(Date.now()));
const atTheWindow = (since: CivilDate = today) => ({
  ...{ place: { kind: 'unit', role: 'WIN', unitId: 'cq-service-centre' } as const, since, until: null },
});

/** Somebody new at the window who has chosen a password. */
async function newClerk(user: string): Promise<SignedInClient & { readonly personId: string }> {
  const given = await admin.organisation.addPerson.mutate({ name: '新同事', user, grant: atTheWindow() });
  const client = await signIn(running.address, user, given.password);
  await client.trpc.session.changePassword.mutate({ present: given.password, next: CHOSEN });
  return { ...client, personId: given.personId };
}

describe('a new colleague', () => {
  test('signs in with the one-time password, can do nothing but change it, and then sees what the unit has to do [ASVS v5.0.0-6.4.1]', async () => {
    const caseId = await fileApplication(running.database.pool);
    await RecordedCase.resume(running.database.pool, caseId);
    const given = await admin.organisation.addPerson.mutate({
      name: '新同事',
      user: 'first-day',
      grant: atTheWindow(),
    });
    const { trpc } = await signIn(running.address, 'first-day', given.password);
    const pool = () => trpc.duty.inbox.query({ tab: 'pool' });
    expect(await refusalOf(pool())).toBe('PASSWORD_CHANGE_REQUIRED');
    await trpc.session.changePassword.mutate({ present: given.password, next: CHOSEN });
    expect((await pool()).rows.map((row) => row.caseId)).toContain(caseId);
    expect(await refusalOf(signIn(running.address, 'first-day', given.password))).toBe('WRONG_CREDENTIALS');
    await trpc.duty.claim.mutate({ caseId, duty: 'intake' });
  });

  test('is given a password that the record keeps nowhere as it was told [ASVS v5.0.0-6.4.1]', async () => {
    const { password } = await admin.organisation.addPerson.mutate({
      name: '某人',
      user: 'secret',
      grant: atTheWindow(),
    });
    const kept = await select(running.database.pool, {
      text: `SELECT FROM audit WHERE detail::text LIKE $1 UNION ALL SELECT FROM credential WHERE password_hash LIKE $1`,
      values: [`%${password}%`],
    });
    expect(kept).toEqual([]);
  });

  test('of a later day cannot sign in before that day', async () => {
    const grant = atTheWindow(addDays(today, 1));
    const { password } = await admin.organisation.addPerson.mutate({ name: '下周来', user: 'next-day', grant });
    expect(await refusalOf(signIn(running.address, 'next-day', password))).toBe('WRONG_CREDENTIALS');
  });
});

describe('an account that is disabled', () => {
  test('ends at once: the next call, what is open to be listened to, and every sign-in [ASVS v5.0.0-7.4.2]', async () => {
    const clerk = await newClerk('disabled');
    const heard = listen(running.address, clerk.cookie);
    await heard.open;
    await admin.organisation.disableAccount.mutate({ personId: clerk.personId, reason });
    await heard.ended;
    expect(await refusalOf(clerk.trpc.duty.inbox.query({ tab: 'pool' }))).toBe('NOT_SIGNED_IN');
    expect(await refusalOf(signIn(running.address, 'disabled', CHOSEN))).toBe('WRONG_CREDENTIALS');
    await admin.organisation.enableAccount.mutate({ personId: clerk.personId, reason });
    expect(await (await signIn(running.address, 'disabled', CHOSEN)).trpc.session.me.query()).not.toBeNull();
  });

  test('is refused within a session that somehow stayed [ASVS v5.0.0-8.3.2]', async () => {
    const clerk = await newClerk('stayed');
    const disable = 'UPDATE person SET disabled_at = now() WHERE id = $1';
    await select(running.database.pool, { text: disable, values: [clerk.personId] });
    expect(await refusalOf(clerk.trpc.duty.inbox.query({ tab: 'pool' }))).toBe('NOT_SIGNED_IN');
  });
});

test('a renewed password is chosen by nobody, has to be changed, and ends every session [ASVS v5.0.0-6.4.6]', async () => {
  const clerk = await newClerk('forgetful');
  const renewed = await admin.organisation.renewPassword.mutate({ personId: clerk.personId, reason });
  expect(await refusalOf(clerk.trpc.duty.inbox.query({ tab: 'pool' }))).toBe('NOT_SIGNED_IN');
  expect(await refusalOf(signIn(running.address, 'forgetful', CHOSEN))).toBe('WRONG_CREDENTIALS');
  const again = await signIn(running.address, 'forgetful', renewed.password);
  expect(await again.trpc.session.me.query()).toMatchObject({ mustChangePassword: true });
});

describe('whoever acts for an enterprise under an authority letter (许可法29)', () => {
  const enterpriseId = enterprises[1]?.id ?? '';
  const agent = async (user: string, letter: { number: string; from: CivilDate; to: CivilDate | null }) => {
    const place = { kind: 'enterprise', enterpriseId, capacity: 'agent', letter } as const;
    const grant = { place, since: today, until: null };
    return admin.organisation.addPerson.mutate({ name: '某经办人', user, grant });
  };

  test('is refused in the middle of a session once the letter has run out, and acts again under a new one [ASVS v5.0.0-8.3.2]', async () => {
    const { personId, password } = await agent('letter-ends', { number: '一号', from: today, to: today });
    const { trpc } = await signIn(running.address, 'letter-ends', password);
    await trpc.session.changePassword.mutate({ present: password, next: CHOSEN });
    expect((await trpc.application.list.query({})).rows).toBeDefined();
    // The day has passed: what the clock does to the letter.
    const text = 'UPDATE post SET letter_from = letter_from - 9, letter_to = letter_to - 1 WHERE person_id = $1';
    await select(running.database.pool, { text, values: [personId] });
    expect(await refusalOf(trpc.application.list.query({}))).toBe('NOT_SIGNED_IN');
    expect(await refusalOf(signIn(running.address, 'letter-ends', CHOSEN))).toBe('WRONG_CREDENTIALS');
    const { posts } = await admin.organisation.person.query({ personId });
    const letter = { number: '二号', from: today, to: addDays(today, 365) };
    await admin.organisation.renewLetter.mutate({ postId: posts[0]?.postId ?? '', letter });
    const again = await signIn(running.address, 'letter-ends', CHOSEN);
    expect((await again.trpc.application.list.query({})).rows).toBeDefined();
    const after = await admin.organisation.person.query({ personId });
    expect(after.posts.map((post) => [post.letter?.number, post.isHeld])).toEqual([
      ['二号', true],
      ['一号', false],
    ]);
  });

  test('cannot act before the first day of the letter', async () => {
    const { password } = await agent('letter-later', { number: '三号', from: addDays(today, 1), to: null });
    expect(await refusalOf(signIn(running.address, 'letter-later', password))).toBe('WRONG_CREDENTIALS');
  });

  test('needs one, but for the legal representative, who has none', async () => {
    const grantOf = (
      capacity: 'agent' | 'legalRepresentative',
      letter: { number: string; from: CivilDate; to: null } | null,
    ) => ({
      ...{ place: { kind: 'enterprise', enterpriseId, capacity, letter } as const, since: today, until: null },
    });
    const add = (grant: ReturnType<typeof grantOf>) =>
      refusalOf(admin.organisation.addPerson.mutate({ name: '某人', user: 'legal-person', grant }));
    expect(await add(grantOf('agent', null))).toBe('LETTER_NEEDED');
    expect(await add(grantOf('legalRepresentative', { number: '一号', from: today, to: null }))).toBe('LETTER_NEEDED');
    expect(await add(grantOf('legalRepresentative', null))).toBeNull();
  });
});

describe('the pools', () => {
  test('show who is in them with what they are qualified for, and keep who has left', async () => {
    const { organisation } = admin;
    const expert = { pool: 'expert', who: { name: '孟专家' }, districtId: null, since: today } as const;
    const { memberId } = await organisation.joinPool.mutate(expert);
    const certificate = { kind: '药品GMP', level: '高级', certificateNumber: '证〔2026〕1号' };
    await organisation.addQualification.mutate({ memberId, ...certificate, validFrom: today, validTo: null });
    const member = async () =>
      (await organisation.pool.query({ pool: 'expert' })).find((known) => known.memberId === memberId);
    expect(await member()).toMatchObject({
      name: '孟专家',
      isPresent: true,
      qualifications: [{ ...certificate, isValid: true }],
    });
    await organisation.leavePool.mutate({ memberId, lastDay: null, reason });
    expect(await member()).toMatchObject({
      isPresent: false,
      until: addDays(today, -1),
      qualifications: [certificate],
    });
  });

  test('take nobody twice at a time', async () => {
    const { organisation } = admin;
    const { posts } = await organisation.person.query({ personId: '00000000-0000-4000-8a00-000000000007' });
    expect(posts).toHaveLength(1);
    const inspector = { pool: 'inspector', who: { personId: '00000000-0000-4000-8a00-000000000007' } } as const;
    await organisation.joinPool.mutate({ ...inspector, districtId: '500103', since: today });
    const again = organisation.joinPool.mutate({ ...inspector, districtId: null, since: addDays(today, 3) });
    expect(await refusalOf(again)).toBe('ALREADY_HELD');
  });
});

test('officers see the names of those in their own unit, and of nobody else', async () => {
  const { trpc } = await signIn(running.address, 'qinli');
  const names = (await trpc.organisation.colleagues.query()).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['周敏', '秦立', '唐越']));
  expect(names).not.toContain('郭岚');
});
