import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { Button } from '../../../elements/Button.tsx';
import { Dialog } from '../../../elements/Dialog.tsx';
import { ErrorText } from '../../../elements/ErrorText.tsx';
import { DialogHead } from './DialogHead.tsx';
import { useTeamsAct } from './use-teams-act.ts';

function RecuseForm({ caseId, close }: { readonly caseId: string; readonly close: () => void }): ReactNode {
  const { t } = useTranslation('team');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const act = useTeamsAct(() => client.recusal.ask.mutate({ caseId, reason }), close);
  const isMissing = reason.trim() === '';
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isMissing && !act.isPending) act.mutate();
  };
  return (
    <form className="team-form" onSubmit={onSubmit} noValidate>
      <label className="field">
        <span>{t('recuseReason')}</span>
        <textarea
          className="input team-reason"
          rows={3}
          maxLength={500}
          value={reason}
          required
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {isTried && isMissing && (
        <p className="error-text" role="alert">
          {t('reasonMissing')}
        </p>
      )}
      <ErrorText error={act.error} />
      <p className="team-acts">
        <Button type="submit" look="danger" aria-busy={act.isPending}>
          {t('recuse')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </p>
    </form>
  );
}

/** 申请回避: what it means, and why. */
export function RecuseDialog({
  caseId,
  onClose,
}: {
  readonly caseId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('team');
  const id = useId();
  return (
    <Dialog labelledBy={id} onClose={onClose} className="team-small">
      {(close) => (
        <>
          <DialogHead id={id} title={t('recuse')} note={t('recuseMeans')} onClose={close} />
          <RecuseForm caseId={caseId} close={close} />
        </>
      )}
    </Dialog>
  );
}
