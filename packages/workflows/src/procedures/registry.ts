import type { AnyProcedure } from '../vocabulary/procedure.ts';
import { informedCommitment } from './informed-commitment/2023-12.ts';
import { ordinaryPermit } from './ordinary-permit/2019-04.ts';

/** Every released procedure edition. Running cases finish under the edition they were accepted under. */
export const procedures: readonly AnyProcedure[] = [informedCommitment, ordinaryPermit];

/** The edition of a procedure, or undefined when this installation does not carry it. */
export const procedureOf = (id: string, edition: string): AnyProcedure | undefined =>
  procedures.find((known) => known.id === id && known.edition === edition);

/** The edition new cases start under: the latest. */
export const currentEditionOf = (id: string): AnyProcedure | undefined =>
  procedures.filter((known) => known.id === id).sort((a, b) => (a.edition < b.edition ? 1 : -1))[0];
