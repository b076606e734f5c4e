import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client, queryClient, trpc } from '../../../app/api.ts';
import { useLive } from '../../../app/live.tsx';
import { Button } from '../../../elements/Button.tsx';
import { whenHappened } from '../../../elements/dates.ts';
import { ReasonDialog } from '../../../elements/ReasonDialog.tsx';
import { useLanguage } from '../../../locales/index.ts';
import type { CasePageView, LetterView } from '../views.ts';

interface Shown {
  readonly letter: LetterView;
  readonly page: CasePageView;
}

/** Of a letter that contradicts the answer which was taken: who acknowledged it and what follows, or the act that does. */
export function Acknowledgement({ letter, page }: Shown): ReactNode {
  const { t } = useTranslation('case');
  const { language } = useLanguage();
  const { acknowledged, mayAcknowledge } = letter;
  if (acknowledged === null) return mayAcknowledge ? <Acknowledge letter={letter} page={page} /> : null;
  const { by, at, words } = acknowledged;
  return (
    <p className="case-note">
      {t('letterAcknowledgedBy', { by, when: whenHappened(at, page.today, language), words })}
    </p>
  );
}

function Acknowledge({ letter: { number }, page: { caseId } }: Shown): ReactNode {
  const { t } = useTranslation('case');
  const { announce } = useLive();
  const [isOpen, setOpen] = useState(false);
  const acknowledge = useMutation({
    mutationFn: (words: string) => client.case.acknowledgeOpinion.mutate({ caseId, number, words }),
    onSuccess: () => {
      setOpen(false);
      announce(t('letterAcknowledged'));
      void queryClient.invalidateQueries({ queryKey: trpc.case.pathKey() });
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('letterAcknowledge')}</Button>
      {isOpen && (
        <ReasonDialog
          title={t('letterAcknowledge')}
          means={t('letterAcknowledgeMeans')}
          submit={t('letterAcknowledge')}
          isPending={acknowledge.isPending}
          error={acknowledge.error}
          onReason={(words) => acknowledge.mutate(words)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
