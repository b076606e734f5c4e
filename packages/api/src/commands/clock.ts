import type { Ask, Span } from '@lianban/domain/ask';
import { addMonths, civilDate, civilDateOf, instant, startOfDay, type CivilDate } from '@lianban/domain/civil-date';
import { allowance, consumed, lateSpan, workingDaysTakenOut } from '@lianban/domain/clock';
import { dueOf } from '@lianban/domain/due';
import type { Limit } from '@lianban/domain/limit';
import { basisOf } from './basis.ts';
import { counting, readProvince, type Knowledge } from './calendars.ts';
import { clockSentence, type ClockGrounds, type ClockState } from './clock-sentence.ts';
import type { Command } from './command.ts';
import { Fields, type Item } from './fields.ts';
import { readLimit, startingOn } from './limit.ts';
import { lineCommand } from './line-command.ts';
import { Refusal } from './refusal.ts';

/** More than any clock has. */
export const MAX_SEGMENTS = 100;
const MAX_EXTENSIONS = 10;

const help = `npm run -s cli -- clock < questions.jsonl

计算法定时钟：已用、剩余、最后一日，以及为什么。每行一个JSON对象，按同样顺序逐行作答。
A statutory clock: consumed, remaining, last day, and why. One JSON object per line, answered in order.

  {"limit":{"workingDays":20},"basis":"permit.decide.default","startOn":"2026-06-01","asOf":"2026-08-25",
   "segments":[{"from":"2026-06-09","to":"2026-08-20","kind":"excluded","reason":"检验"}]}
  {"consumed":8,"remaining":12,"due":"2026-09-10","provisional":false,"stopped":false,"explanation":{…}}

必填 required: startOn, limit
可选 optional: basis, segments, extensions, province, asOf (today in Asia/Shanghai)
segments: from, to = first and last day not counted, both included; to null = still open
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
  readonly ask: Ask;
  readonly documents: readonly (string | null)[];
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
  const spans = segments.map(({ span }) => span);
  return {
    ask: { key: 'clock', limit, extensions, startOn, startAt: startOfDay(startOn), spans },
    documents: segments.map(({ document }) => document),
    basis: fields.has('basis') ? fields.text('basis') : null,
    asOf,
    province: readProvince(fields),
  };
}

const segmentFields = ['from', 'to', 'kind', 'reason', 'document'];

/** A stretch that a clock leaves out, with the paper that it names. @throws Refusal */
export function readSegment(
  { value, path }: Item,
  startOn: CivilDate,
): { readonly span: Span; readonly document: string | null } {
  const fields = new Fields(value, { path, known: segmentFields });
  const from = near(startOn, fields.date('from'), fields.at('from'));
  const to = fields.has('to') ? near(startOn, fields.date('to'), fields.at('to')) : null;
  if (to !== null && to < from) throw new Refusal('ENDS_BEFORE_START', fields.at('to'), { start: from });
  const kind = fields.has('kind') ? fields.oneOf('kind', ['excluded', 'suspended']) : 'excluded';
  const reason = fields.has('reason') ? fields.text('reason') : '';
  return { span: { from, to, kind, reason }, document: fields.has('document') ? fields.text('document') : null };
}

/** The day itself, which has to lie within a hundred years of the start: no law looks further ahead. */
function near(startOn: CivilDate, on: CivilDate, field: string): CivilDate {
  const last = startOn < '9900' ? addMonths(startOn, 1_200) : civilDate('9999-12-31');
  if (on > last) throw new Refusal('TOO_FAR', field, { last });
  return on;
}

function clockAnswer({ ask, documents, basis, asOf, province }: Question, { calendarOf, rules }: Knowledge): object {
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
    segments: spans.map(({ reason, ...span }, at) => ({
      ...span,
      reason: reason === '' ? null : reason,
      document: documents[at] ?? null,
      workingDays: takenOut[at] ?? 0,
    })),
    excludedWorkingDays: takenOut.reduce((sum, days) => sum + days, 0),
    holidays: due.why.holidays.map(({ on, name }) => ({ date: on, name })),
    makeupDays: due.why.makeupDays,
    rolledFrom: due.why.rolledFrom,
    calendar: due.why.calendar,
  };
  return { ...state, explanation: { ...grounds, sentence: clockSentence(state, grounds) } };
}
