import { roles } from '@lianban/domain/role';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withDatabase } from './database-url.ts';
import { migrate } from './migrate.ts';
import { select } from './queryable.ts';
import { SchemaEngine } from './schema-engine.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const COLUMNS = `SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
  WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY table_name, column_name`;
const KEYS = `SELECT conrelid::regclass::text AS "table", pg_get_constraintdef(oid) AS definition FROM pg_constraint
  WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f') AND conrelid <> '_prisma_migrations'::regclass ORDER BY 1, 2`;
// Those that Prisma cannot state are partial or have further columns; what it can state must be there.
const INDEXES = `SELECT tablename, indexname FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1, 2`;

test('the migrations make exactly the tables that the Prisma schema describes', async () => {
  const engine = await SchemaEngine.connect(database.url);
  const script = await engine.scriptFromEmpty();
  await engine.close();
  const name = `${new URL(database.url).pathname.slice(1)}_described`;
  await database.pool.query(`CREATE DATABASE ${name}`);
  const described = new pg.Pool({ connectionString: withDatabase(database.url, name), max: 1 });
  try {
    await described.query(script);
    await described.query('CREATE TABLE _prisma_migrations (id int)');
    for (const text of [COLUMNS, KEYS]) {
      expect(await select(database.pool, { text })).toEqual(await select(described, { text }));
    }
    expect(await select(database.pool, { text: INDEXES })).toEqual(
      expect.arrayContaining([...(await select(described, { text: INDEXES }))]),
    );
  } finally {
    await described.end();
    await database.pool.query(`DROP DATABASE ${name}`);
  }
});

test('migrating twice applies nothing the second time', async () => {
  expect(await migrate(database.url)).toEqual({ applied: [] });
});

test('migrating creates a database that is missing', async () => {
  const url = `${database.url}_new`;
  expect((await migrate(url)).applied.length).toBeGreaterThan(1);
  await database.pool.query(`DROP DATABASE "${new URL(url).pathname.slice(1)}"`);
});

test('posts may be of every role of the domain but the clock', async () => {
  const [constraint] = await select<{ definition: string }>(database.pool, {
    text: `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'post_role_known'`,
  });
  const known = [...(constraint?.definition ?? '').matchAll(/'([A-Z]+)'/g)].map(([, role]) => role);
  expect(known.sort()).toEqual(
    Object.keys(roles)
      .filter((role) => role !== 'CLK')
      .sort(),
  );
});
