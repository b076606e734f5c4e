import type { CasePageView, DutyView, ForecastStep, OutcomeView } from '../views.ts';

/**
 * The step that opens when this button carries the case on along its main line, as the forecast has it. Null where it is not
 * known: another button, a right, or several steps open at once.
 */
export function mainSequel(
  { kind, outcomes }: Pick<DutyView, 'kind' | 'outcomes'>,
  outcome: Pick<OutcomeView, 'name'>,
  { duties, ahead }: Pick<CasePageView, 'duties' | 'ahead'>,
): ForecastStep | null {
  const main = outcomes.find(({ tone }) => tone === 'primary') ?? outcomes[0];
  if (kind === 'right' || duties.length !== 1 || main?.name !== outcome.name) return null;
  const [next] = ahead;
  return next?.condition === null ? next : null;
}
