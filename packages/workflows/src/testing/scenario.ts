import { instant, startOfDay, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import { workingCalendar, type WorkingCalendar } from '@lianban/domain/calendar';
import { calendarYears } from '@lianban/domain/calendar-years';
import type { FlowValues } from '@lianban/domain/field';
import { items } from '@lianban/domain/items';
import type { Province } from '@lianban/domain/province';
import { rules, termsFor } from '@lianban/domain/rules';
import { Simulator } from '../drivers/simulator.ts';
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

/** Plays a scenario on the simulator; refusals that it announces are checked by the caller through `refusals`. */
export async function play(
  procedure: AnyProcedure,
  scenario: Scenario,
): Promise<{ case: Simulator; refusals: readonly (string | null)[] }> {
  const simulator = new Simulator(procedure, publishedCalendar, morningOf(scenario.receivedOn));
  await simulator.open(openingOf(procedure, scenario));
  const refusals: (string | null)[] = [];
  for (const act of scenario.acts) {
    await simulator.goToInstant(morningOf(act.on));
    const { flow = {}, by } = act;
    refusals.push(
      await refusalOf(() => simulator.answer(act.step, act.outcome, by === undefined ? { flow } : { flow, by })),
    );
  }
  if (scenario.until !== undefined) await simulator.goToInstant(morningOf(scenario.until));
  return { case: simulator, refusals };
}

async function refusalOf(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (failure) {
    if (failure instanceof Error && failure.name === 'RefusedInput') return failure.message;
    throw failure;
  }
}
