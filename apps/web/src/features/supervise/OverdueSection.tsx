import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../elements/Section.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { DueTable } from './DueTable.tsx';
import { useOverdue } from './use-overdue.ts';

const shownAtMost = 6;

/** The longest overdue with their cause, and the way to all of them. */
export function OverdueSection({ today, count }: { readonly today: string; readonly count: number }): ReactNode {
  const { t } = useTranslation('supervise');
  const overdue = useOverdue();
  const rows = overdue.data?.pages[0]?.rows.slice(0, shownAtMost) ?? [];
  return (
    <Section
      title={t('overdue', { count })}
      {...(count > rows.length && rows.length > 0 ? { note: t('overdueFirst', { count: rows.length }) } : {})}
      aside={
        count > 0 && (
          <Link to="/supervise/overdue" className="link">
            {t('seeAll')}
          </Link>
        )
      }
    >
      {overdue.isPending && <Loading rows={3} />}
      {overdue.error && !overdue.data && <ErrorState error={overdue.error} onRetry={() => void overdue.refetch()} />}
      {overdue.data && rows.length === 0 && <p className="supervise-none">{t('noOverdue')}</p>}
      {rows.length > 0 && <DueTable caption={t('overdueCaption')} causeHead={t('cause')} rows={rows} today={today} />}
    </Section>
  );
}
