import { randomUUID } from 'node:crypto';
import { auditOf, personStream } from '@lianban/db/audit';
import { select } from '@lianban/db/queryable';
import { people } from '@lianban/db/seed/people';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { guessing } from '@lianban/api/identity/policy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrol, laterCodes, laterProof } from '../support/authenticator.ts';
import { Browser, type Answered } from '../support/browser.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { PASSWORD } from '../support/service-client.ts';

let running: RunningService;
beforeAll(async () => {
  running = await startRunningService(null, undefined, { patienceMs: 0 });
});
afterAll(() => running.stop());

const personOf = (user: string): string => people.find((person) => person.user === user)?.id ?? '';
const later = (user: string): Promise<unknown> => laterProof(running.database.pool, personOf(user));
const prove = (browser: Browser, typed = PASSWORD): Promise<Answered> => browser.mutate('session.stepUp', { typed });
const actsOf = async (user: string) =>
  (await auditOf(running.database.pool, personStream(personOf(user)))).map(({ action, detail }) => [action, detail]);

async function signedIn(user: string): Promise<Browser> {
  const browser = new Browser(running.address);
  expect((await browser.signIn(user, PASSWORD)).status).toBe(200);
  return browser;
}

/** A case that waits for the decision of the head of section. */
async function proposed(): Promise<string> {
  const opened = await RecordedCase.open(running.database.pool);
  await opened.answer('intake', 'accept');
  await opened.answer('propose', 'proposeGrant');
  return opened.caseId;
}

const deciding = (caseId: string, outcome = 'grant', requestId = randomUUID()) => ({
  ...{ caseId, duty: 'decide', outcome, requestId },
  form: outcome === 'grant' ? {} : { reasons: '材料需补充说明' },
});

const received = async (caseId: string): Promise<readonly { readonly requestId: string }[]> =>
  select(running.database.pool, {
    text: `SELECT request_id AS "requestId" FROM submission WHERE case_id = $1 AND person_id = $2`,
    values: [caseId, personOf('qinli')],
  });

describe('an act under seal', () => {
  test('is refused before anything is written, and goes through as it was once one has proven who one is [ASVS v5.0.0-7.5.3]', async () => {
    const [head, caseId] = [await signedIn('qinli'), await proposed()];
    await later('qinli');
    const act = deciding(caseId);
    const refused = await head.mutate('duty.answer', act);
    expect(refused).toMatchObject({ status: 403, code: 'STEP_UP_REQUIRED', detail: { by: 'password' } });
    expect(await received(caseId)).toEqual([]);
    expect((await prove(head)).status).toBe(200);
    expect((await head.mutate('duty.answer', act)).status).toBe(200);
    expect(await received(caseId)).toEqual([{ requestId: act.requestId }]);
  });

  test('is the only one that asks: sending back does not, nor does looking', async () => {
    const [head, caseId] = [await signedIn('qinli'), await proposed()];
    await later('qinli');
    expect((await head.query(`case.page?input=${encodeURIComponent(JSON.stringify({ caseId }))}`)).status).toBe(200);
    expect((await head.mutate('duty.answer', deciding(caseId, 'sendBack'))).status).toBe(200);
  });

  test('needs nothing more within ten minutes of the sign-in [ASVS v5.0.0-7.5.3]', async () => {
    const [head, caseId] = [await signedIn('qinli'), await proposed()];
    await select(running.database.pool, { text: `UPDATE session SET proven_at = now() - interval '9 minutes'` });
    expect((await head.mutate('duty.answer', deciding(caseId))).status).toBe(200);
  });

  test('tells nobody whose duty it is not that it would ask [ASVS v5.0.0-8.2.2]', async () => {
    const [officer, caseId] = [await signedIn('zhoumin'), await proposed()];
    await later('zhoumin');
    expect((await officer.mutate('duty.answer', deciding(caseId))).code).toBe('NO_SUCH_DUTY');
  });
});

