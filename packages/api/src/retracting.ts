import { caseRecord, type CaseRecord } from '@lianban/db/queries/case-page';
import { receiveRetraction, submissionOf } from '@lianban/db/submission';
import { instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { SignedIn } from './answering.ts';
import { handOver } from './answering/hand-over.ts';
import { reachDuty } from './answering/reach.ts';
import type { AnswerReceipt } from './answering/recorded.ts';
import { actorOf, scopeOf, type Identity } from './identity/identity.ts';
import { readerOf } from './presentation/catalogue.ts';
import { goneOnFrom, takeBackOf } from './presentation/take-back.ts';

/** Which act of one's own, and why it is taken back. */
export interface RetractRequest {
  readonly caseId: string;
  /** The duty that was answered, and the row of the answer. */
  readonly duty: string;
  readonly version: number;
  readonly reason: string;
  /** Names this request: repeated, it has no second effect and gets the same receipt. */
  readonly requestId: string;
}

/**
 * Takes an act of the caller back while nobody has gone on from it: received for good, handed to the engine, which decides.
 * @throws LianbanError NO_SUCH_CASE, NO_SUCH_DUTY, CASE_CLOSED, REQUEST_REUSED, and RETRACT_… or RETRACTED for the rule that
 * stands against it; RETRACT_ACTED_ON names who went on.
 */
export async function retractAct({ services, identity }: SignedIn, request: RetractRequest): Promise<AnswerReceipt> {
  const { pool } = services.database;
  const { caseId, duty, requestId } = request;
  const scope = scopeOf(identity);
  await reachDuty(pool, { caseId, duty, scope });
  const record = await caseRecord(pool, caseId, scope);
  if (record === null) throw new LianbanError('NO_SUCH_CASE', { caseId });
  const refusal = refusalOf(record, request, identity);
  // A repeated request finds its act taken back by itself.
  if (refusal !== null && (await submissionOf(pool, requestId)) === undefined)
    throw namingWhoWentOn(refusal, record, request.version);
  const { submission } = await receiveRetraction(pool, { ...request, by: actorOf(identity) });
  try {
    return await handOver(services, submission);
  } catch (failure) {
    throw namingWhoWentOn(failure, await caseRecord(pool, caseId, scope), request.version);
  }
}

/** Why it cannot be taken back; the case decides again when it records it, but what can only be refused is not received. */
function refusalOf(record: CaseRecord, { duty, version }: RetractRequest, reader: Identity): LianbanError | null {
  const { head, events } = record;
  const event = events.find((row) => row.version === version && row.duty === duty && row.kind === 'answer');
  if (event === undefined) return new LianbanError('RETRACT_NO_ACT', { version });
  if (event.who?.personId !== reader.person.id) return new LianbanError('RETRACT_NOT_OWN', { version });
  if (event.retracted !== null) return new LianbanError('RETRACTED', { version });
  if (head.ending !== null) return new LianbanError('CASE_CLOSED', { ending: head.ending });
  const catalogue = readerOf(head.procedure, head.edition);
  const own = takeBackOf(event, record, { catalogue, reader, now: instant(Date.now()) });
  if (own === null) return new LianbanError('RETRACT_NO_ACT', { version });
  return own.refusal === null ? null : new LianbanError(own.refusal, { version });
}

/** Whoever comes too late is told who went on. */
function namingWhoWentOn(failure: unknown, record: CaseRecord | null, version: number): unknown {
  if (!(failure instanceof LianbanError) || failure.code !== 'RETRACT_ACTED_ON') return failure;
  const next = record === null ? undefined : goneOnFrom(version, record);
  return new LianbanError(failure.code, { ...failure.detail, by: next?.who?.name ?? null });
}
