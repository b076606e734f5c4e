import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { ReasonDialog } from '../../../elements/ReasonDialog.tsx';
import { useTeamsAct } from './use-teams-act.ts';

/** 申请回避: what it means, and why. */
export function RecuseDialog({
  caseId,
  onClose,
}: {
  readonly caseId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('team');
  const act = useTeamsAct((reason: string) => client.recusal.ask.mutate({ caseId, reason }), onClose);
  return (
    <ReasonDialog
      {...{
        title: t('recuse'),
        means: t('recuseMeans'),
        label: t('recuseReason'),
        submit: t('recuse'),
        look: 'danger',
      }}
      {...{ isPending: act.isPending, error: act.error, onReason: act.mutate, onClose }}
    />
  );
}
