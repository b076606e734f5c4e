import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { PrismaClient } from './generated/client.ts';
import { openPool } from './pool.ts';

/** The record as a process reaches it: one pool, and Prisma on the same pool for the ordinary nouns. */
export interface Database {
  readonly pool: Pool;
  readonly prisma: PrismaClient;
  /** Waits for what is under way and closes all connections. */
  close(): Promise<void>;
}

/** Longer than the longest statement, the one that applies a revision. */
const PATIENCE_MS = 90_000;

/** One pool per process. `max` connections; more only queue inside PostgreSQL. */
export function openDatabase(databaseUrl: string, max = 16): Database {
  const pool = openPool(databaseUrl, { max, patienceMs: PATIENCE_MS });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    pool,
    prisma,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
