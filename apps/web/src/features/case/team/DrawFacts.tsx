import { exclusionTitles } from '@lianban/domain/team';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HappenedAt } from '../../../elements/HappenedAt.tsx';
import { useText } from '../../../locales/index.ts';
import type { TeamDraw } from './views.ts';

/** One draw as it can be trusted: the list that was fixed, the seed that came after it, the tickets, and how to do it again. */
export function DrawFacts(props: {
  readonly draw: TeamDraw;
  readonly caseNumber: string;
  readonly today: string;
}): ReactNode {
  const { t } = useTranslation('team');
  const text = useText();
  const { draw, caseNumber, today } = props;
  const comma = t('comma');
  return (
    <article className="team-draw" aria-label={t('drawNumber', { number: draw.number })}>
      <h3>
        {t('drawNumber', { number: draw.number })} <HappenedAt at={draw.at} today={today} /> {draw.by}
      </h3>
      {draw.reason !== null && <p>{t('drawReason', { reason: draw.reason })}</p>}
      <ol className="team-steps">
        <li>
          {t('stepList', { count: draw.list.length, able: draw.list.filter(({ tickets }) => tickets > 0).length })}
          <code>{draw.listHash}</code>
        </li>
        <li>
          {t('stepSeed', { position: draw.auditPosition })}
          <code>{draw.seed}</code>
        </li>
        <li>
          {t('stepTickets')}
          {draw.drawn.map(({ name, ticket }) => (
            <span key={name} className="team-ticket">
              <strong>{name}</strong> <code>{ticket}</code>
            </span>
          ))}
        </li>
      </ol>
      <details>
        <summary>{t('wholeList')}</summary>
        <ul className="team-list">
          {draw.list.map(({ personId, name, tickets, out }) => (
            <li key={personId}>
              {name}{' '}
              <span className="case-note">
                {tickets > 0
                  ? t('tickets', { count: tickets })
                  : out.map((reason) => text(exclusionTitles[reason])).join(comma)}
              </span>
            </li>
          ))}
        </ul>
      </details>
      <p className="case-note">
        {t('verifyHow')} <code>npm run -s cli -- team verify --case {caseNumber}</code>
      </p>
    </article>
  );
}
