import { openDatabase, type Database } from '@lianban/db/client';
import { exchangeWithin } from '@lianban/db/letters/receive-letter';
import { keysInUse } from '@lianban/db/sign-in/sealed-secrets';
import { Client, Connection } from '@temporalio/client';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { Services } from './context.ts';
import { startHealer } from './engine/healer.ts';
import { startRelay } from './engine/relay.ts';
import { TemporalEngine } from './engine/temporal-engine.ts';
import type { ApiEnvironment } from './environment.ts';
import { inProcessPlatforms } from './platform/in-process.ts';
import { createServer } from './http/server.ts';
import { withoutTerm } from './identity/policy.ts';
import { IdentityProvider } from './identity/provider/identity-provider.ts';
import { startSignInRounds } from './identity/rounds.ts';
import { refuseUnknownKeys } from './identity/secret-keys.ts';
import { NoticeFeed } from './live/feed.ts';
import { Door } from './trail/door.ts';
import { startTrailRounds } from './trail/rounds.ts';

/** The running service. */
export interface Service {
  /** Where it listens. */
  readonly address: string;
  /** Answers what has been asked, finishes the rounds under way and closes every connection. */
  stop(): Promise<void>;
}

/** The relay has nobody waiting behind it. */
const RELAY_PATIENCE_MS = 20_000;

/** Puts the service together and listens: routes, live events, relay and healer in one process. */
export async function startService(environment: ApiEnvironment): Promise<Service> {
  const log = pino({ name: 'api', level: environment.logLevel });
  const database = await openWithKeys(environment);
  const feed = await NoticeFeed.open(environment.databaseUrl, log);
  const connection = Connection.lazy({ address: environment.temporalAddress }); // acts are received while the engine is away
  const client = new Client({ connection, namespace: environment.namespace });
  const { pool } = database;
  const healer = startHealer({ client, pool, log });
  const suspect = (caseId: string): void => healer.suspect(caseId);
  const parts = { client, pool, turns: feed, log, suspect };
  const engine = new TemporalEngine({ ...parts, patienceMs: environment.patienceMs });
  const patient = new TemporalEngine({ ...parts, patienceMs: RELAY_PATIENCE_MS });
  const [exchange, platforms] = [exchangeWithin(pool), inProcessPlatforms];
  const relay = startRelay({ pool, engine: patient, exchange, platforms, log });
  const signIns = startSignInRounds(pool, log);
  const door = new Door();
  const trail = startTrailRounds(pool, door, log);
  const { demo, signInPolicy, secondFactor, secretKeys } = environment;
  const policy = demo ? withoutTerm(signInPolicy) : signInPolicy;
  const provider = environment.provider === null ? null : new IdentityProvider(environment.provider, log);
  const services: Services = { database, engine, feed, log, demo, policy, secondFactor, secretKeys, provider, door };
  const { app, close } = await createServer(services, environment);
  const stop = async (): Promise<void> => {
    await Promise.all([relay.stop(), healer.stop(), signIns.stop(), trail.stop()]);
    await feed.close(); // ends the live events, which would keep the host from closing
    await close();
    await door.write(pool).catch((err: unknown) => log.warn({ err }, 'refusals at the door are not told of'));
    await Promise.all([engine.settled(), patient.settled()]);
    await connection.close();
    await database.close();
  };
  return { address: await listen(app, environment, stop), stop };
}

/** @throws Error naming a key that secrets of the record were sealed with and that the environment lacks. */
async function openWithKeys({ databaseUrl, secretKeys }: ApiEnvironment): Promise<Database> {
  const database = openDatabase(databaseUrl);
  try {
    refuseUnknownKeys(secretKeys, await keysInUse(database.pool));
    return database;
  } catch (failure) {
    await database.close();
    throw failure;
  }
}

async function listen(
  app: FastifyInstance,
  { host, port }: ApiEnvironment,
  stop: () => Promise<void>,
): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (failure) {
    await stop();
    throw failure;
  }
}
