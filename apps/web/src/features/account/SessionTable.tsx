import { useMutation, useQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, trpc } from '../../app/api.ts';
import { useLive } from '../../app/live.tsx';
import { useMe } from '../../app/session.tsx';
import { Button } from '../../elements/Button.tsx';
import { CardTable } from '../../elements/CardTable.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { HappenedAt } from '../../elements/HappenedAt.tsx';
import '../../elements/mark.css';
import { Section } from '../../elements/Section.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { useText } from '../../locales/index.ts';

type Session = inferOutput<typeof trpc.session.list>[number];

function SessionRow({ session, onEnd }: { readonly session: Session; readonly onEnd: () => void }): ReactNode {
  const { t } = useTranslation('account');
  const text = useText();
  const { today } = useMe();
  const browser = session.browser ?? t('unknownBrowser');
  return (
    <tr role="row">
      <td role="cell" data-label={t('browser')}>
        <span>
          {browser} {session.isThis && <span className="mark">{t('thisSession')}</span>}
        </span>
      </td>
      <td role="cell" data-label={t('address')}>
        {session.address}
      </td>
      <td role="cell" data-label={t('since')}>
        <HappenedAt at={session.since} today={today} />
      </td>
      <td role="cell" data-label={t('seen')}>
        <HappenedAt at={session.seenAt} today={today} />
      </td>
      <td role="cell" data-label={t('post')}>
        {text(session.place)} {text(session.role)}
        {session.standingInFor && (
          <span className="second-line">{t('standingInFor', { name: session.standingInFor })}</span>
        )}
      </td>
      <td role="cell">
        {!session.isThis && (
          <Button small onClick={onEnd} aria-label={t('endOf', { browser, address: session.address })}>
            {t('end')}
          </Button>
        )}
      </td>
    </tr>
  );
}

function useRevoke(): ReturnType<typeof useMutation<{ ended: number }, unknown, { sessionId: string | null }>> {
  const { t } = useTranslation('account');
  const { announce } = useLive();
  return useMutation(
    trpc.session.revoke.mutationOptions({
      onSuccess: ({ ended }) => announce(t('ended', { count: ended })),
      onSettled: () => queryClient.invalidateQueries(trpc.session.list.queryFilter()),
    }),
  );
}

/** Where one is signed in; every session but this one can be ended. */
export function SessionTable(): ReactNode {
  const { t } = useTranslation('account');
  const { data, error, isPending, refetch } = useQuery(trpc.session.list.queryOptions());
  const revoke = useRevoke();
  const hasOthers = data?.some(({ isThis }) => !isThis) === true;
  const endOthers = (
    <Button small onClick={() => revoke.mutate({ sessionId: null })}>
      {t('endOthers')}
    </Button>
  );
  const heads = [t('browser'), t('address'), t('since'), t('seen'), t('post'), t('act')];
  return (
    <Section title={t('sessions')} aside={hasOthers ? endOthers : undefined}>
      <ErrorText error={revoke.error} />
      {isPending && <Loading rows={2} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <CardTable className="session-table" caption={t('sessions')} heads={heads}>
          {data.map((session) => (
            <SessionRow key={session.id} session={session} onEnd={() => revoke.mutate({ sessionId: session.id })} />
          ))}
        </CardTable>
      )}
      {data && !hasOthers && <p className="state-note">{t('noOthers')}</p>}
    </Section>
  );
}
