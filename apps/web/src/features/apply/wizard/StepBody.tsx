import type { ReactNode } from 'react';
import { CommitmentStep } from './steps/CommitmentStep.tsx';
import { ConditionsStep } from './steps/ConditionsStep.tsx';
import { EnterpriseStep } from './steps/EnterpriseStep.tsx';
import { MaterialsStep } from './steps/MaterialsStep.tsx';
import { SubmitStep } from './steps/SubmitStep.tsx';
import type { WizardState } from './wizard-state.ts';

/** What the open step asks for. */
export function StepBody({ state }: { readonly state: WizardState }): ReactNode {
  switch (state.steps.step) {
    case 'enterprise':
      return <EnterpriseStep state={state} />;
    case 'materials':
      return <MaterialsStep state={state} />;
    case 'conditions':
      return <ConditionsStep state={state} />;
    case 'commitment':
      return <CommitmentStep state={state} />;
    case 'submit':
      return <SubmitStep state={state} />;
  }
}
