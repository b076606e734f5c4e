import { useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client, trpc } from '../../../app/api.ts';
import { Button } from '../../../elements/Button.tsx';
import { Dialog } from '../../../elements/Dialog.tsx';
import { ErrorText } from '../../../elements/ErrorText.tsx';
import { ErrorState } from '../../../elements/states/ErrorState.tsx';
import { Loading } from '../../../elements/states/Loading.tsx';
import type { CasePageView } from '../views.ts';
import { DialogHead } from './DialogHead.tsx';
import { DrawFacts } from './DrawFacts.tsx';
import { PoolTable } from './PoolTable.tsx';
import { useTeamsAct } from './use-teams-act.ts';
import type { Proposal, Team } from './views.ts';

interface Shown {
  readonly page: CasePageView;
  readonly team: Team;
}

function DrawForm({ page, team, proposal }: Shown & { readonly proposal: Proposal }): ReactNode {
  const { t } = useTranslation('team');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const act = useTeamsAct(
    () =>
      client.team.draw.mutate({ caseId: page.caseId, duty: team.duty, ...(reason.trim() === '' ? {} : { reason }) }),
    () => undefined,
  );
  const able = proposal.pool.filter(({ personId, tickets }) => tickets > 0 && !proposal.kept.includes(personId)).length;
  const isMissing = proposal.isRedraw && reason.trim() === '';
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isMissing && !act.isPending) act.mutate();
  };
  return (
    <form className="team-form" onSubmit={onSubmit} noValidate>
      <p>{t('drawMeans', { count: proposal.size - proposal.kept.length, able })}</p>
      {proposal.isRedraw && (
        <label className="field">
          <span>{t('redrawReason')}</span>
          <input
            className="input"
            value={reason}
            maxLength={200}
            required
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      )}
      {isTried && isMissing && (
        <p className="error-text" role="alert">
          {t('reasonMissing')}
        </p>
      )}
      <ErrorText error={act.error} />
      <Button type="submit" look="solid" aria-busy={act.isPending}>
        {t(proposal.isRedraw ? 'redraw' : 'draw')}
      </Button>
    </form>
  );
}

/** 组成核查组: who can be drawn and why the others cannot, the draw, and what came of it. */
export function TeamDialog({ page, team, onClose }: Shown & { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('team');
  const id = useId();
  const asked = { caseId: page.caseId, duty: team.duty };
  const { data: proposal, error, refetch } = useQuery(trpc.team.propose.queryOptions(asked, { staleTime: 0 }));
  const last = team.draws.at(-1);
  return (
    <Dialog labelledBy={id} onClose={onClose} className="team-dialog">
      {(close) => (
        <>
          <DialogHead id={id} title={t('form')} note={t('formNote')} onClose={close} />
          {!proposal && !error && <Loading rows={6} />}
          {error && !proposal && <ErrorState error={error} onRetry={() => void refetch()} />}
          {proposal && !proposal.isOpen && <p role="status">{t('complete')}</p>}
          {proposal && !proposal.isOpen && last && (
            <DrawFacts draw={last} caseNumber={page.caseNumber} today={page.today} />
          )}
          {proposal?.isOpen && <DrawForm {...{ page, team, proposal }} />}
          {proposal && proposal.pool.length > 0 && <PoolTable proposal={proposal} today={page.today} />}
          {proposal?.pool.length === 0 && <p className="state-note">{t('emptyPool')}</p>}
        </>
      )}
    </Dialog>
  );
}
