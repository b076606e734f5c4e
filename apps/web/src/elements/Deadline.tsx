import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../locales/index.ts';
import { civilDay, dayWithWeekday, timeOfDay } from './dates.ts';
import { Light } from './Light.tsx';
import type { ListedDeadline } from './views.ts';
import './deadline.css';

type Explained = { readonly deadline: ListedDeadline; readonly today?: string; readonly onWhy?: () => void };

/** The last day of a deadline, `YYYY-MM-DD`; null while there is none. */
export const lastDayOf = ({ on, at }: Pick<ListedDeadline, 'on' | 'at'>): string | null =>
  on ?? (at ? civilDay(at) : null);

/** Words with a dashed underline, which open "why that day"; `spoken` names the control to those who do not see the page around it. */
export function WhyButton(props: {
  readonly spoken: string;
  readonly onWhy: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <button
      type="button"
      className="deadline-why"
      aria-haspopup="dialog"
      aria-label={props.spoken}
      onClick={props.onWhy}
    >
      {props.children}
    </button>
  );
}

/** A day, `YYYY-MM-DD`, that opens "why that day". */
export function WhyDay(props: { readonly on: string; readonly today: string; readonly onWhy: () => void }): ReactNode {
  const { t } = useTranslation('elements');
  const { language } = useLanguage();
  const day = dayWithWeekday(props.on, language, props.today);
  return (
    <WhyButton spoken={t('why', { day })} onWhy={props.onWhy}>
      {day}
    </WhyButton>
  );
}

function NoDay({ deadline, onWhy }: Explained): ReactNode {
  const { t } = useTranslation('elements');
  const state = deadline.clockStopped ? t('stopped') : t('noDeadline');
  if (!onWhy || !deadline.clockStopped) return <span className="deadline-none">{state}</span>;
  return (
    <span className="deadline-none">
      <WhyButton spoken={t('howCounted', { state })} onWhy={onWhy}>
        {state}
      </WhyButton>
    </span>
  );
}

/** The day of a deadline in one unbreakable piece; the dashed underline opens "why that day" where `onWhy` is given. */
export function DeadlineDay(explained: Explained): ReactNode {
  const { t } = useTranslation('elements');
  const { language } = useLanguage();
  const { deadline, today, onWhy } = explained;
  const on = lastDayOf(deadline);
  if (!on) return <NoDay {...explained} />;
  // A limit in days ends with its day; only one in hours has a time to name.
  const time = deadline.at && timeOfDay(deadline.at) !== '00:00' ? ` ${timeOfDay(deadline.at)}` : '';
  const day = dayWithWeekday(on, language, today) + time;
  return (
    <span className="deadline-day">
      {onWhy ? (
        <WhyButton spoken={t('why', { day })} onWhy={onWhy}>
          {day}
        </WhyButton>
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
