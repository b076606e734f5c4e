import { mayCall } from '@lianban/domain/permission';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../../app/api.ts';
import { useMe } from '../../../app/session.tsx';
import { Button } from '../../../elements/Button.tsx';
import { ErrorText } from '../../../elements/ErrorText.tsx';
import { Section } from '../../../elements/Section.tsx';
import type { CasePageView } from '../views.ts';
import { DrawsDialog } from './DrawsDialog.tsx';
import { Recusals } from './Recusals.tsx';
import { RecuseDialog } from './RecuseDialog.tsx';
import { TeamDialog } from './TeamDialog.tsx';
import { TeamFacts } from './TeamFacts.tsx';
import './team.css';

type Opened = { readonly what: 'form' | 'draws'; readonly duty: string } | { readonly what: 'recuse' };

function TeamsOf({ page }: { readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('team');
  const [opened, setOpened] = useState<Opened | null>(null);
  const { data, error } = useQuery(trpc.team.page.queryOptions({ caseId: page.caseId }));
  if (!data) return <ErrorText error={error} />;
  const { teams, recusals, mayRecuse } = data;
  if (teams.length === 0 && recusals.length === 0 && !mayRecuse) return null;
  const close = (): void => setOpened(null);
  const team = opened !== null && opened.what !== 'recuse' ? teams.find(({ duty }) => duty === opened.duty) : undefined;
  const recuse = (
    <Button small look="text" onClick={() => setOpened({ what: 'recuse' })}>
      {t('recuse')}
    </Button>
  );
  return (
    <Section title={t('teams')} aside={mayRecuse ? recuse : undefined}>
      {teams.map((one) => (
        <TeamFacts
          key={one.duty}
          team={one}
          onForm={() => setOpened({ what: 'form', duty: one.duty })}
          onDraws={() => setOpened({ what: 'draws', duty: one.duty })}
        />
      ))}
      <Recusals page={page} recusals={recusals} />
      {teams.length === 0 && recusals.length === 0 && <p className="case-note case-empty">{t('noRecusals')}</p>}
      {team && opened?.what === 'form' && <TeamDialog page={page} team={team} onClose={close} />}
      {team && opened?.what === 'draws' && <DrawsDialog page={page} team={team} onClose={close} />}
      {opened?.what === 'recuse' && <RecuseDialog caseId={page.caseId} onClose={close} />}
    </Section>
  );
}

/** 检查组与回避: the teams of the case, their draws, and who is left out of it; not for applicants. */
export function Teams({ page }: { readonly page: CasePageView }): ReactNode {
  const { post } = useMe();
  return mayCall(post.role, 'team.page') ? <TeamsOf page={page} /> : null;
}
