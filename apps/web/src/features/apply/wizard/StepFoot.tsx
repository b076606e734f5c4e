import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../locales/index.ts';
import { Button } from '../../../elements/Button.tsx';
import { ErrorText } from '../../../elements/ErrorText.tsx';
import { isSigned } from './draft-content.ts';
import { useGapWords } from './gap-words.ts';
import { gapsIn } from './use-steps.ts';
import type { WizardState } from './wizard-state.ts';

/** Back and on. Going on names what is missing and puts the focus there; the other steps stay open by the progress. */
export function StepFoot({ state }: { readonly state: WizardState }): ReactNode {
  const { t } = useTranslation('apply');
  const { language } = useLanguage();
  const words = useGapWords();
  const { steps, gaps, open, submission } = state;
  const [asked, setAsked] = useState(false);
  const at = steps.all.indexOf(steps.step);
  const [before, after] = [steps.all[at - 1], steps.all[at + 1]];
  const missing = after ? gapsIn(gaps, steps.step) : gaps;
  const onward = (): void => {
    setAsked(true);
    const [first] = missing;
    if (first) {
      steps.check(...missing.map(({ step }) => step));
      steps.go(steps.step, first.step === steps.step ? first.field : 'gaps');
    } else if (after) {
      void open.flush().catch(() => undefined);
      steps.go(after);
    } else submission.submit();
  };
  const solid = steps.step !== 'commitment' || isSigned(open.draft);
  return (
    <div className="wizard-foot">
      {asked && missing.length > 0 && after && (
        <p className="error-text" role="alert">
          {t('missingHere', { list: missing.map(words).join(language === 'en' ? ' ' : '') })}
        </p>
      )}
      {asked && missing.length > 0 && !after && (
        <p className="error-text" role="alert">
          {t('missingBefore', { count: missing.length })}
        </p>
      )}
      {!after && <ErrorText error={submission.error} />}
      <div className="wizard-buttons">
        {before && <Button onClick={() => steps.go(before)}>{t('back')}</Button>}
        <Button look={solid ? 'solid' : 'outlined'} onClick={onward} aria-busy={submission.pending}>
          {after ? t('onward') : t(submission.pending ? 'submitting' : 'submit')}
        </Button>
        {!after && <span className="apply-note">{t('onceSubmitted')}</span>}
      </div>
    </div>
  );
}
