import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayWithWeekday } from '../../../elements/dates.ts';
import { DaysOfUnits } from '../../../elements/DaysOfUnits.tsx';
import { Section } from '../../../elements/Section.tsx';
import { useLanguage, useText } from '../../../locales/index.ts';
import type { CasePageView } from '../views.ts';

/** Each title once, with how often it stands open. */
const titlesOnce = (titles: readonly string[]): readonly string[] =>
  [...new Set(titles)].map((title) => {
    const times = titles.filter((other) => other === title).length;
    return times === 1 ? title : `${title} ×${times}`;
  });

/** What each side is doing now, in the titles of its open steps. */
function useNow({ duties }: CasePageView): (side: 'agency' | 'enterprise') => string {
  const { t } = useTranslation('case');
  const text = useText();
  return (side) =>
    titlesOnce(
      duties
        .filter(({ owner }) => (owner.role === 'APP') === (side === 'enterprise'))
        .map(({ stepTitle }) => text(stepTitle)),
    ).join(t('comma'));
}

/** Working days that each side had the ball. They overlap where both act at once, and the page says so. */
export function DaysOfSides({ page }: { readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('case');
  const { language } = useLanguage();
  const now = useNow(page);
  const { since } = page.daysUsed;
  return (
    <Section title={t('sides')} note={t('sinceDay', { day: dayWithWeekday(since, language, page.today) })}>
      <table className="table clock-sides">
        <thead>
          <tr>
            <th scope="col">{t('side')}</th>
            <th scope="col" className="num">
              {t('workingDays')}
            </th>
            <th scope="col">{t('now')}</th>
          </tr>
        </thead>
        <tbody>
          {(['agency', 'enterprise'] as const).map((side) => (
            <Fragment key={side}>
              <tr>
                <td>{t(side)}</td>
                <td className="num">
                  <strong>{page.daysUsed[side]}</strong>
                </td>
                <td>{now(side)}</td>
              </tr>
              {side === 'agency' && <DaysOfUnits units={page.daysUsed.units} />}
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className="case-note">{t('sidesOverlap')}</p>
    </Section>
  );
}
