import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../elements/Button.tsx';
import { shortDay } from '../../../elements/dates.ts';
import { useLanguage, useText } from '../../../locales/index.ts';
import type { Branch } from './blocks.ts';
import { EntryBody, type Papers } from './PastEntry.tsx';

type Shown = { readonly branches: readonly Branch[]; readonly today: string; readonly papers: Papers };

/** Lines that ran side by side, each a column; they can be folded to their names. On narrow screens they stand one under the other. */
export function ParallelPast({ branches, today, papers }: Shown): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const { language } = useLanguage();
  const [folded, setFolded] = useState(false);
  return (
    <li className="time-row time-row-wide">
      <div className="time-parallel-head">
        <strong>{t('parallel', { count: branches.length })}</strong>
        <Button look="text" small className="case-aside" aria-expanded={!folded} onClick={() => setFolded(!folded)}>
          {t(folded ? 'unfold' : 'fold')}
        </Button>
      </div>
      <div className={folded ? 'time-parallel time-parallel-folded' : 'time-parallel'}>
        {branches.map(({ title, entries }) => (
          <section key={title.zh} className="time-branch-column">
            <h3>{text(title)}</h3>
            <ol>
              {entries.map((entry) => (
                <li key={entry.version} className="time-row time-row-narrow">
                  <span className="time-dot time-dot-past" aria-hidden="true" />
                  <div className="time-what">
                    <time dateTime={entry.at} className="time-when">
                      {shortDay(entry.on, language, today)}
                    </time>
                    {entry.branch.length > 1 && (
                      <span className="time-branch">{entry.branch.slice(1).map(text).join(' / ')}</span>
                    )}
                    <EntryBody entry={entry} today={today} papers={papers} />
                  </div>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </li>
  );
}
