import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button.tsx';
import './states.css';

/** The connection is gone: what is kept, and how to go on. */
export function Offline({ onRetry }: { readonly onRetry?: () => void }): ReactNode {
  const { t } = useTranslation('elements');
  return (
    <div className="state-strip state-strip-warning" role="status">
      <span>
        <strong>{t('offline')}</strong> {t('offlineKept')}
      </span>
      {onRetry && (
        <Button small onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}
