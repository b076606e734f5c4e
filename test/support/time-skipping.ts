import { randomUUID } from 'node:crypto';
import { instant, type Instant } from '@lianban/domain/civil-date';
import { msToTs } from '@temporalio/common/lib/time.js';
import proto from '@temporalio/proto';
import type { Client } from '@temporalio/client';

const { FastForwardPollingResult, WorkflowExecutionStatus } = proto.temporal.api.enums.v1;

/** The workflow's own clock, which is the wall clock while it has never skipped, and whether the workflow is over. */
async function standing(
  { workflowService, options: { namespace } }: Client,
  workflowId: string,
): Promise<{ readonly now: Instant; readonly isOver: boolean }> {
  const { workflowExtendedInfo, workflowExecutionInfo } = await workflowService.describeWorkflowExecution({
    namespace,
    execution: { workflowId },
  });
  const isOver = workflowExecutionInfo?.status !== WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
  const current = workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  if (current?.seconds === undefined || current.seconds === null) return { now: instant(Date.now()), isOver };
  return { now: instant(Number(current.seconds) * 1000 + Math.floor((current.nanos ?? 0) / 1_000_000)), isOver };
}

/**
 * Lets the time of one workflow run to `at` by the server's own time skipping; timers on the way fire at their virtual
 * instants. Other workflows keep their time; one that ends on the way ends there, and one that is over is left. @throws Error when the server cannot skip.
 */
export async function goTo(client: Client, workflowId: string, at: Instant): Promise<void> {
  const { now, isOver } = await standing(client, workflowId);
  const ms = Date.parse(at) - Date.parse(now);
  if (ms <= 0 || isOver) return;
  const {
    workflowService,
    options: { namespace },
  } = client;
  const [workflowExecution, id] = [{ workflowId }, randomUUID()];
  const duration = msToTs(ms);
  await workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution,
    workflowExecutionOptions: { timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration } } },
    updateMask: { paths: ['time_skipping_config'] },
  });
  for (;;) {
    const { fastForwardPollingResult: result, failedReason } = await workflowService.pollWorkflowExecutionTimeSkipping({
      namespace,
      workflowExecution,
      fastForwardId: id,
    });
    if (result === FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED) return;
    if (result === FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_FAILED) {
      if ((await standing(client, workflowId)).isOver) return;
      throw new Error(`time did not run to ${at}: ${failedReason}`);
    }
  }
}
