import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lianbanError } from '../app/api.ts';

/** The sentence of a failed act, beside the button that was pressed; nothing while there is no error. */
export function ErrorText({ error }: { readonly error: unknown }): ReactNode {
  const { t } = useTranslation(['elements', 'errors']);
  if (!error) return null;
  const shown = lianbanError(error);
  const code = shown?.code ?? 'INTERNAL';
  return (
    <p className="error-text" role="alert">
      {t(`errors:${code}`)} <span className="error-code">{t('errorCode', { code })}</span>
    </p>
  );
}
