import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useText } from '../../locales/index.ts';
import { dayWithWeekday, shortDay } from '../dates.ts';
import { festivals } from './panel.ts';
import { Row } from './Row.tsx';
import type { WhyView } from './views.ts';

/** Announced rest days that were passed over, weekend days that were worked, and the rest day it ended on. */
export function RestRows({ why, today }: { readonly why: WhyView; readonly today: string }): ReactNode {
  const { t } = useTranslation('why');
  const text = useText();
  const { language } = useLanguage();
  const day = (on: string): string => dayWithWeekday(on, language, today);
  const short = (on: string): string => shortDay(on, language, today);
  const counts = [why.limit, ...why.extensions].some((limit) => 'workingDays' in limit);
  // A day that comes round gives way to the working day before it, a count to the one after.
  const early = 'dayOf' in why.limit;
  return (
    <>
      {why.holidays.length > 0 && (
        <Row
          head={t('skipped')}
          value={festivals(why.holidays).map(({ name, from, to, days: count }) => (
            <span key={from} className="why-line">
              {t('festival', {
                name: text(name),
                days: from === to ? short(from) : `${short(from)}–${short(to)}`,
                count,
              })}
            </span>
          ))}
          note={t('festivalsAnnounced')}
        />
      )}
      {why.makeupDays.length > 0 && (
        <Row
          head={t('worked')}
          value={why.makeupDays.map(day).join(t('comma'))}
          note={t(counts ? 'workedCounted' : 'workedNotRolled')}
        />
      )}
      {why.rolledFrom && (
        <Row
          head={t('rolled')}
          value={t(early ? 'earlyFrom' : 'rolledFrom', { day: day(why.rolledFrom) })}
          note={t(early ? 'earlyTo' : 'rolledTo')}
        />
      )}
    </>
  );
}
