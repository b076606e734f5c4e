import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayRange, dayWithWeekday } from '../../elements/dates.ts';
import { useLanguage } from '../../locales/index.ts';
import { stretchesOf } from './year.ts';

interface DaysProps {
  readonly rest: readonly { readonly on: string; readonly name: string }[];
  readonly work: readonly string[];
}

/** Rest days festival by festival, and the weekend days that are worked, as a list to read. */
export function Days({ rest, work }: DaysProps): ReactNode {
  const { t } = useTranslation('calendar');
  const { language } = useLanguage();
  return (
    <dl className="calendar-days">
      {stretchesOf(rest).map(({ name, from, to, days }) => (
        <div key={from}>
          <dt>{name}</dt>
          <dd>{t('restDays', { days: dayRange(from, to, language), count: days })}</dd>
        </div>
      ))}
      {work.length > 0 && (
        <div>
          <dt>{t('makeup')}</dt>
          <dd>{work.map((on) => dayWithWeekday(on, language)).join(t('comma'))}</dd>
        </div>
      )}
    </dl>
  );
}
