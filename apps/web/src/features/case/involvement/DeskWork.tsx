import { isOutside } from '@lianban/domain/role';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../app/session.tsx';
import type { DutyView } from '../views.ts';
import { AskMenu } from './AskMenu.tsx';
import { useSheetWords } from './Sheet.tsx';
import { standingOf, useInvolvement } from './use-involvement.ts';
import '../../../elements/involvement/involvement.css';

/** That the duty is being prepared or signed by others: said before the form, so that nobody types in vain. */
export function DeskBanner({ duty }: { readonly duty: DutyView }): ReactNode {
  const { t } = useTranslation('involvement');
  const words = useSheetWords();
  const { data: work } = useInvolvement(duty.caseId);
  const { sheet, delegate } = standingOf(work, duty.key);
  if (!sheet && !delegate) return null;
  return (
    <div className="involvement-banner" role="status">
      {delegate && <p>{t('delegatedTo', { name: delegate.to.person ?? '' })}</p>}
      {sheet && <p>{words(sheet)}</p>}
    </div>
  );
}

const superiors: ReadonlySet<string> = new Set(['SEC', 'DL', 'HEAD']);

/** The menu of the desk: everything for whoever has taken the duty, handing on for a superior. */
export function DeskMenu({ duty }: { readonly duty: DutyView }): ReactNode {
  const { post } = useMe();
  const { data: work } = useInvolvement(duty.caseId);
  const { sheet } = standingOf(work, duty.key);
  const isHolder = duty.holder === 'me';
  // The service decides again, and knows the unit of a head of section.
  const mayReassign = superiors.has(post.role) && duty.owner.role !== 'APP';
  if (isOutside(post.role) || duty.kind !== 'duty' || (!isHolder && !mayReassign)) return null;
  return <AskMenu duty={duty} sheet={sheet} isHolder={isHolder} />;
}
