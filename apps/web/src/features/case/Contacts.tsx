import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useLive } from '../../app/live.tsx';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { ReasonDialog } from '../../elements/ReasonDialog.tsx';
import { Section } from '../../elements/Section.tsx';
import { useText } from '../../locales/index.ts';
import type { CasePageView } from './views.ts';

type Contact = CasePageView['contacts'][number];

/** How long a datum stays in sight; it is gone with the page in any case. */
const SHOWN_MS = 60_000;

function useReveal(caseId: string, { field, title }: Contact) {
  const { t } = useTranslation('case');
  const text = useText();
  const { announce } = useLive();
  const [shown, setShown] = useState<string | null>(null);
  const what = text(title);
  const asking = useMutation({
    mutationFn: (reason: string | undefined) =>
      client.case.reveal.mutate({ caseId, field, ...(reason === undefined ? {} : { reason }) }),
    gcTime: 0, // the answer is kept nowhere but in sight
    onSuccess: ({ value }) => {
      setShown(value);
      announce(t('shownNow', { what }));
    },
  });
  useEffect(() => {
    if (shown === null) return undefined;
    const timer = setTimeout(() => setShown(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  const hide = (): void => {
    setShown(null);
    announce(t('hiddenAgain', { what }));
  };
  return { shown, hide, asking };
}

function Datum({ caseId, contact }: { readonly caseId: string; readonly contact: Contact }): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const { shown, hide, asking } = useReveal(caseId, contact);
  const what = text(contact.title);
  const show = (): void => {
    if (contact.needsReason) setAsking(true);
    else asking.mutate(undefined);
  };
  return (
    <div>
      <dt>{what}</dt>
      <dd className="case-contact">
        <span>{shown ?? contact.value}</span>
        {contact.masked && (
          <Button
            small
            className="case-show"
            aria-label={t(shown === null ? 'showWhat' : 'hideWhat', { what })}
            aria-busy={asking.isPending}
            onClick={shown === null ? show : hide}
          >
            {t(shown === null ? 'show' : 'hide')}
          </Button>
        )}
        {!isAsking && <ErrorText error={asking.error} />}
        {isAsking && (
          <ReasonDialog
            title={t('showWhat', { what })}
            means={t('showMeans')}
            submit={t('show')}
            isPending={asking.isPending}
            error={asking.error}
            onReason={(reason) => asking.mutate(reason, { onSuccess: () => setAsking(false) })}
            onClose={() => setAsking(false)}
          />
        )}
      </dd>
    </div>
  );
}

/** Whom to call at the applicant; what is masked is shown one by one, on demand and for a while. */
export function Contacts({ page }: { readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('case');
  if (page.contacts.length === 0) return null;
  return (
    <Section title={t('contacts')}>
      <dl className="case-people">
        {page.contacts.map((contact) => (
          <Datum key={contact.field} caseId={page.caseId} contact={contact} />
        ))}
      </dl>
    </Section>
  );
}
