import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DaysOfUnits } from '../../elements/DaysOfUnits.tsx';
import { Section } from '../../elements/Section.tsx';
import { dayWithWeekday } from '../../elements/dates.ts';
import { useLanguage } from '../../locales/index.ts';
import { holderOf, shares, type TrackingView } from './progress.ts';

/** Working days used by each side, drawn to one scale, the figure beside the bar. */
export function DaysUsed({ found }: { readonly found: TrackingView }): ReactNode {
  const { t } = useTranslation('tracking');
  const { language } = useLanguage();
  const { agency, enterprise, since } = found.daysUsed;
  const [agencyShare = 0, enterpriseShare = 0] = shares([agency, enterprise]);
  const holder = holderOf(found);
  const sides = [
    { side: 'agency', days: agency, share: agencyShare },
    { side: 'enterprise', days: enterprise, share: enterpriseShare },
  ] as const;
  return (
    <Section title={t('daysUsed')} note={t('daysSince', { day: dayWithWeekday(since, language, found.today) })}>
      <table className="table track-days">
        <thead>
          <tr>
            <th scope="col">{t('side')}</th>
            <th scope="col" className="track-bar-head">
              {t('share')}
            </th>
            <th scope="col" className="num">
              {t('workingDays')}
            </th>
            <th scope="col">{t('now')}</th>
          </tr>
        </thead>
        <tbody>
          {sides.map(({ side, days, share }) => (
            <Fragment key={side}>
              <tr>
                <td>{t(side)}</td>
                <td className="track-bar-cell">
                  <span className={`track-bar track-bar-${side}`} aria-hidden="true">
                    <span style={{ width: `${share}%` }} />
                  </span>
                </td>
                <td className="num">
                  <strong>{days}</strong>
                </td>
                <td>{holder === side ? t('acting') : ''}</td>
              </tr>
              {side === 'agency' && <DaysOfUnits units={found.daysUsed.units} spacer />}
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className="track-hint">{t(found.deadline?.clockStopped ? 'stoppedNote' : 'daysNote')}</p>
    </Section>
  );
}
