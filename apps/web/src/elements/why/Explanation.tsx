import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { useText } from '../../locales/index.ts';
import { lastDayOf } from '../Deadline.tsx';
import { Mark } from '../Mark.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { Loading } from '../states/Loading.tsx';
import { countDays } from './counting.ts';
import { Grid } from './Grid.tsx';
import { Legend } from './Legend.tsx';
import { weeksAround } from './panel.ts';
import { Rows } from './Rows.tsx';
import type { ExplainedView, WhyView } from './views.ts';
import './why.css';

interface Explained {
  readonly explained: ExplainedView;
  readonly why: WhyView;
  /** Something outside the panel was followed. */
  readonly onFollow: () => void;
}

/** The sentence as the service composed it, at once; the weeks and the rows as soon as the kind of each day is known. */
export default function Explanation({ explained, why, onFollow }: Explained): ReactNode {
  const { t } = useTranslation('why');
  const text = useText();
  const { deadline, today, province, caseId } = explained;
  const on = lastDayOf(deadline);
  const weeks = weeksAround(why.startOn, on, today);
  const days = useQuery({
    ...trpc.calendar.range.queryOptions({ ...(weeks ?? { from: '', to: '' }), province }),
    enabled: weeks !== null,
    staleTime: 60_000,
  });
  const count = days.data ? countDays(why, on, days.data) : null;
  return (
    <div className="why-columns">
      <div className="why-words">
        <p className="why-sentence">
          {text(why.sentence)} <Mark mark={why.mark} />
        </p>
        <Rows {...{ why, deadline, count, today, caseId, onFollow }} />
      </div>
      <div className="why-days">
        {weeks && days.isPending && <Loading rows={8} />}
        {days.error && !days.data && <ErrorState error={days.error} onRetry={() => void days.refetch()} />}
        {!weeks && <p className="second-line">{t('tooLongForGrid')}</p>}
        {count && (
          <>
            <Grid count={count} why={why} last={on} today={today} />
            <Legend cells={count.cells} />
          </>
        )}
      </div>
    </div>
  );
}
