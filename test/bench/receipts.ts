import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { select } from '@lianban/db/queryable';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import type { Pool } from 'pg';
import { signIn, type SignedInClient } from '../support/service-client.ts';

/**
 * A second service that waits for no recording, so that its answers are durable receipts: signed-in request, duty and
 * form checked, submission row committed. The submissions are refused afterwards, as the duty can be settled once.
 */
export class Receipts {
  readonly #service: ChildProcess;
  readonly #client: SignedInClient;
  readonly #caseId: string;
  readonly #pool: Pool;

  private constructor(parts: { service: ChildProcess; client: SignedInClient; caseId: string; pool: Pool }) {
    this.#service = parts.service;
    this.#client = parts.client;
    this.#caseId = parts.caseId;
    this.#pool = parts.pool;
  }

  static async start(pool: Pool): Promise<Receipts> {
    const program = join(import.meta.dirname, 'receipts-service.ts');
    const service = spawn(process.execPath, ['--import', 'tsx', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    // Not carried by any workflow, so that nothing but the receipt is measured.
    const { caseId } = await RecordedCase.open(pool);
    return new Receipts({ service, client: await signIn(await addressOf(service), 'hejing'), caseId, pool });
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

  async stop(): Promise<void> {
    const exited = once(this.#service, 'exit');
    this.#service.kill('SIGTERM');
    await exited;
  }
}

/** Where it listens, as it says when it does. @throws Error when it ends before. */
async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout !== null) for await (const line of createInterface({ input: stdout })) return line;
  throw new Error('the service of the receipts ended before it listened');
}
