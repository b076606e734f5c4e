import { civilDate } from '@lianban/domain/civil-date';
import { closingTime } from '@lianban/domain/receipt';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useText } from '../../locales/index.ts';
import { addDays, dayWithWeekday, shortDay, timeOfDay } from '../dates.ts';
import { useLimitWords } from '../limit-words.ts';
import { Mark } from '../Mark.tsx';
import type { DeadlineView } from '../views.ts';
import type { DayCount } from './counting.ts';
import { editionOf, spansBeside, stretchesOf, type Stretch } from './panel.ts';
import { PaperLine, type Opening } from './PaperLine.tsx';
import { RestRows } from './RestRows.tsx';
import { Row } from './Row.tsx';
import { SpanRow } from './SpanRow.tsx';
import type { WhyView } from './views.ts';

interface Shown extends Opening {
  readonly why: WhyView;
  readonly deadline: DeadlineView;
  readonly count: DayCount | null;
  readonly today: string;
}

/** The day that is not counted, what happened on it, and whether that was sent before it. Hours run from a moment; a day that is given has no start. */
function Start({ why, today }: Shown): ReactNode {
  const { t } = useTranslation('why');
  const text = useText();
  const { language } = useLanguage();
  const { startOn, startedBy, filedOn, limit } = why;
  const day = (on: string): string => dayWithWeekday(on, language, today);
  if ('until' in limit) return null;
  const act = text(startedBy);
  const filed =
    filedOn === null ? '' : t('startFiled', { day: day(filedOn), time: timeOfDay(closingTime(civilDate(filedOn))) });
  if ('hours' in limit || 'onTheSpot' in limit) {
    const note = act && `${t('startAct', { act })}${filed}`;
    return <Row head={t('startsOn')} value={<strong>{day(startOn)}</strong>} note={note} />;
  }
  const note = act ? t('startAfter', { day: day(startOn), act }) : t('startNotCounted', { day: day(startOn) });
  return <Row head={t('startsOn')} value={<strong>{day(addDays(startOn, 1))}</strong>} note={`${note}${filed}`} />;
}

/** How long, where the number comes from, and whether that is law. */
function LimitRow({ why }: Shown): ReactNode {
  const { t } = useTranslation('why');
  const text = useText();
  const words = useLimitWords();
  return (
    <Row
      head={t('limit')}
      value={
        <>
          <strong>{[why.limit, ...why.extensions].map(words).join(' + ')}</strong> <Mark mark={why.mark} />
        </>
      }
      note={text(why.basis)}
    />
  );
}

/** Each extension with its length, its basis and the papers by which it was allowed. */
function ExtensionRows({ why, caseId, onFollow }: Shown): ReactNode {
  const { t } = useTranslation('why');
  const text = useText();
  const words = useLimitWords();
  return why.extendedBy.map(({ basis, mark, papers }, at) => {
    const limit = why.extensions[at];
    return (
      <Row
        key={at}
        head={t('extended')}
        value={
          <>
            <strong>{limit && words(limit)}</strong> <Mark mark={mark} />
            <PaperLine head={t('extendedBy')} {...{ papers, caseId, onFollow }} />
          </>
        }
        note={text(basis)}
      />
    );
  });
}

function StretchRow({ stretch, shown }: { readonly stretch: Stretch; readonly shown: Shown }): ReactNode {
  const { t } = useTranslation('why');
  const { language } = useLanguage();
  const { why, today, caseId, onFollow } = shown;
  const day = (on: string): string => shortDay(on, language, today);
  if (stretch.kind === 'counted') {
    const { first, last, from, to } = stretch;
    const head = first === null ? t('runs') : first === last ? t('nth', { n: first }) : t('nthTo', { first, last });
    return <Row head={head} value={from === to ? day(from) : `${day(from)}–${day(to)}`} />;
  }
  const span = why.spans[stretch.span];
  // The weeks are drawn beyond today; of a span that is still open only the days that have passed are counted.
  const workingDays = span?.to === null ? span.workingDays : stretch.workingDays;
  return span && <SpanRow {...{ span, today, workingDays, caseId, onFollow }} />;
}

/** Spans that part nothing: without a working day, begun too late, or of a count that is not drawn. */
function OtherSpans({ why, deadline, count, today, caseId, onFollow }: Shown): ReactNode {
  return spansBeside(why.spans, count?.cells ?? []).map((span, at) => {
    const late = deadline.on !== null && span.from > deadline.on;
    return <SpanRow key={at} {...{ span, today, late, caseId, onFollow }} workingDays={span.workingDays} />;
  });
}

function LastDay({ why, deadline, today }: Shown): ReactNode {
  const { t } = useTranslation('why');
  const text = useText();
  const { language } = useLanguage();
  const note = why.consequence ? t('ifSilent', { means: text(why.consequence) }) : t(`policy_${why.policy}`);
  if (!deadline.on) return <Row head={t('lastDay')} value={t('lastDayOpen')} note={note} />;
  const time = deadline.at && 'hours' in why.limit ? timeOfDay(deadline.at) : '24:00';
  const day = dayWithWeekday(deadline.on, language, today);
  return (
    <Row head={t('lastDay')} value={<strong>{`${day} ${time === '00:00' ? '24:00' : time}`}</strong>} note={note} />
  );
}

/** A day that was printed and stands, or one that today's calendar counts to while the recorded one holds. */
function OtherDay({ why, deadline, count, today }: Shown): ReactNode {
  const { t } = useTranslation('why');
  const { language } = useLanguage();
  const day = (on: string): string => dayWithWeekday(on, language, today);
  if (why.kept)
    return (
      <Row
        head={t(`kept_${why.kept.ground}`)}
        value={day(why.kept.on)}
        note={t(`keptNote_${why.kept.ground}`, { day: day(why.kept.countedTo) })}
      />
    );
  const end = count?.end ?? null;
  if (end === null || deadline.on === null || end === deadline.on) return null;
  return <Row head={t('recounted')} value={day(end)} note={t('recountedNote')} />;
}

/** Which editions of the calendar were counted by, and whether the day is 预计. */
function CalendarRow({ why, deadline }: Shown): ReactNode {
  const { t } = useTranslation(['why', 'elements']);
  if (why.calendar.length === 0) return null;
  const editions = why.calendar.map((calendar) => {
    const { year, edition } = editionOf(calendar);
    return edition > 0 ? t('edition', { year, edition }) : t('noEdition', { year });
  });
  return (
    <Row
      head={t('calendar')}
      value={
        <>
          {editions.join(t('comma'))}
          {deadline.provisional && <strong className="why-provisional">{t('elements:provisional')}</strong>}
        </>
      }
      note={deadline.provisional ? t('elements:provisionalWhy') : t('confirmed')}
    />
  );
}

/** The count in rows, to be followed by hand: start, limit, each stretch, what is left out or skipped, the last day, the calendar. */
export function Rows(shown: Shown): ReactNode {
  const { why, today, count } = shown;
  return (
    <dl className="why-rows">
      <Start {...shown} />
      <LimitRow {...shown} />
      <ExtensionRows {...shown} />
      {stretchesOf(count?.cells ?? []).map((stretch, index) => (
        <StretchRow key={index} stretch={stretch} shown={shown} />
      ))}
      <OtherSpans {...shown} />
      <RestRows why={why} today={today} />
      <OtherDay {...shown} />
      <LastDay {...shown} />
      <CalendarRow {...shown} />
    </dl>
  );
}
