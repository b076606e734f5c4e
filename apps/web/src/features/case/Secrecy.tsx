import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client, queryClient, trpc } from '../../app/api.ts';
import { useLive } from '../../app/live.tsx';
import { Button } from '../../elements/Button.tsx';
import { whenHappened } from '../../elements/dates.ts';
import { ReasonDialog } from '../../elements/ReasonDialog.tsx';
import { useLanguage } from '../../locales/index.ts';
import type { CasePageView } from './views.ts';

/** What a reader is told who was let in for a while: until when, and that it is for reading. The page goes when the time is over. */
export function AccessBanner({ page }: { readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('case');
  const { language } = useLanguage();
  const until = page.secrecy?.letInUntil;
  const { caseId } = page;
  useEffect(() => {
    if (!until) return undefined;
    const leave = (): void => void queryClient.resetQueries(trpc.case.page.queryFilter({ caseId }));
    const timer = setTimeout(leave, Date.parse(until) - Date.now());
    return () => clearTimeout(timer);
  }, [caseId, until]);
  if (!until) return null;
  return (
    <p className="case-alarm" role="note">
      <strong>{t('letIn', { until: whenHappened(until, page.today, language) })}</strong> {t('letInMeans')}
    </p>
  );
}

/** Who put the case under secrecy, when and why. */
export function SecrecyNote({ page }: { readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('case');
  const { language } = useLanguage();
  if (page.secrecy === null) return null;
  const { by, since, reason } = page.secrecy;
  const when = whenHappened(since, page.today, language);
  return (
    <p className="case-carried">
      <strong className="mark">{t('secret')}</strong>{' '}
      {by === null ? t('secretByLetter', { when, reason }) : t('secretBy', { by, when, reason })}
    </p>
  );
}

/** The act that puts a case under secrecy or ends it, with its reason and what it brings about. */
export function SecrecyAct({ page }: { readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('case');
  const { announce } = useLive();
  const [isOpen, setOpen] = useState(false);
  const { caseId, secrecy } = page;
  const secret = secrecy === null;
  const set = useMutation({
    mutationFn: (reason: string) => client.case.setSecrecy.mutate({ caseId, secret, reason }),
    onSuccess: () => {
      setOpen(false);
      announce(t(secret ? 'secrecyBegun' : 'secrecyEnded'));
      void queryClient.invalidateQueries({ queryKey: trpc.case.pathKey() });
    },
  });
  if (!page.maySetSecrecy) return null;
  return (
    <>
      <Button className="case-print" onClick={() => setOpen(true)}>
        {t(secret ? 'beginSecrecy' : 'endSecrecy')}
      </Button>
      {isOpen && (
        <ReasonDialog
          title={t(secret ? 'beginSecrecy' : 'endSecrecy')}
          means={t(secret ? 'beginSecrecyMeans' : 'endSecrecyMeans')}
          submit={t(secret ? 'beginSecrecy' : 'endSecrecy')}
          isPending={set.isPending}
          error={set.error}
          onReason={(reason) => set.mutate(reason)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
