import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { fullInstant } from '../../elements/dates.ts';
import '../../elements/states/states.css';
import { useLanguage } from '../../locales/index.ts';
import { queryClient } from '../api.ts';
import { failedSinceKey, type FailedSince as Failed } from '../failed-since.ts';

/** After the sign-in: how often somebody failed to sign in to this account since the last time. */
export function FailedSince(): ReactNode {
  const { t } = useTranslation('frame');
  const { language } = useLanguage();
  const { data } = useQuery<Failed | null>({ queryKey: failedSinceKey, queryFn: () => null, staleTime: Infinity });
  if (!data) return null;
  const latest = fullInstant(data.latest, language);
  return (
    <div className="state-strip state-strip-warning failed-since" role="status">
      <span>
        {t('failedSince', { count: data.times, latest })} <Link to="/account">{t('failedSinceAdvice')}</Link>
      </span>
      <Button small onClick={() => queryClient.setQueryData(failedSinceKey, null)}>
        {t('failedSinceSeen')}
      </Button>
    </div>
  );
}
