import { needsSeal } from '@lianban/domain/document';
import { LianbanError } from '@lianban/domain/error';
import type { Field } from '@lianban/domain/field';
import { flowValues, type FormValues } from '@lianban/domain/form-schema';
import type { Requirements } from '@lianban/db/separation/requirements';
import { receive, submissionOf, type AnswerSubmission } from '@lianban/db/submission';
import type { Pool } from 'pg';
import { checkForm } from './answering/form.ts';
import { refuseUnknownNames } from './answering/named.ts';
import { reachDuty, type ReachedDuty, type ReachQuestion } from './answering/reach.ts';
import { handOver } from './answering/hand-over.ts';
import type { AnswerReceipt } from './answering/recorded.ts';
import { barredFrom, namingRule, separated } from './answering/separate.ts';
import type { Context } from './context.ts';
import { filesWith, type OutcomeSpec } from '@lianban/workflows/vocabulary/step';
import { actorOf, holderId, scopeOf, type Identity } from './identity/identity.ts';
import { requireProof } from './identity/proof.ts';
import { readerOf, type CatalogueReader } from './presentation/catalogue.ts';

export type { AnswerReceipt } from './answering/recorded.ts';

/** Which button of which duty or right, with its form as it was sent. */
export interface AnswerRequest {
  readonly caseId: string;
  readonly duty: string;
  readonly outcome: string;
  readonly form: Readonly<Record<string, unknown>>;
  /** Files that wait for the duty and come with the answer. */
  readonly attachmentIds?: readonly string[];
  /** Names this act: repeated, it has no second effect and gets the same receipt. */
  readonly requestId: string;
}

/** A request of somebody who is signed in. */
export type SignedIn = Pick<Context, 'services'> & { readonly identity: Identity };

/**
 * Answers a duty or exercises a right of the caller: checked, received for good, handed to the engine.
 * `recording` when the engine has not recorded it within a few seconds; it will.
 * @throws LianbanError NO_SUCH_CASE, NO_SUCH_DUTY, CASE_CLOSED, STALE_DUTY naming who was first, CLAIMED_BY_OTHER naming the holder,
 * DELEGATED, AWAITING_SIGNATURES, SIGNATURE_REFUSED, DRAFT_DIFFERS while others work on it, RIGHT_BLOCKED, SEPARATION, RECUSED, TEAM_NEEDED,
 * NOT_IN_TEAM, OUTCOME_UNAVAILABLE with the reason, STEP_UP_REQUIRED for a paper under seal, MALFORMED and its kin for the form, REQUEST_REUSED,
 * and whatever the engine refuses with.
 */
export async function answerDuty(caller: SignedIn, request: AnswerRequest): Promise<AnswerReceipt> {
  const { services, identity } = caller;
  const { pool } = services.database;
  const { reached, answer, requirements } = await examineAnswer(caller, request);
  const { submission } = await receive(pool, answer, requirements).catch((failure: unknown) => {
    throw namingRule(reached, failure);
  });
  try {
    return await handOver(services, submission);
  } catch (failure) {
    throw await namingWinner(pool, questionOf(identity, request), failure);
  }
}

const questionOf = (identity: Identity, { caseId, duty }: AnswerRequest): ReachQuestion => ({
  ...{ caseId, duty, scope: scopeOf(identity) },
});

/** An answer, and what has to hold when it is received. */
export interface ExaminedAnswer {
  readonly reached: ReachedDuty;
  readonly answer: AnswerSubmission;
  readonly requirements: Requirements;
}

