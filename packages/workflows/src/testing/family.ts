import type { WorkingCalendar } from '@lianban/domain/calendar';
import { epochMs, type Instant } from '@lianban/domain/civil-date';
import { Simulator, type SimulatedTurn } from '../drivers/simulator.ts';
import type { Entry } from '../kernel/entry.ts';
import { RefusedInput } from '../kernel/runner.ts';
import type { Row } from '../kernel/turn.ts';
import type { Opening } from '../vocabulary/opening.ts';
import type { About } from '../vocabulary/proceeding.ts';
import type { AnyProcedure } from '../vocabulary/procedure.ts';

/** One case of a family. */
export interface Member {
  readonly id: string;
  readonly procedure: AnyProcedure;
  readonly life: Simulator;
  /** The member that opened it, and for which duty; null for the first. */
  readonly childOf: { readonly id: string; readonly duty: string } | null;
  /** The member whose letter opened it, and which. */
  readonly asked?: { readonly id: string; readonly sequence: number };
}

/** What a family needs of the world: procedures by id, and what a child starts from beside its matter. */
export interface Household {
  readonly calendar: WorkingCalendar;
  readonly procedureOf: (id: string) => AnyProcedure;
  readonly openingOf: (procedure: AnyProcedure) => Opening;
}

/**
 * A case with every case that it opens, all in memory: what the relay carries between cases of the record is carried here, at
 * once and in the order in which it was written.
 */
export class Family {
  readonly members: Member[] = [];
  /** Endings that were told to a parent, by the child that ended, and answers to letters, by who answered: `true` when it was taken. */
  readonly told = new Map<string, boolean>();
  /** News that were told to children, in order: `true` when the child took them. */
  readonly heard: boolean[] = [];
  readonly #household: Household;
  readonly #seen = new Map<string, number>();

  constructor(household: Household) {
    this.#household = household;
  }

  /** Opens the first case at that instant. */
  async open(procedure: AnyProcedure, at: Instant, opening = this.#household.openingOf(procedure)): Promise<Member> {
    return this.#join({ procedure, at, opening, id: procedure.id, childOf: null });
  }

  /** The cases that are still open, in the order in which they were opened. */
  get living(): readonly Member[] {
    return this.members.filter(({ life }) => life.closed === null);
  }

  /** Something was done in a case: whatever it set in motion in others happens now. */
  async settle(): Promise<void> {
    for (let carried = true; carried;) {
      carried = false;
      for (const member of [...this.members]) {
        const { turns } = member.life;
        const seen = this.#seen.get(member.id) ?? 0;
        this.#seen.set(member.id, turns.length);
        for (const turn of turns.slice(seen)) {
          carried = true;
          await this.#carry(member, turn);
        }
      }
    }
  }

  /** Lets the time of every case run to `at`; silences take effect in the order of their days, whoever's they are. */
  async goTo(at: Instant): Promise<void> {
    for (;;) {
      const next = this.living
        .flatMap((member) => (member.life.nextLapse === null ? [] : [{ member, due: member.life.nextLapse.due }]))
        .filter(({ due }) => due <= at)
        .sort((a, b) => epochMs(a.due) - epochMs(b.due))[0];
      if (next === undefined) break;
      await next.member.life.goToInstant(next.due);
      await this.settle();
    }
    for (const { life } of this.living) await life.goToInstant(at);
  }

  async #join(birth: Omit<Member, 'life'> & { readonly at: Instant; readonly opening: Opening }): Promise<Member> {
    const { at, opening, ...named } = birth;
    const life = new Simulator(named.procedure, this.#household.calendar, at);
    const member: Member = { ...named, life };
    this.members.push(member);
    await life.open(opening);
    await this.settle();
    return member;
  }

  async #carry(member: Member, { row, entries }: SimulatedTurn): Promise<void> {
    const { at } = row.input;
    for (const entry of entries) {
      if (entry.type === 'childOpened') {
        const procedure = this.#household.procedureOf(entry.procedure);
        const about = aboutOf(entries, entry.key);
        const childOf = { caseId: member.id, duty: entry.key, matter: entry.matter, ...(about && { about }) };
        const opening = { ...this.#household.openingOf(procedure), childOf };
        const id = `${member.id} ${entry.key}`;
        await this.#join({ procedure, at, opening, id, childOf: { id: member.id, duty: entry.key } });
      }
      if (entry.type === 'childTold') await this.#tell(`${member.id} ${entry.key}`, entry, row);
      if (entry.type === 'letter') await this.#deliver(member, entry, at);
      if (entry.type === 'childReleased') await this.#release(`${member.id} ${entry.key}`, at);
      // One that is over because its parent is has nobody to tell.
      if (entry.type === 'closed' && row.input.kind !== 'parentEnded' && member.childOf !== null)
        await this.#tellEnding(member, entry, at);
    }
  }

