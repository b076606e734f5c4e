import { addDays, epochMs, instant, startOfDay, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import { newYearOf, yearKey, yearOf } from '@lianban/domain/civil-year';
import { DISTRICT_MEETINGS, QUARTERLY_LEDGER } from '@lianban/domain/matters';
import { firstDayOf, lastMonthOf, quarterEndingOn, quarterKey, quarterOf, type Quarter } from '@lianban/domain/quarter';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import { periodCaseId } from '../child-case-id.ts';
import { openQuarters } from '../liaison/open-quarter.ts';
import { openYears } from '../liaison/open-year.ts';
import { districtsToMeet, regionalUnits } from '../liaison/units.ts';
import { Course, type Happening } from './course.ts';
import type { Life } from './life.ts';
import { deedsOfQuarter, deedsOfYear, type DeedOfPeriod } from './lives-of-periods.ts';
import { PastCase, type Occasion } from './past-case.ts';
import { people } from './people.ts';
import type { LiaisonStage } from './requests.ts';
import { momentOfDay } from './working-hours.ts';

/** A case of the bureau for a period, as the calendar opens it. */
interface Period {
  readonly story: string;
  readonly item: string;
  /** Names the period, and thereby its case, for good. */
  readonly key: string;
  /** The day on which it opens. */
  readonly from: CivilDate;
  readonly open: (procedure: AnyProcedure, at: Instant) => Promise<unknown>;
  readonly deeds: readonly DeedOfPeriod[];
}

/** The Schedule looks at ten past midnight (ADR 0040). */
const LOOKED_AT_MS = 10 * 60_000;
const lookedAt = (on: CivilDate): Instant => instant(epochMs(startOfDay(on)) + LOOKED_AT_MS);

/** Numbers from here tell the moments of periods from those of other lives. */
const FIRST_NUMBER = 300;

/**
 * The courses of what the calendar has opened in the bureau: the ledger of the last quarter that is over, that of the present one once its
 * last month has begun, and the meetings of the year, each as far as it has come by the day. They are the very cases for which the
 * Schedule looks, so that it opens none of them again.
 */
export async function coursesOfPeriods(stage: LiaisonStage): Promise<readonly Course[]> {
  const periods = [...(await quarters(stage)), await meetings(stage)];
  // What opens today opens at ten past midnight, and not before.
  const begun = periods.filter(({ from }) => epochMs(lookedAt(from)) <= Date.now());
  return Promise.all(begun.map((period, nth) => courseOf(stage, period, FIRST_NUMBER + nth)));
}

async function quarters({ pool, day }: LiaisonStage): Promise<readonly Period[]> {
  const before = quarterOf(addDays(firstDayOf(quarterOf(day)), -1));
  const ending = quarterEndingOn(day);
  const deeds = deedsOfQuarter(await regionalUnits(pool, 'CQ'), holderIn);
  return [before, ...(ending === null ? [] : [ending])].map((quarter: Quarter) => {
    const on = lastMonthOf(quarter);
    return {
      ...{ story: 'the ledger of a quarter', item: QUARTERLY_LEDGER, key: quarterKey('CQ', quarter), from: on, deeds },
      open: (procedure, at) => openQuarters(pool, procedure, { on, at }),
    };
  });
}

async function meetings({ pool, day }: LiaisonStage): Promise<Period> {
  const on = newYearOf(yearOf(day));
  return {
    ...{ story: 'the meetings of a year', item: DISTRICT_MEETINGS, key: yearKey('CQ', yearOf(day)), from: on },
    open: (procedure, at) => openYears(pool, procedure, { on, at }),
    deeds: deedsOfYear(await districtsToMeet(pool, 'CQ'), holderIn),
  };
}

async function courseOf(
  { pool, day, calendar, driving }: LiaisonStage,
  period: Period,
  number: number,
): Promise<Course> {
  const { story, item, key, from } = period;
  const procedure = driving.procedureOf(item);
  const past = await PastCase.load(pool, { caseId: periodCaseId(key), life: lifeOf(story, item), procedure }, driving);
  const at = lookedAt(from);
  const opening: Happening = {
    ...{ at, what: 'opening' },
    run: () => past.open(async () => void (await period.open(procedure, at))),
  };
  const acts = new Map<CivilDate, number>();
  const happenings = period.deeds.map(({ after, deed }, nth): Happening => {
    const on = calendar.addWorkingDays(from, after);
    acts.set(on, (acts.get(on) ?? -1) + 1);
    const done = deed(on);
    const occasion: Occasion = {
      requestId: `demo:${day}:${key}:${nth + 1}`,
      at: momentOfDay(on, number, acts.get(on) ?? 0),
    };
    return { at: occasion.at, what: `deed ${done.step}`, run: () => past.happen(done, occasion) };
  });
  const before = happenings.filter((happening) => happening.at < startOfDay(day));
  return new Course({ story, past, happenings: [opening, ...before], sequel: null }, startOfDay(day));
}

/** Whose calendar and usual officers the acts go by. */
const lifeOf = (story: string, item: string): Life => ({
  ...{ story, item, enterprise: 1, route: 'ordinary', filed: 1, past: [] },
});

/** @throws RangeError when nobody of the demonstration holds that role there. */
function holderIn(role: 'RLO' | 'SEC', unit: string): string {
  const holder = people.find(({ posts }) => posts.some((post) => post.role === role && post.place === unit));
  if (holder === undefined) throw new RangeError(`nobody holds ${role} in ${unit}`);
  return holder.user;
}
