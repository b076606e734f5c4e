import { useMutation, useQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, trpc } from '../../app/api.ts';
import { Button } from '../../elements/Button.tsx';
import { fullInstant } from '../../elements/dates.ts';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { Section } from '../../elements/Section.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { useLanguage } from '../../locales/index.ts';
import './account.css';

type Identities = inferOutput<typeof trpc.session.identities>;

const readAgain = (): void => {
  void queryClient.invalidateQueries(trpc.session.identities.queryFilter());
  void queryClient.invalidateQueries(trpc.session.list.queryFilter());
};

function Linked(props: {
  readonly identity: Identities['linked'][number];
  readonly onUnlink: () => void;
  readonly isGoing: boolean;
}): ReactNode {
  const { t } = useTranslation('account');
  const { language } = useLanguage();
  const { identity, onUnlink, isGoing } = props;
  const { issuer, subject, linkedAt, usedAt } = identity;
  return (
    <li>
      <p>
        {t('linkedSince', { since: fullInstant(linkedAt, language) })}{' '}
        {usedAt === null ? t('neverUsed') : t('usedAt', { at: fullInstant(usedAt, language) })}
      </p>
      <p className="second-line identity-name">
        {subject} · {issuer}
      </p>
      <p className="factor-acts">
        <Button look="danger" onClick={onUnlink} aria-busy={isGoing}>
          {t('unlink')}
        </Button>
      </p>
    </li>
  );
}

/** Whom the identity provider has to say one is, and what can be done about it. */
function Body({ identities }: { readonly identities: Identities }): ReactNode {
  const { t } = useTranslation('account');
  const [told, setTold] = useState('');
  const link = useMutation(
    trpc.session.beginLink.mutationOptions({ onSuccess: ({ address }) => location.assign(address) }),
  );
  const unlink = useMutation(
    trpc.session.unlinkIdentity.mutationOptions({
      onSettled: readAgain,
      onSuccess: ({ endedSessions: count }) => setTold(t('unlinked', { count })),
    }),
  );
  const { provider, linked } = identities;
  const isLinked = linked.some(({ issuer }) => issuer === provider?.issuer);
  return (
    <div className="factor-body">
      <p role="status" className="told">
        {told}
      </p>
      {linked.length === 0 && <p>{t('identityNone')}</p>}
      <ul>
        {linked.map((identity) => (
          <Linked
            key={identity.issuer}
            identity={identity}
            isGoing={unlink.isPending}
            onUnlink={() => unlink.mutate({ issuer: identity.issuer })}
          />
        ))}
      </ul>
      {provider !== null && !isLinked && (
        <p className="factor-acts">
          <Button onClick={() => link.mutate()} aria-busy={link.isPending || link.isSuccess}>
            {t('link')}
          </Button>
        </p>
      )}
      <ErrorText error={link.error ?? unlink.error} />
    </div>
  );
}

/** 统一身份 under My account, where the installation has a provider or something is linked. */
export function IdentitySection(): ReactNode {
  const { t } = useTranslation('account');
  const { data, error, isPending, refetch } = useQuery(trpc.session.identities.queryOptions());
  if (data?.provider === null && data.linked.length === 0) return null;
  return (
    <Section title={data?.provider?.title ?? t('identity')} className="factor">
      {isPending && <Loading rows={1} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && <Body identities={data} />}
    </Section>
  );
}
