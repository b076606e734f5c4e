import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lianbanError, trpc } from '../../app/api.ts';
import { Answer } from '../../elements/Answer.tsx';
import { Button } from '../../elements/Button.tsx';
import { ProviderButton } from './ProviderButton.tsx';
import { SignInErrors } from './SignInErrors.tsx';
import { nothingTyped, SignInFields } from './SignInFields.tsx';
import { useEntered } from './use-entered.ts';
import './sign-in.css';

const route = getRouteApi('/public/sign-in');

/** Where else one can sign in; why somebody without the present phone cannot go on here, or that nobody needs one. */
function Beside({ isCode }: { readonly isCode: boolean }): ReactNode {
  const { t } = useTranslation('sign-in');
  const { from } = route.useSearch();
  const { data } = useQuery(trpc.session.entrance.queryOptions());
  if (isCode) return <p className="sign-in-note">{t('codeLost')}</p>;
  return (
    <>
      {data?.provider && <ProviderButton title={data.provider.title} from={from} />}
      {data?.provider?.staffOnlyThere && <p className="sign-in-note">{t('staffByProvider')}</p>}
      {data?.requiresFactor === false && <p className="sign-in-note">{t('offered')}</p>}
    </>
  );
}

function useSignIn() {
  const { from } = route.useSearch();
  const entered = useEntered();
  return useMutation(trpc.session.signIn.mutationOptions({ onSuccess: (signedIn) => entered(signedIn, from ?? null) }));
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
        <SignInErrors error={signIn.error} />
        <Button look="solid" type="submit" aria-busy={signIn.isPending}>
          {signIn.isPending ? t('signingIn') : t('signIn')}
        </Button>
        {isCode && (
          <Button look="text" onClick={startAgain}>
            {t('back')}
          </Button>
        )}
      </form>
      <Beside isCode={isCode} />
    </div>
  );
}
