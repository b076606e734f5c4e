import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually.ts';
import { filledIn, retail } from '../support/application-draft.ts';
import { signIn, type SignedInClient } from '../support/service-client.ts';

/** An application that was filed over HTTP, where the browser is about something else. */
export interface Filed {
  readonly caseId: string;
  readonly caseNumber: string;
}

/** The drugstore applies for {@link retail} by commitment. */
export async function fileRetail(address: string): Promise<Filed> {
  const { trpc } = await signIn(address, 'wanhe');
  const { draftId, notice } = await trpc.application.draft.mutate({ ...retail, content: {} });
  const signature = { noticeVersion: notice?.version ?? '', name: '方少棠' };
  await trpc.application.draft.mutate({ ...retail, draftId, content: { ...filledIn, signature } });
  const requestId = randomUUID();
  const receipt = await eventually('the application is recorded', async () => {
    const answer = await trpc.application.submit.mutate({ draftId, requestId });
    return answer.state === 'recorded' && answer;
  });
  return { caseId: receipt.caseId, caseNumber: receipt.caseNumber };
}

/** Somebody answers the open duty of this step over HTTP, and it is recorded when this returns. */
export async function answer(
  { trpc }: SignedInClient,
  caseId: string,
  { step, outcome, form = {} }: { readonly step: string; readonly outcome: string; readonly form?: object },
): Promise<void> {
  const requestId = randomUUID();
  await eventually(`${step} is answered`, async () => {
    const asked = { caseId, duty: step, outcome, form: { ...form }, requestId };
    return (await trpc.duty.answer.mutate(asked)).state === 'recorded';
  });
}
