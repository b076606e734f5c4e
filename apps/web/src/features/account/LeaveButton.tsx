import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../../app/sign-out.ts';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';

/** The way out for whoever does not do now what has to be done first. */
export function LeaveButton(): ReactNode {
  const { t } = useTranslation('account');
  const signOut = useSignOut();
  return (
    <>
      <p className="first-password-leave">
        <Button onClick={() => signOut.mutate()}>{t('leave')}</Button>
      </p>
      <ErrorText error={signOut.error} />
    </>
  );
}