/** An answer that may be received: of the caller's own duty, with its form checked, and by somebody who has proven who they are where a seal needs it. */
export async function examineAnswer({ services, identity }: SignedIn, request: AnswerRequest): Promise<ExaminedAnswer> {
  const { pool } = services.database;
  const { caseId, duty, outcome, form, requestId, attachmentIds = [] } = request;
  const question = questionOf(identity, request);
  const reached = await reachDuty(pool, question);
  const button = buttonOf(readerOf(reached.procedure, reached.edition), reached, outcome);
  const fields = button.form ?? [];
  const checked = await checkForm(pool, question, { fields, form });
  const by = actorOf(identity);
  // Who may not act is told so before what is wrong with the form.
  const barred = refusalOf(reached, outcome, holderId(identity)) ?? (await separated(pool, reached, { caseId, by }));
  const refusal = barred ?? checked.early;
  // A repeated request finds its duty settled by itself.
  if (refusal !== null && (await submissionOf(pool, requestId)) === undefined) throw refusal;
  refuseFiles(filesWith(readerOf(reached.procedure, reached.edition).spec(reached.step), button), attachmentIds);
  if (needsSeal(button.documents ?? [])) requireProof(identity);
  const values = checked.values();
  const { province } = reached;
  // A repeated request may name what has changed since.
  if (refusal === null)
    await refuseUnknownNames(pool, { fields, values }, { caseId, province, scope: scopeOf(identity) });
  const answer = {
    requestId,
    caseId,
    by,
    duty,
    outcome,
    flow: flowValues(fields, values),
    form: values,
    attachmentIds,
  };
  return { reached, answer, requirements: requirementsOf(reached, fields, values) };
}

/** @throws LianbanError MISSING_MATERIAL where files have to come with the answer, MALFORMED where none are taken. */
function refuseFiles(taken: ReturnType<typeof filesWith>, attachmentIds: readonly string[]): void {
  if (taken === 'required' && attachmentIds.length === 0) throw new LianbanError('MISSING_MATERIAL', { materials: [] });
  if (taken === null && attachmentIds.length > 0) throw new LianbanError('MALFORMED', { fields: ['attachmentIds'] });
}

/** The engine decides by the ledger alone; whoever comes second is told who came first, as the record names them. */
async function namingWinner(pool: Pool, question: ReachQuestion, failure: unknown): Promise<unknown> {
  if (!(failure instanceof LianbanError) || failure.code !== 'STALE_DUTY') return failure;
  const { key: duty, ...first } = await reachDuty(pool, question);
  return new LianbanError('STALE_DUTY', { ...failure.detail, duty, ...firstOf(first) });
}

/** @throws LianbanError OUTCOME_UNAVAILABLE when the step has no such button. */
function buttonOf(reader: CatalogueReader, { step }: ReachedDuty, outcome: string): OutcomeSpec {
  const outcomes = reader.spec(step).outcomes;
  const button = Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined;
  if (button === undefined) throw new LianbanError('OUTCOME_UNAVAILABLE', { outcome });
  return button;
}

/** Who was first, as a refusal names them. */
const firstOf = ({ settledBy: by, settledFor }: Pick<ReachedDuty, 'settledBy' | 'settledFor'>) => ({
  by,
  ...(settledFor === null ? {} : { standingInFor: settledFor }),
});
/** What the catalogue asks of whoever answers, to be looked at when the answer is received. */
function requirementsOf(reached: ReachedDuty, fields: readonly Field[], values: FormValues): Requirements {
  const second = fields.flatMap(({ name: field, kind }) =>
    kind.type === 'colleague' ? [{ field, personId: values[field], of: kind.of }] : [],
  );
  return { apartFrom: barredFrom(reached), second: second[0] ?? null };
}

/** Why the answer cannot be taken; the case decides again when it records it, but what can only be refused is not received. */
function refusalOf(reached: ReachedDuty, outcome: string, ownId: string): LianbanError | null {
  const { key: duty, state, holder, blocked, without, ending } = reached;
  const settledAs = reached.outcome ?? state;
  if (state === 'settled' || state === 'lapsed')
    return new LianbanError('STALE_DUTY', { duty, settledAs, ...firstOf(reached) });
  if (ending !== null) return new LianbanError('CASE_CLOSED', { ending });
  if (state === 'cancelled') return new LianbanError('STALE_DUTY', { duty, settledAs });
  if (holder !== null && holder.personId !== ownId)
    return new LianbanError('CLAIMED_BY_OTHER', { duty, holder: holder.name });
  if (blocked !== null) return new LianbanError('RIGHT_BLOCKED', { duty, reason: blocked });
  const reason = without[outcome];
  return reason === undefined ? null : new LianbanError('OUTCOME_UNAVAILABLE', { outcome, reason });
}
