import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LightSign } from '../../elements/Light.tsx';
import type { LightName } from '../../elements/views.ts';
import type { SuperviseDue } from './heat.ts';
import type { Narrowing } from './narrow.ts';

interface Figure {
  readonly label: string;
  readonly value: number;
  readonly light?: LightName;
  readonly note?: string;
  /** The list behind the figure; without one the figure stands alone. */
  readonly to?: '/cases' | '/supervise/overdue' | Narrowing;
}

function FigureLink({ figure }: { readonly figure: Figure }): ReactNode {
  const { to, value, label } = figure;
  const named = { className: 'figure-value', 'aria-label': `${label} ${value}` };
  if (to === undefined || value === 0) return <span className="figure-value figure-alone">{value}</span>;
  if (to === '/cases' || to === '/supervise/overdue')
    return (
      <Link to={to} {...named}>
        {value}
      </Link>
    );
  return (
    <Link to="/supervise" hash={to} {...named}>
      {value}
    </Link>
  );
}

/** The figures in one frame, each the way to its list. */
export function Figures({ totals }: { readonly totals: SuperviseDue['totals'] }): ReactNode {
  const { t } = useTranslation('supervise');
  const figures: readonly Figure[] = [
    { label: t('figureOpen'), value: totals.open, to: '/cases', note: t('newToday', { count: totals.newToday }) },
    { label: t('figureGreen'), value: totals.green, light: 'green', to: 'green' },
    { label: t('figureYellow'), value: totals.yellow, light: 'yellow', to: 'yellow' },
    { label: t('figureOrange'), value: totals.orange, light: 'orange', to: 'orange' },
    { label: t('figureRed'), value: totals.red, light: 'red', to: '/supervise/overdue' },
    { label: t('figureStopped'), value: totals.stopped },
    { label: t('figureToday'), value: totals.dueToday, to: 'due-today' },
  ];
  return (
    <dl className="figures" aria-label={t('figures')}>
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt>
            {figure.light && <LightSign light={figure.light} />}
            {figure.label}
          </dt>
          <dd>
            <FigureLink figure={figure} />
            {figure.note && <span className="figure-note">{figure.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
