import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../../app/api.ts';
import { Answer } from '../../../elements/Answer.tsx';
import { Deadline, WhyDay } from '../../../elements/Deadline.tsx';
import { Mark } from '../../../elements/Mark.tsx';
import { Section } from '../../../elements/Section.tsx';
import { ThreePartBar } from '../../../elements/ThreePartBar.tsx';
import { explainedAhead } from '../../../elements/why/explained.ts';
import { useWhy } from '../../../elements/why/WhyHost.tsx';
import { useText } from '../../../locales/index.ts';
import type { ItemView, ReceiptView } from '../views.ts';

type Opened = inferOutput<typeof trpc.case.page>;

const askAgainMs = 2000;

/** The case as soon as the record has it; asked again until then while the application is being recorded. */
function useOpenedCase(caseId: string): Opened | undefined {
  return useQuery({
    ...trpc.case.page.queryOptions({ caseId }),
    retry: false,
    refetchInterval: (query) => (query.state.data ? false : askAgainMs),
  }).data;
}

/** Step, deadline and owner of the step that is open now. */
function Now({ opened, item }: { readonly opened: Opened; readonly item: ItemView }): ReactNode {
  const { t } = useTranslation('elements');
  const text = useText();
  const why = useWhy();
  const [next] = opened.duties;
  if (!next) return null;
  const { caseId, today } = opened;
  const onWhy = (): void => why({ caseId, key: next.key });
  const deadline = <Deadline {...{ deadline: next.deadline, today, onWhy }} stacked />;
  return (
    <ThreePartBar
      parts={[
        { label: t('step'), value: text(next.stepTitle), note: text(item.title) },
        { label: t('deadline'), value: deadline },
        { label: t('owner'), value: next.owner.person ?? text(next.owner.roleTitle), note: text(next.owner.unit) },
      ]}
    />
  );
}

function ExpectedDay({ opened, step }: { readonly opened: Opened; readonly step: Opened['ahead'][number] }): ReactNode {
  const { t } = useTranslation('apply');
  const why = useWhy();
  const explained = explainedAhead(opened, step);
  return (
    <span>
      {step.expectedOn && explained && (
        <>
          {t('expectedOn')}
          <WhyDay on={step.expectedOn} today={opened.today} onWhy={() => why(explained)} />
        </>
      )}
    </span>
  );
}

/** What may come after it, as the catalogue has it. */
function Ahead({ opened }: { readonly opened: Opened }): ReactNode {
  const { t } = useTranslation('apply');
  const text = useText();
  if (opened.ahead.length === 0) return null;
  return (
    <Section title={t('ahead')}>
      <ol className="wizard-ahead">
        {opened.ahead.map((step, at) => (
          <li key={at}>
            <strong>{text(step.title)}</strong>
            <span>{text(step.roleTitle)}</span>
            <span>
              {text(step.limit)} {step.mark && <Mark mark={step.mark} />}
            </span>
            <ExpectedDay opened={opened} step={step} />
            {step.condition && <span className="second-line">{text(step.condition)}</span>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Number, what happens next with step, deadline and owner, and where to follow it. Received and recorded are told apart. */
export function Receipt({ receipt, item }: { readonly receipt: ReceiptView; readonly item: ItemView }): ReactNode {
  const { t } = useTranslation('apply');
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const opened = useOpenedCase(receipt.caseId);
  const recorded = receipt.state === 'recorded' ? receipt : opened;
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <Answer ref={heading} sentence={recorded ? t('received', { number: recorded.caseNumber }) : t('receiving')}>
        {recorded ? text(recorded.answer) : t('receivingMeans')}
      </Answer>
      <p className="visually-hidden" role="status">
        {receipt.state === 'recording' && recorded && t('received', { number: recorded.caseNumber })}
      </p>
      {opened && <Now opened={opened} item={item} />}
      <p className="apply-note">{t('followUp')}</p>
      <p className="apply-links">
        {recorded && (
          <Link to="/cases/$caseId" params={{ caseId: receipt.caseId }} className="button button-solid">
            {t('seeCase')}
          </Link>
        )}
        <Link to="/applications" className="button">
          {t('toApplications')}
        </Link>
      </p>
      {opened && <Ahead opened={opened} />}
    </>
  );
}
