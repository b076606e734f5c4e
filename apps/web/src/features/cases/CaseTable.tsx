import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CardTable } from '../../elements/CardTable.tsx';
import { useMe } from '../../app/session.tsx';
import { whenHappened } from '../../elements/dates.ts';
import { Deadline } from '../../elements/Deadline.tsx';
import { useWhy } from '../../elements/why/WhyHost.tsx';
import { useLanguage, useText } from '../../locales/index.ts';
import type { CaseRow } from './use-cases.ts';

/** Person or pool with unit and role; what an enterprise owes is never to be claimed. */
function Owner({ owner }: { readonly owner: CaseRow['steps'][number]['owner'] }): ReactNode {
  const { t } = useTranslation(['cases', 'elements']);
  const text = useText();
  if (owner.role === 'APP')
    return (
      <span>
        {owner.person ?? t('company')}
        <span className="second-line">{text(owner.roleTitle)}</span>
      </span>
    );
  return (
    <span>
      {owner.person ?? t('elements:unclaimed')}
      <span className="second-line">
        {text(owner.unit)} · {text(owner.roleTitle)}
      </span>
    </span>
  );
}

/** Every open step with its deadline and its owner, the most urgent first. */
function Steps({ row }: { readonly row: CaseRow }): ReactNode {
  const { t } = useTranslation(['cases', 'elements']);
  const text = useText();
  const { today } = useMe();
  const why = useWhy();
  const { caseId } = row;
  if (row.steps.length === 0) return <span className="cases-quiet">{row.state === 'closed' ? '' : t('noStep')}</span>;
  return (
    <ul className="cases-steps">
      {row.steps.map((step) => (
        <li key={step.key}>
          <span>{text(step.title)}</span>
          <Deadline deadline={step.deadline} today={today} onWhy={() => why({ caseId, key: step.key })} stacked />
          <Owner owner={step.owner} />
        </li>
      ))}
    </ul>
  );
}

function Case({ row }: { readonly row: CaseRow }): ReactNode {
  const { t } = useTranslation('cases');
  const text = useText();
  const { language } = useLanguage();
  const { today } = useMe();
  return (
    <tr role="row">
      <th role="rowheader" scope="row" className="cases-number">
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }} className="row-link">
          {row.caseNumber}
        </Link>
        {row.acceptanceNumber && (
          <span className="second-line">{t('acceptance', { number: row.acceptanceNumber })}</span>
        )}
      </th>
      <td role="cell" data-label={t('item')}>
        {text(row.itemTitle)}
        <span className="second-line">{text(row.procedureTitle)}</span>
      </td>
      <td role="cell" data-label={t('company')}>
        {row.enterprise}
      </td>
      <td role="cell" data-label={t('state')}>
        {row.ending ? text(row.ending) : t(row.state)}
        <span className="second-line">{t('updated', { when: whenHappened(row.updatedAt, today, language) })}</span>
      </td>
      <td role="cell" className={row.steps.length > 0 ? 'cases-now' : 'cases-now cases-none'}>
        <Steps row={row} />
      </td>
    </tr>
  );
}

/** Cases with what is open on each. On narrow screens each row is a block whose cells carry their heads. */
export function CaseTable({ rows }: { readonly rows: readonly CaseRow[] }): ReactNode {
  const { t } = useTranslation('cases');
  const heads = [t('number'), t('item'), t('company'), t('state'), t('steps')];
  return (
    <CardTable className="cases-table" caption={t('caption')} heads={heads}>
      {rows.map((row) => (
        <Case key={row.caseId} row={row} />
      ))}
    </CardTable>
  );
}
