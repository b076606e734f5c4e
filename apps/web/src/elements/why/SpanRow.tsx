import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useText } from '../../locales/index.ts';
import { shortDay } from '../dates.ts';
import { Row } from './Row.tsx';
import type { SpanView } from './views.ts';

/** The case whose papers may be opened, and what is to happen when one is. */
export interface Opening {
  readonly caseId: string | null;
  readonly onFollow: () => void;
}

type Papers = NonNullable<SpanView['openedBy']>;

function Paper({ paper, caseId, onFollow }: Opening & { readonly paper: Papers[number] }): ReactNode {
  const text = useText();
  const name = [text(paper.title), paper.number].filter(Boolean).join(' ');
  if (caseId === null || paper.id === null) return name;
  return (
    <Link
      to="/cases/$caseId"
      params={{ caseId }}
      search={{ paper: paper.id }}
      resetScroll={false}
      className="link"
      onClick={onFollow}
    >
      {name}
    </Link>
  );
}

/** By which papers the clock stopped, or ran on; says so where there is none, or none for this reader. */
function PaperLine(props: Opening & { readonly head: string; readonly papers: Papers | null }): ReactNode {
  const { t } = useTranslation('why');
  const { head, papers, ...opening } = props;
  return (
    <span className="second-line">
      {head}
      {papers === null && t('noPaperForYou')}
      {papers?.length === 0 && t('noPaper')}
      {papers?.map((paper, at) => (
        <span key={at}>
          {at > 0 && t('comma')}
          <Paper paper={paper} {...opening} />
        </span>
      ))}
    </span>
  );
}

/** Days that were left out: which, how many, why, on which basis, and by which papers. */
export function SpanRow({
  span,
  workingDays,
  today,
  late = false,
  ...opening
}: Opening & {
  readonly span: SpanView;
  readonly workingDays: number;
  readonly today: string;
  /** It began when the days had run out. */
  readonly late?: boolean;
}): ReactNode {
  const { t } = useTranslation('why');
  const text = useText();
  const { language } = useLanguage();
  const day = (on: string): string => shortDay(on, language, today);
  const { from, to } = span;
  const days = to === null ? t('sinceDay', { day: day(from) }) : from === to ? day(to) : `${day(from)}–${day(to)}`;
  return (
    <Row
      head={t(`segment_${span.kind}`)}
      value={
        <>
          <strong>{t('spanDays', { days, count: workingDays })}</strong>
          <span className="why-reason">{text(span.title)}</span>
          <span className="second-line">
            {span.basis ? t('spanBasis', { basis: text(span.basis) }) : t('noSpanBasis')}
          </span>
          <PaperLine head={t('stoppedBy')} papers={span.openedBy} {...opening} />
          {span.to !== null && <PaperLine head={t('resumedBy')} papers={span.closedBy} {...opening} />}
        </>
      }
      note={late && t('spanLate')}
    />
  );
}
