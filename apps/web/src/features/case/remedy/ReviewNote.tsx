import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayWithWeekday } from '../../../elements/dates.ts';
import { useLanguage } from '../../../locales/index.ts';
import type { CasePageView } from '../views.ts';

/** That a remedy against the decision is pending, in which case, and whether execution is stopped; of a remedy, whether it was sought in time. */
export function ReviewNote({ page }: { readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('case');
  const { language } = useLanguage();
  const { underReview, contests, today } = page;
  const day = (on: string): string => dayWithWeekday(on, language, today);
  return (
    <>
      {underReview && (
        <p className="case-carried" role="note">
          <strong className="mark">{t('underReview')}</strong> {t('underReviewIn')}{' '}
          <Link to="/cases/$caseId" params={{ caseId: underReview.caseId }} className="row-link">
            {underReview.caseNumber}
          </Link>{' '}
          {underReview.executionStopped ? <strong>{t('executionStopped')}</strong> : t('notStopped')}
        </p>
      )}
      {contests && (
        <p className="case-carried" role="note">
          {t(contests.isLate ? 'contestedLate' : 'contestedInTime', {
            sought: day(contests.soughtOn),
            last: day(contests.lastOn),
          })}
        </p>
      )}
    </>
  );
}
