import { randomUUID } from 'node:crypto';
import { civilDateOf, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import type { FlowValues } from '@lianban/domain/field';
import { termsFor, rules } from '@lianban/domain/rules';
import { items } from '@lianban/domain/items';
import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';
import type { Entry, Input } from '@lianban/workflows/kernel/entry';
import { Runner } from '@lianban/workflows/kernel/runner';
import type { Acknowledgement, CommitResult, Turn } from '@lianban/workflows/kernel/turn';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import { ruleKeysOf, type AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool } from 'pg';
import { commitTurn } from '../commit-turn.ts';
import { loadCase } from '../load-rows.ts';
import { recordHost } from '../record-host.ts';
import { select, selectOne } from '../queryable.ts';
import { attachInThePast, type PastFile } from '../seed/past-files.ts';
import { enterprises, people } from '../seed/people.ts';
import { receive, receiveRetraction } from '../submission.ts';

/** The person of the demonstration who holds that role, in Chongqing unless said otherwise, as an actor; the `nth` when several do. */
export function actorOf(role: Role, nth = 0, province: Province = 'CQ'): Actor {
  const holders = people
    .flatMap((person) => person.posts.map((post) => ({ person, post })))
    .filter(({ post }) => post.role === role && post.province === province);
  const holder = holders[nth];
  if (holder === undefined) throw new Error(`nobody holds ${role}`);
  return { personId: holder.person.id, postId: holder.post.id, role };
}

/** The drugstore of the demonstration, which may apply for a retail licence without a window. */
export const DRUGSTORE = enterprises[1]?.id ?? '';

/** What differs from an application of the drugstore for a retail licence by commitment, made just now. */
export interface Variation {
  readonly at?: Instant;
  readonly item?: string;
  /** To whose bureau it goes; Chongqing's unless said otherwise. */
  readonly to?: Province;
  readonly enterpriseId?: string;
  readonly procedure?: AnyProcedure;
  readonly opening?: Partial<Opening>;
  /** Handed in with it. */
  readonly files?: readonly PastFile[];
}

/** Puts a received application into the record as of any instant. Gives the case it opens. */
export async function fileApplication(pool: Pool, variation: Variation = {}): Promise<string> {
  const { at, item = 'otc-retail', to = 'CQ', enterpriseId = DRUGSTORE, procedure = informedCommitment } = variation;
  const { opening = {}, files = [] } = variation;
  const caseId = randomUUID();
  const blueprint = items.find(({ code, province }) => code === item && province === to);
  if (blueprint === undefined) throw new Error(`no item ${item}`);
  const { now } = await selectOne<{ now: Instant }>(pool, {
    text: "SELECT date_trunc('milliseconds', clock_timestamp()) AS now",
  });
  const receivedAt = at ?? now;
  const on = civilDateOf(receivedAt);
  const { code, province, edition, field, kind, verification, laterConditions } = blueprint;
  const by = actorOf('APP', 1);
  const handing = { caseId, enterpriseId, personId: by.personId, at: receivedAt };
  const attachments = await attachInThePast(pool, handing, files);
  const payload: Opening = {
    item: { code, province, edition, field, kind, verification, laterConditions },
    terms: termsFor({ keys: ruleKeysOf(procedure), province, item, on, rules }),
    ...{
      receivedOn: on,
      gate: 'clear',
      commitment: { noticeVersion: '1', conditionsMetOn: null },
      convertedFrom: null,
    },
    ...(attachments.length === 0 ? {} : { attachments }),
    ...opening,
  };
  const filing = {
    procedure: procedure.id,
    edition: procedure.edition,
    series: procedure.series,
    item,
    itemEdition: edition,
    province,
    enterpriseId,
  };
  await select(pool, {
    text: `INSERT INTO submission (request_id, content_hash, kind, case_id, filing, payload, form, received_at, received_on, person_id, post_id, role)
      VALUES ($1, 'test', 'open', $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      randomUUID(),
      caseId,
      filing,
      payload,
      { contact: '方少棠' },
      receivedAt,
      on,
      by.personId,
      by.postId,
      by.role,
    ],
  });
  return caseId;
}

/** A case driven by the real runner over the real record, without an engine. */
export class RecordedCase {
  readonly caseId: string;
  readonly turns: Turn[] = [];
  readonly #pool: Pool;
  readonly #runner: Runner;

  private constructor(pool: Pool, caseId: string, procedure: AnyProcedure) {
    this.#pool = pool;
    this.caseId = caseId;
    this.#runner = new Runner(procedure, caseId, {
      ...recordHost(pool, caseId),
      commit: (turn) => this.#commit(turn),
    });
  }

  /** Files an application and opens its case. */
  static async open(pool: Pool, variation: Variation = {}): Promise<RecordedCase> {
    return RecordedCase.resume(pool, await fileApplication(pool, variation), variation.procedure);
  }

  /** Takes up a case that has been filed, opening it when nobody has. */
  static async resume(pool: Pool, caseId: string, procedure: AnyProcedure = informedCommitment): Promise<RecordedCase> {
    const recorded = new RecordedCase(pool, caseId, procedure);
    let opening: Input | null = null;
    await recorded.#runner.begin(async () => {
      const loaded = await loadCase(pool, caseId);
      opening = loaded.opening;
      return loaded.rows;
    });
    if (opening !== null) await recorded.submit(opening);
    return recorded;
  }

  get committed(): Runner['committed'] {
    return this.#runner.committed;
  }

  /** Receives an answer to the open duty of this step and records it, as of now or of any instant, received on that day unless said otherwise. */
  async answer(
    step: string,
    outcome: string,
    {
      flow = {},
      by,
      requestId = randomUUID(),
      at,
      receivedOn,
      attachmentIds = [],
    }: {
      attachmentIds?: readonly string[];
      flow?: FlowValues;
      by?: Actor;
      requestId?: string;
      at?: Instant;
      receivedOn?: CivilDate;
    } = {},
  ): Promise<Acknowledgement> {
    const [duty] = await select<{ key: string; role: Role; province: Province }>(this.#pool, {
      text: `SELECT key, role, province FROM duty WHERE case_id = $1 AND step = $2 AND state = 'open'`,
      values: [this.caseId, step],
    });
    if (duty === undefined) throw new Error(`${step} is not open, so it cannot end with ${outcome}`);
    const actor = by ?? actorOf(duty.role, duty.role === 'APP' ? 1 : 0, duty.province);
    const { submission } = await receive(this.#pool, {
      requestId,
      caseId: this.caseId,
      by: actor,
      duty: duty.key,
      outcome,
      flow,
      form: { opinion: '同意' },
      attachmentIds,
    });
    const { input } = submission;
    if (at === undefined || input.kind !== 'answer') return this.submit(input);
    return this.submit({ ...input, at, receivedOn: receivedOn ?? civilDateOf(at) });
  }

  /** Receives the taking back of that row and records it. */
  async retract(
    { duty, version }: { readonly duty: string; readonly version: number },
    { by, requestId = randomUUID() }: { readonly by: Actor; readonly requestId?: string },
  ): Promise<Acknowledgement> {
    const retraction = { requestId, caseId: this.caseId, by, duty, version, reason: '选错了办理方式' };
    return this.submit((await receiveRetraction(this.#pool, retraction)).submission.input);
  }

  async submit(input: Input): Promise<Acknowledgement> {
    const acknowledgement = await this.#runner.submit(input);
    if (acknowledgement === 'deferred') throw new Error('deferred');
    return acknowledgement;
  }

  async #commit(turn: Turn): Promise<CommitResult> {
    this.turns.push(turn);
    return commitTurn(this.#pool, turn);
  }
}

/** A turn made up for a case, as the runner would hand it over. */
export const turnOf = (caseId: string, version: number, input: Input, entries: readonly Entry[] = []): Turn => ({
  ...{ caseId, version, input, entries, asks: [], digest: 'made-up' },
});
