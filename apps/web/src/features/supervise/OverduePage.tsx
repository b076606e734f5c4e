import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { useMe } from '../../app/session.tsx';
import { Answer } from '../../elements/Answer.tsx';
import { Button } from '../../elements/Button.tsx';
import { Mark } from '../../elements/Mark.tsx';
import { Empty } from '../../elements/states/Empty.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import '../../elements/table-cards.css';
import { DueTable } from './DueTable.tsx';
import { useOverdue } from './use-overdue.ts';
import './supervise.css';

type Overdue = ReturnType<typeof useOverdue>;

/** How many are late, and how many of them nobody has taken; the second figure only when every row was read. */
function useSentence(overdue: Overdue): string {
  const { t } = useTranslation('supervise');
  const due = useQuery(trpc.supervise.due.queryOptions()).data;
  if (!overdue.data) return t('overdueTitle');
  const rows = overdue.data.pages.flatMap((page) => page.rows);
  const count = overdue.hasNextPage ? (due?.totals.red ?? rows.length) : rows.length;
  if (count === 0) return t('noOverdue');
  const unclaimed = overdue.hasNextPage ? 0 : rows.filter(({ owner }) => owner.person === null).length;
  return [
    t('overdueSentence', { count }),
    unclaimed > 0 ? t('overdueUnclaimed', { count: unclaimed }) : '',
    t('stop'),
  ].join('');
}

function Rows({ overdue }: { readonly overdue: Overdue }): ReactNode {
  const { t } = useTranslation(['supervise', 'elements']);
  const { today } = useMe();
  if (overdue.isPending) return <Loading rows={8} />;
  if (!overdue.data) return <ErrorState error={overdue.error} onRetry={() => void overdue.refetch()} />;
  const rows = overdue.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0)
    return (
      <Empty sentence={t('emptyOverdue')}>
        <Link to="/supervise" className="button">
          {t('toSupervise')}
        </Link>
      </Empty>
    );
  return (
    <>
      <DueTable caption={t('overdueCaption')} causeHead={t('cause')} rows={rows} today={today} wide />
      {overdue.hasNextPage && (
        <p className="supervise-more">
          <span>{t('shown', { count: rows.length })}</span>
          <Button onClick={() => void overdue.fetchNextPage()} aria-busy={overdue.isFetchingNextPage}>
            {t('elements:showMore')}
          </Button>
        </p>
      )}
    </>
  );
}

/** 超期: every overdue step with its cause, the longest overdue first. */
export default function OverduePage(): ReactNode {
  const { t } = useTranslation('supervise');
  const overdue = useOverdue();
  return (
    <>
      <Answer sentence={useSentence(overdue)}>
        {t('overdueNote')} {t('ladderNote')} <Mark mark="design" />
      </Answer>
      <Rows overdue={overdue} />
    </>
  );
}
