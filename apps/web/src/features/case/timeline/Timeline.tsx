import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../elements/Section.tsx';
import type { CasePageView } from '../views.ts';
import { Ahead } from './Ahead.tsx';
import { blocksOf } from './blocks.ts';
import { Now } from './Now.tsx';
import { ParallelPast } from './ParallelPast.tsx';
import { PastEntry } from './PastEntry.tsx';
import './timeline.css';

function Legend(): ReactNode {
  const { t } = useTranslation('case');
  return (
    <span className="time-legend">
      {(['past', 'now', 'ahead'] as const).map((kind) => (
        <span key={kind}>
          <span className={`time-dot time-dot-${kind}`} aria-hidden="true" /> {t(`legend_${kind}`)}
        </span>
      ))}
    </span>
  );
}

/** One column: what happened, what is being done now, and what may come next. */
export function Timeline(props: {
  readonly page: CasePageView;
  readonly onPaper: (id: string) => void;
  readonly onWhy: (key: string) => void;
}): ReactNode {
  const { t } = useTranslation('case');
  const { page, onPaper, onWhy } = props;
  const readable = new Set(page.documents.map(({ id }) => id));
  const papers = { caseId: page.caseId, readable, onPaper };
  return (
    <Section title={t('timeline')} aside={<Legend />} className="case-time">
      <ol className="time">
        {blocksOf(page.timeline).map((block) =>
          block.kind === 'entry' ? (
            <PastEntry key={block.entry.version} entry={block.entry} today={page.today} papers={papers} />
          ) : (
            <ParallelPast
              key={block.branches[0]?.entries[0]?.version}
              branches={block.branches}
              today={page.today}
              papers={papers}
            />
          ),
        )}
        <Now page={page} onWhy={onWhy} />
        <Ahead page={page} />
      </ol>
    </Section>
  );
}
