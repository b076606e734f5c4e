import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { Answer } from '../../elements/Answer.tsx';
import { AskAccess } from '../../elements/emergency/AskAccess.tsx';
import { Section } from '../../elements/Section.tsx';
import { Empty } from '../../elements/states/Empty.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { AccessTable } from './AccessTable.tsx';
import type { AccessView } from './views.ts';
import './emergency.css';

/** What runs ends by itself, so the list is read again while somebody looks at it. */
const READ_AGAIN_MS = 30_000;

const parts = [
  { title: 'toDecide', states: ['asked'] },
  { title: 'nowRunning', states: ['running'] },
  { title: 'past', states: ['refused', 'missed', 'over', 'ended'] },
] as const satisfies readonly { title: string; states: readonly AccessView['state'][] }[];

const among = (rows: readonly AccessView[], states: readonly AccessView['state'][]): readonly AccessView[] =>
  rows.filter(({ state }) => states.includes(state));

function useHeadline(rows: readonly AccessView[] | undefined): string {
  const { t } = useTranslation('emergency');
  if (rows === undefined) return t('title');
  const [waiting, running] = [among(rows, ['asked']).length, among(rows, ['running']).length];
  if (waiting === 0 && running === 0) return t('nothingOpen');
  return t('headline', { waiting, running });
}

/** 紧急查阅: who asked to be let into a secret case, what runs now and what is past. */
export default function EmergencyPage(): ReactNode {
  const { t } = useTranslation('emergency');
  const list = useQuery(trpc.emergency.list.queryOptions(undefined, { refetchInterval: READ_AGAIN_MS }));
  const headline = useHeadline(list.data);
  return (
    <>
      <Answer sentence={headline}>{t('means')}</Answer>
      <p className="emergency-ask">
        <AskAccess />
      </p>
      {list.isPending && <Loading rows={4} />}
      {list.error && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.length === 0 && <Empty sentence={t('empty')} />}
      {parts.map(({ title, states }) => {
        const rows = among(list.data ?? [], states);
        if (rows.length === 0) return null;
        return (
          <Section key={title} title={t(title)} note={t('count', { count: rows.length })}>
            <AccessTable rows={rows} />
          </Section>
        );
      })}
    </>
  );
}
