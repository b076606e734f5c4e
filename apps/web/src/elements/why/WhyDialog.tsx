import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lianbanError, trpc } from '../../app/api.ts';
import { loadWords, useLanguage, useText } from '../../locales/index.ts';
import { Button } from '../Button.tsx';
import { dayWithWeekday } from '../dates.ts';
import { DaysLeft, lastDayOf } from '../Deadline.tsx';
import { Dialog } from '../Dialog.tsx';
import { Light } from '../Light.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { Loading } from '../states/Loading.tsx';
import type { Asked, ExplainedView } from './views.ts';
import './why-dialog.css';

/** The drawing and its words come with the first explanation that is opened: no first screen carries them. */
const usePanel = () =>
  useQuery({
    queryKey: ['why-panel'],
    queryFn: async () => {
      const [{ default: Explanation }] = await Promise.all([import('./Explanation.tsx'), loadWords('why')]);
      return { Explanation };
    },
    ...{ staleTime: Infinity, gcTime: Infinity, structuralSharing: false, networkMode: 'always', retry: false },
  });

function useExplained(asked: Asked) {
  const known = 'deadline' in asked ? asked : undefined;
  const key = 'key' in asked ? asked : { caseId: '', key: '' };
  const answer = useQuery({
    ...trpc.case.why.queryOptions({ caseId: key.caseId, key: key.key }),
    enabled: known === undefined,
  });
  const explained: ExplainedView | undefined = known ?? answer.data;
  return { explained, error: answer.error, onRetry: () => void answer.refetch() };
}

function Body({ asked, onFollow }: { readonly asked: Asked; readonly onFollow: () => void }): ReactNode {
  const { t } = useTranslation('elements');
  const { explained, error, onRetry } = useExplained(asked);
  const panel = usePanel();
  if (!explained && error) {
    if (lianbanError(error)?.code === 'NO_SUCH_DUTY') return <p>{t('whyNotOpen')}</p>;
    return <ErrorState error={error} onRetry={onRetry} />;
  }
  if (panel.error) return <ErrorState error={panel.error} onRetry={() => void panel.refetch()} />;
  if (!explained || !panel.data) return <Loading rows={8} />;
  const { why } = explained.deadline;
  return why ? <panel.data.Explanation {...{ explained, why, onFollow }} /> : <p>{t('whyNoLimit')}</p>;
}

function useTitle(explained: ExplainedView | undefined): string {
  const { t } = useTranslation('elements');
  const { language } = useLanguage();
  if (!explained?.deadline.why) return t('whyThatDay');
  const on = lastDayOf(explained.deadline);
  return on ? t('whyTitle', { day: dayWithWeekday(on, language, explained.today) }) : t('whyStopped');
}

function Head({ asked, id, close }: { readonly asked: Asked; readonly id: string; readonly close: () => void }) {
  const { t } = useTranslation('elements');
  const text = useText();
  const { explained } = useExplained(asked);
  const title = useTitle(explained);
  const deadline = explained?.deadline;
  return (
    <div className="why-head">
      <div>
        <p className="why-of">
          {explained &&
            [explained.caseNumber, text(explained.itemTitle), text(explained.of)].filter(Boolean).join(' · ')}
        </p>
        <h2 id={id}>{title}</h2>
        {deadline?.light && (
          <span className="why-light">
            <Light light={deadline.light} stopped={deadline.clockStopped} />
            <DaysLeft deadline={deadline} />
          </span>
        )}
      </div>
      <div className="panel-acts">
        <Button onClick={() => print()}>{t('printThis')}</Button>
        <Button onClick={close}>{t('close')}</Button>
      </div>
    </div>
  );
}

/** 为什么是这一天: the sentence with its article, the weeks counted day by day, and the count in rows. */
export function WhyDialog({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }): ReactNode {
  const id = useId();
  return (
    <Dialog labelledBy={id} className="why" onClose={onClose}>
      {(close) => (
        <>
          <Head {...{ asked, id, close }} />
          <Body asked={asked} onFollow={close} />
        </>
      )}
    </Dialog>
  );
}
