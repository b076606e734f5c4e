import { canonicalJson } from '@lianban/domain/canonical-json';
import type { FlowValues } from '@lianban/domain/field';
import type { Entry } from './entry.ts';
import type { Duty } from './docket.ts';
import type { Strand } from './strand.ts';

/** What somebody answered, by letter or by hand. */
interface Answered {
  readonly outcome: string;
  readonly flow: FlowValues;
}

/** A letter that asks, and what has become of it. */
interface Asked {
  readonly sequence: number;
  readonly procedure: string;
  readonly strand: Strand;
  /** Nobody waits for it any more, or nothing more can come of it. */
  isOver: boolean;
  /** What waited for it has been given up in this turn. */
  isDropped: boolean;
  answer: Answered | null;
}

/** Why the answer to a letter settles nothing. */
export type Unawaited = 'repeated' | 'changed' | 'notAwaited';

const isSame = (one: Answered, other: Answered): boolean =>
  one.outcome === other.outcome && canonicalJson(one.flow) === canonicalJson(other.flow);

/** The letters of a case to the bureau of the other province, and the answers that it gives to one (ADR 0034). */
export class Correspondence {
  #sequence = 0;
  readonly #asked = new Map<number, Asked>();
  /** The case has answered the letter that opened it. */
  hasReplied = false;

  /** The duty asks by a letter of its own. */
  ask(duty: Duty, procedure: string, share: FlowValues): Entry {
    const sequence = this.#next();
    const { key, strand } = duty;
    this.#asked.set(sequence, { sequence, procedure, strand, isOver: false, isDropped: false, answer: null });
    duty.letter = sequence;
    return { type: 'letter', sequence, kind: 'request', key, procedure, share };
  }

  /** The duty waits for the answer to the last letter under that procedure in its line, if there is one; the reminder, if it reminds. */
  join(duty: Duty, procedure: string, reminds: boolean): readonly Entry[] {
    const inLine = ({ strand }: Asked): boolean => duty.strand.isWithin(strand) || strand.isWithin(duty.strand);
    const asked = [...this.#asked.values()].findLast(
      (one) => one.procedure === procedure && !one.isOver && inLine(one),
    );
    if (asked === undefined) return [];
    asked.isDropped = false;
    duty.letter = asked.sequence;
    if (!reminds) return [];
    return [{ type: 'letter', sequence: this.#next(), kind: 'reminder', key: duty.key, regards: asked.sequence }];
  }

  reply({ outcome, flow }: Answered): Entry {
    this.hasReplied = true;
    return { type: 'letter', sequence: this.#next(), kind: 'reply', outcome, flow, closes: false };
  }

  /** Somebody has answered what waits for the letter. */
  answered({ letter, spec }: Duty, answer: Answered): void {
    const asked = letter === null ? undefined : this.#asked.get(letter);
    if (asked === undefined) return;
    asked.answer = answer;
    if (spec.outcomes[answer.outcome]?.recalls === true) asked.isDropped = true;
  }

  /** Nothing more comes from the other side. */
  closed(sequence: number): void {
    const asked = this.#asked.get(sequence);
    if (asked !== undefined) asked.isOver = true;
  }

  /** The duty is given up that waited for the letter. */
  dropped({ letter }: Duty): void {
    const asked = letter === null ? undefined : this.#asked.get(letter);
    if (asked !== undefined) asked.isDropped = true;
  }

  /** Recalls what has been given up and nothing waits for; everything, when the case ends. */
  recalls(duties: Iterable<Duty>, isEnding: boolean): readonly Entry[] {
    const awaited = new Set([...duties].map(({ letter }) => letter));
    return [...this.#asked.values()].flatMap((asked): Entry[] => {
      const { isOver, isDropped, sequence: regards } = asked;
      if (isOver || !(isEnding || (isDropped && !awaited.has(regards)))) return [];
      asked.isOver = true;
      return [{ type: 'letter', sequence: this.#next(), kind: 'recall', regards }];
    });
  }

  /** Whether the case has sent that letter and asked something by it. */
  knows(sequence: number): boolean {
    return this.#asked.has(sequence);
  }

  /** How an answer to that letter stands to what was answered before. */
  standingOf(sequence: number, answer: Answered): Unawaited {
    const before = this.#asked.get(sequence)?.answer ?? null;
    if (before === null) return 'notAwaited';
    return isSame(before, answer) ? 'repeated' : 'changed';
  }

  #next(): number {
    this.#sequence += 1;
    return this.#sequence;
  }
}
