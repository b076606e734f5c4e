import { epochMs, instant, type Instant } from '@lianban/domain/civil-date';
import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
  defineSignal,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Input } from '../kernel/entry.ts';
import { lapseOf, type NextLapse } from '../kernel/lapse.ts';
import { RefusedInput, Runner } from '../kernel/runner.ts';
import type { CommitResult, Refusal, Row, Turn } from '../kernel/turn.ts';
import { ANSWER, LEDGER_GREW, type AnswerArgument, type AnswerResult, type CaseWorkflowInput } from '../messages.ts';
import type { AnyProcedure } from '../vocabulary/procedure.ts';

/** The ledger as the workflow reaches it; implemented over PostgreSQL by the worker. */
export interface LedgerActivities {
  /** All rows of the case, and its opening when no row stands yet. */
  loadCase(input: {
    readonly caseId: string;
  }): Promise<{ readonly rows: readonly Row[]; readonly opening: Input | null }>;
  commitTurn(turn: Turn): Promise<CommitResult>;
  rowsAfter(input: { readonly caseId: string; readonly version: number }): Promise<readonly Row[]>;
}

// One SQL transaction: short, idempotent by (case, version), retried for ever because the case depends on it. The
// attempt is shorter than a workflow task, so that a slow database never turns into heartbeats.
const ledger = proxyLocalActivities<LedgerActivities>({
  startToCloseTimeout: '5s',
  localRetryThreshold: '1m',
  retry: { initialInterval: '200ms', maximumInterval: '10s', backoffCoefficient: 2 },
});

/** The sweep of reminder ladders; implemented over PostgreSQL by the worker. */
export interface LadderActivities {
  /** Sends every rung whose moment has come; how many ladders were looked at, and how many rungs sent. */
  sweepLadder(): Promise<{ readonly looked: number; readonly sent: number }>;
}

// Batches beat; a worker that dies is noticed within half a minute. What one attempt leaves, another or the next minute
// finishes, so a sweep that cannot reach the record gives up instead of holding back the next.
const { sweepLadder: sweep } = proxyActivities<LadderActivities>({
  startToCloseTimeout: '10m',
  scheduleToCloseTimeout: '15m',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '10s', maximumAttempts: 5 },
});

/** One sweep of all reminder ladders, as the Schedule starts it every minute. */
export const sweepLadder = (): Promise<{ readonly looked: number; readonly sent: number }> => sweep();

/** The opening of the cases of a quarter and of a year; implemented over PostgreSQL by the worker. */
export interface CalendarActivities {
  /**
   * Receives the meetings of the year of that moment and the ledger of the quarter that was ending then, once for each bureau; how
   * many such cases there are, and how many of them are new.
   */
  openByCalendar(input: { readonly at: Instant }): Promise<{ readonly standing: number; readonly opened: number }>;
}

// The record may be away for hours; what is not received then is received on the next day.
const { openByCalendar: receiveByCalendar } = proxyActivities<CalendarActivities>({
  startToCloseTimeout: '15s',
  scheduleToCloseTimeout: '20h',
  retry: { initialInterval: '1s', maximumInterval: '5m' },
});

const scheduledStart = { name: 'TemporalScheduledStartTime', type: 'DATETIME' } as const;

/** Looks once whether a case of the quarter or of the year is to be opened, for the moment for which the Schedule started it, however late that was. */
export function openByCalendar(): Promise<{ readonly standing: number; readonly opened: number }> {
  const { typedSearchAttributes, startTime } = workflowInfo();
  const at = typedSearchAttributes.get(scheduledStart) ?? startTime;
  return receiveByCalendar({ at: instant(at.getTime()) });
}

const answer = defineUpdate<AnswerResult, [AnswerArgument]>(ANSWER);
const ledgerGrew = defineSignal(LEDGER_GREW);

