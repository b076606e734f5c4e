import type { Ask } from '@lianban/domain/ask';
import { civilDateOf, instant, startOfDay, type CivilDate } from '@lianban/domain/civil-date';
import { allowance, consumed, lateSpan, workingDaysTakenOut } from '@lianban/domain/clock';
import { dueOf } from '@lianban/domain/due';
import type { Limit } from '@lianban/domain/limit';
import { basisOf } from './basis.ts';
import { counting, readProvince, type Knowledge } from './calendars.ts';
import { clockSentence, type ClockGrounds, type ClockState } from './clock-sentence.ts';
import type { Command } from './command.ts';
import { Fields, type Item } from './fields.ts';
import { near, readLimit, startingOn } from './limit.ts';
import { lineCommand } from './line-command.ts';
import { Refusal } from './refusal.ts';
import { MAX_SEGMENTS, readSegment, type Segment } from './segment.ts';

const MAX_EXTENSIONS = 10;

const help = `npm run -s cli -- clock < questions.jsonl

计算法定时钟：已用、剩余、最后一日，以及为什么。每行一个JSON对象，按同样顺序逐行作答。
A statutory clock: consumed, remaining, last day, and why. One JSON object per line, answered in order.

  {"limit":{"workingDays":20},"basis":"permit.decide.default","startOn":"2026-06-01","asOf":"2026-08-25",
   "segments":[{"from":"2026-06-09","to":"2026-08-20","kind":"excluded","reason":"检验"}]}
  {"consumed":9,"remaining":11,"due":"2026-09-09","provisional":false,"stopped":false,"explanation":{…}}

必填 required: startOn, limit
可选 optional: basis, segments, extensions, province, asOf (today in Asia/Shanghai)
segments: from = day of the event that stopped the clock, still counted
          to   = day of the event that let it go on, not counted; null = still open
          kind = excluded | suspended; reason, document
DATABASE_URL: the calendar and rules of that installation; without it those of this version.
docs/commands.md describes every field and every error.
`;

/** Statutory clocks with their pauses. */
export const clock: Command = lineCommand(help, (question, knowledge) =>
  clockAnswer(readQuestion(question), knowledge),
);

/** What is asked, read and checked. */
interface Question {
  readonly ask: Ask & { readonly limit: Limit };
  readonly segments: readonly Segment[];
  readonly basis: string | null;
  readonly asOf: CivilDate;
  readonly province: ReturnType<typeof readProvince>;
}

const known = ['startOn', 'limit', 'basis', 'segments', 'extensions', 'province', 'asOf'];

function readQuestion(question: unknown): Question {
  const fields = new Fields(question, { path: '', known });
  const startOn = fields.date('startOn');
  const limitAt = ({ value, path }: Item): Limit => startingOn(startOn, readLimit(value, path), path);
  const limit = limitAt({ value: fields.value('limit'), path: 'limit' });
  const extensions = fields.list('extensions', MAX_EXTENSIONS).map(limitAt);
  const segments = fields.list('segments', MAX_SEGMENTS).map((item) => readSegment(item, startOn));
  const asOf = fields.has('asOf') ? near(startOn, fields.date('asOf'), 'asOf') : civilDateOf(instant(Date.now()));
  const spans = segments.map(({ leftOut }) => leftOut);
  return {
    ask: { key: 'clock', limit, extensions, startOn, startAt: startOfDay(startOn), spans },
    segments: segments.map(({ told }) => told),
    basis: fields.has('basis') ? fields.text('basis') : null,
    asOf,
    province: readProvince(fields),
  };
}

function clockAnswer({ ask, segments, basis, asOf, province }: Question, { calendarOf, rules }: Knowledge): object {
  const { startOn, limit, extensions, spans } = ask;
  const calendar = calendarOf(province);
  const due = counting('startOn', () => dueOf(ask, calendar));
  const late = lateSpan(spans, due);
  if (late !== null) throw new Refusal('CLOCK_EXPIRED', `segments[${late}].from`, { due: due.on ?? '' });
  const used = counting('startOn', () => consumed(ask, asOf, calendar));
  const allowed = allowance(ask);
  const takenOut = workingDaysTakenOut(ask, asOf, calendar);
  const state: ClockState = {
    consumed: used,
    remaining: allowed === null ? null : allowed - used,
    due: due.on,
    provisional: due.provisional,
    stopped: due.on === null,
  };
  const grounds: ClockGrounds = {
    startOn,
    asOf,
    limit,
    extensions,
    basis: basis === null ? null : basisOf(basis, { on: startOn, province, rules }),
    segments: segments.map((segment, at) => ({ ...segment, workingDays: takenOut[at] ?? 0 })),
    excludedWorkingDays: takenOut.reduce((sum, days) => sum + days, 0),
    holidays: due.why.holidays.map(({ on, name }) => ({ date: on, name })),
    makeupDays: due.why.makeupDays,
    rolledFrom: due.why.rolledFrom,
    calendar: due.why.calendar,
  };
  return { ...state, explanation: { ...grounds, sentence: clockSentence(state, grounds, spans) } };
}
