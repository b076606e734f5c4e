import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DaysLeft, Deadline, DeadlineDay } from '../../elements/Deadline.tsx';
import { useWhy } from '../../elements/why/WhyHost.tsx';
import { useText } from '../../locales/index.ts';
import type { InboxRow } from './groups.ts';
import { isAtStake } from './standing.ts';

/** The day, which opens why it is that day; beneath it the days left, or on the last day what silence brings about. */
export function MyDeadline({ row, today }: { readonly row: InboxRow; readonly today: string }): ReactNode {
  const { t } = useTranslation('inbox');
  const text = useText();
  const why = useWhy();
  const { deadline, consequence, caseId, duty } = row;
  const onWhy = (): void => why({ caseId, key: duty });
  const explained = { deadline, today, onWhy };
  if (consequence === null || isAtStake(row)) {
    const effect = consequence ? { consequence: text(consequence) } : {};
    return <Deadline {...explained} {...effect} stacked withLight={false} />;
  }
  return (
    <>
      <DeadlineDay {...explained} />
      <span className="second-line">
        <DaysLeft deadline={deadline} />
        <span className="inbox-effect" title={text(consequence)}>
          {t('thenEffect')}
        </span>
      </span>
    </>
  );
}
