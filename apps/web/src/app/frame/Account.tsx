import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { queryClient, trpc } from '../api.ts';
import { useMe } from '../session.tsx';

/** Whose session this is, and the way out of it. */
export function Account(): ReactNode {
  const { t } = useTranslation('frame');
  const me = useMe();
  const navigate = useNavigate();
  const signOut = useMutation(
    trpc.session.signOut.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: '/sign-in' });
        queryClient.clear();
      },
    }),
  );
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
