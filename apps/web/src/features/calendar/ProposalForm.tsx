import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { Reason } from './Reason.tsx';
import { useProposing, type Wanted } from './use-proposing.ts';

/** A proposal as it is filled in, with its reason and the way to its preview; `change` is null until it can be sent. */
export function ProposalForm(props: {
  readonly change: Wanted['change'] | null;
  /** What is missing while it cannot. */
  readonly missing: string;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useTranslation('calendar');
  const { change, missing, children } = props;
  const [reason, setReason] = useState('');
  const { send, pending, error } = useProposing();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (change !== null && reason.trim() !== '') send({ change, reason });
  };
  return (
    <form className="calendar-form" onSubmit={submit}>
      {children}
      <Reason label={t('reason')} hint={t('reasonHint')} value={reason} onChange={setReason} />
      <ErrorText error={error} />
      <p className="calendar-acts">
        <Button type="submit" look="solid" unavailable={change === null} aria-busy={pending}>
          {t('preview')}
        </Button>
        <span className="second-line">{pending ? t('previewing') : change === null ? missing : t('previewHint')}</span>
      </p>
    </form>
  );
}
