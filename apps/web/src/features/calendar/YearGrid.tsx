import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { useMe } from '../../app/session.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { useText } from '../../locales/index.ts';
import type { CalendarDay } from './views.ts';
import { monthsOf, type Month } from './year.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

function DayCell({ day, today }: { readonly day: CalendarDay | null; readonly today: string }): ReactNode {
  const { t } = useTranslation('calendar');
  const text = useText();
  if (!day) return <td />;
  const classes = ['year-day', `year-${day.kind}`, day.on === today ? 'year-today' : ''];
  const spoken = [text(day.name), day.kind === 'makeup' ? t('makeup') : '', day.on === today ? t('today') : ''];
  const words = spoken.filter(Boolean).join(t('comma'));
  return (
    <td className={classes.filter(Boolean).join(' ')} title={words || undefined}>
      {Number(day.on.slice(8))}
      {day.kind === 'makeup' && <sup aria-hidden="true">{t('makeupMark')}</sup>}
      {words && <span className="visually-hidden">{words}</span>}
    </td>
  );
}

function MonthTable({ month, today }: { readonly month: Month<CalendarDay>; readonly today: string }): ReactNode {
  const { t } = useTranslation('calendar');
  const known = months.find((number) => number === month.month);
  return (
    <table className="year-month">
      <caption>{known && t(`month_${known}`)}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {t(`weekday_${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, row) => (
          <tr key={row}>
            {week.map((day, at) => (
              <DayCell key={at} day={day} today={today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Legend(): ReactNode {
  const { t } = useTranslation('calendar');
  return (
    <ul className="year-legend">
      {(['workday', 'weekend', 'holiday', 'makeup'] as const).map((kind) => (
        <li key={kind}>
          <span className={`year-key year-${kind}`} aria-hidden="true">
            {kind === 'makeup' ? t('makeupMark') : '8'}
          </span>{' '}
          {t(`key_${kind}`)}
        </li>
      ))}
    </ul>
  );
}

/** A year as it is counted in the province of the post: months, rest days, worked weekends, today. */
export function YearGrid({ year, today }: { readonly year: number; readonly today: string }): ReactNode {
  const { post } = useMe();
  const { province } = post;
  const range = { from: `${year}-01-01`, to: `${year}-12-31`, province };
  const { data, error, isPending, refetch } = useQuery(trpc.calendar.range.queryOptions(range));
  if (isPending) return <Loading rows={8} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <div className="year-grid">
        {monthsOf(data).map((month) => (
          <MonthTable key={month.month} month={month} today={today} />
        ))}
      </div>
      <Legend />
    </>
  );
}
