import { allowance, consumed } from '@lianban/domain/clock';
import { civilDateOfEpochDay, epochDay, type CivilDate } from '@lianban/domain/civil-date';
import { clockKey } from '@lianban/domain/limit-key';
import { text, type Text } from '@lianban/domain/text';
import type { ClockRow } from '@lianban/db/queries/case-page';
import type { z } from 'zod';
import type { clockView as schema } from '../views/case.ts';
import type { AsOf } from './as-of.ts';
import { clockTitle, isStatutory } from './clock-titles.ts';
import { deadlineWithWhy } from './deadline.ts';
import { whyOfClock, type CaseFacts } from './why.ts';

/** A statutory clock as a bar of segments. */
export type ClockView = z.infer<typeof schema>;
type Segment = ClockView['segments'][number];

/** The statutory clocks of a case in the order in which they started. */
export const clockViews = (facts: CaseFacts): ClockView[] =>
  facts.clocks.flatMap((clock, at) =>
    isStatutory(clock.name) ? [clockView(clock, keyAmong(facts.clocks, at), facts)] : [],
  );

/** Names a clock among those of its case: `clock:decision`, and `clock:decision#2` when one of that name starts again. */
function keyAmong(clocks: readonly ClockRow[], at: number): string {
  const name = clocks[at]?.name ?? '';
  const nth = clocks.slice(0, at + 1).filter((clock) => clock.name === name).length;
  return nth === 1 ? clockKey(name) : `${clockKey(name)}#${nth}`;
}

/** What a clock allowed, what it has consumed, and how its days fall into segments. */
function clockView(clock: ClockRow, key: string, facts: CaseFacts): ClockView {
  const { asOf } = facts;
  const { name, limit, startOn, stoppedOn, spans, why } = clock;
  const total = allowance({ limit, extensions: why?.extensions ?? [] });
  const until = stoppedOn !== null && stoppedOn < asOf.today ? stoppedOn : asOf.today;
  const used = consumed({ startOn, spans }, until, asOf.calendar);
  const allowed = total === null ? null : total - used;
  const standsStill = spans.some(({ to }) => to === null);
  const deadline = deadlineWithWhy(
    { ...clock, clockStopped: standsStill && stoppedOn === null },
    whyOfClock(clock, facts),
    asOf,
  );
  return {
    key,
    name,
    title: clockTitle(name),
    stoppedOn,
    totalWorkingDays: total,
    consumed: used,
    // A clock that has stopped is neither near its end nor past it.
    deadline: stoppedOn === null ? deadline : { ...deadline, light: null, workingDaysLeft: null },
    // Where another day stands than the limit counts to, it is that day which is ahead.
    remaining: why?.kept === undefined || stoppedOn !== null ? allowed : deadline.workingDaysLeft,
    running: stoppedOn === null && !standsStill,
    segments: segmentsOf(clock, asOf),
    spans: spans.map(({ from, to, kind, reason, title }) => ({ from, to, kind, reason, title })),
  };
}

type Kind = Segment['kind'];

/** One day of the bar and the stretch it belongs to. */
interface DayOfBar {
  readonly kind: Kind;
  readonly title: Text | null;
}

const aheadTitle = text('尚余', 'Ahead');

/** The days after the start, one after the other, as far as they are known, gathered into stretches of one kind. */
function segmentsOf(clock: ClockRow, asOf: AsOf): Segment[] {
  const segments: Segment[] = [];
  const last = epochDay(lastDayOf(clock, asOf));
  for (let day = epochDay(clock.startOn) + 1; day <= last; day += 1) {
    const on = civilDateOfEpochDay(day);
    const worked = asOf.calendar.isWorkingDay(on) ? 1 : 0;
    const { kind, title } = dayOfBar(clock, on, asOf);
    const growing = segments.at(-1);
    if (growing?.kind === kind && growing.title?.zh === title?.zh) {
      segments[segments.length - 1] = { ...growing, to: on, workingDays: growing.workingDays + worked };
    } else segments.push({ kind, title, from: on, to: on, workingDays: worked });
  }
  return segments.map((segment) => (isOpen(clock, segment) ? { ...segment, to: null } : segment));
}

function dayOfBar({ spans }: ClockRow, on: CivilDate, { today }: AsOf): DayOfBar {
  const span = spans.find(({ from, to }) => from <= on && (to === null || on <= to));
  if (span !== undefined) return { kind: span.kind, title: span.title };
  return on <= today ? { kind: 'running', title: null } : { kind: 'ahead', title: aheadTitle };
}

/** The stretch ends with a span whose own end nobody knows yet. */
const isOpen = ({ spans, stoppedOn }: ClockRow, { to }: Segment): boolean =>
  stoppedOn === null && to !== null && spans.some((span) => span.to === null && span.from <= to);

function lastDayOf({ startOn, stoppedOn, dueOn }: ClockRow, { today }: AsOf): CivilDate {
  if (stoppedOn !== null) return stoppedOn;
  const known = dueOn !== null && dueOn > today ? dueOn : today;
  return known > startOn ? known : startOn;
}
