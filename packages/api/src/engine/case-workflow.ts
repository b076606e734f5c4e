import type { Submission } from '@lianban/db/submission';
import { LianbanError } from '@lianban/domain/error';
import type { Province } from '@lianban/domain/province';
import {
  CASES_QUEUE,
  caseWorkflowId,
  SEARCH_ATTRIBUTES,
  workflowType,
  type CaseWorkflowInput,
} from '@lianban/workflows/messages';
import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { defineSearchAttributeKey } from '@temporalio/common';

/** A case, as far as its workflow needs to be told. */
export interface CaseToCarry {
  readonly caseId: string;
  readonly procedure: string;
  readonly edition: string;
  readonly province: Province;
}

const procedureKey = defineSearchAttributeKey(SEARCH_ATTRIBUTES.procedure, 'KEYWORD');
const provinceKey = defineSearchAttributeKey(SEARCH_ATTRIBUTES.province, 'KEYWORD');

function options({ caseId, procedure, edition, province }: CaseToCarry) {
  const input: CaseWorkflowInput = { caseId, procedure, edition };
  return {
    workflowId: caseWorkflowId(caseId),
    taskQueue: CASES_QUEUE,
    args: [input] as const,
    staticSummary: `${procedure} ${edition}`,
    typedSearchAttributes: [
      { key: procedureKey, value: procedure },
      { key: provinceKey, value: province },
    ],
  };
}

/** Starts the workflow of a received application; one that runs already is left alone. */
export async function startCase(client: Client, submission: Submission): Promise<void> {
  const { input, caseId, procedure, edition } = submission;
  if (input.kind !== 'open' || procedure === null || edition === null)
    throw new LianbanError('INTERNAL', { reason: 'not an application', requestId: submission.requestId });
  await carry(client, { caseId, procedure, edition, province: input.opening.item.province });
}

/** Starts the workflow of a case unless it runs. True when it was started now. */
export async function carry(client: Client, carried: CaseToCarry): Promise<boolean> {
  try {
    await client.workflow.start(workflowType(carried.procedure, carried.edition), {
      ...options(carried),
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowIdConflictPolicy: 'FAIL',
    });
    return true;
  } catch (failure) {
    if (failure instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw failure;
  }
}

/** Ends the workflow that cannot go on and starts another, which reads the case from its ledger; one call, so that never none runs. */
export async function carryAnew(client: Client, carried: CaseToCarry): Promise<void> {
  await client.workflow.start(workflowType(carried.procedure, carried.edition), {
    ...options(carried),
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
  });
}
