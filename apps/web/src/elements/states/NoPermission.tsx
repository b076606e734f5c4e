import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './states.css';

const areas = ['application', 'duty', 'case', 'supervise', 'admin', 'audit'] as const;

/** Which right is missing and whom to ask; the action is the API's, such as `supervise.due`. */
export function NoPermission({ action }: { readonly action?: string }): ReactNode {
  const { t } = useTranslation('elements');
  const area = areas.find((known) => action?.startsWith(`${known}.`));
  return (
    <div className="state" role="alert">
      <p className="state-sentence">{t('noPermission')}</p>
      {area && <p className="state-note">{t('noPermissionNeeds', { right: t(`right_${area}`) })}</p>}
      <p className="state-note">{t('noPermissionAdvice')}</p>
    </div>
  );
}
