import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** No answer to the pair. It is the same sentence whether the number is unknown or the four signs do not match. */
export function NotFound(): ReactNode {
  const { t } = useTranslation('tracking');
  return (
    <div className="state" role="alert">
      <p className="state-sentence">{t('notFound')}</p>
      <ul className="track-advice">
        <li>{t('adviseNumber')}</li>
        <li>{t('adviseFour')}</li>
        <li>{t('adviseWindow')}</li>
      </ul>
    </div>
  );
}
