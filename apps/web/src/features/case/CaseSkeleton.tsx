import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The shape of a case while it is read: sentence, bar, desk, timeline, right column. */
export function CaseSkeleton(): ReactNode {
  const { t } = useTranslation('elements');
  return (
    <div className="case-skeleton" role="status">
      <span className="visually-hidden">{t('loading')}</span>
      <div className="case-bone case-bone-answer" aria-hidden="true" />
      <div className="case-bone case-bone-line" aria-hidden="true" />
      <div className="case-bone case-bone-bar" aria-hidden="true" />
      <div className="case-columns" aria-hidden="true">
        <div className="case-bone case-bone-desk" />
        <div className="case-bone case-bone-side" />
        <div className="case-bone case-bone-time" />
      </div>
    </div>
  );
}