/** Every run is continued as a new one when the server suggests it, or at this length. */
const DEFAULT_RUN_LENGTH = 2_000;
/**
 * Deadlines fall together at midnight. The sweep turns their lapses at once; workflows, which would all wake in the same
 * second and let everybody's answers wait behind them, look after their own within this time by a share that their id gives.
 */
const DEFAULT_SPREAD_MS = 300_000;
/** How long a lapse waits for an answer that was received in time and is still being recorded. */
const DEFERRAL_MS = 5_000;

const refused = ({ code, detail }: Refusal): ApplicationFailure => ApplicationFailure.nonRetryable(code, code, detail);

/** The workflow of one case under one procedure edition: the single writer of its ledger while all is well. */
export function caseWorkflowOf(procedure: AnyProcedure): (input: CaseWorkflowInput) => Promise<void> {
  return async (input) => {
    const runner = new Runner(procedure, input.caseId, {
      commit: (turn) => ledger.commitTurn(turn),
      rowsAfter: (version) => ledger.rowsAfter({ caseId: input.caseId, version }),
    });
    let grew = false;
    setHandler(answer, (argument: AnswerArgument) => take(runner, argument), {
      validator: (argument: AnswerArgument) => {
        const refusal = runner.refuse(argument);
        if (refusal !== undefined) throw refused(refusal);
      },
    });
    setHandler(ledgerGrew, () => {
      grew = true;
    });
    await begin(runner, input.caseId);
    while (runner.committed.closed === null) {
      if (runMayEnd(input)) {
        await condition(allHandlersFinished);
        await continueAsNew<(input: CaseWorkflowInput) => Promise<void>>(input);
      }
      const next = runner.committed.nextLapse;
      const moved = (): boolean =>
        grew || runner.committed.closed !== null || runMayEnd(input) || !sameLapse(runner.committed.nextLapse, next);
      if (next === null) await condition(moved);
      else if (!(await condition(moved, Math.max(1, wakesAt(input, next) - Date.now()))))
        await lapse(runner, next, moved);
      if (grew) {
        grew = false;
        await begin(runner, input.caseId);
      }
    }
    await condition(allHandlersFinished);
  };
}

async function begin(runner: Runner, caseId: string): Promise<void> {
  let opening: Input | null = null;
  await runner.begin(async () => {
    const loaded = await ledger.loadCase({ caseId });
    opening = loaded.opening;
    return loaded.rows;
  });
  if (opening !== null) await runner.submit(opening);
}

async function take(runner: Runner, argument: AnswerArgument): Promise<AnswerResult> {
  try {
    const acknowledgement = await runner.submit(argument);
    if (acknowledgement === 'deferred') throw new Error('only a lapse can be deferred');
    return acknowledgement;
  } catch (failure) {
    throw failure instanceof RefusedInput ? refused(failure.refusal) : failure;
  }
}

/** A timer only wakes: the lapse is an input like any other, and the ledger decides. */
async function lapse(runner: Runner, next: NextLapse, moved: () => boolean): Promise<void> {
  try {
    if ((await runner.submit(lapseOf(next))) === 'deferred') await condition(moved, DEFERRAL_MS);
  } catch (failure) {
    if (!(failure instanceof RefusedInput)) throw failure; // refused: an answer or another date came first
  }
}

/** Milliseconds at which the case looks after the lapse by itself. */
const wakesAt = ({ caseId, lapseSpreadMs = DEFAULT_SPREAD_MS }: CaseWorkflowInput, { due }: NextLapse): number =>
  epochMs(due) + Math.floor((Number.parseInt(caseId.slice(0, 8), 16) / 2 ** 32) * lapseSpreadMs);

const sameLapse = (a: NextLapse | null, b: NextLapse | null): boolean => a?.duty === b?.duty && a?.due === b?.due;

function runMayEnd({ continueAfterEvents = DEFAULT_RUN_LENGTH }: CaseWorkflowInput): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return continueAsNewSuggested || historyLength >= continueAfterEvents;
}
