import { randomUUID } from 'node:crypto';
import { policyNamed } from '@lianban/api/identity/policy';
import { startService, type Service } from '@lianban/api/service';
import { select } from '@lianban/db/queryable';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import type { Pool } from 'pg';
import { testKeys } from '../support/test-keys.ts';
import { signIn, type SignedInClient } from '../support/service-client.ts';
import { required } from './environment.ts';

/**
 * A second service that waits for no recording, so that its answers are durable receipts: signed-in request, duty and
 * form checked, submission row committed. The submissions are refused afterwards, as the duty can be settled once.
 */
export class Receipts {
  readonly #service: Service;
  readonly #client: SignedInClient;
  readonly #caseId: string;
  readonly #pool: Pool;

  private constructor(parts: { service: Service; client: SignedInClient; caseId: string; pool: Pool }) {
    this.#service = parts.service;
    this.#client = parts.client;
    this.#caseId = parts.caseId;
    this.#pool = parts.pool;
  }

  static async start(pool: Pool): Promise<Receipts> {
    const service = await startService({
      ...{ databaseUrl: required('DATABASE_URL'), temporalAddress: required('TEMPORAL_ADDRESS'), namespace: 'default' },
      ...{ host: '127.0.0.1', port: 0, console: null, demo: true, patienceMs: 0, logLevel: 'silent' },
      ...{ proxies: [], rates: 1_000 },
      ...{ signInPolicy: policyNamed(undefined), secondFactor: 'offered', secretKeys: testKeys() },
    });
    // Not carried by any workflow, so that nothing but the receipt is measured.
    const { caseId } = await RecordedCase.open(pool);
    return new Receipts({ service, client: await signIn(service.address, 'hejing'), caseId, pool });
  }

  /** One durable receipt over HTTP. */
  async one(): Promise<void> {
    await this.#client.trpc.duty.answer.mutate({
      ...{ caseId: this.#caseId, duty: 'intake', outcome: 'accept', form: {}, requestId: randomUUID() },
    });
  }

  /** Takes the submissions away from the relays, which would otherwise work them off beside the next contender. */
  async settle(): Promise<void> {
    await select(this.#pool, {
      text: `UPDATE submission SET state = 'refused', refusal = '{"code": "STALE_DUTY", "detail": {}}' WHERE case_id = $1 AND state = 'received'`,
      values: [this.#caseId],
    });
  }

  stop(): Promise<void> {
    return this.#service.stop();
  }
}
