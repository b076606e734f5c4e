import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Deadline } from '../../elements/Deadline.tsx';
import { useWhy } from '../../elements/why/WhyHost.tsx';
import { useText } from '../../locales/index.ts';
import { actOf } from './acts.ts';
import type { DutyRow } from './standing.ts';

/** One duty: what, on which case, by when with its light, what silence brings about, and the way to do it. */
export function DutyLine(props: { readonly row: DutyRow; readonly today: string; readonly first: boolean }): ReactNode {
  const { row, today, first } = props;
  const { t } = useTranslation('mine');
  const text = useText();
  const why = useWhy();
  const address = { to: '/cases/$caseId', params: { caseId: row.caseId } } as const;
  return (
    <li className="mine-line">
      <span>
        <strong>{text(row.stepTitle)}</strong>
        {row.about && <span className="second-line">{text(row.about)}</span>}
        <span className="second-line">
          {text(row.itemTitle)} · <span className="mine-number">{row.caseNumber}</span>
        </span>
        {row.consequence && (
          <span className="second-line mine-consequence">{t('otherwise', { what: text(row.consequence) })}</span>
        )}
      </span>
      <Deadline deadline={row.deadline} today={today} onWhy={() => why({ caseId: row.caseId, key: row.duty })} />
      <span className="mine-acts">
        <Link
          {...address}
          search={{ duty: row.duty }}
          className={first ? 'button button-solid' : 'button'}
          aria-label={t('actOn', {
            act: t(actOf(row.step)),
            step: row.about ? `${text(row.stepTitle)} · ${text(row.about)}` : text(row.stepTitle),
            number: row.caseNumber,
          })}
        >
          {t(actOf(row.step))}
        </Link>
      </span>
    </li>
  );
}
