import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../locales/index.ts';
import { civilDay, dayWithWeekday, timeOfDay } from './dates.ts';
import { Light } from './Light.tsx';
import type { ListedDeadline } from './views.ts';
import './deadline.css';

type Explained = { readonly deadline: ListedDeadline; readonly today?: string; readonly onWhy?: () => void };

/** The day of a deadline in one unbreakable piece; the dashed underline opens "why that day" where `onWhy` is given. */
export function DeadlineDay({ deadline, today, onWhy }: Explained): ReactNode {
  const { t } = useTranslation('elements');
  const { language } = useLanguage();
  const on = deadline.on ?? (deadline.at ? civilDay(deadline.at) : null);
  if (!on) return <span className="deadline-none">{deadline.clockStopped ? t('stopped') : t('noDeadline')}</span>;
  // A limit in days ends with its day; only one in hours has a time to name.
  const time = deadline.at && timeOfDay(deadline.at) !== '00:00' ? ` ${timeOfDay(deadline.at)}` : '';
  const day = dayWithWeekday(on, language, today) + time;
  return (
    <span className="deadline-day">
      {onWhy ? (
        <button type="button" className="deadline-why" aria-label={t('why', { day })} onClick={onWhy}>
          {day}
        </button>
      ) : (
        <time dateTime={on}>{day}</time>
      )}
      {deadline.provisional && (
        <span className="deadline-provisional" title={t('provisionalWhy')}>
          {t('provisional')}
        </span>
      )}
    </span>
  );
}

/** How many working days are left, in words: 剩 2 工作日, 今天到期, 超 1 工作日; the clock's standing still comes first. */
export function DaysLeft({ deadline }: { deadline: ListedDeadline }): ReactNode {
  const { t } = useTranslation('elements');
  const left = deadline.workingDaysLeft;
  if (deadline.clockStopped) return <span className="days-left">{t('stopped')}</span>;
  if (left === null) return null;
  if (deadline.light === 'red')
    return <span className="days-left days-late">{t('daysLate', { count: Math.max(-left, 0) })}</span>;
  if (left === 0) return <span className="days-left">{t('dueToday')}</span>;
  return <span className="days-left">{t('daysLeft', { count: left })}</span>;
}

/**
 * A deadline is never alone: day with weekday, light, days left; `consequence` stands in place of the days left
 * where the law attaches an effect to silence. `stacked` puts the second line beneath, as in tables.
 */
export function Deadline({
  consequence,
  stacked = false,
  withLight = true,
  ...explained
}: Explained & { readonly consequence?: string; readonly stacked?: boolean; readonly withLight?: boolean }): ReactNode {
  const { deadline } = explained;
  const dated = deadline.on !== null || deadline.at !== null;
  return (
    <span className={stacked ? 'deadline deadline-stacked' : 'deadline'}>
      <DeadlineDay {...explained} />
      {(dated || consequence) && (
        <span className="deadline-rest">
          {withLight && dated && <Light light={deadline.light} stopped={deadline.clockStopped} />}
          {consequence ? (
            <strong className="deadline-consequence">{consequence}</strong>
          ) : (
            <DaysLeft deadline={deadline} />
          )}
        </span>
      )}
    </span>
  );
}
