import { randomUUID } from 'node:crypto';
import { instant } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personStream, recordAct } from './audit.ts';
import { openDatabase, type Database } from './client.ts';
import { DESK_ROLE, deskOf, type Reach } from './desk.ts';
import { openPool } from './pool.ts';
import { caseHead } from './queries/case-page.ts';
import { select, selectOne, type Queryable } from './queryable.ts';
import { enterprises } from './seed/people.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { actorOf, DRUGSTORE, RecordedCase } from './testing/recorded-case.ts';
import { away } from './testing/standing-in.ts';
import { inTransaction } from './transaction.ts';
import { urge } from './urge.ts';

let made: TestDatabase;
let database: Database;
/** Of the drugstore in Chongqing, decided, with a message about it. */
let caseId: string;
beforeAll(async () => {
  made = await testDatabase();
  database = openDatabase(made.url);
  const life = await RecordedCase.open(database.pool);
  caseId = life.caseId;
  await life.answer('intake', 'accept');
  const asked = { caseId, duty: 'propose', by: actorOf('SEC'), reason: null } as const;
  const scope = {
    personId: actorOf('SEC').personId,
    role: 'SEC',
    province: 'CQ',
    unitIds: ['cq-permits'],
    enterpriseId: null,
  } as const;
  await urge(database.pool, { ...asked, scope, requestId: randomUUID() });
});
afterAll(async () => {
  await database.close();
  await made.drop();
});

const OFFICER = actorOf('OFF').personId;
const STRANGER = '00000000-0000-4000-8a00-00000000ffff';
const OTHER_ENTERPRISE = enterprises[0]?.id ?? '';

const officer = (province: Province, personId = STRANGER): Reach => ({
  personId,
  role: 'OFF',
  of: { province, unitId: null },
});
const auditor = (province: Province): Reach => ({ personId: STRANGER, role: 'AUD', of: { province, unitId: null } });
const applicant = (enterpriseId: string): Reach => ({ personId: STRANGER, role: 'APP', of: { enterpriseId } });

/** Tables whose rows belong to a case, with the column that says to which. */
const OF_CASES = ['case_file', 'case_event', 'duty', 'clock', 'document', 'submission', 'urge'];

const rowsOf = async (db: Queryable, table: string): Promise<number> => {
  const text = `SELECT count(*)::int AS rows FROM "${table}" WHERE case_id = $1`;
  return (await selectOne<{ rows: number }>(db, { text, values: [caseId] })).rows;
};

