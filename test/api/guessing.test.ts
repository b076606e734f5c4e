import { auditOf, personStream } from '@lianban/db/audit';
import { select } from '@lianban/db/queryable';
import { UNKNOWN_STREAM } from '@lianban/db/sign-in/attempts';
import { people } from '@lianban/db/seed/people';
import { verifyStream } from '@lianban/db/verify-chain';
import { guessing } from '@lianban/api/identity/policy';
import type { Service } from '@lianban/api/service';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Browser, hasAddresses, type Answered } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { PASSWORD } from '../support/service-client.ts';

let running: RunningService;
let second: Service;
beforeAll(async () => {
  running = await startRunningService();
  second = await running.another();
});
afterAll(async () => {
  await second.stop();
  await running.stop();
});
beforeEach(async () => {
  await running.database.pool.query('TRUNCATE sign_in_tally, sign_in_attempt, known_device');
});

const { allowedPerAccount, allowedPerAddress, allowedPerDevice, blockMinutes } = guessing;
const browser = (address = '127.0.0.1', service = running.address): Browser => new Browser(service, address);
const guess = (from: Browser, user: string): Promise<Answered> => from.signIn(user, 'a wrong guess');
const codes = (answers: readonly Answered[]): readonly (string | null)[] => answers.map(({ code }) => code);
const times = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

/** Every guess from an address of its own. */
async function guesses(user: string, count: number, network = 1): Promise<readonly Answered[]> {
  const answers: Answered[] = [];
  for (const n of times(count)) answers.push(await guess(browser(`127.${network}.0.${n + 1}`), user));
  return answers;
}

const wrong = (count: number): readonly string[] => times(count).map(() => 'WRONG_CREDENTIALS');

/** Waits until no attempt is left for the audit. */
const attemptsAudited = (): Promise<unknown> =>
  eventually('all attempts in the audit', async () => {
    const [left] = await select<{ count: number }>(running.database.pool, {
      text: 'SELECT count(*) FROM sign_in_attempt',
    });
    return left?.count === 0;
  });

/** Moves everything that is counted into the past, as if nobody had come meanwhile. */
const minutesPass = (minutes: number): Promise<unknown> =>
  running.database.pool.query(
    `UPDATE sign_in_tally SET since = since - $1 * interval '1 minute', blocked_until = blocked_until - $1 * interval '1 minute'`,
    [minutes],
  );

