import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayWithWeekday, shortDay, weekdayName } from '../../../elements/dates.ts';
import { useLanguage } from '../../../locales/index.ts';

/** A day at the edge of the timeline: 6月30日 周二 / Tue 30 Jun, and the year beneath where it is not this one. */
export function TimeDay({ on, today }: { readonly on: string; readonly today: string }): ReactNode {
  const { t } = useTranslation('case');
  const { language } = useLanguage();
  const year = on.slice(0, 4);
  return (
    <>
      {language === 'en' ? dayWithWeekday(on, language) : `${shortDay(on, language)} ${weekdayName(on, language)}`}
      {year !== today.slice(0, 4) && <span className="time-year">{t('year', { year })}</span>}
    </>
  );
}
