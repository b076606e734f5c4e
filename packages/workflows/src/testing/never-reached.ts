import type { AnyProcedure } from '../vocabulary/procedure.ts';
import { play, type Scenario } from './scenario.ts';

/** Endings, and `<step> <button>` or `<step> lapsed`, that no life of the procedure came to. What a parent alone brings about is left to families. */
export async function neverReached(
  procedure: AnyProcedure,
  scenarios: readonly Scenario[],
): Promise<{ readonly endings: readonly string[]; readonly answers: readonly string[] }> {
  const [endings, answers] = [new Set<string | null>(['discontinued']), new Set<string>()];
  for (const scenario of scenarios) {
    const { case: life } = await play(procedure, scenario);
    endings.add(life.closed);
    const steps = new Map<string, string>();
    for (const { entries } of life.turns)
      for (const entry of entries) {
        if (entry.type === 'opened') steps.set(entry.key, entry.step);
        if (entry.type === 'settled') answers.add(`${steps.get(entry.key)} ${entry.outcome}`);
      }
  }
  const all = Object.entries(procedure.steps).flatMap(([step, { outcomes, lapse }]) =>
    [...Object.keys(outcomes), ...(lapse === undefined ? [] : ['lapsed'])].map((outcome) => `${step} ${outcome}`),
  );
  return {
    endings: Object.keys(procedure.endings).filter((ending) => !endings.has(ending)),
    answers: all.filter((answer) => !answers.has(answer)),
  };
}
