import { LianbanError } from '@lianban/domain/error';
import { text, type Text } from '@lianban/domain/text';
import { procedureOf } from '@lianban/workflows/procedures/registry';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import { barredBy } from '@lianban/workflows/procedures/separation';
import type { StepSpec } from '@lianban/workflows/vocabulary/step';

/** The words of one procedure edition, as screens ask for them. */
export interface CatalogueReader {
  readonly procedure: AnyProcedure;
  readonly title: Text;
  /** The catalogue row. @throws LianbanError INTERNAL when the edition has no such step. */
  readonly spec: (step: string) => StepSpec;
  readonly stepTitle: (step: string) => Text;
  readonly endingTitle: (ending: string) => Text;
  /** What was done: the button, or what silence brought about. */
  readonly actTitle: (step: string, outcome: string) => Text;
}

const readers = new Map<string, CatalogueReader>();

/** The words of the edition a case runs under. @throws LianbanError INTERNAL when this installation does not carry it. */
export function readerOf(procedure: string, edition: string): CatalogueReader {
  const name = `${procedure} ${edition}`;
  const known = readers.get(name) ?? read(procedure, edition);
  readers.set(name, known);
  return known;
}

function read(id: string, edition: string): CatalogueReader {
  const procedure = procedureOf(id, edition);
  if (procedure === undefined)
    throw new LianbanError('INTERNAL', { reason: 'unknown edition', procedure: id, edition });
  const spec = (step: string): StepSpec => {
    const row = Object.hasOwn(procedure.steps, step) ? procedure.steps[step] : undefined;
    if (row === undefined) throw new LianbanError('INTERNAL', { reason: 'unknown step', step, procedure: id, edition });
    return row;
  };
  return {
    procedure,
    title: procedure.title,
    spec,
    stepTitle: (step) => spec(step).title,
    endingTitle: (ending) => procedure.endings[ending] ?? text(ending, ending),
    actTitle: (step, outcome) => actOf(spec(step), outcome),
  };
}

const actOf = ({ lapse, outcomes }: StepSpec, outcome: string): Text =>
  (outcome === 'lapsed' ? lapse?.means : outcomes[outcome]?.title) ?? text(outcome, outcome);

/** The step that the same person answered and may not have answered to take this one; null when there is none. */
export const notSeparateFrom = (spec: StepSpec, answered: readonly string[]): string | null =>
  barredBy(spec).find((step) => answered.includes(step)) ?? null;
