import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayCell } from './counting.ts';

const always = ['counted', 'rest', 'start', 'last'] as const;

/** What the grounds of the cells mean; signs that the grid does not have are left out. */
export function Legend({ cells }: { readonly cells: readonly DayCell[] }): ReactNode {
  const { t } = useTranslation('why');
  const also = (['excluded', 'rolled'] as const).filter((part) => cells.some((cell) => cell.part === part));
  const makeup = cells.some(({ kind }) => kind === 'makeup');
  return (
    <ul className="why-legend">
      {[...always, ...also].map((part) => (
        <li key={part}>
          <span className={`why-key why-key-${part}`} aria-hidden="true" /> {t(`key_${part}`)}
        </li>
      ))}
      {makeup && (
        <li>
          <span className="why-key why-key-makeup" aria-hidden="true">
            {t('makeupMark')}
          </span>{' '}
          {t('key_makeup')}
        </li>
      )}
    </ul>
  );
}
