import type { Delivery, Engine, News, Told } from '@lianban/api/engine/engine';
import { selectFirst } from '@lianban/db/queryable';
import { markRefused, type Submission } from '@lianban/db/submission';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { LianbanError } from '@lianban/domain/error';
import { RefusedInput } from '@lianban/workflows/kernel/runner';
import { procedureOf } from '@lianban/workflows/procedures/registry';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Pool } from 'pg';

/**
 * The engine without Temporal: every submission is worked by the real runner over the real record, in this process and
 * at once. Nothing lapses by itself and nothing is sent on to another procedure.
 */
export class LedgerEngine implements Engine {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async deliver(submission: Submission): Promise<Delivery> {
    try {
      const life = await RecordedCase.resume(this.#pool, submission.caseId, await this.#procedureOf(submission));
      if (submission.kind !== 'open') await life.submit(submission.input);
      return { state: 'recorded' };
    } catch (failure) {
      if (!(failure instanceof RefusedInput)) throw failure;
      const { code, detail } = failure.refusal;
      await markRefused(this.#pool, submission.requestId, { code, detail });
      return { state: 'refused', refusal: new LianbanError(code, detail) };
    }
  }

  async tell(caseId: string, news: News): Promise<Told> {
    try {
      const life = await RecordedCase.resume(this.#pool, caseId, await this.#filedUnder(caseId));
      await life.submit(news);
      return { state: 'taken' };
    } catch (failure) {
      if (!(failure instanceof RefusedInput)) throw failure;
      const { code, detail } = failure.refusal;
      return { state: 'refused', refusal: new LianbanError(code, detail) };
    }
  }

  /** Every submission reads the ledger anew, so nobody has to be told. */
  ledgerGrew(): Promise<void> {
    return Promise.resolve();
  }

  async #procedureOf({ caseId, procedure, edition }: Submission): Promise<AnyProcedure> {
    if (procedure === null || edition === null) return this.#filedUnder(caseId);
    return carried(caseId, { procedure, edition });
  }

  async #filedUnder(caseId: string): Promise<AnyProcedure> {
    const filed = await selectFirst<{ procedure: string; edition: string }>(this.#pool, {
      text: 'SELECT procedure, edition FROM case_file WHERE case_id = $1',
      values: [caseId],
    });
    return carried(caseId, filed);
  }
}

function carried(
  caseId: string,
  filed: { readonly procedure: string; readonly edition: string } | undefined,
): AnyProcedure {
  const known = filed === undefined ? undefined : procedureOf(filed.procedure, filed.edition);
  if (known === undefined) throw new Error(`no procedure for ${caseId}`);
  return known;
}

/** An engine that cannot be reached: whatever is handed to it has been received and waits. */
export const absentEngine: Engine = {
  deliver: () => Promise.resolve({ state: 'recording' }),
  tell: () => Promise.resolve({ state: 'later' }),
  ledgerGrew: () => Promise.reject(new Error('engine away')),
};
