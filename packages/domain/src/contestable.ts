/** What may become of a decided case where a remedy is sought against it. */
interface Contestability {
  /** Endings that are decisions of the agency and may be contested. */
  readonly contested: readonly string[];
  /** Those of them whose matter can be taken up again, under the ordinary permit. */
  readonly repeated: readonly string[];
  /** Those that rest on an examination which was carried to its end: what is done again is decided again, and nothing before that. */
  readonly decidedOnTheMerits: readonly string[];
}

const refusedAtTheDoor = ['notAccepted', 'notRequired', 'terminated', 'cureLapsed'] as const;

/**
 * How a decision stands that grants and is followed by supervision in the same case: what it decides can be contested while it is
 * still verified, and neither waits for the other (复议法42).
 */
const GRANTED = 'granted';

/** What a licence in the register is worth. */
export type LicenceState = 'valid' | 'restricted' | 'revoked' | 'deregistered';

/** How a case stands, as far as it decides whether there is a decision to contest. */
interface Standing {
  /** How it ended; null while it goes on. */
  readonly ending: string | null;
  /** The licence that it gave; null before there is one. */
  readonly licence: LicenceState | null;
}

/** What is decided of a case: how it ended, or while it goes on that it granted a licence which is held; null where nothing is. */
export function decisionOf({ ending, licence }: Standing): string | null {
  if (ending !== null) return ending;
  return licence === 'valid' || licence === 'restricted' ? GRANTED : null;
}

/** Decisions against which remedies may be sought (复议法11、诉讼法12), by procedure. */
const contestable: Readonly<Record<string, Contestability>> = {
  'ordinary-permit': {
    contested: ['refused', 'licensed', ...refusedAtTheDoor],
    repeated: ['refused', 'licensed', ...refusedAtTheDoor],
    decidedOnTheMerits: ['refused', 'licensed'],
  },
  // A revocation that is set aside is not an application that could be decided again: its line has no such way (ADR 0038).
  'informed-commitment': {
    contested: ['refused', GRANTED, 'revoked', 'notAccepted', 'notRequired', 'terminated'],
    repeated: ['refused', 'notAccepted', 'notRequired', 'terminated'],
    decidedOnTheMerits: [],
  },
  // A registration is decided in a procedure of its own, which no other one takes up again: the ruling is carried out beside it.
  'parallel-registration-licensing': {
    contested: ['registrationRefused', 'notAccepted', 'notRequired', 'terminated'],
    repeated: [],
    decidedOnTheMerits: [],
  },
};

/** Whether a remedy may be sought against a case of which that is decided. */
export const mayBeContested = (procedure: string, decision: string): boolean =>
  contestable[procedure]?.contested.includes(decision) === true;

/** Whether the matter of a case that ended so can be taken up again where a ruling orders it. */
export const mayBeRepeated = (procedure: string, ending: string): boolean =>
  contestable[procedure]?.repeated.includes(ending) === true;

/** Where a matter is taken up again: at the decision, where it was decided on the merits, and otherwise where it was turned away. */
export function takenUpFrom(procedure: string, ending: string): 'intake' | 'examination' | 'decision' {
  if (contestable[procedure]?.decidedOnTheMerits.includes(ending) === true) return 'decision';
  return ending === 'refused' ? 'examination' : 'intake';
}
