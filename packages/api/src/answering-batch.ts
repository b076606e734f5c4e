import { LianbanError } from '@lianban/domain/error';
import { mayCall } from '@lianban/domain/permission';
import type { z } from 'zod';
import { answerDuty, type SignedIn } from './answering.ts';
import { reachDuty } from './answering/reach.ts';
import type { Visitor } from './context.ts';
import { codedOf } from './errors/coded.ts';
import { scopeOf, type Identity } from './identity/identity.ts';
import { withinReach } from './identity/reach.ts';
import { tellRefusal } from './trail/refusals.ts';
import type { batchReceipt } from './views/duty.ts';

const ROUTE = 'duty.answerBatch';

/** What became of each answer, in the order in which they were sent. */
export type BatchReceipt = z.infer<typeof batchReceipt>;

/** One button of one step, in several cases, each with a form of its own. */
export interface BatchRequest {
  readonly outcome: string;
  readonly items: readonly {
    readonly caseId: string;
    readonly duty: string;
    readonly form: Readonly<Record<string, unknown>>;
    readonly requestId: string;
  }[];
}

/** Somebody who is signed in, and the browser that says who they are when it is asked again. */
export interface Batching extends SignedIn {
  readonly visitor: Visitor;
}

/**
 * Answers one after the other, each as an answer of its own: received, recorded or refused by itself. Who asks is looked at
 * again before each, so that a post, a session or an account that ends in between stops what is left, untouched.
 * @throws LianbanError MALFORMED when the duties are not of one step; STEP_UP_REQUIRED before the first is taken.
 */
export async function answerBatch(caller: Batching, { outcome, items }: BatchRequest): Promise<BatchReceipt> {
  await requireOneStep(caller, items);
  const receipts: BatchReceipt = [];
  for (const item of items) {
    const { requestId } = item;
    try {
      const asker = await askedBy(caller);
      receipts.push({ requestId, done: await answerDuty(asker, { ...item, outcome }), refused: null });
    } catch (failure) {
      const refusal = codedOf(failure);
      const { code, detail } = refusal;
      if (code === 'STEP_UP_REQUIRED' && receipts.length === 0) throw refusal; // of the whole batch, before anything is done
      if (code === 'INTERNAL') caller.services.log.error({ err: failure, requestId }, 'an answer of a batch failed');
      await tellRefusal(caller.services, caller.identity, {
        route: ROUTE,
        refusal,
        input: () => Promise.resolve(item),
      });
      receipts.push({ requestId, done: null, refused: { code, detail } });
    }
  }
  return receipts;
}

/** What a button means is said by its step: the opinions of one batch answer one question. Those out of reach are refused by themselves. */
async function requireOneStep({ services, identity }: SignedIn, items: BatchRequest['items']): Promise<void> {
  const { pool } = services.database;
  const steps = new Set<string>();
  for (const { caseId, duty } of items) {
    try {
      const reached = await reachDuty(pool, { caseId, duty, scope: scopeOf(identity) });
      steps.add(`${reached.procedure} ${reached.edition} ${reached.step}`);
    } catch (failure) {
      if (!(failure instanceof LianbanError)) throw failure;
    }
  }
  if (steps.size > 1) throw new LianbanError('MALFORMED', { fields: ['items'] });
}

/** Who asks now. @throws LianbanError NOT_SIGNED_IN when nobody does any more, FORBIDDEN when it is another person or post. */
async function askedBy({ services, identity, visitor }: Batching): Promise<SignedIn> {
  const now = await visitor.identify();
  if (now === null) throw new LianbanError('NOT_SIGNED_IN');
  if (!isSame(now, identity) || !mayCall(now.post.role, ROUTE))
    throw new LianbanError('FORBIDDEN', { role: now.post.role, action: ROUTE });
  return { services: withinReach(services, now), identity: now };
}

const isSame = (now: Identity, before: Identity): boolean =>
  now.person.id === before.person.id && now.post.id === before.post.id && now.post.unitId === before.post.unitId;
