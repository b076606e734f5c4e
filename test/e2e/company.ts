import { randomUUID } from 'node:crypto';
import { selectFirst } from '@lianban/db/queryable';
import { people } from '@lianban/db/seed/people';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { filledForm } from '../support/filled-form.ts';
import { signIn, type SignedInClient } from '../support/service-client.ts';
import type { House } from './house.ts';
import { doAct, prepareAct, type Entries } from './screens/case.ts';

/** How long what one case sets in motion in another may take, on the slowest machine in use. */
const PATIENCE_MS = 60_000;

/** A step that stands open for somebody, in the case that is named or in any that it has opened. */
export interface Place {
  readonly from: string;
  readonly step: string;
  /** Where a case waits under the same name for the one that does it. */
  readonly procedure?: string;
}

/** A duty that stands open. */
export interface OpenDuty {
  readonly caseId: string;
  readonly key: string;
}

// What a case has opened: its children and theirs, and in the other province what the letters of any of them have.
const OPEN = `
WITH RECURSIVE family AS (
  SELECT case_id FROM case_file WHERE case_id = $1
  UNION
  SELECT f.case_id FROM family p JOIN case_file f ON f.parent_case_id = p.case_id OR f.letter ->> 'caseId' = p.case_id::text
)
SELECT d.case_id AS "caseId", d.key FROM family JOIN case_file f USING (case_id) JOIN duty d USING (case_id)
WHERE d.step = $2 AND d.state = 'open' AND f.procedure = coalesce($3, f.procedure) ORDER BY d.opened_at LIMIT 1`;

const ABOUT = `SELECT f.case_id AS "caseId" FROM case_file f JOIN case_event e ON e.case_id = f.case_id AND e.version = 1
WHERE f.parent_case_id = $1 AND f.procedure = $2 AND e.input #>> '{opening,childOf,about,title,zh}' = $3`;

/** The account of somebody by name. */
export const userOf = (name: string): string => people.find((person) => person.name === name)?.user ?? '';

/** Everybody who has a part in a story, each with a window and a client of their own, kept open until it is over. */
export class Company {
  readonly #house: House;
  readonly #pages = new Map<string, Promise<Page>>();
  readonly #clients = new Map<string, Promise<SignedInClient>>();

  constructor(house: House) {
    this.#house = house;
  }

  page(user: string): Promise<Page> {
    const known = this.#pages.get(user) ?? this.#house.signedIn(user);
    this.#pages.set(user, known);
    return known;
  }

  client(user: string): Promise<SignedInClient> {
    const known = this.#clients.get(user) ?? signIn(this.#house.running.address, user);
    this.#clients.set(user, known);
    return known;
  }

  /** The open duty of that step, as soon as there is one. */
  duty({ from, step, procedure }: Place): Promise<OpenDuty> {
    const question = { text: OPEN, values: [from, step, procedure ?? null] };
    const { pool } = this.#house.running.database;
    return eventually(`${step} is open`, () => selectFirst<OpenDuty>(pool, question), PATIENCE_MS);
  }

  /** The case that another has opened under that procedure about this, as soon as it is open. */
  async caseAbout(parent: string, procedure: string, about: string): Promise<string> {
    const question = { text: ABOUT, values: [parent, procedure, about] };
    const { pool } = this.#house.running.database;
    const ask = () => selectFirst<{ caseId: string }>(pool, question);
    return (await eventually(`${procedure} about ${about}`, ask, PATIENCE_MS)).caseId;
  }

  /** Waits until the case is over. */
  async over(caseId: string): Promise<void> {
    const question = { text: `SELECT FROM case_file WHERE case_id = $1 AND state = 'closed'`, values: [caseId] };
    const { pool } = this.#house.running.database;
    await eventually('the case is over', () => selectFirst(pool, question), PATIENCE_MS);
  }

  /** Somebody opens the case in which the step waits for them and turns to it. */
  async at(user: string, place: Place): Promise<Page> {
    const { caseId, key } = await this.duty(place);
    const page = await this.page(user);
    await page.goto(`/cases/${caseId}?duty=${encodeURIComponent(key)}`);
    await page.locator('.case-columns').waitFor();
    return page;
  }

  /** Somebody does the act in their window; gives the page, which says that it is done. */
  async does(user: string, place: Place, [act, entries]: readonly [string, Entries?]): Promise<Page> {
    const page = await this.at(user, place);
    await doAct(page, act, entries);
    return page;
  }

  /** Somebody does the act in their window, whose form takes more than lines: `fill` fills that in. */
  async fills(
    user: string,
    place: Place,
    [act, entries, fill]: readonly [string, Entries, (page: Page) => Promise<void>],
  ): Promise<Page> {
    const page = await this.at(user, place);
    const button = await prepareAct(page, act, entries);
    await fill(page);
    await button.click();
    await page.getByRole('heading', { name: new RegExp(`^已办理：.*，${act}$`) }).waitFor();
    return page;
  }

  /** Somebody answers over HTTP with what the form requires and no more; it is recorded when this returns. */
  async answers(user: string, place: Place, [outcome, form = {}]: readonly [string, object?]): Promise<void> {
    const { caseId, key: duty } = await this.duty(place);
    const { trpc } = await this.client(user);
    const { outcomes } = await trpc.duty.open.query({ caseId, duty });
    const fields = outcomes.find(({ name }) => name === outcome)?.form ?? [];
    const asked = { caseId, duty, outcome, form: { ...filledForm(fields), ...form }, requestId: randomUUID() };
    const recorded = async () => (await trpc.duty.answer.mutate(asked)).state === 'recorded';
    await eventually(`${place.step} is answered`, recorded, PATIENCE_MS);
  }

  /** A team is drawn over HTTP for the step, by whoever sends it out; gives the account of its leader. */
  async draws(user: string, place: Place): Promise<string> {
    const { caseId, key } = await this.duty(place);
    const { teams } = await (await this.client(user)).trpc.team.draw.mutate({ caseId, duty: key });
    const team = teams.find(({ duty }) => duty === key);
    return userOf(team?.members.find(({ isLeader }) => isLeader)?.name ?? '');
  }
}
