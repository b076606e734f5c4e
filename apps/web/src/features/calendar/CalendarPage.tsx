import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { Answer } from '../../elements/Answer.tsx';
import { Button } from '../../elements/Button.tsx';
import { dayWithWeekday } from '../../elements/dates.ts';
import { Section } from '../../elements/Section.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { useLanguage, useText } from '../../locales/index.ts';
import { Days } from './Days.tsx';
import { RevisionTable } from './RevisionTable.tsx';
import type { InForce, RevisionRow } from './views.ts';
import { YearGrid } from './YearGrid.tsx';
import './calendar.css';

const yearOf = (day: string): number => Number(day.slice(0, 4));
const lastYear = ({ years }: InForce): number => Math.max(...years.map(({ year }) => year));

const useRevisions = () =>
  useInfiniteQuery(trpc.revision.list.infiniteQueryOptions({}, { getNextPageParam: ({ next }) => next }));

function useSentence(inForce: InForce | undefined, revisions: readonly RevisionRow[] | undefined): string {
  const { t } = useTranslation('calendar');
  if (!inForce || !revisions) return t('title');
  const waiting = revisions.filter(({ state, own }) => state === 'proposed' && !own).length;
  if (waiting > 0) return t('sentenceWaiting', { count: waiting });
  const next = yearOf(inForce.today) + 1;
  return lastYear(inForce) < next
    ? t('sentenceMissing', { year: next })
    : t('sentenceKnown', { year: lastYear(inForce) });
}

/** The years that are known, and the one after them. */
function Years({ inForce, chosen }: { readonly inForce: InForce; readonly chosen: number }): ReactNode {
  const { t } = useTranslation('calendar');
  const years = [...inForce.years.map(({ year }) => year), lastYear(inForce) + 1];
  return (
    <nav className="chips calendar-years" aria-label={t('years')}>
      {years.map((year) => (
        <Link
          key={year}
          to="/admin/calendar"
          search={year === yearOf(inForce.today) ? {} : { year }}
          resetScroll={false}
          activeOptions={{ exact: true }}
          className="chip"
          aria-current={year === chosen ? 'page' : undefined}
        >
          {t('year', { year })}
          {year > lastYear(inForce) && ` · ${t('provisional')}`}
        </Link>
      ))}
    </nav>
  );
}

function Year({ inForce, year }: { readonly inForce: InForce; readonly year: number }): ReactNode {
  const { t } = useTranslation('calendar');
  const text = useText();
  const known = inForce.years.find((candidate) => candidate.year === year);
  return (
    <Section
      title={t('year', { year })}
      note={known ? t('editionOf', { edition: known.edition, source: text(known.source) }) : t('noNotice')}
    >
      <Years inForce={inForce} chosen={year} />
      <YearGrid year={year} today={inForce.today} />
      {known && <Days rest={known.rest} work={known.work} />}
    </Section>
  );
}

function Closures({ inForce }: { readonly inForce: InForce }): ReactNode {
  const { t } = useTranslation('calendar');
  const { language } = useLanguage();
  return (
    <Section title={t('closures', { count: inForce.closures.length })} note={t('closuresNote')}>
      {inForce.closures.length === 0 && <p className="calendar-quiet">{t('noClosures')}</p>}
      <ul className="calendar-closures">
        {inForce.closures.map(({ on, name }) => (
          <li key={on}>
            {dayWithWeekday(on, language, inForce.today)} {name}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Revisions({
  list,
  today,
}: {
  readonly list: ReturnType<typeof useRevisions>;
  readonly today: string;
}): ReactNode {
  const { t } = useTranslation(['calendar', 'elements']);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Section title={t('revisions')}>
      {list.isPending && <Loading rows={3} />}
      {list.error && !list.data && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <p className="calendar-quiet">{t('noRevisions')}</p>}
      {rows.length > 0 && <RevisionTable rows={rows} today={today} />}
      {list.hasNextPage && (
        <Button onClick={() => void list.fetchNextPage()} aria-busy={list.isFetchingNextPage}>
          {t('elements:showMore')}
        </Button>
      )}
    </Section>
  );
}

/** 日历: the years as they are counted, the closures of the province, and what was or is to be revised. */
export default function CalendarPage(): ReactNode {
  const { t } = useTranslation('calendar');
  const search = useSearch({ from: '/frame/admin/calendar' });
  const list = useRevisions();
  const { data: inForce, error, isPending, refetch } = useQuery(trpc.revision.inForce.queryOptions());
  const rows = list.data?.pages.flatMap((page) => page.rows);
  return (
    <>
      <Answer sentence={useSentence(inForce, rows)}>{t('note')}</Answer>
      <p className="calendar-acts">
        <Link to="/admin/calendar/new" className="button button-solid">
          {t('proposeYear')}
        </Link>
        <Link to="/admin/calendar/new" search={{ kind: 'closures' }} className="button">
          {t('proposeClosures')}
        </Link>
      </p>
      {isPending && <Loading rows={10} />}
      {error && !inForce && <ErrorState error={error} onRetry={() => void refetch()} />}
      {inForce && <Revisions list={list} today={inForce.today} />}
      {inForce && <Year inForce={inForce} year={search.year ?? yearOf(inForce.today)} />}
      {inForce && <Closures inForce={inForce} />}
    </>
  );
}
