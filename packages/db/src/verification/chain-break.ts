/** What is wrong at a place of a chain. */
export type BreakKind = 'changed' | 'missing' | 'inserted' | 'reordered';

/** A place of the record where a chain does not hold. */
export interface ChainBreak {
  /** The trail, the ledger of a case, the file of a case that has a ledger, or what was handed in with its application. */
  readonly chain: 'audit' | 'ledger' | 'file' | 'attachment';
  /** `case:<id>`, `person:<id>` or another chain of the trail. */
  readonly stream: string;
  /** Position in the trail, version in the ledger, or place in the list of the opening, of the first one concerned. */
  readonly position: number;
  readonly kind: BreakKind;
  /** How many rows. */
  readonly rows: number;
}
