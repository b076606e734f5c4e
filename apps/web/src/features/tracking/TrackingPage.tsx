import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lianbanError, trpc } from '../../app/api.ts';
import { Answer } from '../../elements/Answer.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import type { Asked } from './asked.ts';
import { NotFound } from './NotFound.tsx';
import { TrackingAnswer } from './TrackingAnswer.tsx';
import { TrackingForm } from './TrackingForm.tsx';
import './tracking.css';

const nothing: Asked = { number: '', lastFour: '' };

/** Where a case stands, for anybody who has its number and the last four of the credit code. */
export default function TrackingPage(): ReactNode {
  const { t } = useTranslation('tracking');
  const { number } = useSearch({ from: '/public/track' });
  const [asked, setAsked] = useState<Asked | null>(null);
  const answer = useQuery({
    ...trpc.case.track.queryOptions(asked ?? nothing),
    enabled: asked !== null,
    retry: false,
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
  const ask = (next: Asked): void => {
    if (asked?.number === next.number && asked.lastFour === next.lastFour) void answer.refetch();
    else setAsked(next);
  };
  if (answer.data) return <TrackingAnswer found={answer.data} onOther={() => setAsked(null)} />;
  const code = lianbanError(answer.error)?.code;
  const unknown = code === 'NO_SUCH_CASE';
  return (
    <>
      <Answer sentence={t('ask')}>{t('askNote')}</Answer>
      <TrackingForm start={asked ?? { ...nothing, number: number ?? '' }} pending={answer.isFetching} onAsk={ask} />
      {answer.isFetching && <Loading rows={3} />}
      {!answer.isFetching && unknown && <NotFound />}
      {!answer.isFetching && answer.error && !unknown && (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      )}
    </>
  );
}
