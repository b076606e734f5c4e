import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { Answer } from '../../elements/Answer.tsx';
import { Button } from '../../elements/Button.tsx';
import { dayWithWeekday } from '../../elements/dates.ts';
import { Empty } from '../../elements/states/Empty.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { useLanguage } from '../../locales/index.ts';
import { DutyLine } from './DutyLine.tsx';
import { earliestDay, overdueCount, type DutyRow } from './standing.ts';
import './mine.css';

const pageLength = 50;

/** How many things wait for the reader, the first day, and what is late already. */
function useSentence(rows: readonly DutyRow[] | undefined, count: number, today: string): string {
  const { t } = useTranslation('mine');
  const { language } = useLanguage();
  if (!rows) return t('duties');
  if (count === 0) return t('noDuties');
  const late = overdueCount(rows);
  const first = earliestDay(rows.filter(({ deadline }) => deadline.light !== 'red'));
  return [
    t('dutyCount', { count }),
    late > 0 ? t('late', { count: late }) : '',
    first ? t('earliestDue', { day: dayWithWeekday(first, language, today) }) : t('stop'),
  ].join('');
}

/** Own duties in the order of the API: what the law makes urgent first. The first has the one solid button. */
export default function MyDutiesPage(): ReactNode {
  const { t } = useTranslation(['mine', 'elements']);
  const inbox = useInfiniteQuery(
    trpc.duty.inbox.infiniteQueryOptions({ tab: 'mine', limit: pageLength }, { getNextPageParam: ({ next }) => next }),
  );
  const rows = inbox.data?.pages.flatMap((page) => page.rows);
  const [first] = inbox.data?.pages ?? [];
  const today = first?.today ?? '';
  const sentence = useSentence(rows, first?.counts.mine ?? 0, today);
  return (
    <>
      <Answer sentence={sentence}>{t('dutiesNote')}</Answer>
      {inbox.isPending && <Loading rows={3} />}
      {inbox.error && !rows && <ErrorState error={inbox.error} onRetry={() => void inbox.refetch()} />}
      {rows && rows.length > 0 && (
        <ul className="mine-lines mine-duties">
          {rows.map((row, index) => (
            <DutyLine key={`${row.caseId} ${row.duty}`} row={row} today={today} first={index === 0} />
          ))}
        </ul>
      )}
      {rows && rows.length === 0 && (
        <Empty sentence={t('emptyDuties')}>
          <Link to="/applications" className="button">
            {t('toApplications')}
          </Link>
        </Empty>
      )}
      {inbox.hasNextPage && (
        <p className="mine-more">
          <Button onClick={() => void inbox.fetchNextPage()} aria-busy={inbox.isFetchingNextPage}>
            {t('elements:showMore')}
          </Button>
        </p>
      )}
    </>
  );
}
