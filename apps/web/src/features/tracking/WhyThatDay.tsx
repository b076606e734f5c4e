import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { dayRange, dayWithWeekday } from '../../elements/dates.ts';
import { useLimitWords } from '../../elements/limit-words.ts';
import { Mark } from '../../elements/Mark.tsx';
import { Section } from '../../elements/Section.tsx';
import type { ListedDeadline } from '../../elements/views.ts';
import { useLanguage, useText } from '../../locales/index.ts';
import type { TrackingView } from './progress.ts';

type Why = NonNullable<NonNullable<TrackingView['deadline']>['why']>;

/** The count in sentences: from which day, how many, what was not counted, which calendar. */
function useCount(why: Why, today: string): readonly string[] {
  const { t } = useTranslation('tracking');
  const { language } = useLanguage();
  const text = useText();
  const words = useLimitWords();
  const day = (on: string): string => dayWithWeekday(on, language, today);
  return [
    t('whyFrom', { day: day(why.startOn), limit: [why.limit, ...why.extensions].map(words).join(' + ') }),
    ...why.spans.map(({ title, from, to }) =>
      t('whySpan', { title: text(title), days: to ? dayRange(from, to, language) : t('whySince', { day: day(from) }) }),
    ),
    why.excludedWorkingDays > 0 ? t('whyExcluded', { count: why.excludedWorkingDays }) : '',
    why.holidays.length > 0
      ? t('whyHolidays', { names: [...new Set(why.holidays.map(({ name }) => name))].join('、') })
      : '',
    why.makeupDays.length > 0 ? t('whyMakeup', { days: why.makeupDays.map(day).join('、') }) : '',
    why.rolledFrom ? t('whyRolled', { day: day(why.rolledFrom) }) : '',
    why.consequence ? text(why.consequence) : '',
  ].filter((sentence) => sentence !== '');
}

/** Why the deadline falls on that day, in words that can be counted after by hand. `ref` is where the focus goes from the dashed day. */
export function WhyThatDay(props: {
  readonly deadline: ListedDeadline;
  readonly why: Why;
  readonly today: string;
  readonly ref: Ref<HTMLDivElement>;
}): ReactNode {
  const { deadline, why, today, ref } = props;
  const { t } = useTranslation('tracking');
  const { language } = useLanguage();
  const text = useText();
  const title = deadline.on ? t('whyTitle', { day: dayWithWeekday(deadline.on, language, today) }) : t('whyStopped');
  return (
    <Section title={title} note={text(why.title)} className="track-why">
      <div ref={ref} tabIndex={-1}>
        <ul>
          {useCount(why, today).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p className="track-hint">
          <Mark mark={why.mark} /> {text(why.basis)} {t('whyCalendar', { calendar: why.calendar.join('、') })}
        </p>
      </div>
    </Section>
  );
}
