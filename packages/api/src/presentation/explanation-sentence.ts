import type { Explanation } from '@lianban/domain/ask';
import { addHours, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import { festivalTitle } from '@lianban/domain/festivals';
import type { Limit } from '@lianban/domain/limit';
import { text, type Text } from '@lianban/domain/text';
import { counted, dayWords, limitWords, timeOfDay } from './words.ts';

/** Days left out of the count, as the sentence speaks of them. */
export interface LeftOut {
  readonly title: Text;
  readonly from: CivilDate;
  /** Null while the clock stands still. */
  readonly to: CivilDate | null;
  readonly workingDays: number;
  /** The papers by which the clock was stopped, as far as the reader may know of them. */
  readonly papers: readonly { readonly title: Text; readonly number: string | null }[];
}

/** Where a clock stands that does not run. `remaining` is null when its limit is not one of working days. */
export interface Standstill {
  readonly since: CivilDate;
  readonly consumed: number;
  readonly remaining: number | null;
}

/** A deadline with everything that its sentence is made of. */
export interface CountedDeadline {
  readonly why: Pick<
    Explanation,
    'startOn' | 'limit' | 'extensions' | 'holidays' | 'makeupDays' | 'rolledFrom' | 'calendar' | 'kept'
  >;
  readonly due: { readonly on: CivilDate | null; readonly at: Instant | null; readonly provisional: boolean };
  /** Where the number comes from; says itself when that is not law. */
  readonly basis: Text;
  /** What happened on the day that is not counted; null when the record does not tell, or not this reader. */
  readonly startedBy: Text | null;
  /** The earlier day on which that was sent, outside office hours; null when it happened on the first day itself. */
  readonly filedOn: CivilDate | null;
  /** The ground of each extension and the papers that allowed it; none where the record does not tell. */
  readonly extendedBy: readonly { readonly basis: Text; readonly papers: LeftOut['papers'] | null }[];
  readonly leftOut: readonly LeftOut[];
  readonly stopped: Standstill | null;
}

/**
 * Why a deadline falls on its day, in a sentence that can be counted after by hand: from when, how long, by which article,
 * what was left out and by which paper, what was skipped, counted or rolled over, the last day, and whether it is provisional.
 * Days carry their year when it is not that of `today`.
 */
export function explanationSentence(deadline: CountedDeadline, today?: CivilDate): Text {
  const { limit } = deadline.why;
  const day: DayWords = (on) => dayWords(on, today);
  if ('onTheSpot' in limit) return closed([onTheSpot(deadline, day)], deadline);
  if ('dayOf' in limit)
    return closed([comingRound(deadline, day), ...restDays(deadline, day), lastDay(deadline, day)], deadline);
  if ('until' in limit) return closed([givenDay(limit.until, deadline, day), ...extended(deadline)], deadline);
  const spanOf = 'hours' in limit ? hoursFrom(limit.hours, deadline, day) : daysFrom(deadline, day);
  return closed(
    [
      ...[spanOf, ...extended(deadline), ...leftOutWords(deadline, day), ...restDays(deadline, day)],
      ...[...keptDay(deadline, day), lastDay(deadline, day)],
    ],
    deadline,
  );
}

type DayWords = (on: CivilDate) => Text;

const source = ({ basis }: CountedDeadline): Text =>
  basis.zh === '' ? text('', '') : text(`（${basis.zh}）`, ` (${basis.en})`);

/** Parts become one sentence; what is not certain yet follows in a sentence of its own. */
function closed(parts: readonly Text[], { due, why }: CountedDeadline): Text {
  const zh = `${parts.map((part) => part.zh).join('，')}。`;
  const en = `${parts.map((part) => part.en).join(', ')}.`;
  if (!due.provisional) return text(zh, en);
  const years = why.calendar.flatMap((edition) => (edition.endsWith('#0') ? [edition.slice(0, -2)] : []));
  return text(
    `${zh}${years.join('、')}${years.length > 0 ? ' 年' : '有关年份'}放假安排尚未公布，日期为预计，公布后可能变动。`,
    `${en} The holidays of ${years.length > 0 ? years.join(', ') : 'a year in it'} have not been announced: the day is provisional and may move.`,
  );
}

function onTheSpot(deadline: CountedDeadline, day: DayWords): Text {
  const [on, basis] = [day(deadline.why.startOn), source(deadline)];
  return text(`当场办理${basis.zh}，最迟在 ${on.zh}当天`, `Done on the spot${basis.en}, on ${on.en} at the latest`);
}

function givenDay(until: CivilDate, deadline: CountedDeadline, day: DayWords): Text {
  const [on, basis] = [day(until), source(deadline)];
  return text(`定在 ${on.zh}${basis.zh}，不另计算`, `Fixed at ${on.en}${basis.en}, nothing is counted`);
}

function comingRound(deadline: CountedDeadline, day: DayWords): Text {
  const { startOn, limit } = deadline.why;
  const [on, basis, days, begun] = [day(startOn), source(deadline), limitWords(limit), begunBy(deadline, day)];
  return text(
    `自 ${on.zh}${begun.zh}之后最近的一期，${days.zh}${basis.zh}`,
    `The next after ${on.en}${begun.en} of ${days.en}${basis.en}`,
  );
}

/** Hours run from a moment. It is known when nothing but hours was added to it. */
function hoursFrom(hours: number, deadline: CountedDeadline, day: DayWords): Text {
  const { why, due } = deadline;
  const onlyHours = why.extensions.every((extension) => 'hours' in extension);
  const all = why.extensions.reduce((sum, extension) => sum + ('hours' in extension ? extension.hours : 0), hours);
  const time = due.at !== null && onlyHours ? timeOfDay(addHours(due.at, -all)) : '';
  const [on, basis, length] = [day(why.startOn), source(deadline), limitWords({ hours })];
  const begun = begunBy(deadline, day);
  return text(
    `自 ${on.zh}${begun.zh}${time === '' ? '' : ` ${time} `}起 ${length.zh}${basis.zh}，休息日照算`,
    `${length.en}${basis.en} from ${on.en}${begun.en}${time === '' ? '' : ` ${time}`}, rest days included`,
  );
}

function daysFrom(deadline: CountedDeadline, day: DayWords): Text {
  const { startOn, limit } = deadline.why;
  const [on, basis, length, begun] = [day(startOn), source(deadline), lengthWords(limit), begunBy(deadline, day)];
  return text(
    `自 ${on.zh}${begun.zh}次日起 ${length.zh}${basis.zh}`,
    `${length.en}${basis.en} from the day after ${on.en}${begun.en}`,
  );
}

/** What the count begins with; of what was sent outside office hours also when, and that its later receipt is no law. */
function begunBy({ startedBy: act, filedOn }: CountedDeadline, day: DayWords): Text {
  if (act === null) return text('', '');
  if (filedOn === null) return text(`“${act.zh}”`, ` ("${act.en}")`);
  const filed = day(filedOn);
  return text(
    `“${act.zh}”（${filed.zh}办公时间外提交，按本系统默认计为下一工作日收到）`,
    ` ("${act.en}", sent outside office hours on ${filed.en}, which by default of this system counts as received on the next working day)`,
  );
}

/** Natural days are called so: beside working days, plain days would be read as those. */
const lengthWords = (limit: Limit): Text =>
  'calendarDays' in limit
    ? text(`${limit.calendarDays} 个自然日`, counted(limit.calendarDays, 'calendar day'))
    : limitWords(limit);

const extended = ({ why, extendedBy }: CountedDeadline): readonly Text[] =>
  why.extensions.map((extension, at) => {
    const length = lengthWords(extension);
    const { basis, papers } = extendedBy[at] ?? { basis: text('', ''), papers: null };
    const grounds = [basis, ...(papers ?? []).map(paperWords)].filter(({ zh }) => zh !== '');
    const zhGrounds = grounds.length > 0 ? `（${grounds.map(({ zh }) => zh).join('；')}）` : '';
    const enGrounds = grounds.length > 0 ? ` (${grounds.map(({ en }) => en).join('; ')})` : '';
    return 'until' in extension
      ? text(`延长${length.zh}${zhGrounds}`, `extended ${length.en}${enGrounds}`)
      : text(`延长 ${length.zh}${zhGrounds}`, `extended by ${length.en}${enGrounds}`);
  });

/** What was left out, with the papers; a stretch in which no working day lies is left out of working days without a word. */
function leftOutWords({ leftOut, why }: CountedDeadline, day: DayWords): readonly Text[] {
  const inWorkingDays = 'workingDays' in why.limit;
  return leftOut
    .filter(({ from, to, workingDays }) => to !== null && from <= to && (workingDays > 0 || !inWorkingDays))
    .map(({ title, from, to, workingDays, papers }) => {
      const [first, last] = [day(from), day(to ?? from)];
      const named = papers.map((paper) => paperWords(paper));
      const zhPapers = named.map(({ zh }) => `；${zh}`).join('');
      const enPapers = named.map(({ en }) => `; ${en}`).join('');
      const zhDays = from === to ? first.zh : `${first.zh}至 ${last.zh}`;
      const enDays = from === to ? first.en : `${first.en} to ${last.en}`;
      return inWorkingDays
        ? text(
            `扣除${title.zh} ${workingDays} 个工作日（${zhDays}${zhPapers}）`,
            `leaving out ${counted(workingDays, 'working day')} of ${lowered(title.en)} (${enDays}${enPapers})`,
          )
        : text(`扣除${title.zh}（${zhDays}${zhPapers}）`, `leaving out ${lowered(title.en)} (${enDays}${enPapers})`);
    });
}

const paperWords = ({ title, number }: LeftOut['papers'][number]): Text =>
  text(`《${title.zh}》${number ?? ''}`, number === null ? title.en : `${title.en} ${number}`);

const lowered = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

/** Rest days that were passed over and weekend days that were worked; those of a natural count matter at its end only. */
function restDays({ why, due }: CountedDeadline, day: DayWords): readonly Text[] {
  const passes = [why.limit, ...why.extensions].some((limit) => 'workingDays' in limit);
  const last = due.on === null ? null : day(due.on);
  const worked = why.makeupDays.map((on) => day(on));
  const list = text(worked.map(({ zh }) => zh).join('、'), worked.map(({ en }) => en).join(', '));
  const skipped = passes ? skippedFestivals(why.holidays) : null;
  const fell = why.rolledFrom === null ? null : day(why.rolledFrom);
  const named = festivalOn(why.rolledFrom, why.holidays);
  return [
    ...(skipped === null ? [] : [text(`跳过${skipped.zh}`, `skipping ${skipped.en}`)]),
    ...(passes && worked.length > 0 ? [text(`${list.zh}调休上班，计入`, `counting ${list.en} (weekend worked)`)] : []),
    ...(fell === null
      ? []
      : 'dayOf' in why.limit
        ? [
            text(
              `${fell.zh}是休息日${named.zh}，提前至前一工作日`,
              `${fell.en}${named.en} being a rest day, on the working day before it`,
            ),
          ]
        : [
            text(
              `期满的 ${fell.zh}是休息日${named.zh}，顺延到其后第一个工作日（民法典第二百零三条）`,
              `ending on a rest day, ${fell.en}${named.en}, and so rolled to the first working day after it (Civil Code, Art. 203)`,
            ),
          ]),
    ...(!passes && fell === null && last !== null && worked.length > 0
      ? [
          text(
            `期满的 ${last.zh}调休上班，不顺延`,
            `ending on ${last.en}, a weekend day that is worked, and so not rolled`,
          ),
        ]
      : []),
  ];
}

function skippedFestivals(holidays: Explanation['holidays']): Text | null {
  const days = new Map<string, number>();
  for (const { name } of holidays) days.set(name, (days.get(name) ?? 0) + 1);
  if (days.size === 0) return null;
  const words = [...days].map(([name, count]) => {
    const title = festivalTitle(name);
    return text(`${title.zh} ${count} 天`, `${title.en} (${counted(count, 'day')})`);
  });
  return text(words.map(({ zh }) => zh).join('、'), words.map(({ en }) => en).join(', '));
}

function festivalOn(on: CivilDate | null, holidays: Explanation['holidays']): Text {
  const found = holidays.find((holiday) => holiday.on === on);
  if (found === undefined) return text('', '');
  const title = festivalTitle(found.name);
  return text(`（${title.zh}）`, ` (${title.en})`);
}

/** That a day stands although the count, by the calendar as it is now, ends earlier, and why. */
function keptDay({ why: { kept, extensions } }: CountedDeadline, day: DayWords): readonly Text[] {
  if (kept === undefined) return [];
  const [to, on] = [day(kept.countedTo), day(kept.on)];
  const stays = {
    printed: text(
      `送达文书载明的 ${on.zh}较晚，以文书为准`,
      `while the served document names ${on.en}, which is later and stands`,
    ),
    passed: text(
      `修订时该日已过，原定的 ${on.zh}继续有效`,
      `a day that was over when the calendar was revised, so ${on.en}, set before, stands`,
    ),
  }[kept.ground];
  const from =
    kept.after <= extensions.length
      ? text('，延长从该日起算', ', and from which the extension is counted')
      : text('', '');
  return [
    text(
      `按现行日历计到 ${to.zh}，${stays.zh}${from.zh}`,
      `counted to ${to.en} by the calendar as it is now, ${stays.en}${from.en}`,
    ),
  ];
}

function lastDay({ due, stopped, leftOut, why }: CountedDeadline, day: DayWords): Text {
  if (due.on === null || due.at === null) return stillWords(stopped, leftOut, day);
  const on = day(due.on);
  if ('hours' in why.limit) {
    // The first late instant may be a midnight, which belongs to the day before.
    const time = timeOfDay(due.at) === '00:00' ? '24:00' : timeOfDay(due.at);
    return text(`到 ${on.zh} ${time} 为止`, `ending on ${on.en} at ${time}`);
  }
  return text(`最后一日是 ${on.zh}`, `so the last day is ${on.en}`);
}

/** Why there is no last day now, and what is left when the clock runs on. */
function stillWords(stopped: Standstill | null, leftOut: readonly LeftOut[], day: DayWords): Text {
  if (stopped === null) return text('最后一日未能定出', 'so no last day was fixed');
  const open = leftOut.filter(({ to }) => to === null);
  const papers = open.flatMap((span) => span.papers).map((paper) => paperWords(paper));
  const why = text(
    [...open.map(({ title }) => title.zh), ...papers.map(({ zh }) => zh)].join('；'),
    [...open.map(({ title }) => lowered(title.en)), ...papers.map(({ en }) => en)].join('; '),
  );
  const since = day(stopped.since);
  const { consumed, remaining } = stopped;
  const left =
    remaining === null
      ? text('恢复后才能定出最后一日', 'and the last day can be told once it runs again')
      : text(
          `已计 ${consumed} 个工作日，还剩 ${Math.max(remaining, 0)} 个工作日，恢复后接着计算`,
          `with ${counted(consumed, 'working day')} used and ${Math.max(remaining, 0)} left, which go on once it runs again`,
        );
  return text(
    `时钟自 ${since.zh}起停着（${why.zh}），${left.zh}`,
    `the clock stands still since ${since.en} (${why.en}), ${left.en}`,
  );
}
