import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, dayWithWeekday, shortDay, timeOfDay } from '../../../elements/dates.ts';
import { useLanguage, useText } from '../../../locales/index.ts';
import type { DutyView, WhyView } from '../views.ts';
import type { DayCount } from './counting.ts';
import { editionOf, stretchesOf, type Stretch } from './panel.ts';

interface Shown {
  readonly why: WhyView;
  readonly deadline: DutyView['deadline'];
  readonly count: DayCount | null;
  readonly today: string;
}

const Row = (props: { readonly head: string; readonly value: ReactNode; readonly note?: ReactNode }): ReactNode => (
  <div>
    <dt>{props.head}</dt>
    <dd>
      {props.value}
      {props.note && <span className="second-line">{props.note}</span>}
    </dd>
  </div>
);

function StretchRow({ stretch, shown }: { readonly stretch: Stretch; readonly shown: Shown }): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const { language } = useLanguage();
  const day = (on: string): string => shortDay(on, language, shown.today);
  if (stretch.kind === 'counted') {
    const { first, last, from, to } = stretch;
    const head = first === null ? t('runs') : first === last ? t('nth', { n: first }) : t('nthTo', { first, last });
    return <Row head={head} value={from === to ? day(from) : `${day(from)}–${day(to)}`} />;
  }
  const span = shown.why.spans[stretch.span];
  if (!span) return null;
  const until = span.to ? day(span.to) : t('stillOpen');
  return (
    <Row
      head={t(`segment_${span.kind}`)}
      value={<strong>{t('spanDays', { days: `${day(span.from)}–${until}`, count: stretch.workingDays })}</strong>}
      note={text(span.title)}
    />
  );
}

function LastDay({ why, deadline, today }: Shown): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const { language } = useLanguage();
  const note = why.consequence ? t('ifSilent', { means: text(why.consequence) }) : t(`policy_${why.policy}`);
  if (!deadline.on) return <Row head={t('lastDay')} value={t('lastDayOpen')} note={note} />;
  const time = deadline.at && 'hours' in why.limit ? timeOfDay(deadline.at) : '24:00';
  const day = dayWithWeekday(deadline.on, language, today);
  return <Row head={t('lastDay')} value={<strong>{`${day} ${time}`}</strong>} note={note} />;
}

function useEdition(): (calendar: string) => string {
  const { t } = useTranslation('case');
  return (calendar) => {
    const { year, edition } = editionOf(calendar);
    return edition > 0 ? t('edition', { year, edition }) : t('noEdition', { year });
  };
}

/** The count in rows, to be followed by hand: where it starts, each stretch, what is left out, the last day, the calendar. */
export function Rows(shown: Shown): ReactNode {
  const { t } = useTranslation(['case', 'elements']);
  const { language } = useLanguage();
  const edition = useEdition();
  const { why, deadline, count, today } = shown;
  const counts = !('hours' in why.limit || 'onTheSpot' in why.limit);
  const first = counts ? addDays(why.startOn, 1) : why.startOn;
  const day = (on: string): string => dayWithWeekday(on, language, today);
  const end = count?.end ?? deadline.on;
  const recounted = end !== null && deadline.on !== null && end !== deadline.on ? end : null;
  return (
    <dl className="why-rows">
      <Row
        head={t('startsOn')}
        value={<strong>{day(first)}</strong>}
        note={counts ? t('startNotCounted', { day: day(why.startOn) }) : undefined}
      />
      {stretchesOf(count?.cells ?? []).map((stretch, index) => (
        <StretchRow key={index} stretch={stretch} shown={shown} />
      ))}
      <LastDay {...shown} />
      {recounted && <Row head={t('recounted')} value={day(recounted)} note={t('recountedNote')} />}
      {why.calendar.length > 0 && (
        <Row
          head={t('calendar')}
          value={why.calendar.map(edition).join(t('comma'))}
          note={deadline.provisional ? t('elements:provisionalWhy') : t('confirmed')}
        />
      )}
    </dl>
  );
}
