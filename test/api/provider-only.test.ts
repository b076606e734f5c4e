import { select } from '@lianban/db/queryable';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrol } from '../support/authenticator.ts';
import { Browser } from '../support/browser.ts';
import {
  comingBack,
  linked,
  startProvidedService,
  subjectOf,
  type ProvidedService,
} from '../support/provided-service.ts';
import { PASSWORD } from '../support/service-client.ts';
import { personOf } from '../support/trail.ts';

let provided: ProvidedService;
beforeAll(async () => {
  provided = await startProvidedService({}, { staff: 'required' });
  await linked(provided, 'hejing');
});
afterAll(() => provided.stop());

const browserHere = (): Browser => new Browser(provided.running.address);
const isSignedIn = async (browser: Browser): Promise<boolean> => (await browser.query('session.me')).data !== null;

describe('where officials come in by the identity provider alone', () => {
  test('their right password is answered like a wrong one, and like an account that does not exist [ASVS v5.0.0-6.3.8] [ASVS v5.0.0-6.3.4]', async () => {
    const tried = [
      ['hejing', PASSWORD],
      ['hejing', 'a wrong guess'],
      ['no-such-account', PASSWORD],
      ['wanhe', 'a wrong guess'],
    ] as const;
    for (const [user, password] of tried) {
      const browser = browserHere();
      const { status, code, detail } = await browser.signIn(user, password);
      expect({ status, code, detail }).toEqual({
        ...{ status: 401, code: 'WRONG_CREDENTIALS', detail: { staff: 'provider' } },
      });
      expect(await isSignedIn(browser)).toBe(false);
    }
    expect((await browserHere().query('session.entrance')).data).toMatchObject({
      provider: { staffOnlyThere: true },
    });
  });

  test('they do, and enterprises and administrators go on with their passwords [ASVS v5.0.0-6.3.4]', async () => {
    const official = browserHere();
    await official.go(await comingBack(provided, official, { login: { accountId: subjectOf('hejing') } }));
    expect((await official.mutate('session.completeSignIn', {})).status).toBe(200);
    for (const user of ['wanhe', 'admin']) expect((await browserHere().signIn(user, PASSWORD)).status).toBe(200);
  });

  test('no code of theirs is asked for, which would tell that the password was right [ASVS v5.0.0-6.3.8]', async () => {
    const official = browserHere();
    await official.go(await comingBack(provided, official, { login: { accountId: subjectOf('hejing') } }));
    await official.mutate('session.completeSignIn', {});
    await enrol(official);
    expect((await browserHere().signIn('hejing', PASSWORD)).code).toBe('WRONG_CREDENTIALS');
  });

  test('a session that a password opened is over once its person is one of them [ASVS v5.0.0-6.3.4]', async () => {
    const administrator = browserHere();
    expect((await administrator.signIn('admin', PASSWORD)).status).toBe(200);
    expect(await isSignedIn(administrator)).toBe(true);
    await select(provided.running.database.pool, {
      text: `INSERT INTO post (id, person_id, role, province, unit_id, since)
        SELECT gen_random_uuid(), $1, 'OFF', 'CQ', 'cq-permits', current_date - 1`,
      values: [personOf('admin')],
    });
    expect(await isSignedIn(administrator)).toBe(false);
    expect((await administrator.query('message.list')).code).toBe('NOT_SIGNED_IN');
    expect((await browserHere().signIn('admin', PASSWORD)).code).toBe('WRONG_CREDENTIALS');
  });
});
