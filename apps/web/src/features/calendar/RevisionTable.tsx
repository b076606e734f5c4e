import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CardTable } from '../../elements/CardTable.tsx';
import { whenHappened } from '../../elements/dates.ts';
import { useLanguage, useText } from '../../locales/index.ts';
import { useStateWords } from './state-words.ts';
import type { RevisionRow } from './views.ts';

/** Revisions with who proposed and who decided, the latest first. */
export function RevisionTable(props: { readonly rows: readonly RevisionRow[]; readonly today: string }): ReactNode {
  const { t } = useTranslation('calendar');
  const { language } = useLanguage();
  const text = useText();
  const stateWords = useStateWords();
  const heads = [t('what'), t('effect'), t('proposedBy'), t('state'), t('decidedBy')];
  const when = ({ at, name }: RevisionRow['proposed']): string => `${name} ${whenHappened(at, props.today, language)}`;
  return (
    <CardTable className="revision-table" caption={t('revisions')} heads={heads}>
      {props.rows.map((row) => (
        <tr key={row.id} role="row">
          <th role="rowheader" scope="row">
            <Link to="/admin/calendar/$revisionId" params={{ revisionId: row.id }} className="row-link">
              {text(row.title)}
            </Link>
            <span className="second-line">{row.reason}</span>
          </th>
          <td role="cell" data-label={t('effect')}>
            {t('effectOn', { count: row.cases, earlier: row.counts.earlier, later: row.counts.later })}
          </td>
          <td role="cell" data-label={t('proposedBy')}>
            {when(row.proposed)}
          </td>
          <td role="cell" data-label={t('state')}>
            {row.state === 'proposed' ? <strong>{stateWords(row)}</strong> : stateWords(row)}
          </td>
          <td role="cell" data-label={t('decidedBy')}>
            {row.decided ? when(row.decided) : t('nobodyYet')}
          </td>
        </tr>
      ))}
    </CardTable>
  );
}
