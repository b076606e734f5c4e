import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../../app/api.ts';
import { Button } from '../../../elements/Button.tsx';
import { Dialog } from '../../../elements/Dialog.tsx';
import { ErrorState } from '../../../elements/states/ErrorState.tsx';
import { Loading } from '../../../elements/states/Loading.tsx';
import { useText } from '../../../locales/index.ts';
import type { InboxRow } from '../groups.ts';
import { batchable } from './batch.ts';
import { BatchForm } from './BatchForm.tsx';
import type { Drafts } from './use-batch.ts';
import './batch.css';

interface BatchDialogProps {
  /** Of one step, at least one. */
  readonly rows: readonly [InboxRow, ...InboxRow[]];
  readonly today: string;
  readonly drafts: Drafts;
  readonly onClose: () => void;
}

/** The same step of several cases on one panel: one button, an opinion for each, and what became of each. */
export function BatchDialog({ rows, today, drafts, onClose }: BatchDialogProps): ReactNode {
  const { t } = useTranslation('inbox');
  const text = useText();
  const title = useId();
  const [{ caseId, duty, stepTitle }] = rows;
  const step = useQuery({ ...trpc.duty.open.queryOptions({ caseId, duty }), staleTime: Infinity });
  const outcomes = step.data && batchable(step.data.outcomes);
  return (
    <Dialog labelledBy={title} className="batch-panel" onClose={onClose}>
      {(close) => (
        <>
          <h2 id={title}>{t('batchOf', { step: text(stepTitle), count: rows.length })}</h2>
          {step.error && !step.data && <ErrorState error={step.error} onRetry={() => void step.refetch()} />}
          {step.isPending && <Loading rows={3} />}
          {outcomes?.length === 0 && <p>{t('batchNone')}</p>}
          {step.data && outcomes && outcomes.length > 0 ? (
            <BatchForm
              rows={rows}
              outcomes={outcomes}
              hasOthers={outcomes.length < step.data.outcomes.length}
              today={today}
              drafts={drafts}
              close={close}
            />
          ) : (
            <p className="panel-acts">
              <Button onClick={close}>{t('batchClose')}</Button>
            </p>
          )}
        </>
      )}
    </Dialog>
  );
}
