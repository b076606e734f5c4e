import { addMonths, type CivilDate } from './civil-date.ts';
import { text, type Text } from './text.ts';

/** What binds somebody to an enterprise. */
export const interestKinds = ['agentPost', 'employment', 'relative', 'holding', 'other'] as const;
/** One of the {@link interestKinds}. */
export type InterestKind = (typeof interestKinds)[number];

/** What each is called. */
export const interestTitles = {
  agentPost: text('担任该企业经办人、代理人', 'Acts or acted for the enterprise'),
  employment: text('曾在或现在该企业任职', 'Works or worked there'),
  relative: text('近亲属在该企业任职或持股', 'A relative works there or holds a share'),
  holding: text('持有该企业股份或其他权益', 'Holds a share or another interest'),
  other: text('其他可能影响公正的关系', 'Another relation that may affect fairness'),
} as const satisfies Record<InterestKind, Text>;

/** Those that somebody declares; a post for an enterprise is known to the record. */
export const declaredKinds = ['employment', 'relative', 'holding', 'other'] as const satisfies readonly InterestKind[];

/** An interest with its days, both included; null where it has none. */
export interface Tie {
  readonly kind: InterestKind;
  readonly since: CivilDate | null;
  readonly until: CivilDate | null;
}

/** What somebody has said about one case: asked to be left out of it, and what the head of section made of that. */
export type RecusalState = 'asked' | 'confirmed' | 'declined';

/** Somebody's relations to the applicant of a case and to the case itself. */
export interface Relations {
  readonly ties: readonly Tie[];
  /** Null when they have not asked to be left out. */
  readonly recusal: RecusalState | null;
}

/** Why somebody takes no part in a case. */
export type Conflict = InterestKind | 'recused';

/** How long somebody who left an enterprise still keeps out of its cases. */
export interface CoolingOff {
  readonly on: CivilDate;
  readonly coolingOffYears: number;
}

/** Those that end only some time after their last day. */
const COOLS: ReadonlySet<InterestKind> = new Set(['agentPost', 'employment']);

/**
 * Why the person takes no part in the case on that day, or null. The order of the ties makes no difference: of several reasons
 * the first of `recused` and {@link interestKinds} is named. A request to be left out holds until it is declined (回避, domain.md §9).
 */
export function conflictOf({ ties, recusal }: Relations, when: CoolingOff): Conflict | null {
  if (recusal === 'asked' || recusal === 'confirmed') return 'recused';
  return interestKinds.find((kind) => ties.some((tie) => tie.kind === kind && binds(tie, when))) ?? null;
}

function binds({ kind, since, until }: Tie, { on, coolingOffYears }: CoolingOff): boolean {
  if (since !== null && on < since) return false;
  if (until === null) return true;
  return on <= (COOLS.has(kind) ? addMonths(until, 12 * coolingOffYears) : until);
}
