/** What is wrong at a place of a chain. */
export type BreakKind = 'changed' | 'missing' | 'inserted' | 'reordered';

/** A place of the record where a chain does not hold. */
export interface ChainBreak {
  /** The trail, the ledger of a case, or the file of a case that has a ledger. */
  readonly chain: 'audit' | 'ledger' | 'file';
  /** `case:<id>`, `person:<id>` or another chain of the trail. */
  readonly stream: string;
  /** Position in the trail, or version in the ledger, of the first row concerned. */
  readonly position: number;
  readonly kind: BreakKind;
  /** How many rows. */
  readonly rows: number;
}
