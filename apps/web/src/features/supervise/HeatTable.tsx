import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LightSign } from '../../elements/Light.tsx';
import { Section } from '../../elements/Section.tsx';
import { useText } from '../../locales/index.ts';
import { heatShare, sumOfUnits, type StepCounts, type SuperviseDue } from './heat.ts';

const warm = ['yellow', 'orange', 'red'] as const;

// A custom property is not among the properties that React knows.
const warmth = (count: number): CSSProperties => ({ '--share': `${heatShare(count)}%` }) as CSSProperties;

function Cells({ counts, heated }: { readonly counts: StepCounts; readonly heated: boolean }): ReactNode {
  return (
    <>
      <td className="num heat-open">{counts.open}</td>
      <td className="num">{counts.green}</td>
      {warm.map((light) => {
        const count = counts[light];
        const hot = heated && count > 0;
        return (
          <td key={light} className={hot ? `num heat heat-${light}` : 'num'} {...(hot ? { style: warmth(count) } : {})}>
            {count}
          </td>
        );
      })}
      <td className="num">{counts.stopped}</td>
    </>
  );
}

/** Units by light: the figures, and the warmth of a cell for the eye that looks for the worst first. */
export function HeatTable({ due }: { readonly due: SuperviseDue }): ReactNode {
  const { t } = useTranslation(['supervise', 'elements']);
  const text = useText();
  return (
    <Section title={t('heat')} note={t('heatNote')}>
      {due.units.length === 0 ? (
        <p className="supervise-none">{t('emptyHeat')}</p>
      ) : (
        <div className="table-scroll" role="group" aria-label={t('heat')} tabIndex={0}>
          <table className="table heat-table">
            <caption className="visually-hidden">{t('heat')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('unit')}</th>
                <th scope="col" className="num">
                  {t('steps')}
                </th>
                <th scope="col" className="num">
                  {t('elements:green')}
                </th>
                {warm.map((light) => (
                  <th key={light} scope="col" className={`num light-${light}`}>
                    <LightSign light={light} /> {t(`elements:${light}`)}
                  </th>
                ))}
                <th scope="col" className="num">
                  {t('stopped')}
                </th>
              </tr>
            </thead>
            <tbody>
              {due.units.map((unit) => (
                <tr key={unit.unitId}>
                  <th scope="row">{text(unit.unit)}</th>
                  <Cells counts={unit} heated />
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('total')}</th>
                <Cells counts={sumOfUnits(due.units)} heated={false} />
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </Section>
  );
}
