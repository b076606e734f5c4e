import { useMutation, useQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, trpc } from '../../app/api.ts';
import { Button } from '../../elements/Button.tsx';
import { fullInstant } from '../../elements/dates.ts';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { Section } from '../../elements/Section.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { useLanguage } from '../../locales/index.ts';
import { FactorForm, type Offered } from './FactorForm.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import './account.css';

type Factor = inferOutput<typeof trpc.session.factor>;

/** So few that new ones should be made. */
const FEW = 3;

/** What the section shows: the state with its acts, a secret to be set up, or codes to be kept. */
type Shown =
  | { readonly what: 'state' }
  | { readonly what: 'offer'; readonly offered: Offered }
  | { readonly what: 'codes'; readonly codes: readonly string[] };

const readAgain = (): void => {
  void queryClient.invalidateQueries(trpc.session.factor.queryFilter());
  void queryClient.invalidateQueries(trpc.session.list.queryFilter());
};

function State({ factor }: { readonly factor: Factor }): ReactNode {
  const { t } = useTranslation('account');
  const { language } = useLanguage();
  const { isSetUp, mayBeWithout } = factor;
  if (isSetUp === null) return <p>{t('factorNone')}</p>;
  const { since, codesLeft: count, codes } = isSetUp;
  return (
    <>
      <p>
        {t('factorSince', { since: fullInstant(since, language) })} {t('codesLeft', { count, codes })}{' '}
        {count <= FEW && <strong>{t('codesFew')}</strong>}
      </p>
      {!mayBeWithout && <p className="second-line">{t('mayNotRemove')}</p>}
    </>
  );
}

/** Sets up, replaces, takes away, makes new codes; whoever does has been asked anew who they are. */
function useFactorActs(show: (shown: Shown) => void, tell: (told: string) => void) {
  const { t } = useTranslation('account');
  const settled = { onSettled: readAgain };
  const offer = useMutation(
    trpc.session.offerFactor.mutationOptions({ onSuccess: (offered) => show({ what: 'offer', offered }) }),
  );
  const renew = useMutation(
    trpc.session.renewRecoveryCodes.mutationOptions({
      ...settled,
      onSuccess: ({ recoveryCodes: codes }) => show({ what: 'codes', codes }),
    }),
  );
  const remove = useMutation(
    trpc.session.removeFactor.mutationOptions({
      ...settled,
      onSuccess: ({ endedSessions: count }) => tell(t('removed', { count })),
    }),
  );
  return { offer, renew, remove };
}

function Acts(props: { readonly factor: Factor; readonly acts: ReturnType<typeof useFactorActs> }): ReactNode {
  const { t } = useTranslation('account');
  const { offer, renew, remove } = props.acts;
  const { isSetUp, mayBeWithout } = props.factor;
  return (
    <>
      <p className="factor-acts">
        <Button onClick={() => offer.mutate()} aria-busy={offer.isPending}>
          {t(isSetUp ? 'replace' : 'setUp')}
        </Button>
        {isSetUp && (
          <Button onClick={() => renew.mutate()} aria-busy={renew.isPending}>
            {t('renewCodes')}
          </Button>
        )}
        {isSetUp && mayBeWithout && (
          <Button look="danger" onClick={() => remove.mutate()} aria-busy={remove.isPending}>
            {t('remove')}
          </Button>
        )}
      </p>
      <ErrorText error={offer.error ?? renew.error ?? remove.error} />
    </>
  );
}

/** 双因素验证 under My account: whether it is set up, and what can be done about it. */
export function FactorSection(): ReactNode {
  const { t } = useTranslation('account');
  const { data, error, isPending, refetch } = useQuery(trpc.session.factor.queryOptions());
  const [shown, setShown] = useState<Shown>({ what: 'state' });
  const [told, setTold] = useState('');
  const acts = useFactorActs((next) => {
    setTold('');
    setShown(next);
  }, setTold);
  const body = useRef<HTMLDivElement>(null);
  const back = (): void => {
    setShown({ what: 'state' });
    body.current?.focus({ preventScroll: true }); // the button that was pressed is gone
  };
  return (
    <Section title={t('factor')} className="factor">
      {isPending && <Loading rows={1} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      <div ref={body} tabIndex={-1} className="factor-body">
        <p role="status" className="told">
          {told}
        </p>
        {data && shown.what === 'state' && (
          <>
            <State factor={data} />
            <Acts factor={data} acts={acts} />
          </>
        )}
        {shown.what === 'offer' && (
          <FactorForm
            offered={shown.offered}
            onCancel={back}
            onSetUp={({ recoveryCodes: codes, endedSessions: count }) => {
              readAgain();
              setTold(t('factorSetUp', { count }));
              setShown({ what: 'codes', codes });
            }}
          />
        )}
        {shown.what === 'codes' && <RecoveryCodes codes={shown.codes} onKept={back} />}
      </div>
    </Section>
  );
}
