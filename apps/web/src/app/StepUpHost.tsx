import { lazy, Suspense, useSyncExternalStore, type ReactNode } from 'react';
import { onQuestion, openQuestion } from './step-up.ts';

const StepUpDialog = lazy(() => import('./StepUpDialog.tsx'));

/** Holds the question who one is, over whatever page it is asked on. */
export function StepUpHost(): ReactNode {
  const question = useSyncExternalStore(onQuestion, openQuestion);
  return <Suspense>{question && <StepUpDialog question={question} />}</Suspense>;
}
