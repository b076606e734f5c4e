import { carry } from '@lianban/api/engine/case-workflow';
import { selectOne } from '@lianban/db/queryable';
import { fileApplication } from '@lianban/db/testing/recorded-case';
import { epochMs, instant, type Instant } from '@lianban/domain/civil-date';
import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import { limited } from '../support/limited.ts';
import { atOnce, inTurn, type Seen } from './load.ts';

/** What lapses are held against: acts of one client, and acts of many at once. */
export interface Measures {
  readonly answer: () => Promise<unknown>;
  readonly bare: () => Promise<unknown>;
  /** Acts of the one client, and how many the many are and for how long. */
  readonly samples: number;
  readonly load: { readonly clients: number; readonly forMs: number };
}

/**
 * Lapses that came due in the same second, and the acts of one client while they were recorded; and, with the same cases
 * open, such acts and the rate of `bare` just before, because a machine is not equally fast from one minute to the next.
 */
export interface LapsesSeen {
  readonly perSecond: number;
  readonly meanwhile: Seen;
  readonly usual: Seen;
  readonly bare: Seen;
}

/** How many cases are opened at once beforehand. */
const LANES = 32;
/** A machine opens at least so many in a second. */
const OPENED_PER_SECOND = 20;

/** Opens that many cases whose silence has the same last moment, and measures from then on until each has its turn. */
export async function lapseTogether(
  { pool, client }: { readonly pool: Pool; readonly client: Client },
  count: number,
  { answer, bare: bareAct, samples, load }: Measures,
): Promise<LapsesSeen> {
  const due = instant(Date.now() + 15_000 + load.forMs + (count * 1000) / OPENED_PER_SECOND);
  const cases: string[] = [];
  const lane = async (): Promise<void> => {
    while (cases.length < count) {
      const at = cases.push('') - 1;
      cases[at] = await openUntil({ pool, client }, due);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  while ((await opened(pool, cases)) < count) await new Promise((resolve) => setTimeout(resolve, 100));
  const usual = await inTurn(samples, answer);
  const bare = await atOnce(load, bareAct);
  if (Date.now() > epochMs(due)) throw new Error('too slow: cases were still being opened when they came due');
  await new Promise((resolve) => setTimeout(resolve, epochMs(due) - Date.now()));
  const ms: number[] = [];
  const from = performance.now();
  let last: Instant | null = null;
  while (last === null) {
    ms.push(...(await inTurn(1, answer)).ms);
    last = await lastRecorded(pool, cases);
  }
  const took = epochMs(last) - epochMs(due);
  return {
    ...{ perSecond: (count * 1000) / took, usual, bare },
    meanwhile: { ms, perSecond: (ms.length * 1000) / (performance.now() - from) },
  };
}

async function openUntil({ pool, client }: { pool: Pool; client: Client }, due: Instant): Promise<string> {
  const at = instant(Date.now());
  const limit = { hours: (epochMs(due) - epochMs(at)) / 3_600_000 };
  const caseId = await fileApplication(pool, { at, ...limited('permit.intake', limit) });
  await carry(client, { caseId, procedure: 'informed-commitment', edition: '2023-12', province: 'CQ' });
  return caseId;
}

/** How many of the cases stand in the record; the engine may still be at the others. */
async function opened(pool: Pool, cases: readonly string[]): Promise<number> {
  const text = 'SELECT count(*)::int AS files FROM case_file WHERE case_id = ANY ($1::uuid[])';
  return (await selectOne<{ files: number }>(pool, { text, values: [cases] })).files;
}

/** When the last of the lapses was recorded; null while some are missing. */
async function lastRecorded(pool: Pool, cases: readonly string[]): Promise<Instant | null> {
  const { lapses, last } = await selectOne<{ lapses: number; last: Instant | null }>(pool, {
    name: 'bench-lapses',
    text: `SELECT count(*) AS lapses, max(recorded_at) AS last FROM case_event WHERE case_id = ANY ($1::uuid[]) AND kind = 'lapse'`,
    values: [cases],
  });
  return lapses === cases.length ? last : null;
}
