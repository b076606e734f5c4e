import { useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/index.ts';
import { Button } from '../Button.tsx';
import { ErrorText } from '../ErrorText.tsx';
import { useHolderName } from '../holder.ts';
import type { DutyView } from '../views.ts';
import { useUrge, type Urgeable } from './use-urge.ts';
import './urge.css';

const longestReason = 200;

interface UrgeButtonProps extends Urgeable {
  readonly stepTitle: DutyView['stepTitle'];
  readonly owner: DutyView['owner'];
  /** From when it may be urged again; null for at once. */
  readonly againOn: string | null;
}

function UrgeForm({ close, ...urgeable }: UrgeButtonProps & { readonly close: () => void }): ReactNode {
  const { t } = useTranslation('elements');
  const text = useText();
  const name = useHolderName();
  const field = useId();
  const [reason, setReason] = useState('');
  const { send, pending, error } = useUrge(urgeable, close);
  const { owner, caseNumber, stepTitle } = urgeable;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send(reason.trim());
      }}
    >
      <h2>{t('urgeTitle')}</h2>
      <p>
        {caseNumber} · {text(stepTitle)}
        <span className="second-line">
          {t('urgeTo', { who: [text(owner.unit), name(owner)].filter(Boolean).join(' · ') })}
        </span>
      </p>
      <label htmlFor={field}>
        {t('urgeReason')} <span className="second-line">{t('optional')}</span>
      </label>
      <textarea
        id={field}
        rows={3}
        maxLength={longestReason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <ErrorText error={error} />
      <p className="urge-acts">
        <Button type="submit" look="solid" aria-busy={pending}>
          {t('urgeSend')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </p>
    </form>
  );
}

/** 催办: asks for a reason, which may be left out, and tells the owner. Says when it is possible again where it is not now. */
export function UrgeButton(props: UrgeButtonProps): ReactNode {
  const { t } = useTranslation('elements');
  const dialog = useRef<HTMLDialogElement>(null);
  const [opened, setOpened] = useState(false);
  const why = useId();
  const text = useText();
  const words = { step: text(props.stepTitle), number: props.caseNumber };
  const open = (): void => {
    setOpened(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <Button
        small
        unavailable={props.againOn !== null}
        aria-label={t('urgeWhat', words)}
        {...(props.againOn === null ? {} : { 'aria-describedby': why })}
        onClick={open}
      >
        {t('urge')}
      </Button>
      {props.againOn !== null && (
        <span id={why} className="second-line urge-again">
          {t('urgeAgain')}
        </span>
      )}
      <dialog ref={dialog} className="urge-dialog" aria-label={t('urgeTitle')} onClose={() => setOpened(false)}>
        {opened && <UrgeForm {...props} close={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}
