import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useText } from '../../locales/index.ts';
import { shortDay } from '../dates.ts';
import { PaperLine, type Opening } from './PaperLine.tsx';
import { Row } from './Row.tsx';
import type { SpanView } from './views.ts';

/** On which basis and by which papers the clock stopped and ran on. */
function Grounds({ span, ...opening }: Opening & { readonly span: SpanView }): ReactNode {
  const { t } = useTranslation('why');
  const text = useText();
  return (
    <>
      <span className="second-line">{span.basis ? t('spanBasis', { basis: text(span.basis) }) : t('noSpanBasis')}</span>
      <PaperLine head={t('stoppedBy')} papers={span.openedBy} {...opening} />
      {span.to !== null && <PaperLine head={t('resumedBy')} papers={span.closedBy} {...opening} />}
    </>
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
          {span.reason === 'carried' ? (
            <span className="second-line">{t('spanCarried')}</span>
          ) : (
            <Grounds span={span} {...opening} />
          )}
        </>
      }
      note={late && t('spanLate')}
    />
  );
}
