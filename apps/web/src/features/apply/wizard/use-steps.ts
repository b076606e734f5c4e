import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { DraftView } from '../views.ts';
import { firstOpenStep, stepNamed, stepsOf, type Gap, type WizardStep } from './completeness.ts';
import { routeOf } from './draft-content.ts';

/** Where the reader is in the wizard and how to move. */
export interface Steps {
  readonly step: WizardStep;
  readonly all: readonly WizardStep[];
  /** Goes to a step and puts the focus on a field of it, or on its heading. */
  readonly go: (step: WizardStep, field?: string) => void;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** Steps whose gaps are shown at the fields. */
  readonly checked: ReadonlySet<WizardStep>;
  readonly check: (...steps: WizardStep[]) => void;
}

const focusField = (field: string): boolean => {
  const found = document.getElementById(field);
  found?.focus();
  found?.scrollIntoView({ block: 'center' });
  return found !== null;
};

/** The step is part of the address, so that going back and loading again stay where one was. */
export function useSteps(draft: DraftView, today: string): Steps {
  const navigate = useNavigate();
  const hash = useRouterState({ select: ({ location }) => location.hash });
  const route = routeOf(draft);
  // Found once: filling in the last field of a step must not carry the reader to the next.
  const [start] = useState(() => firstOpenStep(draft, today));
  const all = stepsOf(route);
  const step = stepNamed(hash, route) ?? stepNamed(start, route) ?? 'submit';
  const [checked, setChecked] = useState<ReadonlySet<WizardStep>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    const field = wanted.current;
    wanted.current = null;
    if (field === null || !focusField(field)) heading.current?.focus();
  }, [step]);
  const check = useCallback((...steps: WizardStep[]) => setChecked((before) => new Set([...before, ...steps])), []);
  const go = useCallback(
    (next: WizardStep, field?: string) => {
      if (next === shown.current) {
        if (field) focusField(field);
        return;
      }
      wanted.current = field ?? null;
      void navigate({ to: '.', hash: next, resetScroll: field === undefined, hashScrollIntoView: false });
    },
    [navigate],
  );
  return { step, all, go, heading, checked, check };
}

/** Gaps of one step. */
export const gapsIn = (gaps: readonly Gap[], step: WizardStep): readonly Gap[] =>
  gaps.filter((gap) => gap.step === step);
