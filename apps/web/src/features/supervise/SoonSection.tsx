import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../elements/Section.tsx';
import { DueTable } from './DueTable.tsx';
import type { SuperviseDue } from './heat.ts';
import { narrowed, narrowingOf, type Narrowing } from './narrow.ts';
import { useSoonCount } from './use-sentence.ts';

const choices = [null, 'due-today', 'orange', 'yellow', 'green'] as const satisfies readonly (Narrowing | null)[];

function useChoiceWords(): (choice: Narrowing | null) => string {
  const { t } = useTranslation(['supervise', 'elements']);
  return (choice) => {
    if (choice === null) return t('narrowAll');
    return choice === 'due-today' ? t('narrowToday') : t(`elements:${choice}`);
  };
}

function Choices({ soon }: { readonly soon: SuperviseDue['soon'] }): ReactNode {
  const { t } = useTranslation('supervise');
  const words = useChoiceWords();
  return (
    <nav className="chips" aria-label={t('narrow')}>
      {choices.map((choice) => (
        <Link
          key={choice ?? 'all'}
          to="/supervise"
          {...(choice ? { hash: choice } : {})}
          resetScroll={false}
          hashScrollIntoView={false}
          activeOptions={{ exact: true, includeHash: true }}
          className="chip"
        >
          {words(choice)} {narrowed(soon, choice).length}
        </Link>
      ))}
    </nav>
  );
}

/** What comes due within ten working days; the figures above lead here and narrow it. */
export function SoonSection({ due }: { readonly due: SuperviseDue }): ReactNode {
  const { t } = useTranslation('supervise');
  const words = useChoiceWords();
  const soonCount = useSoonCount();
  const chosen = narrowingOf(useLocation({ select: ({ hash }) => hash }));
  const list = useRef<HTMLDivElement>(null);
  const shown = useRef(chosen);
  useEffect(() => {
    // A figure above was followed: the reading position goes to its list. The chips stand in the list already.
    if (shown.current !== chosen && !list.current?.contains(document.activeElement)) list.current?.focus();
    shown.current = chosen;
  }, [chosen]);
  const rows = narrowed(due.soon, chosen);
  return (
    <div ref={list} tabIndex={-1} className="supervise-soon">
      <Section title={t('soon', { n: soonCount(due.soon) })} aside={<Choices soon={due.soon} />}>
        {rows.length > 0 ? (
          <DueTable caption={t('soonCaption')} causeHead={t('causeSoon')} rows={rows} today={due.today} />
        ) : (
          <p className="supervise-none">
            {due.soon.length === 0 ? t('emptySoon') : t('emptyNarrowed', { which: words(chosen) })}
          </p>
        )}
      </Section>
    </div>
  );
}