  /** What the exchange carries between the two bureaus; reminders are only kept. */
  async #deliver(member: Member, letter: Extract<Entry, { type: 'letter' }>, at: Instant): Promise<void> {
    const { id } = member;
    const { sequence } = letter;
    if (letter.kind === 'request') {
      const procedure = this.#household.procedureOf(letter.procedure);
      const { receivedOn, item } = this.#household.openingOf(procedure);
      const names = { number: `letter ${sequence}`, caseNumber: id, caseId: id, sm3: '0'.repeat(64) };
      const asking = { from: item.province, ...names, sequence, matter: letter.share, answerBy: receivedOn };
      const opening = { ...this.#household.openingOf(procedure), letter: asking };
      const asked = { id, sequence };
      await this.#join({ procedure, at, opening, id: `${id} letter ${sequence}`, childOf: null, asked });
    }
    if (letter.kind === 'recall') await this.#release(`${id} letter ${letter.regards}`, at);
    if (letter.kind === 'reply') await this.#tellReply(member, letter, at);
  }

  async #tellReply(
    { id, asked }: Member,
    { sequence, outcome, flow, closes }: Extract<Entry, { type: 'letter'; kind: 'reply' }>,
    at: Instant,
  ): Promise<void> {
    const asking = this.members.find((member) => member.id === asked?.id);
    if (asking === undefined || asked === undefined) throw new Error(`nobody has asked ${id}`);
    const letter = { number: `${id} ${sequence}`, sm3: '0'.repeat(64) };
    const reply = { requestId: `letter:${id}:${sequence}`, at, letter, regards: asked.sequence, outcome, flow, closes };
    this.told.set(id, await taken(asking.life.submit({ kind: 'letterAnswered', ...reply })));
  }

  async #release(id: string, at: Instant): Promise<void> {
    const child = this.members.find((member) => member.id === id);
    if (child === undefined) throw new Error(`${id} was never opened`);
    await taken(child.life.submit({ kind: 'parentEnded', requestId: `parent:${id}`, at }));
  }

  async #tell(
    id: string,
    { step, outcome, flow }: Extract<Entry, { type: 'childTold' }>,
    { input }: Row,
  ): Promise<void> {
    const child = this.members.find((member) => member.id === id);
    if (child === undefined) throw new Error(`${id} was never opened`);
    const by = 'by' in input ? input.by : null;
    const requestId = `told:${id}:${child.life.turns.length}`;
    this.heard.push(
      await taken(child.life.submit({ kind: 'parentTold', requestId, at: input.at, by, duty: step, outcome, flow })),
    );
  }

  async #tellEnding(
    { id, childOf }: Member,
    { outcome, result = {} }: Extract<Entry, { type: 'closed' }>,
    at: Instant,
  ): Promise<void> {
    const parent = this.members.find((member) => member.id === childOf?.id);
    if (parent === undefined || childOf === null) throw new Error(`${id} has no parent`);
    const ended = { requestId: `child:${id}`, at, by: null, duty: childOf.duty, child: id, outcome, flow: result };
    this.told.set(id, await taken(parent.life.submit({ kind: 'childEnded', ...ended })));
  }
}

/** What a duty that was opened in the turn is about. */
function aboutOf(entries: readonly Entry[], duty: string): About | undefined {
  for (const entry of entries) if (entry.type === 'opened' && entry.key === duty) return entry.about;
  return undefined;
}

/** Whether the case took it; what has gone past it is no failure. */
async function taken(input: Promise<unknown>): Promise<boolean> {
  try {
    await input;
    return true;
  } catch (failure) {
    if (
      failure instanceof RefusedInput &&
      ['STALE_DUTY', 'CASE_CLOSED', 'OUTCOME_UNAVAILABLE'].includes(failure.message)
    )
      return false;
    throw failure;
  }
}
