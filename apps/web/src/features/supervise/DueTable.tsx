import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Deadline } from '../../elements/Deadline.tsx';
import { Trail, Urges } from '../../elements/urge/Trail.tsx';
import { UrgeButton } from '../../elements/urge/UrgeButton.tsx';
import { useWhy } from '../../elements/why/WhyHost.tsx';
import { useText } from '../../locales/index.ts';
import type { OverdueRow, SoonRow } from './heat.ts';

interface DueTableProps {
  readonly caption: string;
  readonly causeHead: string;
  readonly rows: readonly (SoonRow | OverdueRow)[];
  readonly today: string;
  /** Item and enterprise in columns of their own, where the table has the whole width. */
  readonly wide?: boolean;
}

function ItemCells({ row }: { readonly row: SoonRow | OverdueRow }): ReactNode {
  const { t } = useTranslation('supervise');
  const text = useText();
  return (
    <>
      <td role="cell" data-label={t('item')}>
        {'itemTitle' in row ? text(row.itemTitle) : t('none')}
      </td>
      <td role="cell" data-label={t('company')}>
        {'enterprise' in row ? row.enterprise : t('none')}
      </td>
    </>
  );
}

/** What was sent so far, and the way to urge; on narrow lists only how often somebody urged. */
function UrgeCells({ row, today, wide }: { row: SoonRow | OverdueRow; today: string; wide: boolean }): ReactNode {
  const { t } = useTranslation('supervise');
  const { caseId, duty, caseNumber, stepTitle, owner, trail } = row;
  return (
    <td role="cell" data-label={t(wide ? 'overdueUrging' : 'urging')}>
      <span className="due-urging">
        <span className="due-trail">
          {wide && <Trail trail={trail} today={today} />}
          <Urges trail={trail} today={today} />
        </span>
        <span className="due-urge">
          <UrgeButton {...{ caseId, duty, caseNumber, stepTitle, owner }} againOn={trail.urgeAgainOn} />
        </span>
      </span>
    </td>
  );
}

function DueRow({
  row,
  today,
  wide,
  causeHead,
}: Omit<DueTableProps, 'rows' | 'caption'> & { row: SoonRow | OverdueRow }) {
  const { t } = useTranslation(['supervise', 'elements']);
  const text = useText();
  const why = useWhy();
  const { owner, caseId, duty } = row;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }} className="row-link">
          {row.caseNumber}
        </Link>
        <span className="second-line">{text(row.stepTitle)}</span>
      </th>
      {wide && <ItemCells row={row} />}
      <td role="cell" data-label={t('unitAndOwner')}>
        {text(owner.unit)}
        <span className="second-line">{owner.person ?? `${text(owner.roleTitle)} · ${t('elements:unclaimed')}`}</span>
      </td>
      <td role="cell" data-label={t('elements:deadline')}>
        <Deadline deadline={row.deadline} today={today} onWhy={() => why({ caseId, key: duty })} stacked />
      </td>
      <td role="cell" data-label={causeHead}>
        {row.cause ? text(row.cause) : t('none')}
      </td>
      <UrgeCells row={row} today={today} wide={wide ?? false} />
    </tr>
  );
}

/** Steps with unit, owner, deadline and what the record shows of the cause. On narrow screens each row is a block. */
export function DueTable({ caption, rows, wide = false, ...rest }: DueTableProps): ReactNode {
  const { t } = useTranslation(['supervise', 'elements']);
  const heads = [
    t('numberAndStep'),
    ...(wide ? [t('item'), t('company')] : []),
    t('unitAndOwner'),
    t('elements:deadline'),
    rest.causeHead,
    t(wide ? 'overdueUrging' : 'urging'),
  ];
  return (
    <table role="table" className={`table table-cards due-table ${wide ? 'due-wide' : 'due-narrow'}`}>
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head) => (
            <th key={head} role="columnheader" scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <DueRow key={`${row.caseId} ${row.duty}`} row={row} wide={wide} {...rest} />
        ))}
      </tbody>
    </table>
  );
}
