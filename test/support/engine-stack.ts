import { testDatabase, type TestDatabase } from '@lianban/db/testing/database';
import { createWorker } from '@lianban/worker/worker';
import { Client, Connection } from '@temporalio/client';
import { testServer } from './environment.ts';
import { newNamespace } from './namespace.ts';

/** A database, a namespace and the real worker between them. */
export interface EngineStack {
  readonly database: TestDatabase;
  readonly client: Client;
  readonly namespace: string;
  stop(): Promise<void>;
}

/** Starts them for one test file. */
export async function startEngineStack(): Promise<EngineStack> {
  const address = testServer('LIANBAN_TEST_TEMPORAL');
  const database = await testDatabase();
  const connection = await Connection.connect({ address });
  const namespace = await newNamespace(connection);
  const worker = await createWorker({
    ...{ databaseUrl: database.url, temporalAddress: address, namespace, cachedCases: 100 },
    bundle: testServer('LIANBAN_WORKFLOW_BUNDLE'),
  });
  const running = worker.run();
  return {
    ...{ database, namespace, client: new Client({ connection, namespace }) },
    stop: async () => {
      worker.shutdown();
      await running;
      await connection.close();
      await database.drop();
    },
  };
}
