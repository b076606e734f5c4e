import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../locales/index.ts';
import './days-of-units.css';

interface UnitDays {
  readonly unit: { readonly zh: string; readonly en: string };
  readonly days: number;
}

/** Rows under that of the agency: the days of each unit. `spacer` keeps a column that only the sides fill. */
export function DaysOfUnits(props: { readonly units: readonly UnitDays[]; readonly spacer?: boolean }): ReactNode {
  const { t } = useTranslation('elements');
  const text = useText();
  return props.units.map(({ unit, days }) => (
    <tr key={unit.zh} className="unit-days">
      <td>
        <span className="visually-hidden">{t('ofWhich')}</span> {text(unit)}
      </td>
      {props.spacer && <td />}
      <td className="num">{days}</td>
      <td />
    </tr>
  ));
}
