import { openDatabase } from '@lianban/db/client';
import { openCasesAfter } from '@lianban/db/queries/case-state';
import { Client, Connection } from '@temporalio/client';
import type { ApiEnvironment } from '../environment.ts';
import { carry } from './case-workflow.ts';

const PAGE = 200;

/** Starts the workflow of every open case that has none, as after cases were brought into the record. Gives how many. */
export async function carryOpenCases(
  place: Pick<ApiEnvironment, 'databaseUrl' | 'temporalAddress' | 'namespace'>,
): Promise<number> {
  const database = openDatabase(place.databaseUrl, 2);
  const connection = await Connection.connect({ address: place.temporalAddress });
  const client = new Client({ connection, namespace: place.namespace });
  try {
    let started = 0;
    for (let after: string | null = null; ;) {
      const page = await openCasesAfter(database.pool, after, PAGE);
      for (const open of page) if (await carry(client, open)) started += 1;
      after = page.at(-1)?.caseId ?? null;
      if (page.length < PAGE) return started;
    }
  } finally {
    await connection.close();
    await database.close();
  }
}
