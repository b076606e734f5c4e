import { randomUUID } from 'node:crypto';
import { caseState } from '@lianban/db/queries/case-state';
import { select, selectFirst } from '@lianban/db/queryable';
import { receive } from '@lianban/db/submission';
import { actorOf, fileApplication, type Variation } from '@lianban/db/testing/recorded-case';
import type { FlowValues } from '@lianban/domain/field';
import type { Role } from '@lianban/domain/role';
import {
  ANSWER,
  CASES_QUEUE,
  caseWorkflowId,
  workflowType,
  type AnswerArgument,
  type AnswerResult,
  type CaseWorkflowInput,
} from '@lianban/workflows/messages';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import type { EngineStack } from './engine-stack.ts';
import { eventually } from './eventually.ts';

/** When a workflow continues as new, and how long after a deadline it looks for its lapse. */
type WorkflowOptions = Pick<CaseWorkflowInput, 'continueAfterEvents' | 'lapseSpreadMs'>;

/** A case that a real workflow carries over the real record. */
export class CarriedCase {
  readonly caseId: string;
  readonly workflowId: string;
  readonly #stack: EngineStack;
  readonly #input: WorkflowOptions;

  private constructor(stack: EngineStack, caseId: string, input: WorkflowOptions) {
    this.caseId = caseId;
    this.workflowId = caseWorkflowId(caseId);
    this.#stack = stack;
    this.#input = input;
  }

  /** Files an application and starts its workflow. */
  static async open(
    stack: EngineStack,
    variation: Variation = {},
    workflow: WorkflowOptions = {},
  ): Promise<CarriedCase> {
    const caseId = await fileApplication(stack.database.pool, variation);
    const carried = new CarriedCase(stack, caseId, workflow);
    await carried.start();
    await carried.reaches(1);
    return carried;
  }

  async start(): Promise<void> {
    const { id: procedure, edition } = informedCommitment;
    const { caseId, workflowId } = this;
    const input: CaseWorkflowInput = { caseId, procedure, edition, ...this.#input };
    const options = { workflowId, taskQueue: CASES_QUEUE, args: [input] };
    await this.#stack.client.workflow.start(workflowType(procedure, edition), options);
  }

  /** Waits until the record has that many rows. */
  async reaches(version: number): Promise<void> {
    const { pool } = this.#stack.database;
    await eventually(
      `case has ${version} rows`,
      async () => ((await caseState(pool, this.caseId))?.version ?? 0) >= version,
    );
  }

  /** What each row of the ledger is, in order. */
  async kinds(): Promise<readonly string[]> {
    const rows = await select<{ kind: string }>(this.#stack.database.pool, {
      text: 'SELECT kind FROM case_event WHERE case_id = $1 ORDER BY version',
      values: [this.caseId],
    });
    return rows.map(({ kind }) => kind);
  }

  /** Receives the answer to the open duty of this step, as the service does before it is handed to the engine. */
  async received(
    step: string,
    outcome: string,
    { flow = {}, requestId = randomUUID() }: { readonly flow?: FlowValues; readonly requestId?: string } = {},
  ): Promise<AnswerArgument> {
    const { pool } = this.#stack.database;
    const { caseId } = this;
    const open = await selectFirst<{ key: string; role: Role }>(pool, {
      text: `SELECT key, role FROM duty WHERE case_id = $1 AND step = $2 AND state = 'open'`,
      values: [caseId, step],
    });
    if (open === undefined) throw new Error(`${step} is not open`);
    const by = actorOf(open.role, open.role === 'APP' ? 1 : 0);
    const form = { opinion: '同意' };
    const { submission } = await receive(pool, { requestId, caseId, by, duty: open.key, outcome, flow, form });
    if (submission.input.kind !== 'answer') throw new Error('not an answer');
    return submission.input;
  }

  /** Sends what was received, as often as asked. */
  send(input: AnswerArgument): Promise<AnswerResult> {
    return this.#stack.client.workflow
      .getHandle(this.workflowId)
      .executeUpdate<AnswerResult, [AnswerArgument]>(ANSWER, { args: [input], updateId: input.requestId });
  }

  async answer(step: string, outcome: string): Promise<AnswerResult> {
    return this.send(await this.received(step, outcome));
  }
}
