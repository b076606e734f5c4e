import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lianbanError, queryClient, trpc } from '../../app/api.ts';
import { keepFailedSince } from '../../app/failed-since.ts';
import { audienceOf, homeOf } from '../../app/session.tsx';
import { Answer } from '../../elements/Answer.tsx';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { nothingTyped, SignInFields } from './SignInFields.tsx';
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

/** Why somebody without the present phone cannot go on here, or that nobody needs one. */
function Note({ isCode }: { readonly isCode: boolean }): ReactNode {
  const { t } = useTranslation('sign-in');
  const { data } = useQuery(trpc.session.entrance.queryOptions());
  if (isCode) return <p className="sign-in-note">{t('codeLost')}</p>;
  return data?.requiresFactor === false ? <p className="sign-in-note">{t('offered')}</p> : null;
}

function useSignIn() {
  const { from } = route.useSearch();
  const router = useRouter();
  return useMutation(
    trpc.session.signIn.mutationOptions({
      onSuccess: ({ failedSince, ...me }) => {
        queryClient.clear();
        queryClient.setQueryData(trpc.session.me.queryKey(), me);
        keepFailedSince(failedSince);
        const first = me.mustChangePassword ? '/first-password' : me.mustSetUpFactor ? '/first-factor' : null;
        router.history.push(first ?? from ?? homeOf[audienceOf(me.post.role)]);
      },
    }),
  );
}

/** Account and password, and the code of whoever has a second factor; afterwards the page that was asked for, or the start of one's audience. */
export default function SignInPage(): ReactNode {
  const { t } = useTranslation('sign-in');
  const [typed, setTyped] = useState(nothingTyped);
  const [isCode, setCode] = useState(false);
  const [asked, setAsked] = useState(false);
  const signIn = useSignIn();
  const incomplete = isCode ? typed.code.trim() === '' : typed.user.trim() === '' || typed.password === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (incomplete || signIn.isPending) return;
    const sent = { user: typed.user.trim(), password: typed.password, ...(isCode ? { code: typed.code } : {}) };
    signIn.mutate(sent, { onError: (refusal) => lianbanError(refusal)?.code === 'CODE_REQUIRED' && askCode() });
  };
  const askCode = (): void => {
    setCode(true);
    setAsked(false);
    signIn.reset();
  };
  const startAgain = (): void => {
    setCode(false);
    setAsked(false);
    setTyped(nothingTyped);
    signIn.reset();
  };
  return (
    <div className="sign-in">
      <Answer sentence={t(isCode ? 'codeSentence' : 'sentence')}>{t(isCode ? 'codeSecond' : 'second')}</Answer>
      <form onSubmit={submit} noValidate>
        <SignInFields {...{ typed, setTyped, isCode, isMissing: asked && incomplete }} />
        <div className="sign-in-errors">
          <ErrorText error={signIn.error} />
          <TryAgain error={signIn.error} />
        </div>
        <Button look="solid" type="submit" aria-busy={signIn.isPending}>
          {signIn.isPending ? t('signingIn') : t('signIn')}
        </Button>
        {isCode && (
          <Button look="text" onClick={startAgain}>
            {t('back')}
          </Button>
        )}
      </form>
      <Note isCode={isCode} />
    </div>
  );
}
