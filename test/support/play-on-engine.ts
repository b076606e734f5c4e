import { randomUUID } from 'node:crypto';
import type { WorkingCalendar } from '@lianban/domain/calendar';
import { ANSWER, caseWorkflowId, workflowType, type AnswerArgument } from '@lianban/workflows/messages';
import type { MemoryLedger } from '@lianban/workflows/testing/ledger';
import { morningOf, play, type Attempt, type Played, type Scenario } from '@lianban/workflows/testing/scenario';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import { ApplicationFailure, Client, Connection, WorkflowUpdateFailedError } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { testServer } from './environment.ts';
import { eventually } from './eventually.ts';
import { MemoryLedgers } from './memory-ledgers.ts';
import { goTo } from './time-skipping.ts';

/** A scenario as simulator and engine played it. */
export interface PlayedTwice {
  readonly simulated: Played;
  readonly ledger: MemoryLedger;
  /** Per act, the code with which the engine refused it. */
  readonly refusals: readonly (string | null)[];
  readonly workflowId: string;
}

/** Plays scenarios on a real Temporal server whose time is skipped, with ledgers in memory that go by the inputs' time. */
export class EnginePlayer {
  readonly client: Client;
  readonly #ledgers: MemoryLedgers;
  readonly #taskQueue: string;
  readonly #stop: () => Promise<void>;

  private constructor(parts: { client: Client; ledgers: MemoryLedgers; taskQueue: string; stop: () => Promise<void> }) {
    this.client = parts.client;
    this.#ledgers = parts.ledgers;
    this.#taskQueue = parts.taskQueue;
    this.#stop = parts.stop;
  }

  static async start(): Promise<EnginePlayer> {
    const address = testServer('LIANBAN_TEST_TEMPORAL');
    const [ledgers, taskQueue] = [new MemoryLedgers(), `played-${randomUUID()}`];
    const connection = await Connection.connect({ address });
    const native = await NativeConnection.connect({ address });
    const worker = await Worker.create({
      ...{ connection: native, taskQueue, activities: ledgers.activities() },
      workflowBundle: { codePath: testServer('LIANBAN_WORKFLOW_BUNDLE') },
    });
    const running = worker.run();
    const stop = async (): Promise<void> => {
      worker.shutdown();
      await running;
      await native.close();
      await connection.close();
    };
    return new EnginePlayer({ client: new Client({ connection }), ledgers, taskQueue, stop });
  }

  stop(): Promise<void> {
    return this.#stop();
  }

  async play(procedure: AnyProcedure, scenario: Scenario, calendar: WorkingCalendar): Promise<PlayedTwice> {
    const simulated = await play(procedure, scenario, calendar);
    const { turns } = simulated.case;
    const { ledger, workflowId } = await this.#open(procedure, simulated, calendar);
    const refusals: (string | null)[] = [];
    for (const attempt of simulated.attempts) {
      const before = turns.filter(({ row }) => row.input.at < attempt.input.at).length;
      await goTo(this.client, workflowId, attempt.input.at);
      await settled(ledger, before);
      refusals.push(await this.#answer(workflowId, attempt));
    }
    if (scenario.until !== undefined) await goTo(this.client, workflowId, morningOf(scenario.until));
    await settled(ledger, turns.length);
    return { simulated, ledger, refusals, workflowId };
  }

  async #open(
    procedure: AnyProcedure,
    { case: { turns } }: Played,
    calendar: WorkingCalendar,
  ): Promise<{ readonly ledger: MemoryLedger; readonly workflowId: string }> {
    const [first] = turns;
    if (first === undefined) throw new Error('the simulator opened nothing');
    const caseId = randomUUID();
    const ledger = this.#ledgers.receive(caseId, first.row.input, calendar);
    const { id, edition } = procedure;
    const workflowId = caseWorkflowId(caseId);
    await this.client.workflow.start(workflowType(id, edition), {
      ...{ workflowId, taskQueue: this.#taskQueue, args: [{ caseId, procedure: id, edition, lapseSpreadMs: 0 }] },
    });
    await settled(ledger, 1);
    return { ledger, workflowId };
  }

  /** Sends the attempt as a client would; gives the code with which it was refused. */
  async #answer(workflowId: string, { input }: Attempt): Promise<string | null> {
    try {
      const options = { args: [input] as [AnswerArgument], updateId: input.requestId };
      await this.client.workflow.getHandle(workflowId).executeUpdate(ANSWER, options);
      return null;
    } catch (failure) {
      const cause = failure instanceof WorkflowUpdateFailedError ? failure.cause : undefined;
      if (cause instanceof ApplicationFailure && typeof cause.type === 'string') return cause.type;
      if (hasEnded(failure)) return 'CASE_CLOSED'; // its workflow is over
      throw failure;
    }
  }
}

const hasEnded = (failure: unknown): boolean =>
  failure instanceof Error && /not found|already completed/i.test(failure.message);

/** Waits for what the simulator let lapse up to then. */
async function settled(ledger: MemoryLedger, versions: number): Promise<void> {
  await eventually(`ledger has ${versions} rows`, () => Promise.resolve(ledger.rows.length >= versions));
}
