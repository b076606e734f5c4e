import type { Due, SpanKind } from '@lianban/domain/ask';
import type { CivilDate } from '@lianban/domain/civil-date';
import type { Limit } from '@lianban/domain/limit';
import { clockKey, clockNamed } from '@lianban/domain/limit-key';
import type { Text } from '@lianban/domain/text';
import type { Facts } from './facts.ts';
import { dueColumns, type DueColumns } from './duties.ts';

/** A row of `clock` as it is inserted. */
export interface OpenedClock extends DueColumns {
  readonly name: string;
  readonly rule: string;
  readonly limit: Limit;
  readonly start_on: CivilDate;
  readonly stopped_on: CivilDate | null;
}

/** What happens to a clock that was running before the turn. */
export interface ChangedClock extends DueColumns {
  readonly name: string;
  readonly dated: boolean;
  readonly stopped_on: CivilDate | null;
}

/** A row of `clock_span` as it is inserted. */
export interface OpenedSpan {
  readonly span: string;
  readonly clock: string;
  readonly kind: SpanKind;
  readonly reason: string;
  readonly title: Text;
  readonly from_on: CivilDate;
  readonly to_on: CivilDate | null;
}

/** The end of a span that was open before the turn. */
export interface ClosedSpan {
  readonly span: string;
  readonly to_on: CivilDate;
}

/** Everything a turn does to the statutory clocks. */
export interface ClockRows {
  readonly opened: readonly OpenedClock[];
  readonly changed: readonly ChangedClock[];
  readonly spansOpened: readonly OpenedSpan[];
  readonly spansClosed: readonly ClosedSpan[];
}

const UNCHANGED: Omit<ChangedClock, 'name'> = { ...dueColumns(undefined), dated: false, stopped_on: null };

/** Clocks and their spans, opened and closed ones netted out within the turn. */
export const clockRows = (facts: Facts, dues: ReadonlyMap<string, Due>): ClockRows => ({
  ...runningRows(facts, dues),
  ...spanRows(facts, dues),
});

function runningRows({ turn }: Facts, dues: ReadonlyMap<string, Due>): Pick<ClockRows, 'opened' | 'changed'> {
  const opened = new Map<string, OpenedClock>();
  const changed = new Map<string, ChangedClock>();
  const change = (name: string, news: Partial<ChangedClock>): void => {
    const row = opened.get(name);
    if (row !== undefined) opened.set(name, { ...row, ...news });
    else changed.set(name, { name, ...UNCHANGED, ...changed.get(name), ...news });
  };
  for (const entry of turn.entries) {
    if (entry.type === 'clockStarted') {
      const { clock, rule, limit, startOn } = entry;
      const due = dueColumns(dues.get(clockKey(clock)));
      opened.set(clock, { name: clock, rule, limit, start_on: startOn, stopped_on: null, ...due });
    }
    if (entry.type === 'clockStopped') change(entry.clock, { stopped_on: entry.on });
  }
  for (const [key, due] of dues) {
    const name = clockNamed(key);
    if (name !== null && !opened.has(name)) change(name, { ...dueColumns(due), dated: true });
  }
  return { opened: [...opened.values()], changed: [...changed.values()] };
}

function spanRows({ turn }: Facts, dues: ReadonlyMap<string, Due>): Pick<ClockRows, 'spansOpened' | 'spansClosed'> {
  const opened = new Map<string, OpenedSpan>();
  const closed: ClosedSpan[] = [];
  for (const entry of turn.entries) {
    if (entry.type === 'clockPaused') {
      const { clock, span, kind, title, from } = entry;
      const reason = reasonOf(dues.get(clockKey(clock)), from) ?? span;
      opened.set(span, { span, clock, kind, reason, title, from_on: from, to_on: null });
    }
    if (entry.type === 'clockResumed') {
      const own = opened.get(entry.span);
      if (own === undefined) closed.push({ span: entry.span, to_on: entry.to });
      else opened.set(entry.span, { ...own, to_on: entry.to });
    }
  }
  return { spansOpened: [...opened.values()], spansClosed: closed };
}

/** Why the clock stands or stood still; the entry has the words shown, the explanation of the due date has the key. */
const reasonOf = (due: Due | undefined, from: CivilDate): string | undefined =>
  due?.why.spans.findLast((span) => span.from === from)?.reason;
