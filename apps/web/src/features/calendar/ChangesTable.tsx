import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CardTable } from '../../elements/CardTable.tsx';
import { dayWithWeekday } from '../../elements/dates.ts';
import { useLanguage, useText } from '../../locales/index.ts';
import type { ChangeRow } from './views.ts';

function Day({ day, today }: { readonly day: ChangeRow['from']; readonly today: string }): ReactNode {
  const { t } = useTranslation('calendar');
  const { language } = useLanguage();
  if (day.on === null) return t('standsStill');
  return (
    <>
      <span className="calendar-date">{dayWithWeekday(day.on, language, today)}</span>
      {day.provisional && <span className="second-line">{t('provisional')}</span>}
    </>
  );
}

/** Limits with the day before and the day after, case by case. */
export function ChangesTable(props: { readonly rows: readonly ChangeRow[]; readonly today: string }): ReactNode {
  const { t } = useTranslation('calendar');
  const text = useText();
  const heads = [t('case'), t('enterprise'), t('limit'), t('before'), t('after'), t('change')];
  return (
    <CardTable className="changes-table" caption={t('changes')} heads={heads}>
      {props.rows.map((row) => (
        <tr key={`${row.caseId} ${row.key}`} role="row">
          <th role="rowheader" scope="row">
            <Link to="/cases/$caseId" params={{ caseId: row.caseId }} className="row-link">
              {row.caseNumber}
            </Link>
            <span className="second-line">{text(row.itemTitle)}</span>
          </th>
          <td role="cell" data-label={t('enterprise')}>
            {row.enterprise}
          </td>
          <td role="cell" data-label={t('limit')}>
            {text(row.what)}
            {row.unit && <span className="second-line">{text(row.unit)}</span>}
          </td>
          <td role="cell" data-label={t('before')}>
            <Day day={row.from} today={props.today} />
          </td>
          <td role="cell" data-label={t('after')}>
            <Day day={row.to} today={props.today} />
          </td>
          <td role="cell" data-label={t('change')} className={`change-${row.shift}`}>
            {t(`shift_${row.shift}`)}
          </td>
        </tr>
      ))}
    </CardTable>
  );
}
