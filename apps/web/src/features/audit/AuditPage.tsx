import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditAsks } from '../../app/search-params.ts';
import { Answer } from '../../elements/Answer.tsx';
import { Button } from '../../elements/Button.tsx';
import { Empty } from '../../elements/states/Empty.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { ExportButton } from './ExportButton.tsx';
import { Filters } from './Filters.tsx';
import { TrailTable } from './TrailTable.tsx';
import { useTrail, type Trail, type TrailRow } from './use-trail.ts';
import './audit.css';

const rowsOf = (trail: Trail): readonly TrailRow[] => trail.data?.pages.flatMap(({ rows }) => rows) ?? [];

/** How many rows there are, and how many of them are refusals. */
function useSentence(trail: Trail): string {
  const { t } = useTranslation('audit');
  if (!trail.data) return t('title');
  const rows = rowsOf(trail);
  if (rows.length === 0) return t('sentenceNone');
  const refused = rows.filter(({ outcome }) => outcome === 'refused').length;
  return t(trail.hasNextPage ? 'sentenceLatest' : 'sentenceAll', { count: rows.length, refused });
}

function Unsound({ rows }: { readonly rows: readonly TrailRow[] }): ReactNode {
  const { t } = useTranslation('audit');
  const count = rows.filter(({ isSound }) => !isSound).length;
  if (count === 0) return null;
  return (
    <p className="state-strip state-strip-warning" role="alert">
      {t('unsoundRows', { count })}
    </p>
  );
}

function Found({ asked, trail }: { readonly asked: AuditAsks; readonly trail: Trail }): ReactNode {
  const { t } = useTranslation(['audit', 'elements']);
  if (trail.isPending) return <Loading rows={10} />;
  if (!trail.data) return <ErrorState error={trail.error} onRetry={() => void trail.refetch()} />;
  const rows = rowsOf(trail);
  if (rows.length === 0) return <Empty sentence={t(Object.keys(asked).length === 0 ? 'empty' : 'emptyFound')} />;
  return (
    <>
      <Unsound rows={rows} />
      <TrailTable rows={rows} />
      {trail.hasNextPage && (
        <p className="audit-more">
          <span>{t('shown', { count: rows.length })}</span>
          <Button onClick={() => void trail.fetchNextPage()} aria-busy={trail.isFetchingNextPage}>
            {t('elements:showMore')}
          </Button>
        </p>
      )}
    </>
  );
}

/** 审计: the trail of the province, by day, kind, person, case and outcome. */
export default function AuditPage(): ReactNode {
  const { t } = useTranslation('audit');
  const asked = useSearch({ from: '/frame/audit' });
  const trail = useTrail(asked);
  return (
    <>
      <Answer sentence={useSentence(trail)}>{t('note')}</Answer>
      <Filters
        key={JSON.stringify(asked)}
        asked={asked}
        aside={rowsOf(trail).length > 0 && <ExportButton asked={asked} />}
      />
      <Found asked={asked} trail={trail} />
    </>
  );
}
