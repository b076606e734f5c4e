import { describe, expect, test } from 'vitest';
import type { CasePageView, DutyView, ForecastStep, OutcomeView } from '../views.ts';
import { mainSequel } from './sequel.ts';

const text = { zh: '', en: '' };
const outcome = (name: string, tone: OutcomeView['tone']): OutcomeView => ({
  name,
  title: text,
  tone,
  irreversible: false,
  isSealed: false,
  form: [],
  files: null,
  documents: [],
  unavailable: null,
});
const step = (name: string, condition: ForecastStep['condition'] = null): ForecastStep => ({
  step: name,
  title: text,
  roleTitle: text,
  limit: null,
  mark: null,
  policy: 'NUDGE',
  expectedOn: null,
  why: null,
  condition,
});
const [refuse, accept] = [outcome('refuse', 'danger'), outcome('accept', 'primary')];
const duty: Pick<DutyView, 'kind' | 'outcomes'> = { kind: 'duty', outcomes: [refuse, accept] };
const page = (open: number, ahead: ForecastStep[]): Pick<CasePageView, 'duties' | 'ahead'> => ({
  duties: Array.from({ length: open }),
  ahead,
});

describe('mainSequel', () => {
  test('is the next step of the main line for the button that carries the case on', () => {
    expect(mainSequel(duty, accept, page(1, [step('review'), step('decide')]))?.step).toBe('review');
  });
  test('is not known for another button, a right, or beside other open steps', () => {
    const ahead = [step('review')];
    expect(mainSequel(duty, refuse, page(1, ahead))).toBeNull();
    expect(mainSequel({ ...duty, kind: 'right' }, accept, page(1, ahead))).toBeNull();
    expect(mainSequel(duty, accept, page(2, ahead))).toBeNull();
  });
  test('is nothing where the main line ends', () => {
    expect(mainSequel(duty, accept, page(1, [step('supplement', { zh: '如', en: 'If' })]))).toBeNull();
    expect(mainSequel(duty, accept, page(1, []))).toBeNull();
  });
});
