import { startService, type Service } from '@lianban/api/service';
import { testDatabase, type TestDatabase } from '@lianban/db/testing/database';
import { Client, Connection } from '@temporalio/client';
import { testServer } from './environment.ts';
import { newNamespace } from './namespace.ts';

/** The whole service over a database and a namespace of its own; workers come beside it. */
export interface RunningService {
  readonly database: TestDatabase;
  readonly client: Client;
  readonly namespace: string;
  readonly address: string;
  readonly service: Service;
  stop(): Promise<void>;
}

/** Starts it in this process on a free port; `consoleFolder` is served when it is given. */
export async function startRunningService(consoleFolder: string | null = null): Promise<RunningService> {
  const temporalAddress = testServer('LIANBAN_TEST_TEMPORAL');
  const database = await testDatabase();
  const connection = await Connection.connect({ address: temporalAddress });
  const namespace = await newNamespace(connection);
  const service = await startService({
    ...{ databaseUrl: database.url, temporalAddress, namespace, host: '127.0.0.1', port: 0 },
    ...{
      console: consoleFolder,
      demo: true,
      patienceMs: 8_000,
      logLevel: process.env['LIANBAN_LOG_LEVEL'] ?? 'silent',
    },
  });
  return {
    ...{ database, namespace, service, client: new Client({ connection, namespace }) },
    address: service.address,
    stop: async () => {
      await service.stop();
      await connection.close();
      await database.drop();
    },
  };
}
