import { openSheet } from '@lianban/db/involvement/open-sheet';
import type { SigningRule } from '@lianban/domain/countersign';
import { examineAnswer, type AnswerRequest, type SignedIn } from '../answering.ts';
import { namingRule } from './separate.ts';

/** Who signs, and by which rule. */
export interface Signing {
  readonly posts: readonly string[];
  readonly rule: SigningRule;
  readonly note: string | null;
}

/**
 * Keeps an answer that was checked like one that is given at once, proof of the person included; when those asked have agreed it goes
 * out under the same request id.
 * @throws LianbanError whatever the answer would be refused with, and what {@link openSheet} refuses.
 */
export async function keepUntilSigned(caller: SignedIn, request: AnswerRequest, signing: Signing): Promise<void> {
  const { pool } = caller.services.database;
  const { reached, answer, requirements } = await examineAnswer(caller, request);
  const { caseId, duty, by, outcome, form, flow, requestId } = answer;
  const reach = { caseId, duty, by, province: caller.identity.post.province };
  const opinion = Object.values(form).find((value) => typeof value === 'string' && value.trim() !== '');
  await openSheet(pool, reach, {
    ...{
      requestId,
      outcome,
      opinion: typeof opinion === 'string' ? opinion : '',
      answer: { form, flow, requirements },
    },
    ...signing,
  }).catch((failure: unknown) => {
    throw namingRule(reached, failure);
  });
}
