import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { dayWithWeekday } from '../../elements/dates.ts';
import { lastDayOf } from '../../elements/Deadline.tsx';
import { Mark } from '../../elements/Mark.tsx';
import { Section } from '../../elements/Section.tsx';
import type { ExplainedView } from '../../elements/why/views.ts';
import { useLanguage, useText } from '../../locales/index.ts';

/** Why the deadline falls on that day, in the sentence of the service, and the way to its days. */
export function WhyThatDay(props: { readonly explained: ExplainedView; readonly onWhy: () => void }): ReactNode {
  const { explained, onWhy } = props;
  const { t } = useTranslation(['tracking', 'elements']);
  const { language } = useLanguage();
  const text = useText();
  const { deadline, today, of } = explained;
  const on = lastDayOf(deadline);
  const title = on ? t('elements:whyTitle', { day: dayWithWeekday(on, language, today) }) : t('elements:whyStopped');
  return (
    <Section title={title} note={text(of)} className="track-why">
      <p>
        {text(deadline.why?.sentence)} {deadline.why && <Mark mark={deadline.why.mark} />}
      </p>
      <Button small onClick={onWhy}>
        {t('whyDays')}
      </Button>
    </Section>
  );
}
