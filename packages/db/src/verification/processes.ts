import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ChainBreak } from './chain-break.ts';
import { checkRange, type Listener, type RangeSeen } from './check-range.ts';
import type { ChainRange } from './range.ts';
import type { Reader } from './reader.ts';

/** What a process is told. */
export type ToProcess =
  | { readonly kind: 'begin'; readonly databaseUrl: string; readonly snapshot: string }
  | { readonly kind: 'take'; readonly range: ChainRange }
  | { readonly kind: 'end' };

/** What a process says. */
export type FromProcess =
  | { readonly kind: 'found'; readonly broken: ChainBreak }
  | { readonly kind: 'surplus'; readonly chain: ChainRange['chain']; readonly stream: string; readonly rows: number }
  | { readonly kind: 'done'; readonly seen: RangeSeen };

/** The moment that is looked at, and what is divided. */
export interface DividedWork {
  readonly databaseUrl: string;
  /** Of this process, which takes its share. */
  readonly reader: Reader;
  readonly ranges: readonly ChainRange[];
}

const PROGRAM = fileURLToPath(new URL('./chain-process.ts', import.meta.url));

/**
 * Has so many processes take the ranges, each the next when it is done with one; this one is among them, and begins while
 * the others start. @throws Error when one of them fails.
 */
export async function checkInProcesses(
  count: number,
  { ranges, databaseUrl, reader: { client, snapshot } }: DividedWork,
  listener: Listener,
): Promise<readonly RangeSeen[]> {
  const waiting = [...ranges];
  const seen: RangeSeen[] = [];
  const hear = (child: ChildProcess, message: FromProcess): void => {
    if (message.kind === 'found') listener.found(message.broken);
    else if (message.kind === 'surplus') listener.surplus(message.chain, message.stream, message.rows);
    else {
      seen.push(message.seen);
      const range = waiting.shift();
      child.send((range === undefined ? { kind: 'end' } : { kind: 'take', range }) satisfies ToProcess);
    }
  };
  const takeShare = async (): Promise<void> => {
    for (let range = waiting.shift(); range !== undefined; range = waiting.shift())
      seen.push(await checkRange(client, range, listener));
  };
  const children = Array.from({ length: count - 1 }, () => fork(PROGRAM, { execArgv: ['--import', 'tsx'] }));
  try {
    const others = children.map((child) => {
      child.on('message', (message) => hear(child, message as FromProcess)); // sent by chain-process.ts
      child.send({ kind: 'begin', databaseUrl, snapshot } satisfies ToProcess);
      return ended(child);
    });
    await Promise.all([takeShare(), ...others]);
  } finally {
    for (const child of children) child.kill();
  }
  return seen;
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`a process of the verification ended with ${code}`));
    });
  });
