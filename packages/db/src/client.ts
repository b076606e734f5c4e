import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';

/** The record as a process reaches it: one pool, and Prisma on the same pool for the ordinary nouns. */
export interface Database {
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;
  /** Waits for what is under way and closes all connections. */
  close(): Promise<void>;
}

/** One pool per process. `max` connections; more only queue inside PostgreSQL. */
export function openDatabase(databaseUrl: string, max = 16): Database {
  const pool = new pg.Pool({ connectionString: databaseUrl, max });
  pool.on('error', () => undefined); // a connection that died while idle: the next query opens another
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
