import { perMinute } from '@lianban/api/http/limits';
import { Door } from '@lianban/api/trail/door';
import { auditOf, personStream, type AuditRow } from '@lianban/db/audit';
import { DOOR_STREAM } from '@lianban/db/door-refusals';
import { select } from '@lianban/db/queryable';
import { LianbanError } from '@lianban/domain/error';
import type { PoolClient } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Browser, hasAddresses, type Answered } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { PASSWORD } from '../support/service-client.ts';
import { personOf } from '../support/trail.ts';

let running: RunningService;
let holder: PoolClient;
// Nothing is told before the test says that the minute is over, however long the test takes.
const hold = (): Promise<unknown> => holder.query('SELECT pg_advisory_lock(7, 0)');
beforeEach(async () => {
  running = await startRunningService();
  holder = await running.database.pool.connect();
  await hold();
});
afterEach(async () => {
  holder.release();
  await running.stop();
});

const FOREIGN = { 'sec-fetch-site': 'same-site' };
const many = (count: number, ask: () => Promise<Answered>): Promise<Answered[]> =>
  Promise.all(Array.from({ length: count }, ask));
const atDoor = async (stream: string): Promise<readonly AuditRow[]> =>
  (await auditOf(running.database.pool, stream)).filter(({ action }) => action === 'access.refusedAtDoor');

async function signedIn(user: string, address?: string): Promise<Browser> {
  const browser = new Browser(running.address, address);
  expect((await browser.signIn(user, PASSWORD)).status).toBe(200);
  return browser;
}

/** Waits until so many refusals are written down, and lets their minute be over. */
async function minuteOver(times: number): Promise<void> {
  const { pool } = running.database;
  const areWritten = async (expected: number): Promise<boolean> => {
    const text = 'SELECT coalesce(sum(times), 0)::int AS times FROM door_refusal';
    const [row] = await select<{ times: number }>(pool, { text });
    return row?.times === expected;
  };
  await eventually(`${times} refusals are written down`, () => areWritten(times));
  await select(pool, { text: `UPDATE door_refusal SET at = date_trunc('minute', now()) - interval '1 minute'` });
  await holder.query('SELECT pg_advisory_unlock(7, 0)');
  await eventually('they are told', () => areWritten(0));
  await hold();
}

describe('a call from elsewhere', () => {
  test('is told of on the chain of whose browser it was made in, once a minute and with how often [ASVS v5.0.0-16.3.3]', async () => {
    const browser = await signedIn('zhoumin');
    const stream = personStream(personOf('zhoumin'));
    const answers = await many(40, () => browser.query('session.me', FOREIGN));
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['FOREIGN_ORIGIN']));
    expect((await browser.query('session.me', { origin: 'https://elsewhere.example' })).code).toBe('FOREIGN_ORIGIN');
    await minuteOver(41);
    const [row, ...others] = await atDoor(stream);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      ...{ person_id: personOf('zhoumin'), province: 'CQ', who: { name: '周敏' } },
      detail: {
        ...{ rule: 'FOREIGN_ORIGIN', times: 41, ways: { 'sec-fetch-site': 40, origin: 1 } },
        ...{ addresses: { '127.0.0.1': 41 }, otherAddresses: 0 },
      },
    });
    expect(JSON.stringify(row)).not.toContain('elsewhere');
    await browser.query('session.me', FOREIGN);
    await minuteOver(1);
    expect((await atDoor(stream)).map(({ detail }) => detail['times'])).toEqual([41, 1]);
  });

  test('that would change something is told of where nobody is signed in, by its address [ASVS v5.0.0-16.3.3]', async () => {
    const [one, other] = [new Browser(running.address, '127.7.0.1'), new Browser(running.address, '127.7.0.2')];
    for (const browser of [one, one, other]) await send(browser);
    await minuteOver(3);
    const addresses = hasAddresses ? { '127.7.0.1': 2, '127.7.0.2': 1 } : { '127.0.0.1': 3 };
    expect(await atDoor(DOOR_STREAM)).toMatchObject([
      { person_id: null, province: null, detail: { rule: 'FOREIGN_ORIGIN', times: 3, addresses } },
    ]);
  });

  const send = (browser: Browser): Promise<Answered> => browser.mutate('session.signOut', undefined, FOREIGN);
});

test('a flood from more addresses than are told apart is counted whole, in so many rows and no more [ASVS v5.0.0-16.3.3]', async () => {
  const { pool } = running.database;
  const door = new Door();
  const refusal = new LianbanError('FOREIGN_ORIGIN', { by: 'origin' });
  for (let n = 0; n < 1_200; n += 1)
    door.count(refusal, { identity: null, address: `10.${n % 4}.${Math.floor(n / 4) % 250}.1` });
  await door.write(pool);
  const text = 'SELECT count(*)::int AS rows FROM door_refusal';
  expect(await select(pool, { text })).toEqual([{ rows: 501 }]);
  await minuteOver(1_200);
  const [row, ...others] = await atDoor(DOOR_STREAM);
  expect(others).toEqual([]);
  expect(row?.detail).toMatchObject({ times: 1_200, otherAddresses: 481 });
});

describe('a call too many', () => {
  test('of an account is told of on its chain, and a flood is one row [ASVS v5.0.0-16.3.3] [ASVS v5.0.0-2.4.1]', async () => {
    const browser = await signedIn('hejing');
    const asked = perMinute.account.change + 60;
    const answers = await many(asked, () => browser.mutate('message.read', { ids: [] }));
    const refused = answers.filter(({ status }) => status === 429).length;
    expect(refused).toBeGreaterThanOrEqual(60);
    await minuteOver(refused);
    expect(await atDoor(personStream(personOf('hejing')))).toMatchObject([
      { who: { name: '何静' }, detail: { rule: 'TOO_MANY_ATTEMPTS', times: refused, ways: { account: refused } } },
    ]);
    expect(await atDoor(DOOR_STREAM)).toEqual([]);
  });

  test('of an address, or of a route, is told of by the address [ASVS v5.0.0-16.3.3] [ASVS v5.0.0-2.4.1]', async () => {
    const browser = new Browser(running.address, '127.7.0.3');
    await many(245, () => browser.mutate('session.signIn', { user: 'hejing' }));
    await many(perMinute.address.change - 240, () => browser.mutate('no.such.route'));
    await minuteOver(10);
    expect(await atDoor(DOOR_STREAM)).toMatchObject([
      { detail: { rule: 'TOO_MANY_ATTEMPTS', times: 10, ways: { route: 5, address: 5 } } },
    ]);
  });

  test('is not lost when it cannot be written down for a while, nor when the service ends', async () => {
    const { pool } = running.database;
    const browser = await signedIn('zhoumin');
    await pool.query('ALTER TABLE door_refusal RENAME TO door_refusal_away');
    expect((await browser.query('session.me', FOREIGN)).code).toBe('FOREIGN_ORIGIN');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await pool.query('ALTER TABLE door_refusal_away RENAME TO door_refusal');
    await minuteOver(1);
    const second = await running.another();
    await new Browser(second.address).query('session.me', FOREIGN);
    await second.stop();
    await minuteOver(1);
    expect(await atDoor(personStream(personOf('zhoumin')))).toHaveLength(1);
    expect(await atDoor(DOOR_STREAM)).toHaveLength(1);
  });
});
