import { useMutation } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lianbanError, queryClient, trpc } from '../../app/api.ts';
import { keepFailedSince } from '../../app/failed-since.ts';
import { audienceOf, homeOf } from '../../app/session.tsx';
import { Answer } from '../../elements/Answer.tsx';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import './sign-in.css';

const route = getRouteApi('/public/sign-in');

/** When it is possible again, after too many attempts. */
function TryAgain({ error }: { readonly error: unknown }): ReactNode {
  const { t } = useTranslation('sign-in');
  const seconds = lianbanError(error)?.detail['seconds'];
  return typeof seconds === 'number' ? (
    <p className="error-text">{t('tryAgain', { count: Math.ceil(seconds / 60) })}</p>
  ) : null;
}

/** Account and password; afterwards the page that was asked for, or the start of one's audience. */
export default function SignInPage(): ReactNode {
  const { t } = useTranslation('sign-in');
  const { from } = route.useSearch();
  const router = useRouter();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = useId();
  const signIn = useMutation(
    trpc.session.signIn.mutationOptions({
      onSuccess: ({ failedSince, ...me }) => {
        queryClient.clear();
        queryClient.setQueryData(trpc.session.me.queryKey(), me);
        keepFailedSince(failedSince);
        router.history.push(me.mustChangePassword ? '/first-password' : (from ?? homeOf[audienceOf(me.post.role)]));
      },
    }),
  );
  const incomplete = user.trim() === '' || password === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!incomplete && !signIn.isPending) signIn.mutate({ user: user.trim(), password });
  };
  return (
    <div className="sign-in">
      <Answer sentence={t('sentence')}>{t('second')}</Answer>
      <form onSubmit={submit} noValidate>
        <label className="field">
          <span>{t('user')}</span>
          <input
            className="input"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            aria-describedby={asked && incomplete ? missing : undefined}
            value={user}
            onChange={(event) => setUser(event.target.value)}
          />
        </label>
        <label className="field">
          <span>{t('password')}</span>
          <input
            className="input"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            aria-describedby={asked && incomplete ? missing : undefined}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <div className="sign-in-errors">
          {asked && incomplete && (
            <p id={missing} className="error-text" role="alert">
              {t('missing')}
            </p>
          )}
          <ErrorText error={signIn.error} />
          <TryAgain error={signIn.error} />
        </div>
        <Button look="solid" type="submit" aria-busy={signIn.isPending}>
          {signIn.isPending ? t('signingIn') : t('signIn')}
        </Button>
      </form>
    </div>
  );
}