test.each([
  ['revision.propose', { requestId: randomUUID(), reason: '试问', change: { kind: 'closures', add: [], remove: [] } }],
  ['revision.decide', { revisionId: randomUUID(), decision: 'approve' }],
])('administration is asked for too: %s [ASVS v5.0.0-7.5.3]', async (route, input) => {
  const admin = await signedIn('admin');
  await later('admin');
  expect((await admin.mutate(route, input)).code).toBe('STEP_UP_REQUIRED');
  await prove(admin);
  expect((await admin.mutate(route, input)).code).not.toBe('STEP_UP_REQUIRED');
});

describe('the proof', () => {
  test('is that of the session it was given in, of no other, and the trail has it [ASVS v5.0.0-7.5.3]', async () => {
    const [here, there, caseId] = [await signedIn('qinli'), await signedIn('qinli'), await proposed()];
    await later('qinli');
    expect((await prove(here)).status).toBe(200);
    expect((await there.mutate('duty.answer', deciding(caseId))).code).toBe('STEP_UP_REQUIRED');
    expect((await here.mutate('duty.answer', deciding(caseId))).status).toBe(200);
    const passed = (await actsOf('qinli')).filter(([action]) => action === 'session.stepUp');
    expect(passed.at(-1)?.[1]).toMatchObject({ provenBy: 'password' });
  });

  test('comes with a new token, the one before is worth nothing, and what is open listens on [ASVS v5.0.0-7.2.4]', async () => {
    const [browser, caseId] = [await signedIn('qinli'), await proposed()];
    const [before, live] = [browser.twin(), await browser.events()];
    expect((await prove(browser)).status).toBe(200);
    expect(browser.cookies.get('lianban')).not.toBe(before.cookies.get('lianban'));
    expect((await before.query('session.me')).data).toBeNull();
    expect((await browser.query('session.me')).data).not.toBeNull();
    const opened = await RecordedCase.open(running.database.pool);
    for (const [step, outcome] of [
      ['intake', 'accept'],
      ['propose', 'proposeGrant'],
    ] as const)
      await opened.answer(step, outcome);
    await browser.mutate('session.signOut');
    const told = await live.ended;
    expect(told).toContain(opened.caseId);
    expect(told).not.toContain(caseId);
  });

  test('cannot be guessed: some wrong ones block it, are in the trail, and a right one does not help then [ASVS v5.0.0-6.3.1]', async () => {
    const browser = await signedIn('hejing');
    for (let n = 0; n < guessing.allowedPerDevice.value; n += 1)
      expect((await prove(browser, `guess ${n}`)).code).toBe('WRONG_PASSWORD');
    const blocked = await prove(browser);
    expect(blocked).toMatchObject({ status: 429, code: 'TOO_MANY_ATTEMPTS' });
    expect(Number(blocked.retryAfter)).toBeGreaterThan(0);
    const failed = (await actsOf('hejing')).filter(([action]) => action === 'session.stepUpFailed');
    expect(failed).toHaveLength(guessing.allowedPerDevice.value);
    expect((await new Browser(running.address).signIn('hejing', PASSWORD)).status).toBe(200);
  });

  test('is a code of whoever has a second factor, used once, and the password does not do [ASVS v5.0.0-7.5.3] [ASVS v5.0.0-6.5.1]', async () => {
    const browser = await signedIn('tangyue');
    const { app, recoveryCodes } = await enrol(browser);
    await laterCodes(running.database.pool, personOf('tangyue'));
    expect((await prove(browser)).code).toBe('WRONG_CODE');
    const code = app.code();
    expect((await prove(browser, code)).status).toBe(200);
    expect((await prove(browser, code)).code).toBe('WRONG_CODE');
    expect((await prove(browser, recoveryCodes[0])).status).toBe(200);
    expect((await prove(browser, recoveryCodes[0])).code).toBe('WRONG_CODE');
    expect((await actsOf('tangyue')).map(([action]) => action)).toContain('factor.recoveryCodeUsed');
  });
});
