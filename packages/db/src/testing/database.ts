import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calendarYears } from '@lianban/domain/calendar-years';
import { items } from '@lianban/domain/items';
import { rules } from '@lianban/domain/rules';
import pg from 'pg';
import { withDatabase } from '../database-url.ts';
import { migrate } from '../migrate.ts';
import { seedDemo } from '../seed/demo.ts';
import { districts } from '../seed/districts.ts';
import { enterprises, people } from '../seed/people.ts';
import { inspectors } from '../seed/inspectors.ts';
import { units } from '../seed/units.ts';

/** A database of one's own, with the present schema, the reference data and the people of the demonstration. */
export interface TestDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  /** Closes the pool and removes the database. */
  drop(): Promise<void>;
}

/** Any database of the server that the tests may use. @throws Error when it is not set. */
function serverUrl(): string {
  const url = process.env['LIANBAN_TEST_DATABASE_URL'];
  if (url === undefined || url === '')
    throw new Error(
      'LIANBAN_TEST_DATABASE_URL is not set: the address of a PostgreSQL that tests may create databases in',
    );
  return url;
}

/** Clones the template database, which is built once per state of schema and seeds. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = serverUrl();
  const template = await templateFor(server);
  const name = `lianban_test_${randomUUID().slice(0, 8)}`;
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const url = withDatabase(server, name);
  const pool = new pg.Pool({ connectionString: url, max: 16 });
  pool.on('error', () => undefined); // the last connections are still closing when the database goes
  return {
    url,
    pool,
    drop: async () => {
      await pool.end();
      await onServer(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

async function templateFor(server: string): Promise<string> {
  const name = `lianban_template_${(await fingerprint()).slice(0, 12)}`;
  await onServer(server, async (client) => {
    await client.query('SELECT pg_advisory_lock(8812)'); // several test files start at once; ends with the connection
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount !== 0) return;
    const draft = `${name}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await migrate(withDatabase(server, draft));
    await seedDemo(withDatabase(server, draft));
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
  });
  return name;
}

async function fingerprint(): Promise<string> {
  const folder = join(import.meta.dirname, '../../prisma/migrations');
  const hash = createHash('sha256');
  for (const name of (await readdir(folder)).sort()) {
    if (!name.endsWith('.toml')) hash.update(name).update(await readFile(join(folder, name, 'migration.sql')));
  }
  // The old licence of the demonstration ends a number of days from today.
  const today = new Date().toISOString().slice(0, 10);
  return hash
    .update(JSON.stringify([items, rules, calendarYears, districts, units, people, enterprises, inspectors, today]))
    .digest('hex');
}

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
