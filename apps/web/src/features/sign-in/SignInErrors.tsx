import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lianbanError } from '../../app/api.ts';
import { ErrorText } from '../../elements/ErrorText.tsx';

/** Why nobody was signed in, and when it is possible again after too many attempts. */
export function SignInErrors({ error }: { readonly error: unknown }): ReactNode {
  const { t } = useTranslation('sign-in');
  const { seconds, staff } = lianbanError(error)?.detail ?? {};
  return (
    <div className="sign-in-errors">
      <ErrorText error={error} />
      {staff === 'provider' && <p className="error-text">{t('staffByProvider')}</p>}
      {typeof seconds === 'number' && <p className="error-text">{t('tryAgain', { count: Math.ceil(seconds / 60) })}</p>}
    </div>
  );
}