describe('a statement without any scope', () => {
  test.each(OF_CASES)(
    'sees the rows of %s in the province and at the applicant of the case [ASVS v5.0.0-8.2.2]',
    async (table) => {
      expect(await rowsOf(database.desk(officer('CQ')), table)).toBeGreaterThan(0);
      expect(await rowsOf(database.desk(applicant(DRUGSTORE)), table)).toBeGreaterThan(0);
    },
  );

  test.each(OF_CASES)('sees no row of %s from anywhere else [ASVS v5.0.0-8.2.2]', async (table) => {
    expect(await rowsOf(database.desk(officer('SC')), table)).toBe(0);
    expect(await rowsOf(database.desk(applicant(OTHER_ENTERPRISE)), table)).toBe(0);
  });

  test('sees messages of the person, the trail of the case, and no other [ASVS v5.0.0-8.2.2]', async () => {
    const seen = async (reach: Reach): Promise<readonly [messages: number, trail: number]> => {
      const text = `SELECT (SELECT count(*) FROM message)::int AS messages,
        (SELECT count(*) FROM audit WHERE stream = 'case:' || $1)::int AS trail`;
      const { messages, trail } = await selectOne<{ messages: number; trail: number }>(database.desk(reach), {
        text,
        values: [caseId],
      });
      return [messages, trail];
    };
    expect(await seen(officer('CQ', OFFICER))).toEqual([1, 3]);
    expect(await seen(officer('CQ'))).toEqual([0, 3]);
    expect(await seen(officer('SC', OFFICER))).toEqual([1, 0]);
  });

  test('sees of the chains of others only what the auditors of the province read [ASVS v5.0.0-8.2.2]', async () => {
    const chains = async (reach: Reach): Promise<readonly string[]> => {
      const text = `SELECT DISTINCT split_part(stream, ':', 1) AS kind FROM audit_head WHERE stream IN ('case:' || $1, 'person:' || $2)
        UNION SELECT split_part(stream, ':', 1) FROM audit WHERE stream IN ('case:' || $1, 'person:' || $2) ORDER BY kind`;
      const values = [caseId, OFFICER];
      return (await select<{ kind: string }>(database.desk(reach), { text, values })).map(({ kind }) => kind);
    };
    await recordAct(database.pool, {
      ...{
        stream: personStream(OFFICER),
        at: instant(Date.now()),
        action: 'session.usePost',
        by: actorOf('OFF'),
        detail: {},
      },
    });
    expect(await chains(auditor('CQ'))).toEqual(['case', 'person']);
    expect(await chains(auditor('SC'))).toEqual([]);
    expect(await chains(officer('CQ'))).toEqual(['case']);
    expect(await chains(officer('SC', OFFICER))).toEqual(['person']);
  });

  test('sees who stands in for whom in its own bureau only [ASVS v5.0.0-8.4.1]', async () => {
    const { delegationId } = await away(database.pool, ['guolan', 'xiezhi']);
    const seen = async (reach: Reach): Promise<number> => {
      const text = 'SELECT count(*)::int AS rows FROM delegation WHERE id = $1';
      return (await selectOne<{ rows: number }>(database.desk(reach), { text, values: [delegationId] })).rows;
    };
    expect([await seen(officer('CQ')), await seen(officer('SC')), await seen(applicant(DRUGSTORE))]).toEqual([1, 0, 0]);
    const forged = database.desk(officer('CQ')).query('UPDATE delegation SET to_on = to_on + 30');
    await expect(forged).rejects.toMatchObject({ code: '42501' });
  });

  test('with the scope of somebody else finds nothing', async () => {
    const theirs = {
      personId: STRANGER,
      role: 'OFF',
      province: 'CQ',
      unitIds: ['cq-permits'],
      enterpriseId: null,
    } as const;
    expect(await caseHead(database.desk(officer('CQ')), caseId, theirs)).not.toBeNull();
    expect(await caseHead(database.desk(officer('SC')), caseId, theirs)).toBeNull();
  });

  test('sees nothing when nobody is named', async () => {
    const unnamed = openPool(made.url, { max: 1, patienceMs: 5_000, role: DESK_ROLE });
    try {
      for (const table of OF_CASES) expect(await rowsOf(unnamed, table), table).toBe(0);
    } finally {
      await unnamed.end();
    }
  });
});

describe('a connection that is lent to one person after the other', () => {
  test('shows each their own, in statements and in transactions, also after one that failed', async () => {
    const one = openPool(made.url, { max: 1, patienceMs: 5_000, role: DESK_ROLE });
    const [here, there] = [deskOf(one, officer('CQ')), deskOf(one, officer('SC'))];
    const inside = (pool: typeof here): Promise<number> =>
      inTransaction(pool, 'SELECT 1', (client) => rowsOf(client, 'case_file'));
    try {
      for (let nth = 0; nth < 3; nth += 1) {
        expect([await rowsOf(here, 'case_file'), await rowsOf(there, 'case_file')]).toEqual([1, 0]);
        expect([await inside(here), await inside(there)]).toEqual([1, 0]);
        await expect(here.query('SELECT 1 / 0')).rejects.toThrow();
        await expect(inTransaction(here, 'SELECT 1', (client) => client.query('SELECT 1 / 0'))).rejects.toThrow();
        expect(await inside(there)).toBe(0);
      }
      const both = Array.from({ length: 20 }, (_, nth) => rowsOf(nth % 2 === 0 ? here : there, 'case_file'));
      expect(await Promise.all(both)).toEqual(Array.from({ length: 20 }, (_, nth) => (nth % 2 === 0 ? 1 : 0)));
    } finally {
      await one.end();
    }
  });
});

