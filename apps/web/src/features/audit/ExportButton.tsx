import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client, queryClient, trpc } from '../../app/api.ts';
import { useLive } from '../../app/live.tsx';
import type { AuditAsks } from '../../app/search-params.ts';
import { Button } from '../../elements/Button.tsx';
import { ReasonDialog } from '../../elements/ReasonDialog.tsx';
import { saveFile } from '../../elements/save-file.ts';

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

/** Asks why, and gives what fits the filters as a file. */
export function ExportButton({ asked }: { readonly asked: AuditAsks }): ReactNode {
  const { t } = useTranslation('audit');
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  const { mutate, isPending, error, reset } = useExport(asked, close);
  const open = (): void => {
    reset();
    setOpen(true);
  };
  return (
    <>
      <Button onClick={open}>{t('exportTitle')}</Button>
      {isOpen && (
        <ReasonDialog
          title={t('exportTitle')}
          means={t('exportWhat')}
          submit={t('exportNow')}
          {...{ isPending, error }}
          onReason={(reason) => mutate(reason)}
          onClose={close}
        />
      )}
    </>
  );
}
