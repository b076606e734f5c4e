import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { levels, type LedgerRow } from './views.ts';

/** How high a request has climbed: four dots, and the level in words. */
export function LevelDots({ level }: { readonly level: LedgerRow['level'] }): ReactNode {
  const { t } = useTranslation('liaison');
  const reached = levels.indexOf(level);
  const title = t(`level_${level}`);
  return (
    <span className="liaison-level">
      <span className="liaison-dots" aria-hidden="true">
        {levels.map((one, at) => (
          <span key={one} className={at <= reached ? 'liaison-dot liaison-dot-reached' : 'liaison-dot'} />
        ))}
      </span>
      <span className="visually-hidden">{t('levelOf', { nth: reached + 1, level: title })}</span>
      <span aria-hidden="true" className="second-line">
        {title}
      </span>
    </span>
  );
}
