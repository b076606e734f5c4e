import { randomUUID } from 'node:crypto';
import { carry } from '@lianban/api/engine/case-workflow';
import { selectFirst } from '@lianban/db/queryable';
import { fileApplication } from '@lianban/db/testing/recorded-case';
import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import type { SignedInClient } from '../support/service-client.ts';

/** From the window to the verified licence: which button, by whom, with what form. */
const course = [
  ['intake', 'accept', 'hejing', {}],
  ['propose', 'proposeGrant', 'zhoumin', {}],
  ['decide', 'grant', 'qinli', {}],
  ['deliver', 'delivered', 'hejing', {}],
] as const;

/** The people whose acts are measured. */
export const actors = [...new Set(course.map(([, , user]) => user))];

interface Place {
  readonly caseId: string;
  at: number;
}

/** Cases that wait for their next act; an act takes one, moves it on and puts it back until it has come to the end. */
export class Courses {
  readonly #waiting: Place[] = [];
  readonly #pool: Pool;
  readonly #client: Client;
  readonly #people: ReadonlyMap<string, SignedInClient>;

  constructor(parts: { pool: Pool; client: Client; people: ReadonlyMap<string, SignedInClient> }) {
    this.#pool = parts.pool;
    this.#client = parts.client;
    this.#people = parts.people;
  }

  /** Opens that many more cases. */
  async open(count: number): Promise<void> {
    const wanted = this.#waiting.length + count;
    const lane = async (): Promise<void> => {
      while (this.#waiting.length < wanted) {
        const caseId = await fileApplication(this.#pool);
        await carry(this.#client, { caseId, procedure: 'informed-commitment', edition: '2023-12', province: 'CQ' });
        this.#waiting.push({ caseId, at: 0 });
      }
    };
    await Promise.all(Array.from({ length: 8 }, lane));
    for (const { caseId, at } of this.#waiting) if (at === 0) await this.#opened(caseId);
  }

  /** How many acts the waiting cases have left. */
  get left(): number {
    return this.#waiting.reduce((sum, { at }) => sum + course.length - at, 0);
  }

  /** The next act of some case, over HTTP, as its owner does it. @throws Error when no case is left. */
  async act(): Promise<string> {
    const place = this.#waiting.shift();
    const next = place === undefined ? undefined : course[place.at];
    if (place === undefined || next === undefined) throw new Error('open more cases');
    const [duty, outcome, user, form] = next;
    const { caseId } = place;
    await this.#people.get(user)?.trpc.duty.answer.mutate({ caseId, duty, outcome, form, requestId: randomUUID() });
    place.at += 1;
    if (place.at < course.length) this.#waiting.push(place);
    return caseId;
  }

  async #opened(caseId: string): Promise<void> {
    while (
      (await selectFirst(this.#pool, { text: 'SELECT FROM case_file WHERE case_id = $1', values: [caseId] })) ===
      undefined
    )
      await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
