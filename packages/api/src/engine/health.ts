import type { OpenCase } from '@lianban/db/queries/case-state';
import { caseIdOf, caseWorkflowId } from '@lianban/workflows/messages';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';

/** How the workflow of an open case is: gone, failing for good, failing for now, or getting on. */
export type Health = 'missing' | 'stuck' | 'failing' | 'well';

/** Attempts of one workflow task after which its workflow counts as stuck: a worker that is restarted takes two. */
const STUCK_AFTER_ATTEMPTS = 3;

/** The health of one workflow, as the engine knows it this moment. */
export async function healthOf(client: Client, caseId: string): Promise<Health> {
  try {
    const { status, raw } = await client.workflow.getHandle(caseWorkflowId(caseId)).describe();
    if (status.name !== 'RUNNING') return 'missing';
    const attempt = Number(raw.pendingWorkflowTask?.attempt ?? 0);
    if (attempt > STUCK_AFTER_ATTEMPTS) return 'stuck';
    return attempt > 1 ? 'failing' : 'well';
  } catch (failure) {
    if (failure instanceof WorkflowNotFoundError) return 'missing';
    throw failure;
  }
}

/** Cases whose workflow tasks have failed often enough for the engine to mark them by itself. */
export async function reportedCases(client: Client): Promise<readonly string[]> {
  const query = `ExecutionStatus = 'Running' AND TemporalReportedProblems IN ('category=WorkflowTaskFailed', 'category=WorkflowTaskTimedOut')`;
  const reported: string[] = [];
  for await (const { workflowId } of client.workflow.list({ query })) {
    const caseId = caseIdOf(workflowId);
    if (caseId !== null) reported.push(caseId);
  }
  return reported;
}

/** Those of the cases that the engine lists no running workflow for. Its list lags a moment behind, so this only suspects. */
export async function withoutWorkflow(client: Client, cases: readonly OpenCase[]): Promise<readonly OpenCase[]> {
  if (cases.length === 0) return [];
  const ids = cases.map(({ caseId }) => `'${caseWorkflowId(caseId)}'`).join(', ');
  const query = `ExecutionStatus = 'Running' AND WorkflowId IN (${ids})`;
  const running = new Set<string>();
  for await (const { workflowId } of client.workflow.list({ query })) running.add(workflowId);
  return cases.filter(({ caseId }) => !running.has(caseWorkflowId(caseId)));
}
