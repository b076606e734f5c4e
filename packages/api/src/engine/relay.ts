import { outboxDone, takeOutbox, type TakenMessage } from '@lianban/db/outbox';
import { pendingSubmissions } from '@lianban/db/submission';
import { receiveTransfer } from '@lianban/db/transfer';
import { raiseAlarm } from '@lianban/db/alarm';
import { rounds, type Rounds } from '@lianban/db/rounds';
import { currentEditionOf } from '@lianban/workflows/procedures/registry';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Engine } from './engine.ts';

/** Longer than anybody waits for an answer: what is younger is still in somebody's hands. */
const LEFT_BEHIND_MS = 10_000;
const EVERY_MS = 1_000;
const AT_ONCE = 50;
/** Cases told at once that their ledger has grown; a signal each, which the engine takes quickly. */
const TOLD_AT_ONCE = 200;

interface RelayParts {
  readonly pool: Pool;
  readonly engine: Engine;
  readonly log: Logger;
}

/**
 * Finishes what was received and whose recording nobody waits for any more: applications without a workflow, answers
 * that never came back, cases that go on under another procedure, cases whose dates were revised. Several relays share
 * the work by leases.
 */
export function startRelay(parts: RelayParts): Rounds {
  return rounds('relay', { everyMs: EVERY_MS, log: parts.log }, () => relayOnce(parts));
}

/** One round of the relay; more waits when many cases were revised at once. */
async function relayOnce(parts: RelayParts): Promise<'more' | void> {
  const { pool, engine, log } = parts;
  for (const message of await takeOutbox(pool, 'openCase', AT_ONCE)) await open(pool, engine, message);
  const waiting = await pendingSubmissions(pool, LEFT_BEHIND_MS, AT_ONCE);
  await Promise.all(
    waiting.map(async (submission) => {
      const { state } = await engine.deliver(submission);
      log.info({ requestId: submission.requestId, caseId: submission.caseId, state }, 'submission taken up again');
    }),
  );
  return tellRevised(parts);
}

/** One case that cannot be told does not keep the others from it; it is tried again when its lease is over. */
async function tellRevised({ pool, engine, log }: RelayParts): Promise<'more' | void> {
  const grown = await takeOutbox(pool, 'ledgerGrew', TOLD_AT_ONCE);
  const told = await Promise.all(
    grown.map(async ({ id, caseId }) => {
      try {
        await engine.ledgerGrew(caseId);
        return [id];
      } catch (err) {
        log.warn({ err, caseId }, 'case not told of its revision yet');
        return [];
      }
    }),
  );
  await outboxDone(pool, told.flat());
  if (grown.length === TOLD_AT_ONCE) return 'more';
}

async function open(pool: Pool, engine: Engine, message: TakenMessage): Promise<void> {
  const procedure = currentEditionOf(message.payload.procedure);
  if (procedure === undefined) {
    const detail = { procedure: message.payload.procedure, message: message.id };
    return raiseAlarm(pool, { kind: 'unknownProcedure', caseId: message.caseId, detail });
  }
  const { submission } = await receiveTransfer(pool, message, procedure);
  await engine.deliver(submission);
}
