import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lianbanError, queryClient, trpc } from '../../app/api.ts';
import type { providerRefusals } from '../../app/search-params.ts';
import { tellProven } from '../../app/proven-elsewhere.ts';
import { Answer } from '../../elements/Answer.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { CodeForm } from './CodeForm.tsx';
import { useEntered } from './use-entered.ts';
import './sign-in.css';

const route = getRouteApi('/first/provider-return');

/** Sends what the page is there for, once: the answer of the provider is of use once. */
function useAtOnce(send: () => void): void {
  const isSent = useRef(false);
  useEffect(() => {
    if (isSent.current) return;
    isSent.current = true;
    send();
  });
}

/** Nothing came of it: why, and the way to begin again. */
function Failed(props: {
  readonly error?: unknown;
  readonly code?: (typeof providerRefusals)[number];
  readonly to: '/sign-in' | '/account';
}): ReactNode {
  const { t } = useTranslation(['sign-in', 'errors', 'elements']);
  const { error, code, to } = props;
  return (
    <div className="sign-in">
      <Answer sentence={t('providerFailed')} />
      <ErrorText error={error} />
      {code !== undefined && (
        <p className="error-text" role="alert">
          {t(`errors:${code}`)} <span className="error-code">{t('elements:errorCode', { code })}</span>
        </p>
      )}
      <p className="sign-in-note">
        <Link to={to} className="link">
          {t(to === '/account' ? 'toAccount' : 'toSignIn')}
        </Link>
      </p>
    </div>
  );
}

function Waiting(): ReactNode {
  const { t } = useTranslation('sign-in');
  return (
    <div className="sign-in">
      <Answer sentence={t('arriving')} />
      <Loading rows={1} />
    </div>
  );
}

function ArrivedToSignIn(): ReactNode {
  const router = useRouter();
  const entered = useEntered();
  const [wasAsked, setAsked] = useState(false);
  const complete = useMutation(
    trpc.session.completeSignIn.mutationOptions({
      onSuccess: ({ backTo, ...signedIn }) => entered(signedIn, backTo),
      onError: (refusal) => lianbanError(refusal)?.code === 'CODE_REQUIRED' && setAsked(true),
    }),
  );
  useAtOnce(() => complete.mutate({}));
  const code = lianbanError(complete.error)?.code;
  const isCode = wasAsked || code === 'CODE_REQUIRED';
  if (complete.error !== null && (!isCode || code === 'ATTEMPT_OVER'))
    return <Failed error={complete.error} to="/sign-in" />;
  if (!isCode) return <Waiting />;
  return (
    <CodeForm
      isPending={complete.isPending}
      error={code === 'CODE_REQUIRED' ? null : complete.error}
      onCode={(typed) => complete.mutate({ code: typed })}
      onLeave={() => void router.navigate({ to: '/sign-in' })}
    />
  );
}

function ArrivedToLink(): ReactNode {
  const router = useRouter();
  const complete = useMutation(
    trpc.session.completeLink.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.session.pathFilter());
        await router.navigate({ to: '/account' });
      },
    }),
  );
  useAtOnce(() => complete.mutate());
  return complete.error === null ? <Waiting /> : <Failed error={complete.error} to="/account" />;
}

function ArrivedToProve(): ReactNode {
  const { t } = useTranslation('sign-in');
  const complete = useMutation(
    trpc.session.completeStepUp.mutationOptions({
      onSuccess: () => {
        tellProven();
        window.close();
      },
    }),
  );
  useAtOnce(() => complete.mutate());
  if (complete.error !== null) return <Failed error={complete.error} to="/account" />;
  if (!complete.isSuccess) return <Waiting />;
  return (
    <div className="sign-in">
      <Answer sentence={t('proven')}>{t('provenSecond')}</Answer>
    </div>
  );
}

/** Where the browser goes on when it comes back from the identity provider: it asks for what it was sent away for. */
export default function ProviderReturnPage(): ReactNode {
  const { for: purpose, refused } = route.useSearch();
  if (refused !== undefined) return <Failed code={refused} to="/sign-in" />;
  if (purpose === 'link') return <ArrivedToLink />;
  if (purpose === 'stepUp') return <ArrivedToProve />;
  return <ArrivedToSignIn />;
}
