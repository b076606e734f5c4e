import type { AnyProcedure } from '../vocabulary/procedure.ts';
import { digestOf } from './digest.ts';
import { Kernel, type Worked, type WorkedInput } from './kernel.ts';
import { ProcedureMisuse } from './misuse.ts';
import type { Row } from './turn.ts';

/** A row with what the kernel made of it. */
export interface FoldedTurn {
  readonly row: Row;
  readonly worked: Worked;
}

/** A ledger that has been folded. */
export interface FoldedLedger {
  readonly kernel: Kernel;
  readonly turns: readonly FoldedTurn[];
}

const NOTHING: Worked = { entries: [], asks: [] };

/** Versions of the rows whose act was taken back by another of these rows. */
export const retractedIn = (rows: readonly Row[]): ReadonlySet<number> =>
  new Set(rows.flatMap(({ input }) => (input.kind === 'retract' ? [input.version] : [])));

/**
 * Folds a ledger with the present code, passing over the acts in `without`: those that were taken back, unless it is
 * said otherwise. @throws ProcedureMisuse DRIFT naming the version at which it reads differently.
 */
export async function fold(
  procedure: AnyProcedure,
  rows: readonly Row[],
  without: ReadonlySet<number> = retractedIn(rows),
): Promise<FoldedLedger> {
  const kernel = new Kernel(procedure);
  const turns: FoldedTurn[] = [];
  for (const row of rows) turns.push({ row, worked: await takeIn(kernel, row, without) });
  return { kernel, turns };
}

/** The case as the present code reads it. @throws ProcedureMisuse DRIFT as {@link fold} does. */
export const foldLedger = async (procedure: AnyProcedure, rows: readonly Row[]): Promise<Kernel> =>
  (await fold(procedure, rows)).kernel;

async function takeIn(kernel: Kernel, row: Row, without: ReadonlySet<number>): Promise<Worked> {
  if (without.has(row.version)) {
    kernel.passOver(row.amended);
    return NOTHING;
  }
  const worked = row.input.kind === 'retract' ? retire(kernel, row) : await refold(kernel, row, row.input);
  kernel.settle(row.dues);
  return worked;
}

function retire(kernel: Kernel, { cancelled = [] }: Row): Worked {
  kernel.retire(cancelled);
  return NOTHING;
}

/** Works a committed row through again. @throws ProcedureMisuse DRIFT when the present code reads it differently. */
async function refold(kernel: Kernel, row: Row, input: WorkedInput): Promise<Worked> {
  const refusal = kernel.refuse(input);
  if (refusal !== undefined) throw new ProcedureMisuse('DRIFT', { version: row.version, ...refusal });
  const worked = await kernel.turn(input, row.amended);
  if (input.kind !== 'redate' && digestOf(worked.entries) !== row.digest)
    throw new ProcedureMisuse('DRIFT', { version: row.version, entries: worked.entries });
  return worked;
}
