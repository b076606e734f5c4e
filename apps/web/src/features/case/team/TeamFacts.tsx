import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../elements/Button.tsx';
import { useText } from '../../../locales/index.ts';
import type { Team } from './views.ts';

/** Who is in a team and who has left it, whether it may begin, and the way to its draws. */
export function TeamFacts(props: {
  readonly team: Team;
  readonly onForm: () => void;
  readonly onDraws: () => void;
}): ReactNode {
  const { t } = useTranslation('team');
  const text = useText();
  const { team, onForm, onDraws } = props;
  const present = team.members.filter(({ leftAt }) => leftAt === null);
  const isShort = team.isOpen && present.length < team.needed;
  return (
    <div className="team-facts">
      <p className="case-note">{text(team.stepTitle)}</p>
      {present.length > 0 && (
        <ul className="case-list">
          {present.map(({ personId, name, isLeader }) => (
            <li key={personId}>
              {name} <span className="case-note">{t(isLeader ? 'leader' : 'member')}</span>
            </li>
          ))}
        </ul>
      )}
      {team.members
        .filter(({ leftAt }) => leftAt !== null)
        .map(({ personId, name, leftAt, leftBecause }) => (
          <p key={`${personId} ${leftAt}`} className="case-note">
            {t('left', { name, because: leftBecause === null ? '' : t(`left-${leftBecause}`) })}
          </p>
        ))}
      {isShort && (
        <p className="team-short">
          {t(team.draws.length === 0 ? 'noTeam' : 'short', { needed: team.needed })}
          {!team.mayDraw && <span className="second-line">{t('whoDraws')}</span>}
        </p>
      )}
      <p className="team-acts">
        {team.mayDraw && (
          <Button small look={isShort ? 'outlined' : 'text'} onClick={onForm}>
            {t(isShort && team.draws.length > 0 ? 'redraw' : isShort ? 'form' : 'pool')}
          </Button>
        )}
        {team.draws.length > 0 && (
          <Button small look="text" onClick={onDraws}>
            {t('drawsCount', { count: team.draws.length })}
          </Button>
        )}
      </p>
    </div>
  );
}
