import type { Limit } from '@lianban/domain/limit';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../locales/index.ts';
import { dayWithWeekday } from './dates.ts';

/** A limit as the API sends it: the days of the domain are plain strings there. */
type SentLimit = Exclude<Limit, { until: unknown }> | { readonly until: string };

/** Writes a limit with its unit: 10 个工作日, 2 个月, 当场. */
export function useLimitWords(): (limit: SentLimit) => string {
  const { t } = useTranslation('elements');
  const { language } = useLanguage();
  return useCallback(
    (limit) => {
      if ('workingDays' in limit) return t('limitWorkingDays', { count: limit.workingDays });
      if ('calendarDays' in limit) return t('limitCalendarDays', { count: limit.calendarDays });
      if ('months' in limit) return t('limitMonths', { count: limit.months });
      if ('hours' in limit) return t('limitHours', { count: limit.hours });
      if ('until' in limit) return t('limitUntil', { day: dayWithWeekday(limit.until, language) });
      if ('dayOf' in limit)
        return t('limitDayOf', { day: limit.dayOf.day, months: limit.dayOf.months.join(t('limitAnd')) });
      return t('limitOnTheSpot');
    },
    [t, language],
  );
}
