import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { CardTable } from '../../elements/CardTable.tsx';
import { whenHappened } from '../../elements/dates.ts';
import { useLanguage, useText } from '../../locales/index.ts';
import { AccessActs } from './AccessActs.tsx';
import type { AccessView } from './views.ts';

function useWhen(): (instant: string) => string {
  const { language } = useLanguage();
  const { today } = useMe();
  return (instant) => whenHappened(instant, today, language);
}

function Case({ row }: { readonly row: AccessView }): ReactNode {
  const { t } = useTranslation('emergency');
  if (row.caseNumber === null) return <span className="emergency-quiet">{t('numberHidden')}</span>;
  if (row.caseId === null) return row.caseNumber;
  return (
    <Link to="/cases/$caseId" params={{ caseId: row.caseId }} className="row-link">
      {row.caseNumber}
    </Link>
  );
}

/** How a request stands, and who made it so. */
function Standing({ row }: { readonly row: AccessView }): ReactNode {
  const { t } = useTranslation('emergency');
  const when = useWhen();
  const { decided, ended, remark } = row;
  return (
    <>
      {row.state === 'asked' || row.state === 'running' ? <strong>{t(row.state)}</strong> : t(row.state)}
      {decided && (
        <span className="second-line">
          {t(row.state === 'refused' ? 'refusedBy' : 'releasedBy', { name: decided.name, when: when(decided.at) })}
        </span>
      )}
      {remark !== null && <span className="second-line">{t('because', { reason: remark })}</span>}
      {ended && <span className="second-line">{t('endedBy', { name: ended.name, when: when(ended.at) })}</span>}
    </>
  );
}

/** Requests with who asked, why and until when, how they stand, and what can be done about them. */
export function AccessTable({ rows }: { readonly rows: readonly AccessView[] }): ReactNode {
  const { t } = useTranslation('emergency');
  const text = useText();
  const when = useWhen();
  return (
    <CardTable
      className="emergency-table"
      caption={t('caption')}
      heads={[t('who'), t('case'), t('why'), t('until'), t('state'), t('acts')]}
    >
      {rows.map((row) => (
        <tr key={row.accessId} role="row">
          <th role="rowheader" scope="row">
            {row.own ? t('you') : row.asked.name}
            <span className="second-line">
              {text(row.asked.roleTitle)} · {text(row.asked.place)}
            </span>
          </th>
          <td role="cell" data-label={t('case')}>
            <Case row={row} />
          </td>
          <td role="cell" data-label={t('why')}>
            {row.reason}
            <span className="second-line">{t('askedAt', { when: when(row.asked.at) })}</span>
          </td>
          <td role="cell" data-label={t('until')}>
            {when(row.untilAt)}
          </td>
          <td role="cell" data-label={t('state')}>
            <Standing row={row} />
          </td>
          <td role="cell" data-label={row.mayDecide || row.mayEnd ? t('acts') : undefined}>
            <AccessActs row={row} />
          </td>
        </tr>
      ))}
    </CardTable>
  );
}
