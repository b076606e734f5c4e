import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { useText } from '../../locales/index.ts';
import type { QuickAct } from './attempts.ts';
import type { InboxRow } from './groups.ts';

interface RowActProps {
  readonly row: InboxRow;
  /** The one row whose act is drawn solid. */
  readonly solid: boolean;
  readonly onAct: (act: QuickAct) => void;
}

/** What can be done with a row: open it when it is mine, with the way back to the pool; take it when nobody has it. */
export function RowAct({ row, solid, onAct }: RowActProps): ReactNode {
  const { t } = useTranslation('inbox');
  const text = useText();
  const named = { step: text(row.stepTitle), number: row.caseNumber };
  if (row.holder === 'other') {
    const { person } = row.owner;
    return <span className="second-line">{person ? t('heldBy', { person }) : t('heldByOther')}</span>;
  }
  if (row.holder === 'pool')
    return (
      <Button small look={solid ? 'solid' : 'text'} aria-label={t('claimRow', named)} onClick={() => onAct('claim')}>
        {t('claim')}
      </Button>
    );
  return (
    <>
      <Link
        to="/cases/$caseId"
        params={{ caseId: row.caseId }}
        search={{ duty: row.duty }}
        className={`button button-small ${solid ? 'button-solid' : 'button-text'}`}
        aria-label={t('openRow', named)}
      >
        {t('open')}
      </Link>
      <Button
        small
        look="text"
        className="inbox-release"
        aria-label={t('releaseRow', named)}
        onClick={() => onAct('release')}
      >
        {t('release')}
      </Button>
    </>
  );
}
