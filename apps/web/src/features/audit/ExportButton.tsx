import { useMutation } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client, queryClient, trpc } from '../../app/api.ts';
import { useLive } from '../../app/live.tsx';
import type { AuditAsks } from '../../app/search-params.ts';
import { Button } from '../../elements/Button.tsx';
import { Dialog } from '../../elements/Dialog.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { saveFile } from '../../elements/save-file.ts';

const longestReason = 200;

function useExport(asked: AuditAsks, onDone: () => void) {
  const { t } = useTranslation('audit');
  const { announce } = useLive();
  return useMutation({
    mutationFn: (reason: string) => client.audit.export.mutate({ ...asked, reason }),
    onSuccess: ({ name, content, rows, complete }) => {
      saveFile(name, content);
      announce(t(complete ? 'exported' : 'exportedLatest', { count: rows }));
      void queryClient.invalidateQueries({ queryKey: trpc.audit.pathKey() });
      onDone();
    },
  });
}

function ExportForm({ asked, close }: { readonly asked: AuditAsks; readonly close: () => void }): ReactNode {
  const { t } = useTranslation(['audit', 'elements']);
  const missing = useId();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { mutate, isPending, error } = useExport(asked, close);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(reason.trim() === '');
        if (reason.trim() !== '') mutate(reason.trim());
      }}
    >
      <p className="audit-export-what">{t('exportWhat')}</p>
      <label className="field">
        <span>{t('reason')}</span>
        <textarea
          className="input audit-reason"
          rows={3}
          maxLength={longestReason}
          required
          aria-invalid={isMissing || undefined}
          aria-describedby={isMissing ? missing : undefined}
          value={reason}
          onInvalid={(event) => {
            event.preventDefault();
            setMissing(true);
          }}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {isMissing && (
        <p id={missing} className="error-text" role="alert">
          {t('reasonNeeded')}
        </p>
      )}
      <ErrorText error={error} />
      <p className="panel-acts">
        <Button onClick={close}>{t('elements:cancel')}</Button>
        <Button type="submit" look="solid" aria-busy={isPending}>
          {t('exportNow')}
        </Button>
      </p>
    </form>
  );
}

/** Asks why, and gives what fits the filters as a file. */
export function ExportButton({ asked }: { readonly asked: AuditAsks }): ReactNode {
  const { t } = useTranslation('audit');
  const title = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('exportTitle')}</Button>
      {isOpen && (
        <Dialog labelledBy={title} className="audit-export" onClose={() => setOpen(false)}>
          {(close) => (
            <>
              <h2 id={title}>{t('exportTitle')}</h2>
              <ExportForm asked={asked} close={close} />
            </>
          )}
        </Dialog>
      )}
    </>
  );
}
