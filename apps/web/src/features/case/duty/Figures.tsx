import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HappenedAt } from '../../../elements/HappenedAt.tsx';
import { useText } from '../../../locales/index.ts';
import type { CasePageView, DutyView, FiguresOwed } from '../views.ts';
import { figureRows } from './figure-rows.ts';

/** Figures down, units across: one unit leaves a narrow table, several fill the desk and scroll where it is narrow. */
function FigureTable({ owed }: { readonly owed: FiguresOwed }): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const isOne = owed.units.length < 2;
  return (
    <div className="table-scroll" role="group" aria-label={t('figures')} tabIndex={0}>
      <table className={isOne ? 'table desk-figures-table desk-figures-one' : 'table desk-figures-table'}>
        <caption className="visually-hidden">{t('figures')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('figure')}</th>
            {owed.units.map(({ unit, name }) => (
              <th key={unit} scope="col" className="num">
                {text(name)}
              </th>
            ))}
            {!isOne && (
              <th scope="col" className="num">
                {t('figuresTotal')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {figureRows(owed).map(({ figure, title, counts, total }) => (
            <tr key={figure}>
              <th scope="row">{text(title)}</th>
              {counts.map((count, nth) => (
                <td key={owed.units[nth]?.unit} className="num">
                  {count}
                </td>
              ))}
              {total !== null && <td className="num">{total}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the paper of the duty would count now, for whoever is about to make it; nothing where it counts nothing. */
export function Figures({ duty, page }: { readonly duty: DutyView; readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('case');
  const owed = page.figures.find((figures) => figures.duty === duty.key);
  if (owed === undefined) return null;
  return (
    <div className="desk-figures">
      <h3>{t('figures')}</h3>
      <p className="case-note">
        {t('figuresAsOf')} <HappenedAt at={owed.at} today={page.today} />
        {t('figuresNow')}
      </p>
      <FigureTable owed={owed} />
    </div>
  );
}
