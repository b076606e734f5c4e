import type { LedgerCut } from '@lianban/domain/liaison';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useLive } from '../../app/live.tsx';
import type { LedgerAsks } from '../../app/search-params.ts';
import { Button } from '../../elements/Button.tsx';
import { ReasonDialog } from '../../elements/ReasonDialog.tsx';
import { saveFile } from '../../elements/save-file.ts';

/** Asks why, and gives the ledger as it is filtered as a file in the columns of annex 4. */
export function ExportButton({ cut, asked }: { readonly cut: LedgerCut; readonly asked: LedgerAsks }): ReactNode {
  const { t } = useTranslation('liaison');
  const { announce } = useLive();
  const [isOpen, setOpen] = useState(false);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (reason: string) => client.liaison.exportLedger.mutate({ ...asked, cut, reason }),
    onSuccess: ({ name, content, rows, complete }) => {
      saveFile(name, content);
      announce(t(complete ? 'exported' : 'exportedLatest', { count: rows }));
      setOpen(false);
    },
  });
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
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
