import type { WorkingCalendar } from '@lianban/domain/calendar';
import { civilDateOf, startOfDay, type Instant } from '@lianban/domain/civil-date';
import { documents } from '@lianban/domain/document';
import { clockNamed } from '@lianban/domain/limit-key';
import { roles, type Role } from '@lianban/domain/role';
import { text, type Text } from '@lianban/domain/text';
import { unitKindOf, unitKinds } from '@lianban/domain/unit-kind';
import type { SimulatedTurn } from '@lianban/workflows/drivers/simulator';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Refusal } from '../commands/refusal.ts';
import { readerOf, type CatalogueReader } from '../presentation/catalogue.ts';
import { clockTitle } from '../presentation/clock-titles.ts';
import { whyOfClock, whyOfDuty, type DatedDuty, type WhyView } from '../presentation/why.ts';
import { inShanghai } from '../presentation/words.ts';
import { CaseFile } from './case-file.ts';
import { clockLines } from './clock-lines.ts';
import { movedIn, noteOfEntry, noteOfInput, type Note } from './entry-notes.ts';
import type { ClockLine, JournalLine } from './journal-line.ts';
import { reasonLine } from './reason-line.ts';

/** How a journal is written. */
export interface JournalStyle {
  readonly language: 'zh' | 'en';
  /** Whether every last day tells its reasons. */
  readonly explain: boolean;
  readonly calendar: WorkingCalendar;
}

/** An act that was refused, and its line in the script. */
interface RefusedLine {
  readonly line: number;
  readonly step: string;
  readonly refusal: Refusal;
}

type Turned = Pick<JournalLine, 'on' | 'at' | 'line' | 'clocks'>;

/** Writes down a case as it is played: a line for each entry, those of one turn after the act that made them. */
export class Journal {
  readonly #file: CaseFile;
  readonly #catalogue: CatalogueReader;
  readonly #style: JournalStyle;
  readonly #told: (text: Text) => string;

  constructor(procedure: AnyProcedure, opening: Opening, style: JournalStyle) {
    this.#catalogue = readerOf(procedure.id, procedure.edition);
    this.#file = new CaseFile(this.#catalogue, opening.terms);
    this.#style = style;
    this.#told = ({ [style.language]: words }) => words;
  }

  /** The lines of a turn, of the act on that line of the script. */
  write(turn: SimulatedTurn, line: number | null): readonly JournalLine[] {
    this.#file.enter(turn);
    const { input } = turn.row;
    const turned = this.#turned(input.at, { line, clocks: this.#clocksIn(turn) });
    const papers = turn.entries.flatMap((entry) => (entry.type === 'document' ? [entry.document] : []));
    const act = {
      ...this.#line(noteOfInput(turn, this.#actTitle), turned),
      documents: papers.map((type) => ({ type, title: this.#told(documents[type].title) })),
    };
    const notes = [...turn.entries.flatMap((entry) => noteOfEntry(entry, this.#catalogue)), ...movedIn(turn)];
    return [act, ...notes.map((note) => this.#line(note, turned))];
  }

  /** The line of an act of that step which was refused, as the script says. */
  refused(at: Instant, { line, step, refusal }: RefusedLine): JournalLine {
    const outcome = { code: refusal.code, title: refusal.text };
    const clocks = this.#clocks(at);
    return this.#line({ event: 'refused', step, outcome }, this.#turned(at, { line, clocks }));
  }

  readonly #actTitle = (key: string, outcome: string): Text => {
    const step = this.#file.duties.get(key)?.step;
    return step === undefined ? text(outcome, outcome) : this.#catalogue.actTitle(step, outcome);
  };

  #turned(at: Instant, { line, clocks }: Pick<Turned, 'line' | 'clocks'>): Turned {
    return { line, on: civilDateOf(at), at: inShanghai(at), clocks };
  }

  #line({ event, step: named, outcome, gives, ...note }: Note, turned: Turned): JournalLine {
    const key = note.key ?? null;
    const duty = key === null ? undefined : this.#file.duties.get(key);
    const name = key === null ? null : clockNamed(key);
    const clock = name === null ? undefined : this.#file.clockNamed(name);
    const limited = duty ?? clock;
    const step = duty?.step ?? named ?? null;
    const title = step !== null ? this.#catalogue.stepTitle(step) : name === null ? null : clockTitle(name);
    const why = gives && this.#style.explain ? this.#why(key, turned) : null;
    return {
      ...{ line: turned.line, on: turned.on, at: turned.at, event, key, step },
      title: title === null ? null : this.#told(title),
      owner: duty === undefined ? null : this.#ownerOf(duty.owner),
      outcome: outcome === undefined ? null : { code: outcome.code, title: this.#told(outcome.title) },
      due: limited === undefined ? null : dueIn(limited),
      provisional: limited?.provisional ?? false,
      ...{ clocks: turned.clocks, documents: [] },
      ...(why === null ? {} : { why: reasonLine(why, this.#told) }),
    };
  }

  #ownerOf(role: Role): JournalLine['owner'] {
    return { role, title: this.#told(roles[role]), unit: this.#told(unitKinds[unitKindOf[role]]) };
  }

  #why(key: string | null, { on }: Turned): WhyView | null {
    if (key === null) return null;
    const facts = this.#file.facts({ now: startOfDay(on), today: on, calendar: this.#style.calendar });
    const duty = this.#file.duties.get(key);
    if (duty !== undefined) return whyOfDuty(duty, this.#catalogue.spec(duty.step), facts);
    const clock = this.#file.clockNamed(clockNamed(key) ?? '');
    return clock === undefined ? null : whyOfClock(clock, facts);
  }

  #clocks(at: Instant, isTold = (_clock: string): boolean => false): readonly ClockLine[] {
    const today = civilDateOf(at);
    const shown = this.#file.clocks.filter(
      ({ name, stoppedOn }) => stoppedOn === null || (stoppedOn === today && isTold(name)),
    );
    return clockLines(shown, { now: at, today, calendar: this.#style.calendar }, this.#told);
  }

  /** Clocks that run or stand, and once more those that the turn stopped. */
  #clocksIn({ row, entries }: SimulatedTurn): readonly ClockLine[] {
    const stopped = entries.flatMap((entry) => (entry.type === 'clockStopped' ? [entry.clock] : []));
    return this.#clocks(row.input.at, (clock) => stopped.includes(clock));
  }
}

/** The last day; the hour of a limit in hours. */
const dueIn = ({ why, dueOn, dueAt }: Pick<DatedDuty, 'why' | 'dueOn' | 'dueAt'>): string | null =>
  why !== null && 'hours' in why.limit && dueAt !== null ? inShanghai(dueAt) : dueOn;
