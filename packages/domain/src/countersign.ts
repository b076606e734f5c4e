import { assertNever } from './assert-never.ts';

/** How many of those who are named on a sheet (会签单) have to agree; `percent` is rounded up to whole people. */
export type SigningRule =
  | { readonly kind: 'all' }
  | { readonly kind: 'any' }
  | { readonly kind: 'ratio'; readonly percent: number }
  | { readonly kind: 'inOrder' };

/** What somebody says of a draft that they are asked to sign: 同意 or 不同意. */
export type Verdict = 'agree' | 'disagree';

/** One person's signature. */
export interface Signature {
  /** Their place in the order, from 1. */
  readonly position: number;
  /** Null while it has not been given. */
  readonly verdict: Verdict | null;
  /** Asked for afterwards (加签): it is needed whatever the rule says of the others. */
  readonly isAdded: boolean;
}

/** What the signatures of a sheet amount to. */
export type SheetVerdict = 'agreed' | 'refused' | 'waiting';

/**
 * What the signatures amount to. It is decided as soon as those who have not signed cannot change it any more, so neither
 * the order in which people sign nor a late signature does. A sheet that nobody is on waits.
 */
export function verdictOf(rule: SigningRule, signatures: readonly Signature[]): SheetVerdict {
  if (signatures.length === 0) return 'waiting';
  const named = signatures.filter(({ isAdded }) => !isAdded);
  const added = signatures.filter(({ isAdded }) => isAdded);
  const verdicts = [decided(named, neededOf(rule, named.length)), decided(added, added.length)];
  if (verdicts.includes('refused')) return 'refused';
  return verdicts.includes('waiting') ? 'waiting' : 'agreed';
}

/** Of so many named, how many have to agree; of nobody, nobody. */
function neededOf(rule: SigningRule, named: number): number {
  switch (rule.kind) {
    case 'all':
    case 'inOrder':
      return named;
    case 'any':
      return Math.min(1, named);
    case 'ratio':
      return Math.ceil((named * rule.percent) / 100);
    default:
      return assertNever(rule);
  }
}

function decided(signatures: readonly Signature[], needed: number): SheetVerdict {
  const agreed = signatures.filter(({ verdict }) => verdict === 'agree').length;
  const refused = signatures.filter(({ verdict }) => verdict === 'disagree').length;
  if (agreed >= needed) return 'agreed';
  return signatures.length - refused < needed ? 'refused' : 'waiting';
}

/** The signatures that may be given now: in order only the first that is missing, otherwise all that are; none once it is decided. */
export function signableNow<T extends Signature>(rule: SigningRule, signatures: readonly T[]): readonly T[] {
  if (verdictOf(rule, signatures) !== 'waiting') return [];
  const missing = signatures.filter(({ verdict }) => verdict === null).toSorted((a, b) => a.position - b.position);
  return rule.kind === 'inOrder' ? missing.slice(0, 1) : missing;
}
