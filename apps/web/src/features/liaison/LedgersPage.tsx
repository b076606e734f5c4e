import type { LedgerCut } from '@lianban/domain/liaison';
import { mayCall } from '@lianban/domain/permission';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerAsks } from '../../app/search-params.ts';
import { useMe } from '../../app/session.tsx';
import { Answer } from '../../elements/Answer.tsx';
import { Button } from '../../elements/Button.tsx';
import { Empty } from '../../elements/states/Empty.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { ExportButton } from './ExportButton.tsx';
import { LedgerFilters } from './LedgerFilters.tsx';
import { LedgerTable } from './LedgerTable.tsx';
import { useLedger, type Ledger } from './use-ledger.ts';
import { cuts, readingOf, type LedgerRow } from './views.ts';
import './liaison.css';

const rowsOf = (ledger: Ledger): readonly LedgerRow[] => ledger.data?.pages.flatMap(({ rows }) => rows) ?? [];

/** How many requests there are, how many of those shown are open, and how many of these are late. */
function useSentence(cut: LedgerCut, ledger: Ledger): string {
  const { t } = useTranslation('liaison');
  const title = t(`cut_${cut}`);
  if (!ledger.data) return title;
  const total = ledger.data.pages[0]?.total ?? 0;
  if (total === 0) return t('none', { cut: title });
  const open = rowsOf(ledger).filter(({ result }) => result === null);
  const late = open.filter(({ deadline }) => deadline?.light === 'red').length;
  return [
    t('sentence', { cut: title, count: total }),
    open.length > 0 ? t('sentenceOpen', { count: open.length }) : '',
    late > 0 ? t('sentenceLate', { count: late }) : '',
    t('stop'),
  ].join('');
}

/** The ledgers that the post may read, each an address of its own; the one that is shown also where the address names none. */
function Cuts({ shown }: { readonly shown: LedgerCut }): ReactNode {
  const { t } = useTranslation('liaison');
  const { post } = useMe();
  const own = cuts.filter((cut) => mayCall(post.role, readingOf[cut]));
  return (
    <nav className="chips" aria-label={t('ledgers')}>
      {own.map((cut) => (
        <Link
          key={cut}
          to="/liaison/ledgers"
          search={{ cut }}
          className="chip"
          activeOptions={{ exact: false }}
          aria-current={cut === shown ? 'page' : undefined}
        >
          {t(`cut_${cut}`)}
        </Link>
      ))}
    </nav>
  );
}

function Found({ asked, ledger }: { readonly asked: LedgerAsks; readonly ledger: Ledger }): ReactNode {
  const { t } = useTranslation(['liaison', 'elements']);
  const { post } = useMe();
  if (ledger.isPending) return <Loading rows={8} />;
  if (!ledger.data) return <ErrorState error={ledger.error} onRetry={() => void ledger.refetch()} />;
  const rows = rowsOf(ledger);
  const isFiltered = Object.keys(asked).some((name) => name !== 'cut');
  if (rows.length === 0)
    return (
      <Empty sentence={t(isFiltered ? 'emptyFound' : 'empty')}>
        {!isFiltered && mayCall(post.role, 'liaison.register') && (
          <Link to="/liaison/new" className="button">
            {t('registerNow')}
          </Link>
        )}
      </Empty>
    );
  return (
    <>
      <LedgerTable rows={rows} />
      <p className="liaison-more">
        <span>
          {t('shown', { count: rows.length })}
          {t('ofAll', { count: ledger.data.pages[0]?.total ?? rows.length })}
        </span>
        {ledger.hasNextPage && (
          <Button onClick={() => void ledger.fetchNextPage()} aria-busy={ledger.isFetchingNextPage}>
            {t('elements:showMore')}
          </Button>
        )}
      </p>
    </>
  );
}

/** 三级台账: the same requests by unit, by region and for the bureau. */
export default function LedgersPage(): ReactNode {
  const { t } = useTranslation('liaison');
  const asked = useSearch({ from: '/frame/liaison/ledgers' });
  const { post } = useMe();
  const fallback = mayCall(post.role, 'liaison.bureauLedger') ? 'bureau' : 'unit';
  const cut = asked.cut !== undefined && mayCall(post.role, readingOf[asked.cut]) ? asked.cut : fallback;
  const ledger = useLedger(cut, asked);
  return (
    <>
      <Answer sentence={useSentence(cut, ledger)}>{t('cutMeans')}</Answer>
      <div className="liaison-head">
        <Cuts shown={cut} />
        {rowsOf(ledger).length > 0 && <ExportButton cut={cut} asked={asked} />}
      </div>
      <LedgerFilters key={JSON.stringify(asked)} cut={cut} asked={asked} />
      <Found asked={asked} ledger={ledger} />
    </>
  );
}
