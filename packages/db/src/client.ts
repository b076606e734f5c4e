import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { DESK_ROLE, deskOf, type Reach } from './desk.ts';
import { PrismaClient } from './generated/client.ts';
import { openPool } from './pool.ts';

/**
 * The record as a process reaches it: one pool, and Prisma on the same pool for the ordinary nouns; beside it the pool of
 * the desk, for what people ask.
 */
export interface Database {
  readonly pool: Pool;
  readonly prisma: PrismaClient;
  /** The record as far as this person reaches it. */
  desk(reach: Reach): Pool;
  /** Waits for what is under way and closes all connections. */
  close(): Promise<void>;
}

/** Longer than the longest statement, the one that applies a revision. */
const PATIENCE_MS = 90_000;

/** One of each per process, with up to `max` connections; more only queue inside PostgreSQL. */
export function openDatabase(databaseUrl: string, max = 16): Database {
  const pool = openPool(databaseUrl, { max, patienceMs: PATIENCE_MS });
  const asked = openPool(databaseUrl, { max, patienceMs: PATIENCE_MS, role: DESK_ROLE, plansOnce: true });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    pool,
    prisma,
    desk: (reach) => deskOf(asked, reach),
    close: async () => {
      await prisma.$disconnect();
      await asked.end();
      await pool.end();
    },
  };
}
