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
import type { LiveFeed } from '../live/feed.ts';
import { startCase } from './case-workflow.ts';
import type { Delivery, Engine } from './engine.ts';

/** What the engine needs of this process. */
export interface EngineParts {
  readonly client: Client;
  readonly pool: Pool;
  readonly feed: LiveFeed;
  readonly log: Logger;
  /** Somebody should look at this case: its workflow does not answer. */
  readonly suspect: (caseId: string) => void;
  /** How long somebody waits for their act to be recorded; with 0 the relay records everything. */
  readonly patienceMs: number;
}

/** The engine over Temporal. What it cannot say, the record says. */
export class TemporalEngine implements Engine {
  readonly #parts: EngineParts;

  constructor(parts: EngineParts) {
    this.#parts = parts;
  }

  async deliver(submission: Submission): Promise<Delivery> {
    if (submission.state !== 'received' || this.#parts.patienceMs === 0) return deliveryOf(submission);
    const { input } = submission;
    return input.kind === 'open' ? this.#open(submission) : this.#answer(submission, input);
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

  async #open(submission: Submission): Promise<Delivery> {
    const { caseId, requestId } = submission;
    const waiting = new AbortController();
    const recorded = this.#recordedWithin(caseId, waiting.signal);
    try {
      await this.#parts.client.withDeadline(Date.now() + this.#parts.patienceMs, () =>
        startCase(this.#parts.client, submission),
      );
      await recorded;
    } catch (failure) {
      this.#parts.log.warn({ err: failure, caseId }, 'case not started yet, the relay will');
    } finally {
      waiting.abort();
    }
    return this.#fromRecord(requestId);
  }

  /** Resolves with the first turn of the case, or when patience ends. Listens before anything is started. */
  async #recordedWithin(caseId: string, ended: AbortSignal): Promise<void> {
    const signal = AbortSignal.any([ended, AbortSignal.timeout(this.#parts.patienceMs)]);
    for await (const notice of this.#parts.feed.listen(signal))
      if ('caseId' in notice && notice.caseId === caseId) return;
  }

  async #answer({ caseId, requestId }: Submission, input: AnswerArgument): Promise<Delivery> {
    const { client, pool, log, patienceMs } = this.#parts;
    try {
      await client.withDeadline(Date.now() + patienceMs, () =>
        client.workflow
          .getHandle(caseWorkflowId(caseId))
          .executeUpdate<AnswerResult, [AnswerArgument]>(ANSWER, { args: [input], updateId: requestId }),
      );
      return { state: 'recorded' };
    } catch (failure) {
      const refusal = refusalOf(failure);
      if (refusal !== null) {
        await markRefused(pool, requestId, refusal);
        return this.#fromRecord(requestId);
      }
      if (isNoWorkflow(failure)) return this.#withoutWorkflow(caseId, requestId);
      log.warn({ err: failure, caseId, requestId }, 'answer not recorded yet, the relay will');
      this.#parts.suspect(caseId);
      return this.#fromRecord(requestId);
    }
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
