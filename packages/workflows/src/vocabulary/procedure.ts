import { curableOf, type Curable } from '@lianban/domain/curable';
import type { Citation } from '@lianban/domain/law';
import type { RuleKey } from '@lianban/domain/rule';
import type { Text } from '@lianban/domain/text';
import type { Proceeding, ProceedingOver } from './proceeding.ts';
import type { Catalogue } from './step.ts';

/** A procedure in one edition: the catalogue that lawyers check and the flow that ties it together. */
export interface Procedure<C extends Catalogue = Catalogue> {
  /** Name without edition, such as `informed-commitment`. */
  readonly id: string;
  /** Month of the text it implements, `yyyy-mm`. */
  readonly edition: string;
  readonly title: Text;
  /** Characters in the case number: `告承` in 渝告承〔2026〕0001. */
  readonly series: string;
  readonly basis: readonly Citation[];
  readonly steps: C;
  /** Every way a case can end. */
  readonly endings: Readonly<Record<string, Text>>;
  /** Limits of clocks, extensions and days of forms, which no catalogue row has as its own. */
  readonly clockRules: readonly RuleKey[];
  readonly flow: (p: Proceeding<C>) => Promise<never>;
}

/** A procedure whose catalogue type has been forgotten, for registries and the kernel. */
export type AnyProcedure = Omit<Procedure, 'flow'> & { readonly flow: (p: ProceedingOver<never>) => Promise<never> };

/** Ties a catalogue to its flow. */
export const procedure = <const C extends Catalogue>(definition: Procedure<C>): Procedure<C> => definition;

/** What of an item may follow after acceptance, where the procedure has a button for that; nothing to be frozen otherwise. */
export function curableIn(
  { steps }: Pick<AnyProcedure, 'steps'>,
  item: Parameters<typeof curableOf>[0],
): { readonly curable?: readonly Curable[] } {
  const buttons = Object.values(steps).flatMap(({ outcomes }) => Object.values(outcomes));
  const asks = buttons.some(({ form = [] }) => form.some(({ kind }) => kind.type === 'materials'));
  const curable = asks ? curableOf(item) : [];
  return curable.length === 0 ? {} : { curable };
}

/** Every limit that a case under this procedure may need. */
export function ruleKeysOf(definition: Pick<AnyProcedure, 'steps' | 'clockRules'>): readonly RuleKey[] {
  const rows = Object.values(definition.steps).flatMap((row) =>
    typeof row.limit === 'string' && row.limit !== 'given' ? [row.limit] : [],
  );
  return [...new Set([...rows, ...definition.clockRules])];
}
