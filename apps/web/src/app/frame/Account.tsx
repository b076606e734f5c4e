import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { useMe } from '../session.tsx';
import { useSignOut } from '../sign-out.ts';

/** Whose session this is, and the way out of it. */
export function Account(): ReactNode {
  const { t } = useTranslation('frame');
  const me = useMe();
  const signOut = useSignOut();
  return (
    <div className="top-menu">
      <button
        type="button"
        className="top-button account"
        popoverTarget="account"
        aria-label={t('account', { name: me.person.name })}
      >
        {me.person.name}
      </button>
      <div id="account" popover="auto" className="top-popover">
        <p>{me.person.name}</p>
        <p>
          <Link to="/account">{t('myAccount')}</Link>
        </p>
        <Button onClick={() => signOut.mutate()}>{t('signOut')}</Button>
        <ErrorText error={signOut.error} />
      </div>
    </div>
  );
}
