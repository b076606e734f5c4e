import { instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { answersToSend } from '@lianban/db/involvement/held-answers';
import { closeSheet } from '@lianban/db/involvement/sheet';
import { outboxDone, takeOutbox, type TakenMessage } from '@lianban/db/outbox';
import { receiveRest } from '@lianban/db/liaison/open-rest';
import { pendingSubmissions, receive, type Receipt } from '@lianban/db/submission';
import { receiveTransfer } from '@lianban/db/transfer';
import { raiseAlarm } from '@lianban/db/alarm';
import { rounds, type Rounds } from '@lianban/db/rounds';
import { currentEditionOf } from '@lianban/workflows/procedures/registry';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Exchange } from '@lianban/db/letters/exchange';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Platforms } from '../platform/platform.ts';
import { relayMessages } from '../platform/relay-messages.ts';
import { relayChildren } from './children.ts';
import { relayLetters } from './letters.ts';
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
  /** The way to the bureau of the other province. */
  readonly exchange: Exchange;
  /** The systems outside that cases write to. */
  readonly platforms: Platforms;
  readonly log: Logger;
}

/**
 * Finishes what was received and whose recording nobody waits for any more: applications without a workflow, answers
 * that never came back, answers that were signed last, cases that go on under another procedure, cases that open others and
 * those they opened, letters between the bureaus, what cases write to systems outside, cases whose dates were revised. Several
 * relays share the work by leases.
 */
export function startRelay(parts: RelayParts): Rounds {
  return rounds('relay', { everyMs: EVERY_MS, log: parts.log }, () => relayOnce(parts));
}

/** One round of the relay; more waits when many cases were revised at once. */
async function relayOnce(parts: RelayParts): Promise<'more' | void> {
  const { pool, engine, log } = parts;
  for (const message of await takeOutbox(pool, 'openCase', AT_ONCE)) await open(parts, message, receiveTransfer);
  for (const message of await takeOutbox(pool, 'openRest', AT_ONCE)) await open(parts, message, receiveRest);
  await relayChildren(parts);
  await relayLetters(parts);
  await relayMessages(parts);
  await sendSigned(parts);
  const waiting = await pendingSubmissions(pool, LEFT_BEHIND_MS, AT_ONCE);
  await Promise.all(
    waiting.map(async (submission) => {
      const { state } = await engine.deliver(submission);
      log.info({ requestId: submission.requestId, caseId: submission.caseId, state }, 'submission taken up again');
    }),
  );
  return tellRevised(parts);
}

/** Answers that were kept until everybody had signed go out in the name of whoever gave them; one that is not taken any more is given back. */
async function sendSigned({ pool, engine, log }: RelayParts): Promise<void> {
  for (const { answer, requirements } of await answersToSend(pool, AT_ONCE)) {
    const { requestId, caseId } = answer;
    try {
      const { submission } = await receive(pool, answer, requirements);
      const { state } = await engine.deliver(submission);
      log.info({ requestId, caseId, state }, 'signed answer sent');
    } catch (failure) {
      if (!(failure instanceof LianbanError)) throw failure;
      await closeSheet(pool, requestId, { at: instant(Date.now()), by: null, reason: failure.code });
      log.warn({ requestId, caseId, code: failure.code }, 'signed answer given back');
    }
  }
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

/** Opens the case that a message asks for, as `receive` draws it up. */
async function open<Kind extends 'openCase' | 'openRest'>(
  { pool, engine }: RelayParts,
  message: TakenMessage<Kind>,
  receive: (pool: Pool, message: TakenMessage<Kind>, procedure: AnyProcedure) => Promise<Receipt>,
): Promise<void> {
  const procedure = currentEditionOf(message.payload.procedure);
  if (procedure === undefined) {
    const detail = { procedure: message.payload.procedure, message: message.id };
    return raiseAlarm(pool, { kind: 'unknownProcedure', caseId: message.caseId, detail });
  }
  const { submission } = await receive(pool, message, procedure);
  await engine.deliver(submission);
}
