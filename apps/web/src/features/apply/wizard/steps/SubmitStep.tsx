import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../../app/session.tsx';
import { Button } from '../../../../elements/Button.tsx';
import { dayWithWeekday } from '../../../../elements/dates.ts';
import { useLanguage, useText } from '../../../../locales/index.ts';
import { LimitList } from '../../ItemFacts.tsx';
import type { DraftView } from '../../views.ts';
import type { WizardStep } from '../completeness.ts';
import { isSigned } from '../draft-content.ts';
import { useGapWords } from '../gap-words.ts';
import type { WizardState } from '../wizard-state.ts';

/** What is filled in, step by step, in the words of the file. */
function useSummary(draft: DraftView): (step: WizardStep) => readonly string[] {
  const { t } = useTranslation('apply');
  const text = useText();
  const { language } = useLanguage();
  const { enterprise, today } = useMe();
  const { content, item, notice, attachments } = draft;
  const filled = (value: string | undefined): string => value?.trim() || t('notFilledIn');
  const howReady = (key: string): readonly string[] => {
    const files = attachments.filter(({ material }) => material === key).map(({ name }) => name);
    const { provided = false, note = '' } = content.materials?.[key] ?? {};
    return [...files, ...(provided ? [t('atWindow'), note] : [])].filter((words) => words !== '');
  };
  return (step) => {
    switch (step) {
      case 'enterprise':
        return [
          enterprise?.name ?? '',
          t('contactLine', { contact: filled(content.contact), phone: filled(content.phone) }),
          filled(content.premises),
        ];
      case 'materials':
        return item.materials
          .map(({ key, title }) => ({ title, how: howReady(key) }))
          .filter(({ how }) => how.length > 0)
          .map(({ title, how }) => [text(title), how.join(t('comma'))].join(t('colon')));
      case 'conditions':
        if (content.conditionsMetOn)
          return [
            t('promiseLater', { day: dayWithWeekday(content.conditionsMetOn, language, today) }),
            t('restricted'),
          ];
        return [t(content.conditionsMetOn === null ? 'conditionsMet' : 'promiseOpen')];
      case 'commitment':
        return [
          isSigned(draft)
            ? t('signedLine', { name: content.signature?.name ?? '', version: notice?.version ?? '' })
            : t('notSigned'),
        ];
      case 'submit':
        return [];
    }
  };
}

function GapList({ state }: { readonly state: WizardState }): ReactNode {
  const { t } = useTranslation('apply');
  const words = useGapWords();
  const { gaps, steps } = state;
  return (
    <div className="apply-strip apply-strip-warning" id="gaps" role="group" aria-labelledby="gaps-title" tabIndex={-1}>
      <div>
        <strong id="gaps-title">{t('stillMissing', { count: gaps.length })}</strong>
        <ul className="wizard-gaps">
          {gaps.map((gap) => (
            <li key={`${gap.step} ${gap.field}`}>
              <Button
                look="text"
                small
                onClick={() => {
                  steps.check(gap.step);
                  steps.go(gap.step, gap.field);
                }}
              >
                {words(gap)}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Everything once more, each part with its way back; what is missing first; what the submission brings about beside it. */
export function SubmitStep({ state }: { readonly state: WizardState }): ReactNode {
  const { t } = useTranslation('apply');
  const { steps, gaps, open } = state;
  const summary = useSummary(open.draft);
  return (
    <>
      {gaps.length > 0 && <GapList state={state} />}
      <dl className="wizard-summary">
        {steps.all
          .filter((step) => step !== 'submit')
          .map((step) => (
            <div key={step}>
              <dt>{t(`${step}Step`)}</dt>
              <dd>
                {summary(step).map((line) => (
                  <p key={line}>{line}</p>
                ))}
                {summary(step).length === 0 && <p>{t('notFilledIn')}</p>}
              </dd>
              <dd className="wizard-summary-act">
                <Button
                  look="text"
                  small
                  aria-label={t('changeStep', { step: t(`${step}Step`) })}
                  onClick={() => steps.go(step)}
                >
                  {t('change')}
                </Button>
              </dd>
            </div>
          ))}
      </dl>
      <div className="wizard-after">
        <h3>{t('afterSubmit')}</h3>
        <ul>
          <li>{t('afterNumber')}</li>
          <li>{t(steps.all.includes('commitment') ? 'afterFixed' : 'afterFixedOrdinary')}</li>
          <li>{t('afterTold')}</li>
        </ul>
        <LimitList limits={open.draft.item.limits} />
      </div>
    </>
  );
}
