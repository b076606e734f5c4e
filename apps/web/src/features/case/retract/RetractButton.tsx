import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../elements/Button.tsx';
import { Dialog } from '../../../elements/Dialog.tsx';
import { ErrorText } from '../../../elements/ErrorText.tsx';
import { useDone } from '../timeline/use-done.ts';
import type { TimelineEntry } from '../views.ts';
import { useRetract } from './use-retract.ts';
import './retract.css';

const longestReason = 200;

interface Shown {
  readonly caseId: string;
  readonly entry: TimelineEntry;
}

function RetractForm(
  props: Shown & { readonly duty: string; readonly titleId: string; readonly close: () => void },
): ReactNode {
  const { caseId, entry, duty, titleId, close } = props;
  const { t } = useTranslation(['case', 'elements']);
  const done = useDone();
  const field = useId();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { send, pending, error } = useRetract({ caseId, duty, version: entry.version }, close);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const written = reason.trim();
        setMissing(written === '');
        if (written !== '') send(written);
      }}
    >
      <h2 id={titleId}>{t('retract')}</h2>
      <p className="retract-what">
        <strong>{done(entry)}</strong>
      </p>
      <p className="case-note">{t('retractMeans')}</p>
      <label htmlFor={field}>{t('retractReason')}</label>
      <textarea
        id={field}
        rows={3}
        required
        aria-required="true"
        aria-invalid={isMissing || undefined}
        aria-describedby={isMissing ? `${field}-missing` : undefined}
        maxLength={longestReason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {isMissing && (
        <p id={`${field}-missing`} className="error-text">
          {t('elements:needed', { label: t('retractReason') })}
        </p>
      )}
      <ErrorText error={error} />
      <p className="panel-acts">
        <Button onClick={close}>{t('elements:cancel')}</Button>
        <Button type="submit" look="solid" aria-busy={pending}>
          {t('retract')}
        </Button>
      </p>
    </form>
  );
}

/** 撤回本步, quietly, where the reader's own act can be taken back; nothing elsewhere. It asks for a reason. */
export function RetractButton({ caseId, entry }: Shown): ReactNode {
  const { t } = useTranslation('case');
  const done = useDone();
  const titleId = useId();
  const [isOpen, setOpen] = useState(false);
  const { takeBack } = entry;
  if (takeBack?.refusal !== null) return null;
  return (
    <>
      <Button
        small
        look="text"
        className="retract-button"
        aria-label={t('retractWhat', { act: done(entry) })}
        onClick={() => setOpen(true)}
      >
        {t('retract')}
      </Button>
      {isOpen && (
        <Dialog labelledBy={titleId} className="retract-panel" onClose={() => setOpen(false)}>
          {(close) => <RetractForm {...{ caseId, entry, titleId, close }} duty={takeBack.duty} />}
        </Dialog>
      )}
    </>
  );
}
