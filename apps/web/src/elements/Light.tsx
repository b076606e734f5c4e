import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LightName } from './views.ts';
import './light.css';

/** A deadline light: sign and word, so that neither colour nor shape alone carries the meaning. */
export function Light({ light, stopped = false }: { light: LightName | null; stopped?: boolean }): ReactNode {
  const { t } = useTranslation('elements');
  if (stopped) return <span className="light light-stopped">{t('stopped')}</span>;
  if (!light) return <span className="light light-stopped">{t('noDeadline')}</span>;
  return (
    <span className={`light light-${light}`}>
      <LightSign light={light} />
      {t(light)}
    </span>
  );
}

/** The sign without its word, for heads of columns that carry the word themselves. */
export const LightSign = ({ light }: { light: LightName }): ReactNode => (
  <span className={`light-sign light-sign-${light}`} aria-hidden="true" />
);
