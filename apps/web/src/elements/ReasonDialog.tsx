import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { ErrorText } from './ErrorText.tsx';
import './reason-dialog.css';

/** As long as the trail keeps a reason. */
const LONGEST = 200;

interface Asked {
  readonly title: string;
  /** What the act brings about, before it is done. */
  readonly means: string;
  /** What the reason is called, where it has a name of its own. */
  readonly label?: string;
  /** Characters that it may have, where it is kept elsewhere than in the trail. */
  readonly longest?: number;
  readonly submit: string;
  readonly look?: 'solid' | 'danger';
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onReason: (reason: string) => void;
  /** Further fields, above the reason. */
  readonly children?: ReactNode;
}

function ReasonForm(props: Asked & { readonly titleId: string; readonly close: () => void }): ReactNode {
  const { t } = useTranslation('elements');
  const missing = useId();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const written = reason.trim();
    setMissing(written === '');
    if (written !== '' && !props.isPending) props.onReason(written);
  };
  return (
    <form onSubmit={submit} noValidate>
      <h2 id={props.titleId}>{props.title}</h2>
      <p className="reason-means">{props.means}</p>
      {props.children}
      <label className="field">
        <span>{props.label ?? t('reason')}</span>
        <textarea
          className="input reason-text"
          rows={3}
          maxLength={props.longest ?? LONGEST}
          required
          aria-invalid={isMissing || undefined}
          aria-describedby={isMissing ? missing : undefined}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {isMissing && (
        <p id={missing} className="error-text" role="alert">
          {t('reasonMissing')}
        </p>
      )}
      <ErrorText error={props.error} />
      <p className="panel-acts">
        <Button onClick={props.close}>{t('cancel')}</Button>
        <Button type="submit" look={props.look ?? 'solid'} aria-busy={props.isPending}>
          {props.submit}
        </Button>
      </p>
    </form>
  );
}

/** Asks for the reason of an act that does not go without one; stays open with the refusal when it is refused. */
export function ReasonDialog(props: Asked & { readonly onClose: () => void }): ReactNode {
  const titleId = useId();
  return (
    <Dialog labelledBy={titleId} className="reason-dialog" onClose={props.onClose}>
      {(close) => <ReasonForm {...props} titleId={titleId} close={close} />}
    </Dialog>
  );
}
