import { useGapWords } from './gap-words.ts';
import type { WizardState } from './wizard-state.ts';

/** What is wrong at a field of the open step, once the step has been checked; undefined before and when nothing is. */
export function useFieldError({ gaps, steps }: WizardState): (field: string) => string | undefined {
  const words = useGapWords();
  return (field) => {
    if (!steps.checked.has(steps.step)) return undefined;
    const gap = gaps.find((candidate) => candidate.step === steps.step && candidate.field === field);
    return gap && words(gap);
  };
}
