import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../app/session.tsx';
import type { ShownError } from '../../../app/api.ts';
import { useText } from '../../../locales/index.ts';
import { Answer } from '../../../elements/Answer.tsx';
import type { DraftView } from '../views.ts';
import { gapsOf } from './completeness.ts';
import { routeOf } from './draft-content.ts';
import { Receipt } from './Receipt.tsx';
import { RouteLine } from './RouteLine.tsx';
import { SavedLine } from './SavedLine.tsx';
import { StepBody } from './StepBody.tsx';
import { StepFoot } from './StepFoot.tsx';
import { StepProgress } from './StepProgress.tsx';
import { useDraft } from './use-draft.ts';
import { useSteps } from './use-steps.ts';
import { useSubmission } from './use-submission.ts';
import type { WizardState } from './wizard-state.ts';
import './wizard.css';

/** Leads the applicant to where a refusal of the API can be mended. */
function useRefused(state: Pick<WizardState, 'open' | 'steps'>): (refusal: ShownError) => void {
  const { open, steps } = state;
  return useCallback(
    ({ code, detail }) => {
      void open.reread().catch(() => undefined);
      if (code === 'NOTICE_CHANGED') steps.go('commitment');
      if (code !== 'MISSING_MATERIAL') return;
      const named = Object.values(detail).flat();
      const missing = open.draft.item.materials.find(({ key }) => named.includes(key));
      steps.check('materials');
      steps.go('materials', missing && `material-${missing.key}`);
    },
    [open, steps],
  );
}

/** The wizard of one draft: where one is, what is missing, the step itself; after the submission the receipt. */
export function Wizard({ loaded }: { readonly loaded: DraftView }): ReactNode {
  const { t } = useTranslation('apply');
  const text = useText();
  const { today } = useMe();
  const open = useDraft(loaded);
  const { draft } = open;
  const steps = useSteps(draft, today);
  const submission = useSubmission(open, useRefused({ open, steps }));
  const gaps = gapsOf(draft, today);
  if (submission.receipt) return <Receipt receipt={submission.receipt} item={draft.item} />;
  const state: WizardState = { open, steps, gaps, submission };
  const item = text(draft.item.title);
  return (
    <>
      <Answer sentence={gaps.length > 0 ? t('gapsLeft', { item, count: gaps.length }) : t('readyToSubmit', { item })}>
        <SavedLine open={open} />
      </Answer>
      <RouteLine state={state} />
      <div className="wizard">
        <StepProgress state={state} />
        <section className="wizard-step" aria-labelledby="wizard-heading">
          <h2 id="wizard-heading" ref={steps.heading} tabIndex={-1}>
            {t('stepHeading', { n: steps.all.indexOf(steps.step) + 1, title: t(`${steps.step}Step`) })}
          </h2>
          <StepBody state={state} />
          <StepFoot key={`${steps.step} ${routeOf(draft)}`} state={state} />
        </section>
      </div>
    </>
  );
}
