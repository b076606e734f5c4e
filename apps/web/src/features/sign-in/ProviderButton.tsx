import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';

/** The way to the identity provider of the installation, by the title it has there. */
export function ProviderButton(props: { readonly title: string | null; readonly from: string | undefined }): ReactNode {
  const { t } = useTranslation('sign-in');
  const { title, from } = props;
  const begin = useMutation(
    trpc.session.beginSignIn.mutationOptions({ onSuccess: ({ address }) => location.assign(address) }),
  );
  const isGoing = begin.isPending || begin.isSuccess;
  return (
    <div className="sign-in-provider">
      <p className="sign-in-or">{t('or')}</p>
      <Button onClick={() => !isGoing && begin.mutate({ from })} aria-busy={isGoing}>
        {isGoing ? t('goingToProvider') : t('byProvider', { provider: title ?? t('provider') })}
      </Button>
      <ErrorText error={begin.error} />
    </div>
  );
}
