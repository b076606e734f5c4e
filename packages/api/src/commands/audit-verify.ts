import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { instant, isCivilDate, startOfDay, type Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { caseStream } from '@lianban/db/audit';
import { caseByNumber, caseNumbers } from '@lianban/db/queries/case-numbers';
import type { ChainBreak } from '@lianban/db/verification/chain-break';
import { caseOf } from '@lianban/db/verification/ends';
import { brokenEnds, isStream, type KeptEnd } from '@lianban/db/verification/kept-ends';
import { verifyRecord } from '@lianban/db/verification/verify-record';
import type { Pool } from 'pg';
import { z } from 'zod';
import { exitCodes, type Command, type ExitCode, type Surroundings } from './command.ts';
import { Misuse, overInstallation } from './installation.ts';

const help = `npm run -s cli -- audit verify [--stream STREAM|NUMBER] [--since DAY|INSTANT] [--heads FILE]

核验审计日志与案件台账的哈希链：逐处列出被改动、缺失、插入或调换的行，最后一行为合计。只读，可在使用中运行。
Recomputes the chains of the trail and of the ledgers: one line for each place where one does not hold, then one with the
totals. Reads only, and may run while everybody works. Ends with 1 when something is broken.

  --stream  one stream, such as person:<id>, or the number of a case
  --since   only what happened from that day on (2026-06-01), or from that instant
  --heads   ends that were kept elsewhere by \`audit heads\`: each has to be in the trail still

Needs DATABASE_URL. docs/commands.md describes the lines, and what a chain cannot tell.
`;

interface Options {
  readonly stream: string | null;
  readonly since: Instant | null;
  readonly heads: string | null;
}

/** 核验: whether the record is still what was written. */
export const auditVerify: Command = {
  help,
  run: (words, surroundings) =>
    overInstallation({ help, read: () => optionsIn(words) }, surroundings, (pool, options) =>
      verify(pool, options, surroundings),
    ),
};

function optionsIn(words: readonly string[]): Options {
  const { stream, since, heads } = valuesIn(words);
  return { stream: stream ?? null, since: since === undefined ? null : sinceIn(since), heads: heads ?? null };
}

function valuesIn(words: readonly string[]): { stream?: string; since?: string; heads?: string } {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...words], options: { stream: text, since: text, heads: text } }).values;
  } catch (failure) {
    throw new Misuse(failure instanceof Error ? failure.message : String(failure));
  }
}

function sinceIn(since: string): Instant {
  if (isCivilDate(since)) return startOfDay(since);
  try {
    return instant(since);
  } catch (failure) {
    if (failure instanceof LianbanError) throw new Misuse('--since 2026-06-01 | 2026-06-01T09:00:00+08:00');
    throw failure;
  }
}

async function verify(
  pool: Pool,
  { stream: named, since, heads }: Options,
  { output }: Surroundings,
): Promise<ExitCode> {
  const stream = named === null ? null : await streamOf(pool, named);
  let [breaks, telling] = [0, Promise.resolve()];
  const found = (broken: ChainBreak): void => {
    breaks += 1;
    telling = telling.then(() => tell(pool, broken, output));
  };
  const from = performance.now();
  const { rows, streams } = await verifyRecord(pool.options.connectionString ?? '', found, { stream, since });
  const seconds = (performance.now() - from) / 1000;
  if (heads !== null)
    for await (const ends of keptEnds(heads)) for (const broken of await brokenEnds(pool, ends)) found(broken);
  await telling;
  const speed = { seconds: Number(seconds.toFixed(3)), rowsPerSecond: Math.round(rows / seconds) };
  output.write(`${JSON.stringify({ verified: { rows, streams, breaks, ...speed } })}\n`);
  return breaks === 0 ? exitCodes.done : exitCodes.refused;
}

async function streamOf(pool: Pool, named: string): Promise<string> {
  if (await isStream(pool, named)) return named;
  const found = await caseByNumber(pool, named);
  if (found === undefined) throw new Misuse(`没有这个链，也没有这个案号 / no such stream or case: --stream ${named}`);
  return caseStream(found.caseId);
}

async function tell(pool: Pool, { stream, ...broken }: ChainBreak, output: Surroundings['output']): Promise<void> {
  const caseId = caseOf(stream);
  const number = caseId === null ? undefined : (await caseNumbers(pool, [caseId])).get(caseId);
  if (!output.write(`${JSON.stringify({ stream, case: number ?? null, ...broken })}\n`)) await once(output, 'drain');
}

const AT_ONCE = 1_000;
const keptEndView = z.object({ stream: z.string(), position: z.number().int(), hash: z.string() });

/** Ends that were kept, in parts. @throws Misuse naming the line that is none. */
async function* keptEnds(path: string): AsyncGenerator<readonly KeptEnd[]> {
  let [ends, line]: [KeptEnd[], number] = [[], 0];
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() !== '') ends.push(keptEnd(text, line));
    if (ends.length < AT_ONCE) continue;
    yield ends;
    ends = [];
  }
  if (ends.length > 0) yield ends;
}

function keptEnd(text: string, line: number): KeptEnd {
  const end = keptEndView.safeParse(parsed(text));
  if (end.success) return end.data;
  throw new Misuse(`--heads：第${line}行不是链尾 / line ${line} is not the end of a stream`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
