import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../../app/api.ts';
import { Button } from '../../../elements/Button.tsx';
import { civilDay, dayWithWeekday } from '../../../elements/dates.ts';
import { DaysLeft } from '../../../elements/Deadline.tsx';
import { Light } from '../../../elements/Light.tsx';
import { ErrorState } from '../../../elements/states/ErrorState.tsx';
import { Loading } from '../../../elements/states/Loading.tsx';
import { useLanguage, useText } from '../../../locales/index.ts';
import { Dialog } from '../Dialog.tsx';
import type { CasePageView, WhyView } from '../views.ts';
import { countDays } from './counting.ts';
import { Grid } from './Grid.tsx';
import { Legend } from './Legend.tsx';
import { askedFor, weeksAround, type Asked } from './panel.ts';
import { Rows } from './Rows.tsx';
import { Sentence } from './Sentence.tsx';
import './why.css';

type Explained = Asked & { readonly why: WhyView; readonly page: CasePageView };

/** Grid and words, once the kind of each day is known. */
function Explanation({ deadline, why, page }: Explained): ReactNode {
  const { t } = useTranslation('case');
  const on = deadline.on ?? (deadline.at ? civilDay(deadline.at) : null);
  const weeks = weeksAround(why.startOn, on, page.today);
  const days = useQuery({
    ...trpc.calendar.range.queryOptions({ ...(weeks ?? { from: '', to: '' }), province: page.province }),
    enabled: weeks !== null,
    staleTime: 60_000,
  });
  if (weeks && days.isPending) return <Loading rows={8} />;
  if (days.error) return <ErrorState error={days.error} onRetry={() => void days.refetch()} />;
  const count = days.data ? countDays(why, on, days.data) : null;
  return (
    <div className="why-columns">
      {count ? (
        <Grid count={count} why={why} last={on} today={page.today} />
      ) : (
        <p className="case-note">{t('tooLongForGrid')}</p>
      )}
      <div className="why-words">
        <Sentence why={why} today={page.today} />
        <Rows {...{ why, deadline, count }} today={page.today} />
        {count && <Legend cells={count.cells} />}
      </div>
    </div>
  );
}

function useTitle(asked: Asked | null, today: string): string {
  const { t } = useTranslation('case');
  const { language } = useLanguage();
  if (!asked?.why) return t('whyClosed');
  const on = asked.deadline.on ?? (asked.deadline.at ? civilDay(asked.deadline.at) : null);
  return on ? t('whyTitle', { day: dayWithWeekday(on, language, today) }) : t('whyStopped');
}

/** 为什么是这一天: the weeks, counted day by day, and beside them the sentence with its article. */
export function WhyDialog(props: {
  readonly page: CasePageView;
  readonly asked: string;
  readonly onClose: () => void;
}): ReactNode {
  const { page } = props;
  const { t } = useTranslation('case');
  const text = useText();
  const id = useId();
  const found = askedFor(page, props.asked);
  const title = useTitle(found, page.today);
  return (
    <Dialog labelledBy={id} className="why" onClose={props.onClose}>
      {(close) => (
        <>
          <div className="why-head">
            <div>
              <p className="why-of">
                {[page.caseNumber, text(page.itemTitle), text(found?.why?.title)].filter(Boolean).join(' · ')}
              </p>
              <h2 id={id}>{title}</h2>
              {found?.deadline.light && (
                <span className="why-light">
                  <Light light={found.deadline.light} stopped={found.deadline.clockStopped} />
                  <DaysLeft deadline={found.deadline} />
                </span>
              )}
            </div>
            <div className="case-dialog-acts">
              <Button onClick={() => print()}>{t('printThis')}</Button>
              <Button onClick={close}>{t('close')}</Button>
            </div>
          </div>
          {found?.why ? (
            <Explanation deadline={found.deadline} why={found.why} page={page} />
          ) : (
            <p>{t(found ? 'whyNoLimit' : 'whyNotOpen')}</p>
          )}
        </>
      )}
    </Dialog>
  );
}
