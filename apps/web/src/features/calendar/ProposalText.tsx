import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayWithWeekday } from '../../elements/dates.ts';
import { useLimitWords } from '../../elements/limit-words.ts';
import { Mark } from '../../elements/Mark.tsx';
import { Section } from '../../elements/Section.tsx';
import { useLanguage, useText } from '../../locales/index.ts';
import { Days } from './Days.tsx';
import type { RevisionPageView } from './views.ts';

type Shown = Pick<RevisionPageView, 'proposal' | 'today'>;
type Of<Kind> = Extract<RevisionPageView['proposal'], { kind: Kind }>;

function Closures({ proposal, today }: { readonly proposal: Of<'closures'>; readonly today: string }): ReactNode {
  const { t } = useTranslation('calendar');
  const { language } = useLanguage();
  return (
    <ul className="calendar-closures">
      {proposal.add.map(({ on, name }) => (
        <li key={on}>{t('closes', { day: dayWithWeekday(on, language, today), name })}</li>
      ))}
      {proposal.remove.map((on) => (
        <li key={on}>{t('opens', { day: dayWithWeekday(on, language, today) })}</li>
      ))}
    </ul>
  );
}

function RuleText({
  proposal,
  today,
}: {
  readonly proposal: Of<'rule' | 'caseRule'>;
  readonly today: string;
}): ReactNode {
  const { t } = useTranslation('calendar');
  const text = useText();
  const { language } = useLanguage();
  const limitWords = useLimitWords();
  const { limit, mark, basis } = proposal.kind === 'rule' ? proposal.rule : proposal.term;
  return (
    <>
      <p>
        <strong>{text(proposal.title)}</strong> {limitWords(limit)} <Mark mark={mark} /> {text(basis)}
      </p>
      {proposal.kind === 'rule' && (
        <p>
          {t('fromDay', { day: dayWithWeekday(proposal.rule.effectiveFrom, language, today) })}{' '}
          {t(`running_${proposal.running}`)}
        </p>
      )}
    </>
  );
}

/** What calendar or rules are to be. */
export function ProposalText({ proposal, today }: Shown): ReactNode {
  const { t } = useTranslation('calendar');
  const text = useText();
  const note = proposal.kind === 'calendarYear' ? text(proposal.year.source) : undefined;
  return (
    <Section title={t('proposal')} note={note}>
      {proposal.kind === 'calendarYear' && <Days rest={proposal.year.rest} work={proposal.year.work} />}
      {proposal.kind === 'closures' && <Closures proposal={proposal} today={today} />}
      {(proposal.kind === 'rule' || proposal.kind === 'caseRule') && <RuleText proposal={proposal} today={today} />}
    </Section>
  );
}
