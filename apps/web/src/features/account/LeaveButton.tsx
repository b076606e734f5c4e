import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, trpc } from '../../app/api.ts';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';

/** The way out for whoever does not do now what has to be done first. */
export function LeaveButton(): ReactNode {
  const { t } = useTranslation('account');
  const router = useRouter();
  const signOut = useMutation(
    trpc.session.signOut.mutationOptions({
      onSuccess: async () => {
        queryClient.clear();
        await router.navigate({ to: '/sign-in' });
      },
    }),
  );
  return (
    <>
      <p className="first-password-leave">
        <Button onClick={() => signOut.mutate()}>{t('leave')}</Button>
      </p>
      <ErrorText error={signOut.error} />
    </>
  );
}
