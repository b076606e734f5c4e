import { addDays, type CivilDate } from '@lianban/domain/civil-date';
import { count, published, someDay } from '@lianban/domain/testing/arbitraries';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asked, refusalsIn } from '../testing/command-line.ts';

/** By the days of two events, as the command is asked. */
interface Segment {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

interface Question {
  readonly startOn: CivilDate;
  readonly limit: { readonly workingDays: number };
  readonly segments: readonly Segment[];
  readonly asOf: CivilDate;
}

/** Far enough that every count of these sizes has ended. */
const HORIZON_DAYS = 400;

/** Segments that overlap, touch, last no whole day, stay open, or come when the limit has run out. */
const questions: fc.Arbitrary<Question> = fc
  .tuple(
    someDay,
    count,
    fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.option(fc.nat(30), { freq: 8 })), { maxLength: 4 }),
    fc.nat(120),
  )
  .map(([startOn, workingDays, segments, days]) => ({
    startOn,
    limit: { workingDays },
    segments: segments.map(([after, length]) => {
      const from = addDays(startOn, after);
      return { from, to: length === null ? null : addDays(from, length) };
    }),
    asOf: addDays(startOn, days),
  }));

/** Goes from day to day as with a tear-off calendar; the events of a day take effect at its end. */
function tornOff({ startOn, limit, segments, asOf }: Question): Torn {
  const torn = { due: null as CivilDate | null, consumed: 0, takenOut: 0 };
  let used = 0;
  for (let day = 1; day <= HORIZON_DAYS; day += 1) {
    const on = addDays(startOn, day);
    if (!published.isWorkingDay(on)) continue;
    const stopping = segments.filter(({ from, to }) => from < on && (to === null || on <= to));
    if (stopping.length === 0) {
      used += 1;
      if (used === limit.workingDays) torn.due = on;
      if (on <= asOf) torn.consumed += 1;
    } else if (on <= asOf || stopping.some(({ to }) => to !== null)) torn.takenOut += 1;
  }
  return torn;
}

interface Torn {
  readonly due: CivilDate | null;
  /** Working days counted up to the end of `asOf`. */
  readonly consumed: number;
  /** Working days not counted; those of an open segment up to `asOf`. */
  readonly takenOut: number;
}

test('a clock is counted as from day to day, stopped after the day of one event and let go on after that of another', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(questions, { minLength: 1, maxLength: 10 }), async (list) => {
      const answers = await asked('clock', list);
      const refusals = refusalsIn(answers);
      for (const [at, question] of list.entries()) {
        const { due, consumed, takenOut } = tornOff(question);
        // Whoever stops a clock on its last day has stopped it in time: until it goes on, nobody knows the day.
        const stopped = due === null || question.segments.some(({ from, to }) => to === null && from <= due);
        const late = stopped ? -1 : question.segments.findIndex(({ from }) => from > due);
        if (late >= 0) expect(refusals[at]).toBe(`CLOCK_EXPIRED segments[${late}].from`);
        else {
          expect(answers[at]).toMatchObject({ due: stopped ? null : due, stopped, consumed });
          expect(answers[at]).toMatchObject({ explanation: { excludedWorkingDays: takenOut, asOf: question.asOf } });
        }
      }
    }),
    { numRuns: 100 },
  );
});