describe('guessing at one account', () => {
  test('from one address is blocked after a few failures, also for the right password [ASVS v5.0.0-6.3.1]', async () => {
    const from = browser();
    for (let nth = 0; nth < allowedPerAccount.value; nth += 1)
      expect((await guess(from, 'hejing')).code).toBe('WRONG_CREDENTIALS');
    const blocked = await from.signIn('hejing', PASSWORD);
    expect(blocked).toMatchObject({ status: 429, code: 'TOO_MANY_ATTEMPTS' });
    const seconds = Number(blocked.detail['seconds']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(blockMinutes.value * 60);
    expect(blocked.retryAfter).toBe(String(seconds));
  });

  test('from many addresses is counted together, by all processes [ASVS v5.0.0-6.3.1]', async () => {
    expect(codes(await guesses('hejing', allowedPerAccount.value - 1))).toEqual(wrong(allowedPerAccount.value - 1));
    expect((await guess(browser('127.2.0.1', second.address), 'hejing')).code).toBe('WRONG_CREDENTIALS');
    expect((await guess(browser('127.2.0.2'), 'hejing')).code).toBe('TOO_MANY_ATTEMPTS');
    expect((await guess(browser('127.2.0.3', second.address), 'hejing')).code).toBe('TOO_MANY_ATTEMPTS');
  });

  test('stays blocked when the service starts anew [ASVS v5.0.0-6.3.1]', async () => {
    await guesses('hejing', allowedPerAccount.value);
    const third = await running.another();
    try {
      expect((await browser('127.2.0.1', third.address).signIn('hejing', PASSWORD)).code).toBe('TOO_MANY_ATTEMPTS');
    } finally {
      await third.stop();
    }
  });

  test('all at once gets no more answers than one after the other [ASVS v5.0.0-6.3.1]', async () => {
    const at = [running.address, second.address];
    const answers = await Promise.all(
      times(60).map((n) => guess(browser(`127.3.0.${n + 1}`, at[n % 2] ?? ''), 'hejing')),
    );
    const late = await Promise.all(times(4).map((n) => browser(`127.4.0.${n + 1}`).signIn('hejing', PASSWORD)));
    expect(new Set(codes(answers))).toEqual(new Set(['WRONG_CREDENTIALS', 'TOO_MANY_ATTEMPTS']));
    expect(codes(answers).filter((code) => code === 'TOO_MANY_ATTEMPTS').length).toBeGreaterThan(30);
    expect(codes(late)).toEqual(times(4).map(() => 'TOO_MANY_ATTEMPTS'));
  });

  test('is possible again after the block, and the next block lasts longer [ASVS v5.0.0-6.3.1]', async () => {
    const [first, next] = [await guesses('hejing', allowedPerAccount.value + 1), blockMinutes.value + 1];
    await minutesPass(next);
    const later = await guesses('hejing', allowedPerAccount.value + 1, 2);
    expect(codes(later)).toEqual([...wrong(allowedPerAccount.value), 'TOO_MANY_ATTEMPTS']);
    const [short, long] = [first, later].map((answers) => Number(answers.at(-1)?.detail['seconds']));
    expect(long).toBeGreaterThan((short ?? 0) * 1.5);
    await minutesPass(2 * next);
    expect((await browser('127.5.0.1').signIn('hejing', PASSWORD)).status).toBe(200);
  });

  test('does not add up over a long time [ASVS v5.0.0-6.1.1]', async () => {
    for (let nth = 0; nth < 3; nth += 1) {
      expect(codes(await guesses('hejing', allowedPerAccount.value - 1))).toEqual(wrong(allowedPerAccount.value - 1));
      await minutesPass(guessing.windowMinutes.value + 1);
    }
  });
});

describe('strangers cannot keep an officer out', () => {
  test('who has signed in from that device before, whatever is tried elsewhere [ASVS v5.0.0-6.1.1]', async () => {
    const own = browser();
    expect((await own.signIn('hejing', PASSWORD)).status).toBe(200);
    await guesses('hejing', allowedPerAccount.value);
    expect((await browser('127.2.0.1').signIn('hejing', PASSWORD)).code).toBe('TOO_MANY_ATTEMPTS');
    expect((await own.mutate('session.signOut')).status).toBe(200);
    expect((await own.signIn('hejing', PASSWORD)).status).toBe(200);
  });

  test('nor one whose address they share [ASVS v5.0.0-6.1.1]', async () => {
    const own = browser();
    await own.signIn('hejing', PASSWORD);
    await running.database.pool.query(
      `INSERT INTO sign_in_tally (key, failures, allowed, since, blocked_until) VALUES ('address:127.0.0.1', 100, 100, now(), now() + interval '10 minutes')`,
    );
    expect((await browser().signIn('hejing', PASSWORD)).code).toBe('TOO_MANY_ATTEMPTS');
    expect((await own.signIn('hejing', PASSWORD)).status).toBe(200);
  });

  test('but the known device is counted by itself, and blocking it blocks no other [ASVS v5.0.0-6.3.1]', async () => {
    const [stolen, other] = [browser('127.1.0.1'), browser('127.1.0.2')];
    await stolen.signIn('hejing', PASSWORD);
    await other.signIn('hejing', PASSWORD);
    for (let nth = 0; nth < allowedPerDevice.value; nth += 1)
      expect((await guess(stolen, 'hejing')).code).toBe('WRONG_CREDENTIALS');
    expect((await stolen.signIn('hejing', PASSWORD)).code).toBe('TOO_MANY_ATTEMPTS');
    expect((await other.signIn('hejing', PASSWORD)).status).toBe(200);
    expect((await browser('127.1.0.3').signIn('hejing', PASSWORD)).status).toBe(200);
  });

  test('a device known to one person is a stranger to everybody else [ASVS v5.0.0-6.3.1]', async () => {
    const mulan = browser('127.1.0.9');
    await mulan.signIn('mulan', PASSWORD);
    await guesses('hejing', allowedPerAccount.value);
    expect((await mulan.signIn('hejing', PASSWORD)).code).toBe('TOO_MANY_ATTEMPTS');
  });

  test('a device cookie that is not ours is nothing, and is never taken over [ASVS v5.0.0-6.3.1]', async () => {
    const forged = browser('127.1.0.9');
    forged.cookies.set('lianban-device', 'chosen-by-somebody-else');
    await forged.signIn('hejing', PASSWORD);
    expect(forged.cookies.get('lianban-device')).toMatch(/^[\w-]{43}$/);
    await guesses('hejing', allowedPerAccount.value);
    const again = browser('127.1.0.10');
    again.cookies.set('lianban-device', 'chosen-by-somebody-else');
    expect((await again.signIn('hejing', PASSWORD)).code).toBe('TOO_MANY_ATTEMPTS');
  });

  test('several people of one computer keep one device cookie, and each is known on it [ASVS v5.0.0-6.1.1]', async () => {
    const shared = browser('127.1.0.9');
    await shared.signIn('hejing', PASSWORD);
    const token = shared.cookies.get('lianban-device');
    await shared.signIn('zhoumin', PASSWORD);
    expect(shared.cookies.get('lianban-device')).toBe(token);
    await Promise.all([guesses('hejing', allowedPerAccount.value), guesses('zhoumin', allowedPerAccount.value, 2)]);
    expect((await shared.signIn('hejing', PASSWORD)).status).toBe(200);
    expect((await shared.signIn('zhoumin', PASSWORD)).status).toBe(200);
  });
});

describe('one address that tries many accounts', () => {
  test.runIf(hasAddresses)('is blocked for all of them, and nobody elsewhere is [ASVS v5.0.0-6.3.1]', async () => {
    await running.database.pool.query(
      `INSERT INTO sign_in_tally (key, failures, allowed, since) VALUES ('address:127.7.0.1', $1, $1 + 2, now())`,
      [allowedPerAddress.value - 2],
    );
    const from = browser('127.7.0.1');
    expect(codes([await guess(from, 'somebody'), await guess(from, 'zhoumin')])).toEqual(wrong(2));
    expect((await from.signIn('hejing', PASSWORD)).code).toBe('TOO_MANY_ATTEMPTS');
    expect((await browser('127.7.0.2').signIn('hejing', PASSWORD)).status).toBe(200);
  });
});

describe('nobody learns whether an account exists', () => {
  test('neither from the answers nor from when it is blocked [ASVS v5.0.0-6.3.8]', async () => {
    const shapes = (answers: readonly Answered[]): readonly unknown[] =>
      answers.map(({ status, code, detail, retryAfter }) => [status, code, Object.keys(detail), retryAfter !== null]);
    const known = await guesses('hejing', allowedPerAccount.value + 2, 1);
    const unknown = await guesses('nobody-has-this-name', allowedPerAccount.value + 2, 2);
    expect(shapes(unknown)).toEqual(shapes(known));
    expect(known.at(-1)?.code).toBe('TOO_MANY_ATTEMPTS');
  });
});

test('signing in again and again with the right password is never slowed down', async () => {
  const from = browser('127.8.0.1');
  const answers = await Promise.all(times(40).map(() => browser('127.8.0.1').signIn('zhoumin', PASSWORD)));
  expect(codes(answers)).toEqual(times(40).map(() => null));
  for (let nth = 0; nth < allowedPerAccount.value - 1; nth += 1) await guess(from, 'zhoumin');
  expect((await from.signIn('zhoumin', PASSWORD)).status).toBe(200);
});

describe('what was tried is known afterwards', () => {
  const personId = people.find(({ user }) => user === 'qinli')?.id ?? '';

  test('every failed and blocked attempt is in the audit of its account, without what was typed [ASVS v5.0.0-16.3.1]', async () => {
    const { pool } = running.database;
    await guesses('qinli', allowedPerAccount.value + 3);
    const counts = await eventually('all attempts in the audit', async () => {
      const rows = (await auditOf(pool, personStream(personId))).filter(({ action }) => action === 'session.refused');
      const sum = (field: string): number => rows.reduce((total, { detail }) => total + Number(detail[field]), 0);
      return sum('failed') + sum('blocked') === allowedPerAccount.value + 3 && { failed: sum('failed'), rows };
    });
    expect(counts.failed).toBe(allowedPerAccount.value);
    expect(JSON.stringify(counts.rows)).not.toContain('a wrong guess');
    expect(JSON.stringify(counts.rows)).toContain('127.');
    expect(await verifyStream(pool, personStream(personId))).toEqual([]);
  });

  test('names that no account has are counted and not kept [ASVS v5.0.0-16.2.5]', async () => {
    const { pool } = running.database;
    await attemptsAudited();
    const before = (await auditOf(pool, UNKNOWN_STREAM)).length;
    await guess(browser('127.9.0.1'), 'my-password-typed-into-the-name');
    const kept = await eventually('an entry for it', async () => {
      const rows = (await auditOf(pool, UNKNOWN_STREAM)).slice(before);
      return rows.length > 0 && JSON.stringify(rows);
    });
    expect(kept).toContain('127.');
    expect(kept).not.toContain('my-password');
  });

  test('a flood makes few entries in the chain of its victim, and none is lost [ASVS v5.0.0-16.3.1]', async () => {
    const { pool } = running.database;
    const before = (await auditOf(pool, personStream(personId))).length;
    await pool.query(
      `INSERT INTO sign_in_attempt (person_id, address, outcome) SELECT $1, '10.0.' || n % 300 || '.1', 'blocked' FROM generate_series(1, 12000) n`,
      [personId],
    );
    await attemptsAudited();
    const rows = (await auditOf(pool, personStream(personId))).slice(before);
    expect(rows.reduce((total, { detail }) => total + Number(detail['blocked']), 0)).toBe(12_000);
    expect(rows.length).toBeLessThan(8);
  });

  test('whoever signs in is told of the attempts since the last time, once [ASVS v5.0.0-6.3.5]', async () => {
    const own = browser('127.1.0.50');
    await own.signIn('sc-director', PASSWORD);
    await guesses('sc-director', 3);
    const told = await own.signIn('sc-director', PASSWORD);
    expect(told.data).toMatchObject({ failedSince: { times: 3 } });
    expect((await own.signIn('sc-director', PASSWORD)).data).toMatchObject({ failedSince: null });
    await attemptsAudited();
    expect((await own.signIn('sc-director', PASSWORD)).data).toMatchObject({ failedSince: null });
    await guesses('sc-director', 2, 2);
    await attemptsAudited();
    expect((await own.signIn('sc-director', PASSWORD)).data).toMatchObject({ failedSince: { times: 2 } });
  });
});
