import { assertNever } from '@lianban/domain/assert-never';
import type { Instant } from '@lianban/domain/civil-date';
import type { Role } from '@lianban/domain/role';
import type { NextLapse } from '@lianban/workflows/kernel/lapse';
import type { Input } from '@lianban/workflows/kernel/entry';
import type { Host, Runner } from '@lianban/workflows/kernel/runner';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool } from 'pg';
import { loadRows, openingOf } from '../load-rows.ts';
import { recordHost } from '../record-host.ts';
import { selectFirst } from '../queryable.ts';
import { agentOf, enterpriseOf, officerFor, type Player } from './cast.ts';
import { filledForm } from './deed-form.ts';
import type { Deed, Life, Past, Retraction, Taking } from './life.ts';
import { receiveInThePast, retractInThePast, takeInThePast } from './past-answer.ts';

/** What drives cases. Handed in, because no procedure code belongs to the record. */
export interface Driving {
  /** The edition in which a procedure is begun now. @throws RangeError when there is none of that id. */
  procedureOf(id: string): AnyProcedure;
  runnerFor(procedure: AnyProcedure, caseId: string, host: Host): Runner;
  /** Every step whose officer may not answer that one. */
  barredFrom(procedure: AnyProcedure, step: string): readonly string[];
}

/** Which case of which life. */
export interface CaseOfLife {
  readonly caseId: string;
  readonly life: Life;
  readonly procedure: AnyProcedure;
}

/** Names an act and says when it happened. */
export interface Occasion {
  readonly requestId: string;
  readonly at: Instant;
}

/** A case driven through its past: the real runner over the real record, with the instants of that time. */
export class PastCase {
  readonly caseId: string;
  readonly #pool: Pool;
  readonly #life: Life;
  readonly #procedure: AnyProcedure;
  readonly #runner: Runner;
  readonly #recorded: ReadonlySet<string>;

  private constructor(
    pool: Pool,
    { caseId, life, procedure }: CaseOfLife,
    own: { runner: Runner; recorded: Set<string> },
  ) {
    this.caseId = caseId;
    this.#pool = pool;
    this.#life = life;
    this.#procedure = procedure;
    this.#runner = own.runner;
    this.#recorded = own.recorded;
  }

  /** Takes up the case as far as it is recorded, which may be not at all. */
  static async load(pool: Pool, which: CaseOfLife, driving: Driving): Promise<PastCase> {
    const { caseId, procedure } = which;
    const runner = driving.runnerFor(procedure, caseId, recordHost(pool, caseId));
    const rows = await loadRows(pool, caseId);
    await runner.begin(() => Promise.resolve(rows));
    return new PastCase(pool, which, { runner, recorded: new Set(rows.map(({ input }) => input.requestId)) });
  }

  /** Version, ending and next lapse as committed. */
  get committed(): Runner['committed'] {
    return this.#runner.committed;
  }

  /** Opens the case with the application that `file` puts into the record; nothing when it is open. */
  async open(file: () => Promise<void>): Promise<void> {
    if (this.committed.version > 0) return;
    await file();
    const opening = await openingOf(this.#pool, this.caseId);
    if (opening === null) throw new Error('no application received');
    await this.#submit(opening);
  }

  /** Lets something happen that the life tells of. */
  happen(happening: Past, occasion: Occasion): Promise<void> {
    switch (happening.kind) {
      case 'deed':
        return this.answer(happening, occasion);
      case 'taking':
        return this.take(happening, occasion.at);
      case 'retraction':
        return this.takeBack(happening, occasion);
      default:
        return assertNever(happening);
    }
  }

  /** Takes back the last answer to the step, by whoever gave it; nothing when that is recorded. @throws RefusedInput */
  async takeBack({ step, reason }: Retraction, { requestId, at }: Occasion): Promise<void> {
    if (this.#recorded.has(requestId)) return;
    const { caseId } = this;
    const act = await selectFirst<Actor & { readonly duty: string; readonly version: number }>(this.#pool, {
      text: `SELECT d.key AS duty, e.version, e.person_id AS "personId", e.post_id AS "postId", e.role FROM case_event e
        JOIN duty d ON d.case_id = e.case_id AND d.key = e.input ->> 'duty'
        WHERE e.case_id = $1 AND e.kind = 'answer' AND d.step = $2 ORDER BY e.version DESC LIMIT 1`,
      values: [caseId, step],
    });
    if (act === undefined) throw new Error(`not answered: ${step}`);
    const { duty, version, ...by } = act;
    const retraction = { requestId, caseId, by, duty, version, reason };
    await this.#submit(await retractInThePast(this.#pool, retraction, { life: this.#life, at }));
  }

  /** Answers the open duty or right of the step; nothing when that very act is recorded. @throws RefusedInput */
  async answer(deed: Deed, { requestId, at }: Occasion): Promise<void> {
    if (this.#recorded.has(requestId)) return;
    const { key: duty, role } = await this.#openAt(deed);
    const by = this.#playerOf(role, deed.user);
    const { form, flow } = filledForm(this.#procedure, deed, by);
    const { caseId } = this;
    const answer = { requestId, caseId, by: by.actor, duty, outcome: deed.outcome, flow, form };
    await this.#submit(await receiveInThePast(this.#pool, answer, { life: this.#life, at }));
  }

  /** Takes what the other bureau has told; nothing when that is recorded. @throws RefusedInput */
  async hear(news: Extract<Input, { kind: 'letterAnswered' }>): Promise<void> {
    if (!this.#recorded.has(news.requestId)) await this.#submit(news);
  }

  /** Lets the duty that falls due next lapse. */
  async lapse({ duty, due }: NextLapse): Promise<void> {
    await this.#submit({ kind: 'lapse', requestId: `lapse:${duty}:${due}`, at: due, duty, due });
  }

  /** Gives the open duty of the step to an officer. */
  async take({ step, user }: Taking, at: Instant): Promise<void> {
    const { key: duty, role } = await this.#openAt({ step });
    const { province } = enterpriseOf(this.#life.enterprise);
    const { actor: by } = officerFor(role, province, user);
    await takeInThePast(this.#pool, { caseId: this.caseId, duty, by }, at);
  }

  async #openAt({ step, duty }: Pick<Deed, 'step' | 'duty'>): Promise<{ readonly key: string; readonly role: Role }> {
    const open = await selectFirst<{ key: string; role: Role }>(this.#pool, {
      text: `SELECT key, role FROM duty WHERE case_id = $1 AND step = $2 AND state = 'open' AND key = coalesce($3, key)
        ORDER BY opened_version LIMIT 1`,
      values: [this.caseId, step, duty ?? null],
    });
    if (open === undefined) throw new Error(`not open: ${duty ?? step}`);
    return open;
  }

  #playerOf(role: Role, user?: string): Player {
    const { enterprise, officer } = this.#life;
    const { id, province } = enterpriseOf(enterprise);
    // A district owes what an applicant owes, in a role of its own.
    if (user !== undefined) return officerFor(role === 'APP' ? 'DIST' : role, province, user);
    if (role === 'APP') return agentOf(id);
    return officerFor(role, province, role === 'OFF' ? officer : undefined);
  }

  async #submit(input: Input): Promise<void> {
    const acknowledgement = await this.#runner.submit(input);
    if (acknowledgement === 'deferred') throw new Error(`has to wait: ${input.requestId}`);
  }
}
