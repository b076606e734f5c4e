import { instant, startOfDay, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import { workingCalendar, type WorkingCalendar } from '@lianban/domain/calendar';
import { calendarYears } from '@lianban/domain/calendar-years';
import type { FlowValues } from '@lianban/domain/field';
import { items } from '@lianban/domain/items';
import type { Province } from '@lianban/domain/province';
import { rules, termsFor } from '@lianban/domain/rules';
import { Simulator } from '../drivers/simulator.ts';
import type { Input } from '../kernel/entry.ts';
import { ruleKeysOf, type AnyProcedure } from '../vocabulary/procedure.ts';
import type { Opening } from '../vocabulary/opening.ts';
import type { Actor } from '../vocabulary/step.ts';

/** One act of a scenario: on that day at 10:00 this button of this step is used, or refused with the code. */
export interface ScenarioAct {
  readonly on: string;
  readonly step: string;
  readonly outcome: string;
  readonly flow?: FlowValues;
  readonly by?: Actor;
  readonly refused?: string;
}

/** A life of a case that shows one rule; lapses happen by themselves when the days pass them. */
export interface Scenario {
  readonly rule: string;
  readonly item: string;
  readonly province?: Province;
  readonly receivedOn: string;
  readonly opening?: Partial<Opening>;
  readonly acts: readonly ScenarioAct[];
  /** Days go on until here after the last act. */
  readonly until?: string;
  readonly ending: string | null;
}

/** The calendar of the published years. */
export const publishedCalendar: WorkingCalendar = workingCalendar(calendarYears);

/** Ten in the morning of a day, within business hours. */
export const morningOf = (on: string): Instant => instant(Date.parse(startOfDay(on as CivilDate)) + 10 * 3_600_000); // scenario dates are literals

/** The opening of an application received on that day, with the rules in force then. */
export function openingOf(
  procedure: AnyProcedure,
  scenario: Pick<Scenario, 'item' | 'province' | 'receivedOn' | 'opening'>,
): Opening {
  const province = scenario.province ?? 'CQ';
  const item = items.find((row) => row.code === scenario.item && row.province === province);
  if (item === undefined) throw new Error(`no item ${scenario.item} in ${province}`);
  const { code, edition, field, kind, verification, laterConditions } = item;
  const receivedOn = scenario.receivedOn as CivilDate; // scenario dates are literals
  return {
    item: { code, province, edition, field, kind, verification, laterConditions },
    terms: termsFor({ keys: ruleKeysOf(procedure), province, item: code, on: receivedOn, rules }),
    receivedOn,
    gate: 'clear',
    commitment: { noticeVersion: 'test', conditionsMetOn: null },
    convertedFrom: null,
    ...scenario.opening,
  };
}

/** An act of a scenario as it was submitted, and the code with which it was refused. */
export interface Attempt {
  readonly input: Extract<Input, { kind: 'answer' }>;
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
  const simulator = new Simulator(procedure, calendar, morningOf(scenario.receivedOn));
  const opening = openingOf(procedure, scenario);
  await simulator.open(opening);
  const attempts: Attempt[] = [];
  for (const { on, step, outcome, flow = {}, by } of scenario.acts) {
    await simulator.goToInstant(morningOf(on));
    const input = simulator.inputFor(step, outcome, by === undefined ? { flow } : { flow, by });
    attempts.push({ input, refused: await refusalOf(() => simulator.submit(input)) });
  }
  if (scenario.until !== undefined) await simulator.goToInstant(morningOf(scenario.until));
  return { case: simulator, opening, attempts };
}

/** What became of each act of a scenario, as announced or as it was played, in words that name the act. */
export const told = (
  { acts }: Scenario,
  became: readonly { readonly refused?: string | null }[] = acts,
): readonly string[] =>
  acts.map(({ on, step, outcome }, at) => `${on} ${step} ${outcome}: ${became[at]?.refused ?? 'done'}`);

async function refusalOf(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (failure) {
    if (failure instanceof Error && failure.name === 'RefusedInput') return failure.message;
    throw failure;
  }
}
