import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client, queryClient, trpc } from '../../app/api.ts';
import { useLive } from '../../app/live.tsx';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { ReasonDialog } from '../../elements/ReasonDialog.tsx';
import type { AccessView } from './views.ts';

type Act = 'release' | 'refuse' | 'end';

const said = { release: 'released', refuse: 'refusedNow', end: 'endedNow' } as const satisfies Record<Act, string>;

function useAct(accessId: string, onDone: () => void) {
  const { t } = useTranslation('emergency');
  const { announce } = useLive();
  return useMutation({
    mutationFn: ({ act, reason }: { readonly act: Act; readonly reason: string }) => {
      if (act === 'release') return client.emergency.release.mutate({ accessId });
      return act === 'end'
        ? client.emergency.end.mutate({ accessId })
        : client.emergency.refuse.mutate({ accessId, reason });
    },
    onSuccess: (_, { act }) => {
      announce(t(said[act]));
      onDone();
    },
    onSettled: () => void queryClient.invalidateQueries({ queryKey: trpc.emergency.pathKey() }),
  });
}

/** What the reader may do about a request: release or refuse it, or end what runs. */
export function AccessActs({ row }: { readonly row: AccessView }): ReactNode {
  const { t } = useTranslation('emergency');
  const [isRefusing, setRefusing] = useState(false);
  const { mutate, isPending, error } = useAct(row.accessId, () => setRefusing(false));
  const whose = { name: row.asked.name };
  return (
    <>
      <span className="emergency-acts">
        {row.mayDecide && (
          <>
            <Button
              small
              look="solid"
              aria-label={t('releaseOf', whose)}
              aria-busy={isPending}
              onClick={() => mutate({ act: 'release', reason: '' })}
            >
              {t('release')}
            </Button>
            <Button small aria-label={t('refuseOf', whose)} onClick={() => setRefusing(true)}>
              {t('refuse')}
            </Button>
          </>
        )}
        {row.mayEnd && (
          <Button
            small
            aria-label={t('endOf', whose)}
            aria-busy={isPending}
            onClick={() => mutate({ act: 'end', reason: '' })}
          >
            {t('end')}
          </Button>
        )}
      </span>
      {!isRefusing && <ErrorText error={error} />}
      {isRefusing && (
        <ReasonDialog
          title={t('refuseOf', whose)}
          means={t('refuseMeans')}
          submit={t('refuse')}
          isPending={isPending}
          error={error}
          onReason={(reason) => mutate({ act: 'refuse', reason })}
          onClose={() => setRefusing(false)}
        />
      )}
    </>
  );
}
