import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { useMe } from '../../app/session.tsx';
import { Answer } from '../../elements/Answer.tsx';
import { Button } from '../../elements/Button.tsx';
import { dayWithWeekday } from '../../elements/dates.ts';
import { Empty } from '../../elements/states/Empty.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { Tabs } from '../../elements/Tabs.tsx';
import { useLanguage } from '../../locales/index.ts';
import { ApplicationTable } from './ApplicationTable.tsx';
import { DraftList } from './DraftList.tsx';
import { earliestDay, waitingForYou, type CaseRow } from './standing.ts';
import './mine.css';

type State = CaseRow['state'];

const useCases = (state: State) =>
  useInfiniteQuery(trpc.application.list.infiniteQueryOptions({ state }, { getNextPageParam: ({ next }) => next }));

/** How many cases run, how many wait for the reader, and which day comes first. */
function useSentence(cases: ReturnType<typeof useCases>): string {
  const { t } = useTranslation('mine');
  const { language } = useLanguage();
  const { today } = useMe();
  if (!cases.data) return t('applications');
  const rows = cases.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return t('noneOpen');
  const first = earliestDay(rows.flatMap(({ steps }) => steps));
  const count = cases.hasNextPage ? t('atLeast', { count: rows.length }) : t('exactly', { count: rows.length });
  const waiting = waitingForYou(rows);
  return [
    t('open', { count }),
    waiting > 0 ? t('ofThemYours', { count: waiting }) : t('noneYours'),
    first ? t('earliest', { day: dayWithWeekday(first, language, today) }) : t('stop'),
  ].join('');
}

function Cases({ state, cases }: { readonly state: State; readonly cases: ReturnType<typeof useCases> }): ReactNode {
  const { t } = useTranslation(['mine', 'elements']);
  const { post } = useMe();
  if (cases.isPending) return <Loading />;
  if (!cases.data) return <ErrorState error={cases.error} onRetry={() => void cases.refetch()} />;
  const rows = cases.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0)
    return (
      <Empty sentence={t(state === 'open' ? 'emptyOpen' : 'emptyClosed')}>
        {state === 'open' && (
          <Link to={post.role === 'APP' ? '/apply' : '/liaison/new'} className="button">
            {t(post.role === 'APP' ? 'toApply' : 'toRequest')}
          </Link>
        )}
      </Empty>
    );
  return (
    <>
      <ApplicationTable rows={rows} state={state} />
      {cases.hasNextPage && (
        <p className="mine-more">
          <Button onClick={() => void cases.fetchNextPage()} aria-busy={cases.isFetchingNextPage}>
            {t('elements:showMore')}
          </Button>
        </p>
      )}
    </>
  );
}

/** Own applications: drafts on top, then the cases with step, deadline and owner together, open and closed apart. */
export default function MyApplicationsPage(): ReactNode {
  const { t } = useTranslation('mine');
  const [tab, setTab] = useState<State>('open');
  const open = useCases('open');
  const closed = useCases('closed');
  const { post } = useMe();
  // The liaison body of a district applies for nothing and has no drafts.
  const drafts = useQuery({ ...trpc.application.drafts.queryOptions(), enabled: post.role === 'APP' });
  const count = (cases: typeof open): { count?: number } =>
    cases.data && !cases.hasNextPage
      ? { count: cases.data.pages.reduce((sum, page) => sum + page.rows.length, 0) }
      : {};
  return (
    <>
      <Answer sentence={useSentence(open)}>{t('applicationsNote')}</Answer>
      {drafts.error && <ErrorState error={drafts.error} onRetry={() => void drafts.refetch()} />}
      {drafts.data && drafts.data.length > 0 && <DraftList drafts={drafts.data} />}
      <Tabs
        label={t('applications')}
        tabs={[
          { name: 'open', title: t('openTab'), ...count(open) },
          { name: 'closed', title: t('closedTab'), ...count(closed) },
        ]}
        open={tab}
        onOpen={setTab}
      >
        <Cases state={tab} cases={tab === 'open' ? open : closed} />
      </Tabs>
    </>
  );
}
