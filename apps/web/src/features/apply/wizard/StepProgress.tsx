import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WizardStep } from './completeness.ts';
import { gapsIn } from './use-steps.ts';
import type { WizardState } from './wizard-state.ts';

const opensElsewhere = ({ ctrlKey, metaKey, shiftKey, button }: MouseEvent): boolean =>
  ctrlKey || metaKey || shiftKey || button !== 0;

/** Steps as links, each with what is missing in it; any may be looked at in any order. */
export function StepProgress({ state }: { readonly state: WizardState }): ReactNode {
  const { t } = useTranslation('apply');
  const { steps, gaps } = state;
  const follow = (event: MouseEvent, step: WizardStep): void => {
    if (opensElsewhere(event)) return;
    event.preventDefault();
    steps.go(step);
  };
  return (
    <nav aria-label={t('stepsLabel')} className="wizard-progress">
      <ol>
        {steps.all.map((step, index) => {
          const missing = gapsIn(gaps, step).length;
          const done = missing === 0 && step !== 'submit';
          return (
            <li key={step}>
              <a
                href={`#${step}`}
                className="wizard-link"
                aria-current={step === steps.step ? 'step' : undefined}
                onClick={(event) => follow(event, step)}
              >
                <span className={done ? 'wizard-sign wizard-sign-done' : 'wizard-sign'} aria-hidden="true">
                  {done ? '✓' : index + 1}
                </span>
                <span className="wizard-link-title">{t(`${step}Step`)}</span>
                <span className="wizard-link-note">
                  {done ? t('stepDone') : missing > 0 ? t('stepMissing', { count: missing }) : ''}
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