describe('the desk', () => {
  const desk = (): Queryable => database.desk(officer('CQ', OFFICER));

  test.each([
    ['turn', `UPDATE case_event SET kind = 'open'`],
    ['case', `UPDATE case_file SET province = 'SC'`],
    ['due date', 'UPDATE duty SET due_on = due_on'],
    ['trail', 'DELETE FROM audit'],
    ['end of a chain', 'UPDATE audit_head SET position = position + 1'],
    ['password', 'SELECT password_hash FROM credential'],
    ['session', 'SELECT token_hash FROM session'],
    ['rule', 'DELETE FROM rule'],
    ['policy', 'ALTER TABLE case_file DISABLE ROW LEVEL SECURITY'],
  ])('has no way to a %s [ASVS v5.0.0-13.2.2]', async (_, text) => {
    await expect(desk().query(text)).rejects.toMatchObject({ code: '42501' });
  });

  test('owns nothing, is no superuser, and passes by no policy [ASVS v5.0.0-13.2.2]', async () => {
    const text = `SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolcanlogin AS powerful,
      (SELECT count(*) FROM pg_class c WHERE c.relowner = r.oid)::int AS owned FROM pg_roles r WHERE rolname = $1`;
    expect(await select(database.pool, { text, values: [DESK_ROLE] })).toEqual([{ powerful: false, owned: 0 }]);
  });

  test('signs acts with the name of whoever asks, and nobody else', async () => {
    const text = `INSERT INTO submission (request_id, content_hash, kind, case_id, payload, form, received_at, received_on, person_id, post_id, role)
      VALUES ($1, 'test', 'answer', $2, '{}', '{}', now(), now(), $3, $3, 'OFF')`;
    const asOther = desk().query(text, [randomUUID(), caseId, STRANGER]);
    await expect(asOther).rejects.toMatchObject({ code: '42501' });
  });

  test('and the engine are all that a service needs which owns nothing [ASVS v5.0.0-13.2.2]', async () => {
    const name = `lianban_service_${randomUUID().slice(0, 8)}`;
    await made.pool.query(`CREATE ROLE ${name} LOGIN PASSWORD 'only here' IN ROLE lianban_engine, lianban_desk`);
    const url = new URL(made.url);
    [url.username, url.password] = [name, 'only here'];
    const service = openDatabase(url.href, 2);
    try {
      const life = await RecordedCase.open(service.pool);
      await life.answer('intake', 'accept');
      const theirs = {
        personId: STRANGER,
        role: 'OFF',
        province: 'CQ',
        unitIds: ['cq-permits'],
        enterpriseId: null,
      } as const;
      expect(await caseHead(service.desk(officer('CQ')), life.caseId, theirs)).not.toBeNull();
      expect(await caseHead(service.desk(officer('SC')), life.caseId, theirs)).toBeNull();
      for (const text of [
        'DELETE FROM case_event',
        'ALTER TABLE audit DISABLE TRIGGER ALL',
        'UPDATE audit_head SET position = 1',
      ])
        await expect(service.pool.query(text), text).rejects.toMatchObject({ code: '42501' });
    } finally {
      await service.close();
      await made.pool.query(`DROP ROLE ${name}`);
    }
  });

  test('reads every table that tells of cases, applicants or people only by a policy', async () => {
    const text = `SELECT c.relname AS name FROM pg_class c
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT c.relrowsecurity
        AND has_any_column_privilege($1, c.oid, 'SELECT')
        AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('case_id', 'enterprise_id', 'person_id', 'stream'))
      ORDER BY 1`;
    // Who holds which post is known to colleagues and applicants; its holders' other rows are not.
    expect(await select(database.pool, { text, values: [DESK_ROLE] })).toEqual([{ name: 'post' }]);
  });
});
