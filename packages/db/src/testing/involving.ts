import { randomUUID } from 'node:crypto';
import type { SigningRule, Verdict } from '@lianban/domain/countersign';
import type { Role } from '@lianban/domain/role';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool } from 'pg';
import { claim } from '../claim.ts';
import { askColleagues, type Asking } from '../involvement/ask.ts';
import { openSheet, type NewSheet } from '../involvement/open-sheet.ts';
import { respond } from '../involvement/respond.ts';
import { select, selectFirst } from '../queryable.ts';
import { actorOf, RecordedCase } from './recorded-case.ts';

/** What became of somebody who was asked. */
export interface AskedRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string | null;
  readonly state: string;
  readonly verdict: Verdict | null;
}

/** A duty with its holder, and what those do who work on it. */
export class Involved {
  readonly pool: Pool;
  readonly caseId: string;
  readonly duty: string;

  constructor(pool: Pool, caseId: string, duty: string) {
    this.pool = pool;
    this.caseId = caseId;
    this.duty = duty;
  }

  reach(by: Actor) {
    return { caseId: this.caseId, duty: this.duty, by, province: 'CQ' as const };
  }

  ask(
    kind: Asking['kind'],
    people: readonly Actor[],
    by: Actor = actorOf('OFF'),
    more: Partial<Asking> = {},
  ): Promise<void> {
    const posts = people.map(({ postId }) => postId);
    const asking = { kind, posts, units: [], note: null, notBy: [], requestId: randomUUID(), ...more };
    return askColleagues(this.pool, this.reach(by), asking);
  }

  sheet(rule: SigningRule['kind'], people: readonly Actor[], more: Partial<NewSheet> = {}): Promise<void> {
    const by: SigningRule = rule === 'ratio' ? { kind: rule, percent: 50 } : { kind: rule };
    const posts = people.map(({ postId }) => postId);
    const sheet = {
      requestId: randomUUID(),
      rule: by,
      outcome: 'proposeGrant',
      opinion: '拟同意',
      answer: null,
      posts,
      note: null,
    };
    return openSheet(this.pool, this.reach(actorOf('OFF')), { ...sheet, ...more });
  }

  /** Answers what the person is asked, as the request stands last. */
  async say(by: Actor, verdict: Verdict | null, requestId: string = randomUUID()): Promise<void> {
    const text = `SELECT id FROM involvement WHERE case_id = $1 AND key = $2 AND person_id = $3 AND kind <> 'reassign' ORDER BY asked_at DESC, (state = 'open') DESC LIMIT 1`;
    const found = await selectFirst<{ id: string }>(this.pool, { text, values: [this.caseId, this.duty, by.personId] });
    const response = { involvementId: found?.id ?? randomUUID(), requestId, verdict, outcome: null, opinion: '意见' };
    return respond(this.pool, this.reach(by), response);
  }

  rows(): Promise<readonly AskedRow[]> {
    const text = `SELECT id, kind, person_name AS name, state, verdict FROM involvement WHERE case_id = $1 AND key = $2 ORDER BY asked_at, position`;
    return select<AskedRow>(this.pool, { text, values: [this.caseId, this.duty] });
  }

  async states(): Promise<readonly string[]> {
    return (await this.rows()).map(({ state }) => state);
  }

  async sheetState(): Promise<string | undefined> {
    const text = `SELECT state FROM sheet WHERE case_id = $1 AND key = $2 ORDER BY opened_at DESC LIMIT 1`;
    return (await selectFirst<{ state: string }>(this.pool, { text, values: [this.caseId, this.duty] }))?.state;
  }

  /** Messages of the post about the duty, the newest first. */
  async toldTo(role: Role, nth = 0): Promise<readonly string[]> {
    const text = `SELECT m.news FROM message m JOIN involvement i ON i.id = m.involvement_id
      WHERE i.case_id = $1 AND m.post_id = $2 ORDER BY m.at DESC`;
    const rows = await select<{ news: string }>(this.pool, { text, values: [this.caseId, actorOf(role, nth).postId] });
    return rows.map(({ news }) => news);
  }
}

/** A case whose proposal the first officer has taken. */
export async function proposalTaken(pool: Pool): Promise<{ readonly life: RecordedCase; readonly involved: Involved }> {
  const life = await RecordedCase.open(pool);
  await life.answer('intake', 'accept');
  await claim(pool, { caseId: life.caseId, duty: 'propose', by: actorOf('OFF') });
  return { life, involved: new Involved(pool, life.caseId, 'propose') };
}
