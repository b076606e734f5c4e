import { exclusionTitles } from '@lianban/domain/team';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CardTable } from '../../../elements/CardTable.tsx';
import { shortDay } from '../../../elements/dates.ts';
import { useLanguage, useText } from '../../../locales/index.ts';
import type { Candidate, Proposal } from './views.ts';

function Standing({ candidate, isKept }: { readonly candidate: Candidate; readonly isKept: boolean }): ReactNode {
  const { t } = useTranslation('team');
  const text = useText();
  if (isKept) return <strong>{t('inTeam')}</strong>;
  if (candidate.out.length === 0) return <strong>{t('tickets', { count: candidate.tickets })}</strong>;
  return (
    <span className="team-out">
      {t('leftOut')}
      {candidate.out.map((reason) => (
        <span key={reason} className="second-line">
          {text(exclusionTitles[reason])}
        </span>
      ))}
    </span>
  );
}

function Row({
  candidate,
  proposal,
  today,
}: {
  readonly candidate: Candidate;
  readonly proposal: Proposal;
  readonly today: string;
}): ReactNode {
  const { t } = useTranslation('team');
  const { language } = useLanguage();
  const { certificates, lastInspectedOn, load } = candidate;
  const until = (day: string | null): string =>
    day === null ? t('noEnd') : t('until', { day: shortDay(day, language, today) });
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {candidate.name}
        {candidate.mayLead && <span className="second-line">{t('mayLead')}</span>}
      </th>
      <td role="cell" data-label={t('qualification')}>
        {certificates.map(({ kind, validTo }) => (
          <span key={kind} className="team-certificate">
            {kind} <span className="second-line">{until(validTo)}</span>
          </span>
        ))}
        {certificates.length === 0 && t('noCertificate')}
      </td>
      <td role="cell" data-label={t('load')}>
        {t('inspections', { count: load })}
      </td>
      <td role="cell" data-label={t('lastInspected')}>
        {lastInspectedOn === null ? t('never') : shortDay(lastInspectedOn, language, today)}
      </td>
      <td role="cell" data-label={t('standing')}>
        <Standing candidate={candidate} isKept={proposal.kept.includes(candidate.personId)} />
      </td>
    </tr>
  );
}

/** Everybody in the pool with what the draw looks at; those who can be drawn first. */
export function PoolTable({ proposal, today }: { readonly proposal: Proposal; readonly today: string }): ReactNode {
  const { t } = useTranslation('team');
  const heads = [t('person'), t('qualification'), t('load'), t('lastInspected'), t('standing')];
  const rank = ({ personId, tickets }: Candidate): number =>
    proposal.kept.includes(personId) ? 0 : tickets > 0 ? 1 : 2;
  return (
    <CardTable className="team-pool" caption={t('pool')} heads={heads}>
      {proposal.pool
        .toSorted((a, b) => rank(a) - rank(b) || b.tickets - a.tickets)
        .map((candidate) => (
          <Row key={candidate.personId} {...{ candidate, proposal, today }} />
        ))}
    </CardTable>
  );
}
