import type { Submission } from '@lianban/db/submission';
import { assertNever } from '@lianban/domain/assert-never';
import { LianbanError } from '@lianban/domain/error';
import type { Services } from '../context.ts';
import { recordedReceipt, type AnswerReceipt } from './recorded.ts';

/**
 * Hands what has been received to the engine, unless what became of it is known already, and says what it led to.
 * @throws LianbanError as the case refused it, now or when it came first.
 */
export async function handOver({ engine, database }: Services, submission: Submission): Promise<AnswerReceipt> {
  if (submission.refusal !== null) throw new LianbanError(submission.refusal.code, submission.refusal.detail);
  if (submission.state !== 'received') return recordedReceipt(database.pool, submission);
  const delivery = await engine.deliver(submission);
  switch (delivery.state) {
    case 'recorded':
      return recordedReceipt(database.pool, submission);
    case 'recording':
      return { state: 'recording', requestId: submission.requestId };
    case 'refused':
      throw delivery.refusal;
    default:
      return assertNever(delivery);
  }
}
