import { availableParallelism } from 'node:os';
import { wrongAttachments } from './attachments.ts';
import type { ChainBreak } from './chain-break.ts';
import { checkRange, type Listener, type RangeSeen } from './check-range.ts';
import { unlikeTurns, wrongLedgerEnds, wrongTrailEnds, type RecordPart } from './ends.ts';
import { FoundBreaks } from './found-breaks.ts';
import type { ChainRange } from './range.ts';
import { rangesOf } from './ranges.ts';
import { openReader, type Reader } from './reader.ts';
import { checkInProcesses } from './processes.ts';

/** How much of the record was gone through, and how many breaks there were. */
export interface VerifiedRecord {
  /** Rows of the trail and turns of the ledgers. */
  readonly rows: number;
  readonly streams: number;
  readonly breaks: number;
}

/** With fewer ranges than this, starting processes takes longer than the work. */
const WORTH_PROCESSES = 4;

const EVERYTHING: RecordPart = { stream: null, since: null };

/**
 * Recomputes every chain of that part of the record as it is at one moment: the trail and the ledgers, whether each ends
 * where it should, whether the trail tells of every turn, and whether what was handed in is what the ledger names. Each break is handed to `found` as soon as it is known.
 * Memory does not grow with the record, which may be in use meanwhile.
 */
export async function verifyRecord(
  databaseUrl: string,
  found: (broken: ChainBreak) => void,
  part: RecordPart = EVERYTHING,
): Promise<VerifiedRecord> {
  const reader = await openReader(databaseUrl, null);
  try {
    const breaks = new FoundBreaks(found);
    const ranges = await rangesOf(reader.client, part);
    const seen = await checkAll({ databaseUrl, reader, ranges }, breaks);
    for (const broken of await wrongTrailEnds(reader.client, part)) breaks.wrongEnd(broken);
    for (const broken of await wrongLedgerEnds(reader.client, part)) breaks.wrongEnd(broken);
    for await (const turn of unlikeTurns(reader.client, part)) breaks.unlike(turn);
    breaks.end();
    for await (const broken of wrongAttachments(reader.client, part)) breaks.found(broken);
    const sum = (of: (one: RangeSeen) => number): number => seen.reduce((total, one) => total + of(one), 0);
    return { rows: sum(({ rows }) => rows), streams: sum(({ streams }) => streams), breaks: breaks.count };
  } finally {
    await reader.close();
  }
}

interface Work {
  readonly databaseUrl: string;
  readonly reader: Reader;
  readonly ranges: readonly ChainRange[];
}

async function checkAll({ databaseUrl, reader, ranges }: Work, breaks: FoundBreaks): Promise<readonly RangeSeen[]> {
  const listener: Listener = {
    found: (broken) => breaks.found(broken),
    surplus: (chain, stream, rows) => breaks.surplus(chain, stream, rows),
  };
  if (ranges.length >= WORTH_PROCESSES)
    return checkInProcesses(availableParallelism(), { databaseUrl, reader, ranges }, listener);
  const seen: RangeSeen[] = [];
  for (const range of ranges) seen.push(await checkRange(reader.client, range, listener));
  return seen;
}
