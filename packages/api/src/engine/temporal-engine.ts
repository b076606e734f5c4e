import { setTimeout as sleep } from 'node:timers/promises';
import { caseState } from '@lianban/db/queries/case-state';
import { markRefused, submissionOf, type Submission } from '@lianban/db/submission';
import { LianbanError } from '@lianban/domain/error';
import {
  ANSWER,
  caseWorkflowId,
  LEDGER_GREW,
  type AnswerArgument,
  type AnswerResult,
} from '@lianban/workflows/messages';
import {
  ApplicationFailure,
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  type Client,
} from '@temporalio/client';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { isErrorCode } from '../errors/http-codes.ts';
import type { CommittedTurns } from '../live/feed.ts';
import { startCase } from './case-workflow.ts';
import type { Delivery, Engine, News, Told } from './engine.ts';

/** What the engine needs of this process. */
export interface EngineParts {
  readonly client: Client;
  readonly pool: Pool;
  readonly turns: CommittedTurns;
  readonly log: Logger;
  /** Somebody should look at this case: its workflow does not answer. */
  readonly suspect: (caseId: string) => void;
  /** How long somebody waits for their act to be recorded; with 0 the relay records everything. */
  readonly patienceMs: number;
}

const RECORDED: Delivery = { state: 'recorded' };

/**
 * The engine over Temporal. What it cannot say, the record says; and what the record has, nobody waits for any longer: an
 * act is recorded once PostgreSQL tells of its turn, while the workflow still takes note of it (ADR 0011).
 */
export class TemporalEngine implements Engine {
  readonly #parts: EngineParts;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(parts: EngineParts) {
    this.#parts = parts;
  }

  async deliver(submission: Submission): Promise<Delivery> {
    if (submission.state !== 'received' || this.#parts.patienceMs === 0) return deliveryOf(submission);
    const { input } = submission;
    return input.kind === 'open' ? this.#open(submission) : this.#answer(submission, input);
  }

  async tell(caseId: string, news: News): Promise<Told> {
    const { pool, log, suspect } = this.#parts;
    try {
      await this.#execute(caseId, news);
      return { state: 'taken' };
    } catch (failure) {
      const refusal = refusalOf(failure);
      if (refusal !== null) return { state: 'refused', refusal };
      if (isNoWorkflow(failure) && (await caseState(pool, caseId))?.state === 'closed')
        return { state: 'refused', refusal: new LianbanError('CASE_CLOSED', { caseId }) };
      log.warn({ err: failure, caseId, kind: news.kind }, 'case not told yet');
      suspect(caseId);
      return { state: 'later' };
    }
  }

  async ledgerGrew(caseId: string): Promise<void> {
    const { client, suspect } = this.#parts;
    try {
      await client.workflow.getHandle(caseWorkflowId(caseId)).signal(LEDGER_GREW);
    } catch (failure) {
      if (!isNoWorkflow(failure)) throw failure;
      suspect(caseId);
    }
  }

  /** Resolves when the engine has said of everything handed to it what came of it, or has been given up on. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#underWay);
  }

  async #open(submission: Submission): Promise<Delivery> {
    const { turns, client, log, patienceMs } = this.#parts;
    const { caseId, requestId } = submission;
    const turn = turns.turnOf(requestId);
    try {
      await client.withDeadline(Date.now() + patienceMs, () => startCase(client, submission));
      await within(patienceMs, turn.told);
    } catch (failure) {
      log.warn({ err: failure, caseId }, 'case not started yet, the relay will');
    } finally {
      turn.forget();
    }
    return this.#fromRecord(requestId);
  }

  /** Whichever is heard first: the turn from the record, or what became of the act from the engine. */
  async #answer({ caseId, requestId }: Submission, input: AnswerArgument): Promise<Delivery> {
    const turn = this.#parts.turns.turnOf(requestId);
    try {
      return await Promise.race([turn.told.then(() => RECORDED), this.#noted(this.#update(caseId, input))]);
    } finally {
      turn.forget();
    }
  }

  #noted<T>(work: Promise<T>): Promise<T> {
    const done = (): unknown => this.#underWay.delete(work);
    this.#underWay.add(work);
    work.then(done, done);
    return work;
  }

  async #update(caseId: string, input: AnswerArgument): Promise<Delivery> {
    const { pool, log } = this.#parts;
    const { requestId } = input;
    try {
      await this.#execute(caseId, input);
      return RECORDED;
    } catch (failure) {
      const refusal = refusalOf(failure);
      if (refusal !== null) {
        await markRefused(pool, requestId, refusal);
        return this.#fromRecord(requestId);
      }
      if (isNoWorkflow(failure)) return this.#withoutWorkflow(caseId, requestId);
      log.warn(
        { err: failure, caseId, requestId },
        'engine did not say what came of the answer; if need be, the relay asks again',
      );
      this.#parts.suspect(caseId);
      return this.#fromRecord(requestId);
    }
  }

  async #execute(caseId: string, input: AnswerArgument): Promise<void> {
    const { client, patienceMs } = this.#parts;
    const args: [AnswerArgument] = [input];
    await client.withDeadline(Date.now() + patienceMs, () =>
      client.workflow
        .getHandle(caseWorkflowId(caseId))
        .executeUpdate<AnswerResult, [AnswerArgument]>(ANSWER, { args, updateId: input.requestId }),
    );
  }

  /** A closed case has no workflow any more; an open one that has none is to be healed. */
  async #withoutWorkflow(caseId: string, requestId: string): Promise<Delivery> {
    const { pool, suspect } = this.#parts;
    const state = await caseState(pool, caseId);
    if (state?.state === 'closed') {
      await markRefused(pool, requestId, { code: 'CASE_CLOSED', detail: { ending: state.ending } });
    } else suspect(caseId);
    return this.#fromRecord(requestId);
  }

  async #fromRecord(requestId: string): Promise<Delivery> {
    const submission = await submissionOf(this.#parts.pool, requestId);
    return submission === undefined ? { state: 'recording' } : deliveryOf(submission);
  }
}

/** Waits for it, but no longer than that. */
async function within(ms: number, awaited: Promise<void>): Promise<void> {
  const ended = new AbortController();
  try {
    await Promise.race([awaited, sleep(ms, undefined, { signal: ended.signal })]);
  } finally {
    ended.abort();
  }
}

function deliveryOf({ state, refusal }: Submission): Delivery {
  if (state === 'recorded') return { state };
  if (state === 'received' || refusal === null) return { state: 'recording' };
  return { state, refusal: new LianbanError(refusal.code, refusal.detail) };
}

/** The coded refusal of the case, when the failure is one; nothing else says anything about the outcome. */
function refusalOf(failure: unknown): LianbanError | null {
  const cause = failure instanceof WorkflowUpdateFailedError ? failure.cause : undefined;
  if (!(cause instanceof ApplicationFailure) || !isErrorCode(cause.type)) return null;
  const [detail] = cause.details ?? [];
  return new LianbanError(cause.type, typeof detail === 'object' && detail !== null ? { ...detail } : {});
}

/** gRPC status of something that is not there. */
const NOT_FOUND = 5;

const isNoWorkflow = (failure: unknown): boolean =>
  failure instanceof WorkflowNotFoundError || (isGrpcServiceError(failure) && Number(failure.code) === NOT_FOUND);
