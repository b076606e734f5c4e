import { civilDateOf, startOfDay } from '@lianban/domain/civil-date';
import { dueOf } from '@lianban/domain/due';
import { windowBefore } from '@lianban/domain/window';
import { inShanghai } from '../presentation/words.ts';
import { counting, readProvince, type Knowledge } from './calendars.ts';
import type { Command } from './command.ts';
import { Fields } from './fields.ts';
import { limitUnits, readLimit, startingOn } from './limit.ts';
import { lineCommand } from './line-command.ts';
import { Refusal } from './refusal.ts';

const help = `npm run -s cli -- due < questions.jsonl

计算期限的最后一日，或一个窗口期的起止日。每行一个JSON对象，按同样顺序逐行作答。
The last day of a limit, or the first and last day of a window. One JSON object per line, answered in order.

  {"from":"2026-02-12","limit":{"workingDays":5}}
  {"due":"2026-02-26","provisional":false}

  {"from":"2026-02-13T09:30:00+08:00","limit":{"hours":24}}
  {"due":"2026-02-14T09:30:00+08:00","provisional":false}

  {"before":"2026-12-31","window":{"earliest":{"workingDays":90},"latest":{"workingDays":30}}}
  {"opensOn":"2026-08-21","closesOn":"2026-11-19","provisional":false}

limit: workingDays | calendarDays | months | hours | until | onTheSpot | dayOf
province: "CQ" | "SC"
DATABASE_URL: the calendar of that installation; without it the one of this version.
docs/commands.md describes every field and every error.
`;

/** Last days of limits, and windows. */
export const due: Command = lineCommand(help, (question, knowledge) =>
  isWindow(question) ? windowAnswer(question, knowledge) : dueAnswer(question, knowledge),
);

const isWindow = (question: unknown): boolean =>
  typeof question === 'object' && question !== null && ('window' in question || 'before' in question);

function dueAnswer(question: unknown, { calendarOf }: Knowledge): object {
  const fields = new Fields(question, { path: '', known: ['from', 'limit', 'province'] });
  const calendar = calendarOf(readProvince(fields));
  const limit = readLimit(fields.value('limit'), 'limit', limitUnits.any);
  const isInHours = 'hours' in limit;
  const startAt = isInHours ? fields.instant('from') : startOfDay(fields.date('from'));
  const startOn = civilDateOf(startAt);
  const ask = { key: 'due', limit: startingOn(startOn, limit, 'limit'), extensions: [], startOn, startAt, spans: [] };
  const { on, at, provisional } = counting('from', () => dueOf(ask, calendar));
  return { due: isInHours && at !== null ? inShanghai(at) : on, provisional };
}

function windowAnswer(question: unknown, { calendarOf }: Knowledge): object {
  const fields = new Fields(question, { path: '', known: ['before', 'window', 'province'] });
  const calendar = calendarOf(readProvince(fields));
  const before = fields.date('before');
  const window = new Fields(fields.value('window'), { path: 'window', known: ['earliest', 'latest'] });
  const limits = {
    earliest: readLimit(window.value('earliest'), 'window.earliest'),
    latest: readLimit(window.value('latest'), 'window.latest'),
  };
  const { opensOn, closesOn, provisional } = counting('before', () => windowBefore(before, limits, calendar));
  if (closesOn < opensOn) throw new Refusal('ENDS_BEFORE_START', 'window.latest', { start: opensOn });
  return { opensOn, closesOn, provisional };
}
