import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { useLive } from '../../app/live.tsx';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { StandInDialog } from './StandInDialog.tsx';
import { readAgain, useDays, type Delegation } from './views.ts';

/** Ends an absence before its last day, with a reason; `isDeputy` for somebody who lays it down. */
export function EndDialog(props: {
  readonly delegation: Delegation;
  readonly isDeputy: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('stand-in');
  const { announce } = useLive();
  const days = useDays();
  const { delegation, isDeputy, onClose } = props;
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const end = useMutation(
    trpc.standIn.end.mutationOptions({
      onSuccess: () => {
        readAgain();
        announce(t('ended'));
        onClose();
      },
    }),
  );
  const isMissing = reason.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isMissing && !end.isPending) end.mutate({ delegationId: delegation.id, reason });
  };
  const words = { name: delegation.principal.name, days: days(delegation) };
  return (
    <StandInDialog title={t('endTitle')} second={t(isDeputy ? 'layDownSecond' : 'endSecond', words)} onClose={onClose}>
      {(close) => (
        <form onSubmit={submit} noValidate>
          <label className="field">
            <span>{t('reason')}</span>
            <input
              className="input"
              required
              maxLength={200}
              autoComplete="off"
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          {isTried && isMissing && (
            <p className="error-text" role="alert">
              {t('missingReason')}
            </p>
          )}
          <ErrorText error={end.error} />
          <p className="panel-acts">
            <Button onClick={close}>{t('leave')}</Button>
            <Button type="submit" look="danger" aria-busy={end.isPending}>
              {t('end')}
            </Button>
          </p>
        </form>
      )}
    </StandInDialog>
  );
}
