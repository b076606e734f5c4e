import { randomUUID } from 'node:crypto';
import { instant, type Instant } from '@lianban/domain/civil-date';
import { msToTs } from '@temporalio/common/lib/time.js';
import proto from '@temporalio/proto';
import type { Client } from '@temporalio/client';

const { FastForwardPollingResult } = proto.temporal.api.enums.v1;

/** The workflow's own clock; the wall clock while it has never skipped. */
async function virtualNow({ workflowService, options: { namespace } }: Client, workflowId: string): Promise<Instant> {
  const { workflowExtendedInfo } = await workflowService.describeWorkflowExecution({
    namespace,
    execution: { workflowId },
  });
  const current = workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  if (current?.seconds === undefined || current.seconds === null) return instant(Date.now());
  return instant(Number(current.seconds) * 1000 + Math.floor((current.nanos ?? 0) / 1_000_000));
}

/**
 * Lets the time of one workflow run to `at` by the server's own time skipping; timers on the way fire at their virtual
 * instants. Other workflows keep their time; one that ends on the way ends there, and one that is over is left. @throws Error when the server cannot skip.
 */
export async function goTo(client: Client, workflowId: string, at: Instant): Promise<void> {
  const ms = Date.parse(at) - Date.parse(await virtualNow(client, workflowId));
  if (ms <= 0 || (await hasEnded(client, workflowId))) return;
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
      if (await hasEnded(client, workflowId)) return;
      throw new Error(`time did not run to ${at}: ${failedReason}`);
    }
  }
}

const hasEnded = async (client: Client, workflowId: string): Promise<boolean> =>
  (await client.workflow.getHandle(workflowId).describe()).status.name !== 'RUNNING';
