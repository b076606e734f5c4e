import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../elements/Answer.tsx';
import { Button } from '../../elements/Button.tsx';
import { useLanguage, useText } from '../../locales/index.ts';
import { dayWithWeekday } from '../../elements/dates.ts';
import { useWhy } from '../../elements/why/WhyHost.tsx';
import { DaysUsed } from './DaysUsed.tsx';
import { explainedIn } from './explained.ts';
import { NowBar } from './NowBar.tsx';
import { holderOf, type TrackingView } from './progress.ts';
import { PublicTimeline } from './PublicTimeline.tsx';
import { WhyThatDay } from './WhyThatDay.tsx';

/** The card: the answer as the heading, where and who, next, by when, the window; days of both sides; the public timeline. */
export function TrackingAnswer({
  found,
  onOther,
}: {
  readonly found: TrackingView;
  readonly onOther: () => void;
}): ReactNode {
  const { t } = useTranslation('tracking');
  const text = useText();
  const { language } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const why = useWhy();
  const explained = explainedIn(found);
  const asking = explained ? { onWhy: () => why(explained) } : {};
  return (
    <>
      <div className="track-line">
        <span>{found.acceptanceNumber ?? found.caseNumber}</span>
        <span>{text(found.itemTitle)}</span>
        <span>{found.enterprise}</span>
        <span>{t('since', { day: dayWithWeekday(found.daysUsed.since, language, found.today) })}</span>
        <Button look="text" small className="track-other" onClick={onOther}>
          {t('other')}
        </Button>
      </div>
      <Answer ref={heading} sentence={text(found.answer)}>
        {t(`held_${holderOf(found)}`)}
      </Answer>
      <NowBar found={found} {...asking} />
      <div className="track-columns">
        <PublicTimeline found={found} {...asking} />
        <div className="track-figures">
          <DaysUsed found={found} />
          {explained && <WhyThatDay explained={explained} onWhy={() => why(explained)} />}
        </div>
      </div>
    </>
  );
}
