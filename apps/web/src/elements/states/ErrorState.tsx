import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lianbanError } from '../../app/api.ts';
import { Button } from '../Button.tsx';
import { NoPermission } from './NoPermission.tsx';
import { Offline } from './Offline.tsx';
import './states.css';

/** What happened, what it means, what to do, with the code; a lack of permission and a lost connection have their own faces. */
export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }): ReactNode {
  const { t } = useTranslation(['elements', 'errors']);
  const shown = lianbanError(error);
  if (shown?.code === 'FORBIDDEN') return <NoPermission {...actionOf(shown.detail)} />;
  if (shown?.code === 'OFFLINE') return <Offline {...(onRetry ? { onRetry } : {})} />;
  const code = shown?.code ?? 'INTERNAL';
  return (
    <div className="state" role="alert">
      <p className="state-sentence">{t(`errors:${code}`)}</p>
      <p className="state-note">{t('errorCode', { code })}</p>
      {onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
    </div>
  );
}

const actionOf = ({ action }: Readonly<Record<string, unknown>>): { action?: string } =>
  typeof action === 'string' ? { action } : {};
