import type { Explanation, Span } from '@lianban/domain/ask';
import type { CivilDate } from '@lianban/domain/civil-date';
import { festivalTitle } from '@lianban/domain/festivals';
import { text, type Text } from '@lianban/domain/text';
import { counted, dateWords, limitWords } from '../presentation/words.ts';
import type { Basis } from './basis.ts';
import type { Segment } from './segment.ts';

/** How a clock stands. */
export interface ClockState {
  /** Working days up to the end of `asOf`. */
  readonly consumed: number;
  /** Negative when overdue; null where a part of the limit is not in working days. */
  readonly remaining: number | null;
  readonly due: CivilDate | null;
  readonly provisional: boolean;
  readonly stopped: boolean;
}

/** Everything the state was counted from. */
export interface ClockGrounds extends Pick<
  Explanation,
  'startOn' | 'limit' | 'extensions' | 'makeupDays' | 'rolledFrom' | 'calendar'
> {
  /** The day up to whose end it is counted. */
  readonly asOf: CivilDate;
  readonly basis: Basis | null;
  /** As they were told, with the working days that each takes out. */
  readonly segments: readonly (Segment & { readonly workingDays: number })[];
  readonly excludedWorkingDays: number;
  readonly holidays: readonly { readonly date: CivilDate; readonly name: string }[];
}

const days = (count: number): string => counted(count, 'working day');

const listed = (words: readonly Text[]): Text =>
  text(words.map(({ zh }) => zh).join('、'), words.map(({ en }) => en).join(', '));

/** The count in one sentence of each language; of its segments, in their order, `spans` are the days left out. */
export function clockSentence(state: ClockState, grounds: ClockGrounds, spans: readonly Span[]): Text {
  const parts = [
    countWords(grounds),
    ...spans.map((span, at) => spanWords(span, grounds.segments[at]?.workingDays ?? 0)),
    ...calendarWords(grounds, spans),
    stateWords(state, grounds),
    endWords(state),
  ];
  return text(`${parts.map(({ zh }) => zh).join('；')}。`, `${parts.map(({ en }) => en).join('; ')}.`);
}

function countWords({ startOn, limit, extensions, basis }: ClockGrounds): Text {
  const start = dateWords(startOn);
  const [first, ...more] = [limit, ...extensions].map(limitWords);
  const extended = more.map(({ zh, en }) => text(`，延长${zh}`, `, extended by ${en}`));
  const source = basis === null ? null : (basis.text ?? text(basis.key, basis.key));
  return text(
    `自${start.zh}起算（当日不计），期限${first?.zh ?? ''}${extended.map(({ zh }) => zh).join('')}${source === null ? '' : `（${source.zh}）`}`,
    `From ${start.en}, which is not counted, ${first?.en ?? ''}${extended.map(({ en }) => en).join('')}${source === null ? '' : ` (${source.en})`}`,
  );
}

const kinds = {
  excluded: text('不计时', 'not counted'),
  suspended: text('中止', 'suspended'),
} as const satisfies Record<Span['kind'], Text>;

function spanWords({ from, to, kind, reason }: Span, workingDays: number): Text {
  const why = reason === '' ? text('', '') : text(`（${reason}）`, ` (${reason})`);
  const days = spanDaysWords(from, to);
  if (days === null) {
    const on = dateWords(to ?? from);
    return text(
      `${on.zh}停止并于当日恢复计时${why.zh}，未扣除`,
      `stopped and resumed on ${on.en}${why.en}, nothing left out`,
    );
  }
  return text(
    `${days.zh}${kinds[kind].zh}${why.zh}，${workingDays} 个工作日`,
    `${kinds[kind].en} ${days.en}${why.en}, ${counted(workingDays, 'working day')}`,
  );
}

/** The days left out; null where there are none, because the clock went on within the day it was stopped. */
function spanDaysWords(from: CivilDate, to: CivilDate | null): Text | null {
  const first = dateWords(from);
  if (to === null) return text(`${first.zh}起`, `since ${first.en}`);
  if (to < from) return null;
  if (to === from) return text(first.zh, `on ${first.en}`);
  const last = dateWords(to);
  return text(`${first.zh}至${last.zh}`, `from ${first.en} to ${last.en}`);
}

/** What the calendar did: festivals skipped, weekend days counted, the last day moved. */
function calendarWords({ holidays, makeupDays, rolledFrom }: ClockGrounds, spans: readonly Span[]): readonly Text[] {
  const isLeftOut = (on: CivilDate): boolean => spans.some(({ from, to }) => from <= on && on <= (to ?? on));
  const skippedDays = holidays.filter(({ date }) => !isLeftOut(date));
  const festivals = [...new Set(skippedDays.map(({ name }) => name))].map((name) => {
    const count = skippedDays.filter((holiday) => holiday.name === name).length;
    const title = festivalTitle(name);
    return text(`${title.zh} ${count} 天`, `${title.en} (${counted(count, 'day')})`);
  });
  const skipped = listed(festivals);
  const worked = listed(makeupDays.map(dateWords));
  const rolled = rolledFrom === null ? null : dateWords(rolledFrom);
  return [
    ...(festivals.length === 0 ? [] : [text(`跳过${skipped.zh}`, `skipping ${skipped.en}`)]),
    ...(makeupDays.length === 0
      ? []
      : [text(`调休上班日${worked.zh}计入`, `counting the worked weekend days ${worked.en}`)]),
    ...(rolled === null ? [] : [text(`${rolled.zh}为休息日，顺延`, `moved on from ${rolled.en}, a rest day`)]),
  ];
}

function stateWords({ consumed, remaining }: ClockState, { asOf }: ClockGrounds): Text {
  const on = dateWords(asOf);
  const used = text(`截至${on.zh}已用 ${consumed} 个工作日`, `by the end of ${on.en} ${days(consumed)} consumed`);
  if (remaining === null) return used;
  if (remaining < 0) return text(`${used.zh}，超期 ${-remaining} 个`, `${used.en}, ${days(-remaining)} overdue`);
  return text(`${used.zh}，剩余 ${remaining} 个`, `${used.en}, ${remaining} left`);
}

function endWords({ due, provisional }: ClockState): Text {
  if (due === null) return text('时钟停止，暂无最后一日', 'the clock stands still and has no last day');
  const on = dateWords(due);
  return text(
    `最后一日为${on.zh}${provisional ? '（预计，有关年度放假安排尚未公布）' : ''}`,
    `the last day is ${on.en}${provisional ? ', provisionally: the holidays of a year it touches are not announced' : ''}`,
  );
}
