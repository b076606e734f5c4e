import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lianbanError, trpc } from '../../app/api.ts';
import { useLive } from '../../app/live.tsx';
import { Answer } from '../../elements/Answer.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { CaseFile } from './CaseFile.tsx';
import { CaseSkeleton } from './CaseSkeleton.tsx';
import './case.css';

/** Whoever is let in for a while reads again when it ends. */
const msUntil = (instant: string | null | undefined): number | false =>
  instant ? Math.max(1_000, Date.parse(instant) - Date.now()) : false;

/** One case: where it stands, what the reader may do, what has happened and what may come, and why each day is the last. */
export default function CasePage(): ReactNode {
  const { t } = useTranslation('case');
  const { caseId } = useParams({ from: '/frame/forms/cases/$caseId' });
  const { watch } = useLive();
  const page = useQuery(
    trpc.case.page.queryOptions(
      { caseId },
      { refetchInterval: ({ state }) => (state.error ? false : msUntil(state.data?.secrecy?.letInUntil)) },
    ),
  );
  useEffect(() => {
    watch(caseId);
    return () => watch(null);
  }, [caseId, watch]);
  // What was read before is shown while the service is away, but not once the case is no longer the reader's to see.
  const isGone = lianbanError(page.error)?.code === 'NO_SUCH_CASE';
  if (page.data && !isGone) return <CaseFile key={caseId} latest={page.data} />;
  if (page.error)
    return (
      <>
        <Answer sentence={t('cannotShow')} />
        <ErrorState error={page.error} onRetry={() => void page.refetch()} />
      </>
    );
  return <CaseSkeleton />;
}
