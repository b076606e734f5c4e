import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../elements/Answer.tsx';
import { Button } from '../../elements/Button.tsx';
import { AskAccess } from '../../elements/emergency/AskAccess.tsx';
import { Empty } from '../../elements/states/Empty.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { headlineKey } from './case-search.ts';
import { CaseSearch } from './CaseSearch.tsx';
import { CaseTable } from './CaseTable.tsx';
import { useCases, type Asked, type Cases } from './use-cases.ts';
import './cases.css';

const rowsOf = (cases: Cases) => cases.data?.pages.flatMap(({ rows }) => rows) ?? [];

/** How many there are, or how many were found. */
function useHeadline({ state, search }: Asked, cases: Cases): string {
  const { t } = useTranslation('cases');
  if (!cases.data) return t('title');
  const count = rowsOf(cases).length;
  const complete = !cases.hasNextPage;
  if (search === undefined) return t(headlineKey(state, complete), { count });
  return count === 0 ? t('foundNone', { words: search }) : t(headlineKey('found', complete), { count, words: search });
}

const nothing = { open: 'emptyOpen', closed: 'emptyClosed', all: 'emptyAll' } as const;

function NoCases({ asked }: { readonly asked: Asked }): ReactNode {
  const { t } = useTranslation('cases');
  if (asked.search === undefined) return <Empty sentence={t(nothing[asked.state])} />;
  return (
    <Empty sentence={t('emptySearch')}>
      {asked.state !== 'all' && (
        <Link to="/cases" search={{ state: 'all', search: asked.search }} className="button">
          {t('toAll')}
        </Link>
      )}
      <AskAccess number={asked.search} />
    </Empty>
  );
}

function Found({ asked, cases }: { readonly asked: Asked; readonly cases: Cases }): ReactNode {
  const { t } = useTranslation(['cases', 'elements']);
  if (cases.isPending) return <Loading rows={8} />;
  if (!cases.data) return <ErrorState error={cases.error} onRetry={() => void cases.refetch()} />;
  const rows = rowsOf(cases);
  if (rows.length === 0) return <NoCases asked={asked} />;
  return (
    <>
      <CaseTable rows={rows} />
      {cases.hasNextPage && (
        <p className="cases-more">
          <span>{t('shown', { count: rows.length })}</span>
          <Button onClick={() => void cases.fetchNextPage()} aria-busy={cases.isFetchingNextPage}>
            {t('elements:showMore')}
          </Button>
        </p>
      )}
    </>
  );
}

/** 查询: cases of the post's reach by number, enterprise or person, with what is open on each. */
export default function CasesPage(): ReactNode {
  const { state = 'open', search } = useSearch({ from: '/frame/cases' });
  const asked: Asked = { state, search };
  const cases = useCases(asked);
  return (
    <>
      <Answer sentence={useHeadline(asked, cases)} />
      <CaseSearch key={search ?? ''} asked={asked} />
      <Found asked={asked} cases={cases} />
    </>
  );
}
