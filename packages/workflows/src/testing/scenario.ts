import { workingCalendar, type WorkingCalendar } from '@lianban/domain/calendar';
import { calendarYears } from '@lianban/domain/calendar-years';
import type { Simulator } from '../drivers/simulator.ts';
import type { Input } from '../kernel/entry.ts';
import { begin, momentOf, openingOf, perform, type Application, type CourseAct } from '../rehearsal/course.ts';
import type { AnyProcedure } from '../vocabulary/procedure.ts';
import type { Opening } from '../vocabulary/opening.ts';

// A scenario is a course with what it shows; scripts of `npm run cli -- simulate` say the same courses in JSON.
export { momentOf as morningOf, openingOf } from '../rehearsal/course.ts';

/** One act of a scenario. */
export type ScenarioAct = CourseAct;

/** A life of a case that shows one rule; lapses happen by themselves when the days pass them. */
export interface Scenario extends Application {
  readonly rule: string;
  readonly acts: readonly ScenarioAct[];
  /** Days go on until here after the last act. */
  readonly until?: string;
  readonly ending: string | null;
}

/** The calendar of the published years. */
export const publishedCalendar: WorkingCalendar = workingCalendar(calendarYears);

/** An act of a scenario as it was submitted, and the code with which it was refused. */
export interface Attempt {
  readonly input: Extract<Input, { kind: 'answer' | 'retract' | 'childEnded' | 'parentTold' | 'letterAnswered' }>;
  readonly refused: string | null;
}

/** A scenario as the simulator played it. */
export interface Played {
  readonly case: Simulator;
  readonly opening: Opening;
  readonly attempts: readonly Attempt[];
}

/** Plays a scenario on the simulator; whether its refusals are those announced is for the caller to check. */
export async function play(
  procedure: AnyProcedure,
  scenario: Scenario,
  calendar: WorkingCalendar = publishedCalendar,
): Promise<Played> {
  const opening = openingOf(procedure, scenario);
  const simulator = await begin(procedure, opening, { calendar, at: momentOf(scenario.receivedOn) });
  const attempts: Attempt[] = [];
  for (const act of scenario.acts) {
    const { input, refusal } = await perform(simulator, act);
    if (input === null) throw new Error(`${act.step} has not been ended with ${act.outcome}`);
    attempts.push({ input, refused: refusal?.code ?? null });
  }
  if (scenario.until !== undefined) await simulator.goToInstant(momentOf(scenario.until));
  return { case: simulator, opening, attempts };
}

/** What became of each act of a scenario, as announced or as it was played, in words that name the act. */
export const told = (
  { acts }: Scenario,
  became: readonly { readonly refused?: string | null }[] = acts,
): readonly string[] =>
  acts.map(
    ({ on, step, outcome, takenBack, byLetter }, at) =>
      `${on} ${step} ${outcome}${takenBack ? ' taken back' : ''}${byLetter === undefined ? '' : ' by letter'}: ${became[at]?.refused ?? 'done'}`,
  );
