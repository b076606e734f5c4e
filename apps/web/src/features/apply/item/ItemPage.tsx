import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../../app/api.ts';
import { useMe } from '../../../app/session.tsx';
import { Answer } from '../../../elements/Answer.tsx';
import { dayWithWeekday } from '../../../elements/dates.ts';
import { Section } from '../../../elements/Section.tsx';
import { ErrorState } from '../../../elements/states/ErrorState.tsx';
import { Loading } from '../../../elements/states/Loading.tsx';
import { useLanguage, useText } from '../../../locales/index.ts';
import { DraftStrip } from '../DraftStrip.tsx';
import { standingOf } from '../eligibility.ts';
import { ConditionList, LimitList } from '../ItemFacts.tsx';
import { MaterialList } from '../MaterialFacts.tsx';
import type { EligibilityView, ItemView } from '../views.ts';
import { Checks } from './Checks.tsx';
import { Routes } from './Routes.tsx';

interface Known {
  readonly item: ItemView;
  readonly eligibility: EligibilityView;
}

/** The sentence of an item: may one apply today, how, and until when. */
function useStanding({ item, eligibility }: Known): string {
  const { t } = useTranslation('apply');
  const text = useText();
  const { language } = useLanguage();
  const { today } = useMe();
  const day = (on: string | undefined): string => (on ? dayWithWeekday(on, language, today) : '');
  const standing = standingOf(eligibility, today);
  const words = {
    item: text(item.title),
    procedure: item.ownProcedure ? text(item.ownProcedure) : '',
    opens: day(eligibility.window?.opensOn),
    closes: day(eligibility.window?.closesOn),
  };
  if (standing === 'ordinary' && item.ownProcedure) return t('own', words);
  if (standing === 'commitment' || standing === 'ordinary')
    return t(eligibility.window ? `${standing}Until` : standing, words);
  return t(standing, words);
}

function Facts({ item }: { readonly item: ItemView }): ReactNode {
  const { t } = useTranslation('apply');
  const text = useText();
  return (
    <div className="apply-side">
      <Section title={t('howLong')}>
        <LimitList limits={item.limits} withBasis />
        <p className="apply-note">{t('marksMean')}</p>
      </Section>
      <Section title={t('toHandIn')}>
        <MaterialList materials={item.materials} />
      </Section>
      <Section title={t('basis')}>
        <p className="apply-basis">{text(item.basis)}</p>
      </Section>
    </div>
  );
}

function Eligible(known: Known): ReactNode {
  const { t } = useTranslation('apply');
  const text = useText();
  const drafts = useQuery(trpc.application.drafts.queryOptions());
  const begun =
    drafts.data?.filter(({ item }) => item.code === known.item.code && item.province === known.item.province) ?? [];
  return (
    <>
      <Answer sentence={useStanding(known)}>{text(known.item.summary)}</Answer>
      <DraftStrip drafts={begun} />
      <div className="apply-columns">
        <div>
          <Checks {...known} />
          <Routes {...known} mayBegin={begun.length === 0} />
          <Section title={t('who')}>
            <ConditionList conditions={known.item.conditions} />
          </Section>
        </div>
        <Facts item={known.item} />
      </div>
    </>
  );
}

/** One item: the checks with their plain reasons first, then the routes that are open, then the facts. */
export function ItemPage({ code, province }: { readonly code: string; readonly province: 'CQ' | 'SC' }): ReactNode {
  const { t } = useTranslation('apply');
  const items = useQuery(trpc.catalogue.items.queryOptions({}));
  const eligibility = useQuery(trpc.application.eligibility.queryOptions({ item: code, province }));
  const item = items.data?.find((candidate) => candidate.code === code && candidate.province === province);
  const retry = (): void => void Promise.all([items.refetch(), eligibility.refetch()]);
  const error = eligibility.error ?? items.error;
  const back = (
    <p className="apply-back">
      <Link to="/apply" className="link">
        {t('allItems')}
      </Link>
    </p>
  );
  if (item && eligibility.data)
    return (
      <>
        {back}
        <Eligible item={item} eligibility={eligibility.data} />
      </>
    );
  return (
    <>
      {back}
      <Answer sentence={t(error ? 'notChecked' : 'checking')} />
      {error ? (
        <ErrorState error={error} onRetry={retry} />
      ) : items.data && !item ? (
        <p>{t('noSuchItem')}</p>
      ) : (
        <Loading />
      )}
    </>
  );
}
