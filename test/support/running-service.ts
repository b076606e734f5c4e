import { policyNamed } from '@lianban/api/identity/policy';
import type { ApiEnvironment } from '@lianban/api/environment';
import { startService, type Service } from '@lianban/api/service';
import { testDatabase, type TestDatabase } from '@lianban/db/testing/database';
import { Client, Connection } from '@temporalio/client';
import { testServer } from './environment.ts';
import { newNamespace } from './namespace.ts';
import { testKeys } from './test-keys.ts';

/** Where a process reaches the servers that it needs. */
export interface Servers {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
}

/** The whole service over a database and a namespace of its own; workers come beside it. */
export interface RunningService {
  readonly database: TestDatabase;
  readonly client: Client;
  readonly namespace: string;
  readonly address: string;
  readonly service: Service;
  /** As the service reaches them; `database` and `client` are connected directly. */
  readonly servers: Servers;
  /** Starts the service once more over the same record and engine. */
  another(): Promise<Service>;
  stop(): Promise<void>;
}

/**
 * Starts it in this process on a free port. `consoleFolder` is served when it is given; the service, and the workers
 * beside it, reach the servers as `by` says; `changed` takes the place of what else the environment says.
 */
export async function startRunningService(
  consoleFolder: string | null = null,
  by: (direct: Servers) => Servers = (direct) => direct,
  changed: Partial<ApiEnvironment> = {},
): Promise<RunningService> {
  const temporalAddress = testServer('LIANBAN_TEST_TEMPORAL');
  const database = await testDatabase();
  const connection = await Connection.connect({ address: temporalAddress });
  const namespace = await newNamespace(connection);
  const servers = by({ databaseUrl: database.url, temporalAddress });
  const another = (): Promise<Service> =>
    startService({
      ...{ ...servers, namespace, host: '127.0.0.1', port: 0 },
      ...{
        console: consoleFolder,
        demo: true,
        signInPolicy: policyNamed(undefined),
        patienceMs: 8_000,
        ...{ proxies: [], rates: 1 },
        logLevel: process.env['LIANBAN_LOG_LEVEL'] ?? 'silent',
        ...{ secondFactor: 'offered', secretKeys: testKeys(), provider: null },
      },
      ...changed,
    });
  const service = await another();
  return {
    ...{ database, namespace, service, servers, client: new Client({ connection, namespace }) },
    ...{ address: service.address, another },
    stop: async () => {
      await service.stop();
      await connection.close();
      await database.drop();
    },
  };
}
