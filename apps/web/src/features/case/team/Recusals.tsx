import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { Button } from '../../../elements/Button.tsx';
import { ErrorText } from '../../../elements/ErrorText.tsx';
import { HappenedAt } from '../../../elements/HappenedAt.tsx';
import { useText } from '../../../locales/index.ts';
import type { CasePageView } from '../views.ts';
import { useTeamsAct } from './use-teams-act.ts';
import type { Recusal } from './views.ts';

function RecusalRow({ recusal, page }: { readonly recusal: Recusal; readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('team');
  const text = useText();
  const { personId, name, roleTitle, askedAt, state, decidedBy, reason, mayDecide } = recusal;
  const act = useTeamsAct(
    (decided: 'confirmed' | 'declined') =>
      client.recusal.decide.mutate({ caseId: page.caseId, personId, state: decided }),
    () => undefined,
  );
  return (
    <li>
      {name} <span className="case-note">{text(roleTitle)}</span> <HappenedAt at={askedAt} today={page.today} />
      <span className="second-line">{t(state, { by: decidedBy ?? '' })}</span>
      {reason !== null && <span className="second-line">{t('recusedBecause', { reason })}</span>}
      {mayDecide && (
        <span className="team-acts">
          <Button small onClick={() => act.mutate('confirmed')} aria-label={t('confirmOf', { name })}>
            {t('confirm')}
          </Button>
          <Button small onClick={() => act.mutate('declined')} aria-label={t('declineOf', { name })}>
            {t('decline')}
          </Button>
        </span>
      )}
      <ErrorText error={act.error} />
    </li>
  );
}

/** Who asked to be left out of the case, and the decision of the head of section. */
export function Recusals({
  page,
  recusals,
}: {
  readonly page: CasePageView;
  readonly recusals: readonly Recusal[];
}): ReactNode {
  if (recusals.length === 0) return null;
  return (
    <ul className="team-recusals">
      {recusals.map((recusal) => (
        <RecusalRow key={recusal.personId} recusal={recusal} page={page} />
      ))}
    </ul>
  );
}
