import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lianbanError, trpc } from '../../../app/api.ts';
import { Answer } from '../../../elements/Answer.tsx';
import { ErrorState } from '../../../elements/states/ErrorState.tsx';
import { Loading } from '../../../elements/states/Loading.tsx';
import { Wizard } from './Wizard.tsx';

/** A draft by its address. It is read once: from then on the page is what the applicant types. */
export function WizardPage({ draftId }: { readonly draftId: string }): ReactNode {
  const { t } = useTranslation('apply');
  const draft = useQuery({
    ...trpc.application.draftById.queryOptions({ draftId }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
  });
  if (draft.data) return <Wizard loaded={draft.data} />;
  const gone = lianbanError(draft.error)?.code === 'NO_SUCH_DRAFT';
  return (
    <>
      <Answer sentence={t(gone ? 'draftGone' : 'draftOpening')} />
      {draft.error ? (
        <ErrorState error={draft.error} {...(gone ? {} : { onRetry: () => void draft.refetch() })} />
      ) : (
        <Loading />
      )}
      {gone && (
        <p className="apply-links">
          <Link to="/applications" className="link">
            {t('toApplications')}
          </Link>
          <Link to="/apply" className="link">
            {t('allItems')}
          </Link>
        </p>
      )}
    </>
  );
}
