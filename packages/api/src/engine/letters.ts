import { assertNever } from '@lianban/domain/assert-never';
import { receiveAskedCase } from '@lianban/db/letters/asked-case';
import { LetterNotDelivered, type Exchange, type LetterObstacle } from '@lianban/db/letters/exchange';
import {
  letterHeldUp,
  letterWorked,
  takeLetters,
  type LetterNote,
  type ReceivedLetter,
  type Worked,
} from '@lianban/db/letters/in-tray';
import { sendLetters } from '@lianban/db/letters/out-tray';
import { outboxDone, takeOutbox } from '@lianban/db/outbox';
import { caseState, type CaseState } from '@lianban/db/queries/case-state';
import { currentEditionOf, procedureOf } from '@lianban/workflows/procedures/registry';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Engine, News } from './engine.ts';

const AT_ONCE = 50;

interface Parts {
  readonly pool: Pool;
  readonly engine: Engine;
  readonly exchange: Exchange;
  readonly log: Logger;
}

/**
 * Carries letters between the bureaus (ADR 0034): what committed turns have written to the other side, and what came from there to
 * the cases here. Each by itself, so that none holds up another; one that does not get through is tried again when its lease is over.
 */
export async function relayLetters(parts: Parts): Promise<void> {
  const { pool, exchange, log } = parts;
  for (const { id, caseId, payload } of await takeOutbox(pool, 'sendLetters', AT_ONCE)) {
    if (await sendLetters(pool, exchange, { caseId, ...payload })) await outboxDone(pool, [id]);
    else log.warn({ caseId, ...payload }, 'letter not delivered yet');
  }
  for (const received of await takeLetters(pool, AT_ONCE)) await takeIn(parts, received);
}

async function takeIn(parts: Parts, received: ReceivedLetter): Promise<void> {
  const { pool, log } = parts;
  try {
    const worked = await work(parts, received);
    if (worked !== 'later') await letterWorked(pool, received, worked);
  } catch (failure) {
    const { caseId, letter } = received;
    log.warn({ err: failure, caseId, number: letter.number }, 'letter not taken yet');
    await letterHeldUp(pool, received, obstacleOf(failure));
  }
}

const obstacleOf = (failure: unknown): LetterObstacle =>
  failure instanceof LetterNotDelivered ? failure.obstacle : 'away';

type Work = 'later' | Worked;
const TAKEN: Work = { note: null };

async function work(parts: Parts, received: ReceivedLetter): Promise<Work> {
  const { pool, engine } = parts;
  const { content } = received.letter;
  switch (content.kind) {
    case 'request': {
      const procedure = currentEditionOf(content.procedure);
      if (procedure === undefined) throw new LetterNotDelivered('unknownProcedure');
      const { submission } = await receiveAskedCase(pool, { ...received, content }, procedure);
      await engine.deliver(submission);
      return TAKEN;
    }
    case 'reminder':
      return TAKEN;
    case 'recall':
      return tell(parts, received, { kind: 'parentEnded', ...newsOf(received) });
    case 'reply': {
      const { outcome, flow, closes, regards } = content;
      const letter = { number: received.letter.number, sm3: received.sm3 };
      const said = { letter, regards: regards.sequence, outcome, flow, closes };
      return tell(parts, received, { kind: 'letterAnswered', ...newsOf(received), ...said });
    }
    default:
      return assertNever(content);
  }
}

/** The same letter is the same news, however often it is told. */
const newsOf = ({ letter: { from, reference }, receivedAt: at }: ReceivedLetter) => ({
  requestId: `letter:${from}:${reference.caseId}:${reference.sequence}`,
  at,
});

async function tell({ pool, engine }: Parts, { caseId }: ReceivedLetter, news: News): Promise<Work> {
  const filed = await caseState(pool, caseId);
  if (filed === undefined) return 'later'; // it is being opened
  const told = await engine.tell(caseId, news);
  if (told.state !== 'refused') return told.state === 'later' ? 'later' : TAKEN;
  const { code, detail } = told.refusal;
  // Its silence is not written yet: the step that follows may wait for it.
  if (code === 'STALE_DUTY' && detail['settledAs'] === 'lapsed') return 'later';
  const note = noteOf(code, detail['reason']);
  return note === 'closed' ? { note, waits: waitsOf(filed) } : { note };
}

/** The steps that wait for a letter; none in an edition that is not carried any more. */
const waitsOf = ({ procedure, edition }: CaseState): NonNullable<Worked['waits']> =>
  Object.fromEntries(
    Object.entries(procedureOf(procedure, edition)?.steps ?? {}).flatMap(([step, { letter }]) =>
      letter === undefined ? [] : [[step, letter.procedure]],
    ),
  );

function noteOf(code: string, reason: unknown): LetterNote {
  if (code === 'CASE_CLOSED') return 'closed';
  if (code !== 'STALE_DUTY') return 'unavailable';
  return reason === 'repeated' || reason === 'changed' ? reason : 'notAwaited';
}
