import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, trpc } from '../../app/api.ts';
import { Answer } from '../../elements/Answer.tsx';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { PasswordForm } from './PasswordForm.tsx';

/** For a password that was given or is too old: nothing else can be done before it has been changed. */
export default function FirstPasswordPage(): ReactNode {
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
  const goOn = async (): Promise<void> => {
    await queryClient.fetchQuery(trpc.session.me.queryOptions(undefined, { staleTime: 0 })); // no page here reads it
    await router.navigate({ to: '/' });
  };
  return (
    <div className="first-password">
      <Answer sentence={t('firstSentence')}>{t('firstSecond')}</Answer>
      <PasswordForm onChanged={() => void goOn()} />
      <p className="first-password-leave">
        <Button onClick={() => signOut.mutate()}>{t('leave')}</Button>
      </p>
      <ErrorText error={signOut.error} />
    </div>
  );
}
