import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './states.css';

/** Bars where the page's lines will stand; says once to a screen reader that it is loading. */
export function Loading({ rows = 6 }: { readonly rows?: number }): ReactNode {
  const { t } = useTranslation('elements');
  return (
    <div className="state-loading" role="status">
      <span className="visually-hidden">{t('loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="state-bar" aria-hidden="true" />
      ))}
    </div>
  );
}
