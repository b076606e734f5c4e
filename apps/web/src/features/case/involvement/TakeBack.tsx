import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { Button } from '../../../elements/Button.tsx';
import { Dialog } from '../../../elements/Dialog.tsx';
import { ErrorText } from '../../../elements/ErrorText.tsx';
import { useInvolvementAct } from '../../../elements/involvement/use-act.ts';
import { WordsField } from './AskFields.tsx';

interface Taking {
  readonly caseId: string;
  readonly duty: string;
  /** The request; null for the whole sheet. */
  readonly involvementId: string | null;
  readonly title: string;
}

function ReasonForm({ caseId, duty, involvementId, title, close }: Taking & { readonly close: () => void }): ReactNode {
  const { t } = useTranslation('involvement');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const act = useInvolvementAct(
    () =>
      involvementId === null
        ? client.involvement.liftSheet.mutate({ caseId, duty, reason })
        : client.involvement.takeBack.mutate({ caseId, duty, involvementId, reason }),
    { said: t('taken'), onDone: close },
  );
  const isMissing = reason.trim() === '';
  return (
    <div className="involvement-form">
      <WordsField label={t('reason')} value={reason} onChange={setReason} />
      {isTried && isMissing && (
        <p className="error-text" role="alert">
          {t('takeBackReason')}
        </p>
      )}
      <ErrorText error={act.error} />
      <p className="involvement-acts">
        <Button
          look="solid"
          aria-busy={act.isPending}
          onClick={() => {
            setTried(true);
            if (!isMissing) act.send(undefined);
          }}
        >
          {title}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </p>
    </div>
  );
}

/** Takes back a request, a signature or a whole sheet, with a reason. */
export function TakeBack(taking: Taking): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <Button small look="text" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {taking.title}
      </Button>
      {isOpen && (
        <Dialog labelledBy={id} onClose={() => setOpen(false)} className="involvement-dialog">
          {(close) => (
            <>
              <h2 id={id}>{taking.title}</h2>
              <ReasonForm {...taking} close={close} />
            </>
          )}
        </Dialog>
      )}
    </>
  );
}
