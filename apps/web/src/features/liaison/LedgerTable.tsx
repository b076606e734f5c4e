import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { CardTable } from '../../elements/CardTable.tsx';
import { shortDay } from '../../elements/dates.ts';
import { Deadline } from '../../elements/Deadline.tsx';
import '../../elements/mark.css';
import { useLanguage, useText } from '../../locales/index.ts';
import { LevelDots } from './LevelDots.tsx';
import type { LedgerRow } from './views.ts';

interface Shown {
  readonly row: LedgerRow;
}

function Handling({ row }: Shown): ReactNode {
  const { t } = useTranslation('liaison');
  const text = useText();
  const { acceptingUnit, handlingUnit, helpers } = row;
  const second = [
    ...(acceptingUnit ? [t('accepting', { unit: text(acceptingUnit) })] : []),
    ...(helpers.length > 0 ? [t('helping', { units: helpers.map(text).join(', ') })] : []),
  ];
  return (
    <>
      {handlingUnit ? text(handlingUnit) : t('noHandler')}
      {second.map((line) => (
        <span key={line} className="second-line">
          {line}
        </span>
      ))}
    </>
  );
}

/** What came of it: the answer, what the requester thought of it, and when policy is looked at again. */
function Answered({ row }: Shown): ReactNode {
  const { t } = useTranslation('liaison');
  const { language } = useLanguage();
  const { today } = useMe();
  const text = useText();
  const { repliedOn, rating, policyReviewOn } = row;
  return (
    <>
      {repliedOn && t('repliedOn', { day: shortDay(repliedOn, language, today) })}
      {rating && <span className="second-line">{text(rating)}</span>}
      {policyReviewOn && t('reviewOn', { day: shortDay(policyReviewOn, language, today) })}
    </>
  );
}

function Row({ row }: Shown): ReactNode {
  const { t } = useTranslation('liaison');
  const { language } = useLanguage();
  const { today } = useMe();
  const text = useText();
  return (
    <tr role="row">
      <th role="rowheader" scope="row" className="liaison-what">
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }} className="row-link">
          {row.subject}
        </Link>{' '}
        {row.sensitive && <span className="mark">{t('sensitiveMark')}</span>}
        <span className="second-line">
          {row.caseNumber} · {text(row.category)} · {text(row.source)}
        </span>
      </th>
      <td role="cell" data-label={t('about')}>
        {text(row.district)}
        {row.enterprise && <span className="second-line">{row.enterprise}</span>}
      </td>
      <td role="cell" data-label={t('received')}>
        <time dateTime={row.receivedOn}>{shortDay(row.receivedOn, language, today)}</time>
      </td>
      <td role="cell" data-label={t('handling')}>
        <Handling row={row} />
      </td>
      <td role="cell" data-label={t('level')}>
        <LevelDots level={row.level} />
        {row.wentOutside && <span className="second-line">{t('outside')}</span>}
      </td>
      <td role="cell" data-label={t('limit')}>
        {row.deadline ? <Deadline deadline={row.deadline} today={today} stacked /> : t('noLimit')}
      </td>
      <td role="cell" data-label={t('progress')}>
        {text(row.progress)}
      </td>
      <td role="cell" data-label={t('answered')}>
        <Answered row={row} />
      </td>
    </tr>
  );
}

/** Rows of a ledger, each with the way to its case. */
export function LedgerTable({ rows }: { readonly rows: readonly LedgerRow[] }): ReactNode {
  const { t } = useTranslation('liaison');
  const heads = ['request', 'about', 'received', 'handling', 'level', 'limit', 'progress', 'answered'] as const;
  return (
    <CardTable className="liaison-table" caption={t('caption')} heads={heads.map((head) => t(head))}>
      {rows.map((row) => (
        <Row key={row.caseId} row={row} />
      ))}
    </CardTable>
  );
}
