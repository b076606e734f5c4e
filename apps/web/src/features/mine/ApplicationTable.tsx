import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { whenHappened } from '../../elements/dates.ts';
import { Deadline } from '../../elements/Deadline.tsx';
import { useWhy } from '../../elements/why/WhyHost.tsx';
import { useLanguage, useText } from '../../locales/index.ts';
import { ballOf, type CaseRow } from './standing.ts';

/** Step, deadline and owner of the most urgent step; further parallel ones are counted. */
function NowCells({ row }: { readonly row: CaseRow }): ReactNode {
  const { t } = useTranslation(['mine', 'elements']);
  const text = useText();
  const { today } = useMe();
  const why = useWhy();
  const { caseId } = row;
  const [step, ...others] = row.steps;
  if (!step)
    return (
      <td role="cell" colSpan={3} className="mine-ended">
        {row.ending ? text(row.ending) : t('noStep')}
      </td>
    );
  const ball = ballOf(step);
  return (
    <>
      <td role="cell" data-label={t('elements:step')}>
        {text(step.title)}
        {others.length > 0 && <span className="second-line">{t('inParallel', { count: others.length })}</span>}
      </td>
      <td role="cell" data-label={t('elements:deadline')}>
        <Deadline deadline={step.deadline} today={today} onWhy={() => why({ caseId, key: step.key })} stacked />
      </td>
      <td role="cell" data-label={t('elements:owner')}>
        <span className={ball === 'you' ? 'mine-yours' : undefined}>
          {step.owner.person ?? text(step.owner.roleTitle)}
        </span>
        <span className="second-line">{ball === 'you' ? t('withYou') : text(step.owner.unit)}</span>
      </td>
    </>
  );
}

/** Own cases. On narrow screens each row becomes a block whose cells carry their heads; roles keep it a table for screen readers. */
export function ApplicationTable(props: {
  readonly rows: readonly CaseRow[];
  readonly state: CaseRow['state'];
}): ReactNode {
  const { t } = useTranslation(['mine', 'elements']);
  const text = useText();
  const { language } = useLanguage();
  const { today } = useMe();
  const heads = [t('itemAndNumber'), t('elements:step'), t('elements:deadline'), t('elements:owner'), t('updated')];
  return (
    <table role="table" className="table mine-table" aria-label={t(props.state === 'open' ? 'openTab' : 'closedTab')}>
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
        {props.rows.map((row) => (
          <tr role="row" key={row.caseId}>
            <td role="cell">
              <Link to="/cases/$caseId" params={{ caseId: row.caseId }} className="row-link">
                {text(row.itemTitle)}
              </Link>
              <span className="case-number">
                {row.caseNumber}
                {row.acceptanceNumber && (
                  <span className="mine-acceptance">{t('accepted', { number: row.acceptanceNumber })}</span>
                )}
              </span>
            </td>
            <NowCells row={row} />
            <td role="cell" data-label={t('updated')}>
              {whenHappened(row.updatedAt, today, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
