import { setTimeout as pause } from 'node:timers/promises';
import { isGrpcServiceError } from '@temporalio/client';
import { TransportError } from '@temporalio/worker';
import type { Logger } from 'pino';

const AGAIN_MS = 1_000;

/**
 * What `connect` gives once the engine answers it, however long the engine is away; null when the signal comes first.
 * @throws what `connect` throws for any other reason.
 */
export async function whenEngineAnswers<T>(
  connect: () => Promise<T>,
  { log, signal }: { readonly log: Logger; readonly signal: AbortSignal },
): Promise<T | null> {
  let isFirst = true;
  while (!signal.aborted) {
    try {
      return await connect();
    } catch (err) {
      if (!isAway(err)) throw err;
      if (isFirst) log.warn({ err }, 'the engine is away: lapses are turned from the record until it answers');
      isFirst = false;
    }
    await pause(AGAIN_MS, null, { signal }).catch(() => null); // the signal ends the loop
  }
  return null;
}

const isAway = (err: unknown): boolean => err instanceof TransportError || isGrpcServiceError(err);
