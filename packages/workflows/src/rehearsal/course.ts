import type { WorkingCalendar } from '@lianban/domain/calendar';
import { civilDate, instant, startOfDay, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { FlowValues } from '@lianban/domain/field';
import { items } from '@lianban/domain/items';
import { matters } from '@lianban/domain/matters';
import type { Province } from '@lianban/domain/province';
import type { Rule } from '@lianban/domain/rule';
import { rules, termsFor } from '@lianban/domain/rules';
import { Simulator } from '../drivers/simulator.ts';
import type { Input } from '../kernel/entry.ts';
import { RefusedInput } from '../kernel/runner.ts';
import type { Refusal } from '../kernel/turn.ts';
import type { Opening } from '../vocabulary/opening.ts';
import { curableIn, ruleKeysOf, type AnyProcedure } from '../vocabulary/procedure.ts';
import { personsOf, type Actor } from '../vocabulary/step.ts';

/** One act of a course: this button of this step is used, or its last use is taken back. */
export interface CourseAct {
  /** Beijing time, `2026-03-06T10:30`; a day alone stands for its ten o'clock. */
  readonly on: string;
  readonly step: string;
  readonly outcome: string;
  /** Which of several open duties of the step; the oldest when absent. */
  readonly duty?: string;
  readonly flow?: FlowValues;
  readonly by?: Actor;
  /** The code with which the act is refused. */
  readonly refused?: string;
  /** Takes the last act of the step with that button back, by whoever did it unless said otherwise. */
  readonly takenBack?: true;
  /** The bureau of the other province does it, by a letter; whether its case is over with it. */
  readonly byLetter?: { readonly closes: boolean };
}

/** How the case of a course begins. */
export interface Application {
  readonly item: string;
  readonly province?: Province;
  readonly receivedOn: string;
  /** What departs from a complete application of an applicant without blame. */
  readonly opening?: Partial<Opening>;
}

/** An act as it was submitted, and why it was refused; null when it was not. */
export interface Attempt {
  readonly input: Extract<
    Input,
    { kind: 'answer' | 'retract' | 'childEnded' | 'parentTold' | 'letterAnswered' }
  > | null;
  readonly refusal: Refusal | null;
}

/**
 * The instant that a course means by `2026-03-06T10:30` or `2026-03-06`.
 * @throws LianbanError NO_SUCH_DATE or MALFORMED
 */
export const momentOf = (on: string): Instant =>
  on.includes('T')
    ? instant(`${civilDate(on.slice(0, 10))}${on.slice(10)}:00+08:00`)
    : instant(Date.parse(startOfDay(civilDate(on))) + 10 * 3_600_000);

/**
 * The opening of an application received on that day, with the rules in force then.
 * @throws LianbanError UNKNOWN_ITEM when the province has no such item.
 */
export function openingOf(procedure: AnyProcedure, application: Application, table: readonly Rule[] = rules): Opening {
  const province = application.province ?? 'CQ';
  const item = [...items, ...matters].find((row) => row.code === application.item && row.province === province);
  if (item === undefined) throw new LianbanError('UNKNOWN_ITEM', { item: application.item, province });
  const { code, edition, field, kind, verification, laterConditions, course } = item;
  const receivedOn: CivilDate = civilDate(application.receivedOn);
  return {
    item: {
      ...{ code, province, edition, field, kind, verification, laterConditions },
      ...(course === undefined ? {} : { course }),
    },
    terms: termsFor({ keys: ruleKeysOf(procedure), province, item: code, on: receivedOn, rules: table }),
    receivedOn,
    gate: 'clear',
    commitment: { noticeVersion: 'rehearsed', conditionsMetOn: null },
    convertedFrom: null,
    ...curableIn(procedure, item),
    ...application.opening,
  };
}

/** A case that begins at that moment, with what it was opened with. */
export async function begin(
  procedure: AnyProcedure,
  opening: Opening,
  { calendar, at }: { readonly calendar: WorkingCalendar; readonly at: Instant },
): Promise<Simulator> {
  const simulator = new Simulator(procedure, calendar, at);
  await simulator.open(opening);
  return simulator;
}

/** Does the act at its moment, after everything that lapses until then. A refusal is an answer, not a failure. */
export async function perform(simulator: Simulator, act: CourseAct): Promise<Attempt> {
  await simulator.goToInstant(momentOf(act.on));
  const { step, outcome, takenBack, byLetter, duty, by, flow = {} } = act;
  const who = by === undefined ? {} : { by };
  let input: Attempt['input'] = null;
  try {
    input = takenBack
      ? simulator.retractionOf(step, outcome, who)
      : byLetter !== undefined
        ? simulator.letterAnswerFor(step, outcome, { flow, closes: byLetter.closes })
        : simulator.inputFor(step, outcome, { flow, ...who, ...(duty === undefined ? {} : { duty }) });
    await simulator.submit(input);
    return { input, refusal: null };
  } catch (failure) {
    if (!(failure instanceof RefusedInput)) throw failure;
    return { input, refusal: failure.refusal };
  }
}

/** A duty or right that stands open, with the buttons that would be taken at this moment. */
export interface Possibility {
  readonly key: string;
  readonly step: string;
  readonly kind: 'duty' | 'right';
  readonly dueOn: CivilDate | null;
  readonly outcomes: readonly string[];
}

/** Everything that could be done now; empty once the case is over. */
export const possibleIn = (procedure: AnyProcedure, simulator: Simulator): readonly Possibility[] =>
  simulator.duties().map(({ key, step, kind, dueOn }) => ({
    ...{ key, step, kind, dueOn },
    outcomes: Object.keys(procedure.steps[step]?.outcomes ?? {}).filter((outcome) =>
      simulator.takes(key, step, outcome),
    ),
  }));

/** Steps whose answers stand that this person gave, or in whose name they were given. */
export function answeredBy({ turns }: Simulator, personId: string): readonly string[] {
  const entries = turns.flatMap((turn) => turn.entries);
  const steps = new Map(
    entries.flatMap((entry) => (entry.type === 'opened' ? [[entry.key, entry.step] as const] : [])),
  );
  const takenBack = new Set(entries.flatMap((entry) => (entry.type === 'retracted' ? [entry.version] : [])));
  return turns.flatMap(({ row: { version, input } }) => {
    if (input.kind !== 'answer' || takenBack.has(version) || !personsOf(input.by).includes(personId)) return [];
    return steps.get(input.duty) ?? [];
  });
}
