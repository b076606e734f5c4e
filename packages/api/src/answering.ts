import { assertNever } from '@lianban/domain/assert-never';
import { needsSeal } from '@lianban/domain/document';
import { LianbanError } from '@lianban/domain/error';
import { flowValues } from '@lianban/domain/form-schema';
import { receive, submissionOf, type Submission } from '@lianban/db/submission';
import type { Pool } from 'pg';
import { checkForm } from './answering/form.ts';
import { reachDuty, type ReachedDuty, type ReachQuestion } from './answering/reach.ts';
import { recordedReceipt, type AnswerReceipt } from './answering/recorded.ts';
import type { Context } from './context.ts';
import type { OutcomeSpec } from '@lianban/workflows/vocabulary/step';
import { actorOf, scopeOf, type Identity } from './identity/identity.ts';
import { requireProof } from './identity/proof.ts';
import { notSeparateFrom, readerOf, type CatalogueReader } from './presentation/catalogue.ts';

export type { AnswerReceipt } from './answering/recorded.ts';

/** Which button of which duty or right, with its form as it was sent. */
export interface AnswerRequest {
  readonly caseId: string;
  readonly duty: string;
  readonly outcome: string;
  readonly form: Readonly<Record<string, unknown>>;
  /** Names this act: repeated, it has no second effect and gets the same receipt. */
  readonly requestId: string;
}

/** A request of somebody who is signed in. */
export type SignedIn = Pick<Context, 'services'> & { readonly identity: Identity };

/**
 * Answers a duty or exercises a right of the caller: checked, received for good, handed to the engine.
 * `recording` when the engine has not recorded it within a few seconds; it will.
 * @throws LianbanError NO_SUCH_CASE, NO_SUCH_DUTY, CASE_CLOSED, STALE_DUTY naming who was first, CLAIMED_BY_OTHER naming the holder,
 * RIGHT_BLOCKED, SEPARATION, OUTCOME_UNAVAILABLE with the reason, STEP_UP_REQUIRED for a paper under seal, MALFORMED and its kin for the form, REQUEST_REUSED,
 * and whatever the engine refuses with.
 */
export async function answerDuty({ services, identity }: SignedIn, request: AnswerRequest): Promise<AnswerReceipt> {
  const { pool } = services.database;
  const { caseId, duty, outcome, form, requestId } = request;
  const scope = scopeOf(identity);
  const question = { caseId, duty, scope, personId: identity.person.id };
  const reached = await reachDuty(pool, question);
  const button = buttonOf(readerOf(reached.procedure, reached.edition), reached, outcome);
  const fields = button.form ?? [];
  const checked = await checkForm(pool, { caseId, scope }, { fields, form });
  const refusal = refusalOf(reached, outcome, identity.person.id) ?? checked.early;
  // A repeated request finds its duty settled by itself.
  if (refusal !== null && (await submissionOf(pool, requestId)) === undefined) throw refusal;
  if (needsSeal(button.documents ?? [])) requireProof(identity);
  const values = checked.values();
  const flow = flowValues(fields, values);
  const by = actorOf(identity);
  const { submission } = await receive(pool, { requestId, caseId, by, duty, outcome, flow, form: values });
  try {
    return await (submission.state === 'received' ? deliver(services, submission) : standing(services, submission));
  } catch (failure) {
    throw await namingWinner(pool, question, failure);
  }
}

/** The engine decides by the ledger alone; whoever comes second is told who came first, as the record names them. */
async function namingWinner(pool: Pool, question: ReachQuestion, failure: unknown): Promise<unknown> {
  if (!(failure instanceof LianbanError) || failure.code !== 'STALE_DUTY') return failure;
  const { key: duty, settledBy: by } = await reachDuty(pool, question);
  return new LianbanError('STALE_DUTY', { ...failure.detail, duty, by });
}

/** @throws LianbanError OUTCOME_UNAVAILABLE when the step has no such button. */
function buttonOf(reader: CatalogueReader, { step }: ReachedDuty, outcome: string): OutcomeSpec {
  const outcomes = reader.spec(step).outcomes;
  const button = Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined;
  if (button === undefined) throw new LianbanError('OUTCOME_UNAVAILABLE', { outcome });
  return button;
}

/** Why the answer cannot be taken; the case decides again when it records it, but what can only be refused is not received. */
function refusalOf(reached: ReachedDuty, outcome: string, personId: string): LianbanError | null {
  const { key: duty, state, holder, blocked, without, ending, settledBy } = reached;
  const settledAs = reached.outcome ?? state;
  if (state === 'settled' || state === 'lapsed')
    return new LianbanError('STALE_DUTY', { duty, settledAs, by: settledBy });
  if (ending !== null) return new LianbanError('CASE_CLOSED', { ending });
  if (state === 'cancelled') return new LianbanError('STALE_DUTY', { duty, settledAs });
  if (holder !== null && holder.personId !== personId)
    return new LianbanError('CLAIMED_BY_OTHER', { duty, holder: holder.name });
  if (blocked !== null) return new LianbanError('RIGHT_BLOCKED', { duty, reason: blocked });
  const reason = without[outcome];
  if (reason !== undefined) return new LianbanError('OUTCOME_UNAVAILABLE', { outcome, reason });
  const step = notSeparateFrom(
    readerOf(reached.procedure, reached.edition).spec(reached.step),
    reached.answeredByCaller,
  );
  return step === null ? null : new LianbanError('SEPARATION', { step });
}

async function deliver({ engine, database }: Context['services'], submission: Submission): Promise<AnswerReceipt> {
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

/** What became of an answer that had been received before. */
async function standing({ database }: Context['services'], submission: Submission): Promise<AnswerReceipt> {
  const { refusal } = submission;
  if (refusal !== null) throw new LianbanError(refusal.code, refusal.detail);
  return recordedReceipt(database.pool, submission);
}
