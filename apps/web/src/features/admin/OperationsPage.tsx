import { useQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { Answer } from '../../elements/Answer.tsx';
import { Section } from '../../elements/Section.tsx';
import { Empty } from '../../elements/states/Empty.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { ThreePartBar } from '../../elements/ThreePartBar.tsx';
import { splitAlarms } from './alarms.ts';
import { AlarmTable } from './AlarmTable.tsx';
import './admin.css';

type Operations = inferOutput<typeof trpc.admin.operations>;

const renewedMs = 30_000;

function useSentence(operations: Operations | undefined): string {
  const { t } = useTranslation('admin');
  if (!operations) return t('operations');
  const { open } = splitAlarms(operations.alarms);
  return open.length === 0 ? t('operationsCalm') : t('operationsAlarms', { count: open.length });
}

function Standing({ operations }: { readonly operations: Operations }): ReactNode {
  const { t } = useTranslation('admin');
  const { open, resolved } = splitAlarms(operations.alarms);
  return (
    <>
      <ThreePartBar
        parts={[
          { label: t('openAlarms'), value: open.length },
          { label: t('waiting'), value: operations.waitingSubmissions, note: t('waitingNote') },
          { label: t('openCases'), value: operations.openCases },
        ]}
      />
      <Section title={t('alarmList', { count: open.length })}>
        {open.length > 0 ? (
          <AlarmTable alarms={open} caption={t('alarmsCaption')} />
        ) : (
          <Empty sentence={t('emptyAlarms')} />
        )}
      </Section>
      {resolved.length > 0 && (
        <Section title={t('resolvedList', { count: resolved.length })}>
          <AlarmTable alarms={resolved} caption={t('resolvedCaption')} resolved />
        </Section>
      )}
    </>
  );
}

/** 运行状态: what the engine had trouble with, what waits to be recorded, how much is open. */
export default function OperationsPage(): ReactNode {
  const { t } = useTranslation('admin');
  const { data, error, isPending, refetch } = useQuery({
    ...trpc.admin.operations.queryOptions(),
    refetchInterval: renewedMs,
  });
  return (
    <>
      <Answer sentence={useSentence(data)}>{t('operationsNote')}</Answer>
      {isPending && <Loading rows={5} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && <Standing operations={data} />}
    </>
  );
}
