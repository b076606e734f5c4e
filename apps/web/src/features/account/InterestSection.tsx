import { interestTitles } from '@lianban/domain/interest';
import { mayCall } from '@lianban/domain/permission';
import { amountOf } from '@lianban/domain/quantities';
import { civilDate } from '@lianban/domain/civil-date';
import { useQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { useMe } from '../../app/session.tsx';
import { CardTable } from '../../elements/CardTable.tsx';
import { shortDay } from '../../elements/dates.ts';
import { Section } from '../../elements/Section.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { useLanguage, useText } from '../../locales/index.ts';
import { InterestForm } from './InterestForm.tsx';

type Interest = inferOutput<typeof trpc.interest.list>[number];

function InterestRow({ interest, today }: { readonly interest: Interest; readonly today: string }): ReactNode {
  const { t } = useTranslation('account');
  const text = useText();
  const { language } = useLanguage();
  const { enterprise, kind, since, until, note, isOwn, withdrawnAt } = interest;
  const day = (on: string | null): string => (on === null ? '' : shortDay(on, language, today));
  return (
    <tr role="row">
      <td role="cell" data-label={t('enterprise')}>
        <span>
          {enterprise}
          <span className="second-line">{note}</span>
        </span>
      </td>
      <td role="cell" data-label={t('kind')}>
        {text(interestTitles[kind])}
      </td>
      <td role="cell" data-label={t('days')}>
        {since === null && until === null ? t('always') : `${day(since)} – ${day(until)}`}
      </td>
      <td role="cell" data-label={t('enteredBy')}>
        {t(isOwn ? 'ownEntry' : 'adminEntry')}
      </td>
      <td role="cell" data-label={t('interestState')}>
        {t(withdrawnAt === null ? 'inForce' : 'withdrawn')}
      </td>
    </tr>
  );
}

function Interests(): ReactNode {
  const { t } = useTranslation('account');
  const { today } = useMe();
  const { data, error, isPending, refetch } = useQuery(trpc.interest.list.queryOptions());
  const heads = [t('enterprise'), t('kind'), t('days'), t('enteredBy'), t('interestState')];
  return (
    <Section title={t('interests')}>
      <p className="interest-words">
        {t('interestsNote')} {t('coolingOff', { count: amountOf('recusal.coolingOff', civilDate(today)) })}
      </p>
      {isPending && <Loading rows={2} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className="state-note">{t('noInterests')}</p>}
      {data && data.length > 0 && (
        <>
          <CardTable className="interest-table" caption={t('interests')} heads={heads}>
            {data.map((interest) => (
              <InterestRow key={interest.id} interest={interest} today={today} />
            ))}
          </CardTable>
          <p className="state-note">{t('onlyAdministrator')}</p>
        </>
      )}
      <InterestForm />
    </Section>
  );
}

/** 回避申报: what binds one to enterprises; for those who act on cases. */
export function InterestSection(): ReactNode {
  const { post } = useMe();
  return mayCall(post.role, 'interest.declare') ? <Interests /> : null;
}
