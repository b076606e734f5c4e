import pg from 'pg';
import { databaseOf, withDatabase } from './database-url.ts';
import { SchemaEngine } from './schema-engine.ts';

const DUPLICATE_DATABASE = '42P04';
const NO_SUCH_DATABASE = '3D000';

/** Brings the database to the present schema, creating it when it is missing. Gives the migrations applied, in order. */
export async function migrate(databaseUrl: string): Promise<{ readonly applied: readonly string[] }> {
  await createIfMissing(databaseUrl);
  const engine = await SchemaEngine.connect(databaseUrl);
  try {
    return { applied: await engine.applyMigrations() };
  } finally {
    await engine.close();
  }
}

async function createIfMissing(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  try {
    await client.connect();
  } catch (failure) {
    if (!isDatabaseError(failure, NO_SUCH_DATABASE)) throw failure;
    await createDatabase(databaseUrl);
  } finally {
    await client.end();
  }
}

async function createDatabase(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(databaseUrl, 'postgres') });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(databaseOf(databaseUrl))}`);
  } catch (failure) {
    if (!isDatabaseError(failure, DUPLICATE_DATABASE)) throw failure; // another process was quicker
  } finally {
    await client.end();
  }
}

const isDatabaseError = (failure: unknown, code: string): boolean =>
  failure instanceof pg.DatabaseError && failure.code === code;
