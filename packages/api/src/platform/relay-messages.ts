import { noteReceipt, takeWritten } from '@lianban/db/liaison/platform';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Platforms } from './platform.ts';

const AT_ONCE = 20;

/** Hands over what cases have written; one that does not get through is tried again when its lease is over, and keeps no other from it. */
export async function relayMessages(parts: {
  readonly pool: Pool;
  readonly platforms: Platforms;
  readonly log: Logger;
}): Promise<void> {
  const { pool, platforms, log } = parts;
  for (const { id, caseId, caseNumber, channel, dispatch } of await takeWritten(pool, AT_ONCE)) {
    try {
      await noteReceipt(pool, id, await platforms[channel].send({ id, caseNumber, dispatch }));
    } catch (err) {
      log.warn({ err, caseId, channel }, 'message not taken by the other side yet');
    }
  }
}
