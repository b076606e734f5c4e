import { text, type Text } from '@lianban/domain/text';
import type { Simulator } from '@lianban/workflows/drivers/simulator';
import type { Refusal } from '@lianban/workflows/kernel/turn';
import { barredBy } from '@lianban/workflows/procedures/separation';
import { answeredBy, begin, momentOf, perform, possibleIn, type CourseAct } from '@lianban/workflows/rehearsal/course';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import { inShanghai } from '../presentation/words.ts';
import { buttonIn, courseActOf, filledIn, openingOfScript, type Deed } from './course-of-script.ts';
import { Journal } from './journal.ts';
import type { JournalLine } from './journal-line.ts';
import type { LocatedScript, ScriptProblem } from './read-script.ts';
import type { Stage } from './stage.ts';
import { counting, Stopped, type Path } from './stopped.ts';

/** A step that stood open where a script could not go on, with the buttons that would have been taken. */
export interface OpenStep {
  readonly step: string;
  readonly title: string;
  readonly duty: string;
  readonly due: string | null;
  readonly do: readonly { readonly code: string; readonly title: string }[];
}

/** Where a script could not go on, why, and what would have been possible there. */
export interface Stop extends ScriptProblem {
  readonly possible: readonly OpenStep[];
}

/**
 * Plays a script and yields the lines of its journal as they come about. Ends with null, or with the act at which it could
 * not go on; what was done before stands.
 */
export async function* rehearse(
  { script, lineOf }: LocatedScript,
  stage: Stage,
): AsyncGenerator<JournalLine, Stop | null> {
  let rehearsal: Rehearsal | null = null;
  try {
    const opening = await openingOfScript(script.open, stage);
    const at = momentOf(script.open.on);
    const { procedure, calendar } = stage;
    const simulator = await counting(['open', 'on'], () => begin(procedure, opening, { calendar, at }));
    rehearsal = new Rehearsal(simulator, opening, stage);
    yield* rehearsal.news(lineOf(['open']));
    for (const [place, act] of script.acts.entries()) {
      const path = ['acts', place];
      if ('wait until' in act) yield* rehearsal.wait(act['wait until'], [...path, 'wait until']);
      else yield* rehearsal.act(act, { path, line: lineOf(path) });
    }
    return null;
  } catch (failure) {
    if (!(failure instanceof Stopped)) throw failure;
    const { refusal, path } = failure;
    return { refusal, line: lineOf(path), possible: rehearsal?.possible() ?? [] };
  }
}

/** A case that is being played, and what of it is written down. */
class Rehearsal {
  readonly #case: Simulator;
  readonly #opening: Opening;
  readonly #stage: Stage;
  readonly #journal: Journal;
  #written = 0;

  constructor(simulator: Simulator, opening: Opening, stage: Stage) {
    this.#case = simulator;
    this.#opening = opening;
    this.#stage = stage;
    this.#journal = new Journal(stage.procedure, opening, stage);
  }

  /** The turns that are not written yet; what lapsed is of no line of the script. */
  *news(line: number | null): Generator<JournalLine> {
    const turns = this.#case.turns.slice(this.#written);
    this.#written += turns.length;
    for (const turn of turns) yield* this.#journal.write(turn, turn.row.input.kind === 'lapse' ? null : line);
  }

  async *wait(until: string, path: Path): AsyncGenerator<JournalLine> {
    const moment = momentOf(until);
    if (moment < this.#case.now) throw new Stopped(path, 'GOES_BACK', { before: inShanghai(this.#case.now) });
    await counting(path, () => this.#case.goToInstant(moment));
    yield* this.news(null);
  }

  async *act(deed: Deed, { path, line }: { readonly path: Path; readonly line: number }): AsyncGenerator<JournalLine> {
    yield* this.wait(deed.on, [...path, 'on']);
    const act = courseActOf(deed, path, this.#stage);
    const { refusal } = this.#refusedEarly(act) ?? (await this.#perform(act, deed, path));
    yield* this.news(line);
    if (refusal === null && deed.refused !== undefined)
      throw new Stopped([...path, 'refused'], 'NOT_REFUSED', { code: deed.refused });
    if (refusal === null) return;
    const stopped = this.#stoppedBy(refusal, deed, path);
    if (refusal.code !== deed.refused) throw stopped;
    yield this.#journal.refused(this.#case.now, { line, step: deed.step, refusal: stopped.refusal });
  }

  possible(): readonly OpenStep[] {
    const { procedure, language } = this.#stage;
    const told = (title: Text | undefined, code: string): string => (title ?? text(code, code))[language];
    return possibleIn(procedure, this.#case).map(({ key: duty, step, dueOn: due, outcomes }) => {
      const spec = procedure.steps[step];
      const buttons = outcomes.map((code) => ({ code, title: told(spec?.outcomes[code]?.title, code) }));
      return { step, title: told(spec?.title, step), duty, due, do: buttons };
    });
  }

  #perform(act: CourseAct, deed: Deed, path: Path): Promise<{ readonly refusal: Refusal | null }> {
    const { procedure, calendar } = this.#stage;
    const occasion = { procedure, calendar, opening: this.#opening, path: [...path, 'fields'] };
    const filled = filledIn(act, deed, occasion);
    return counting([...path, 'on'], () => perform(this.#case, filled));
  }

  /**
   * What is refused before anybody looks at the form, as where answers are received. Parts that were added after the edition
   * came out are known only there, and are looked at here.
   */
  #refusedEarly({ step, outcome, takenBack, byLetter, ...act }: CourseAct): { readonly refusal: Refusal } | null {
    const spec = this.#stage.procedure.steps[step];
    if (takenBack || byLetter !== undefined || spec === undefined) return null;
    const refusal = this.#case.refusalOf(step, outcome, act);
    if (refusal !== undefined) return { refusal };
    const answered = act.by === undefined ? [] : answeredBy(this.#case, act.by.personId);
    const other = barredBy(spec).find((barred) => answered.includes(barred));
    return other === undefined ? null : { refusal: { code: 'SEPARATION', detail: { step: other } } };
  }

  #stoppedBy(refusal: Refusal, deed: Deed, path: Path): Stopped {
    const { code } = refusal;
    const isOfButton = 'take back' in deed || code === 'OUTCOME_UNAVAILABLE';
    const blamed = isOfButton ? buttonIn(deed) : 'step';
    const { zh, en } = this.#groundOf(refusal) ?? text('', '');
    return new Stopped([...path, blamed], code, { zh, en });
  }

  /** The reason, the ending, or the other step that the refusal names. */
  #groundOf({ detail }: Refusal): Text | undefined {
    const { steps, endings } = this.#stage.procedure;
    const { reason, ending, step } = detail;
    if (isText(reason)) return reason;
    return typeof ending === 'string' ? endings[ending] : typeof step === 'string' ? steps[step]?.title : undefined;
  }
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
