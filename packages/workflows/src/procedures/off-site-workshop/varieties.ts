import type { CivilDate } from '@lianban/domain/civil-date';
import type { RowValue } from '@lianban/domain/field';
import { text } from '@lianban/domain/text';
import type { Offer, Proceeding } from '../../vocabulary/proceeding.ts';
import type { routeSteps } from './route-steps.ts';
import type { Site } from './site.ts';
import type { varietyCaseSteps } from './site-steps.ts';

type P = Proceeding<typeof routeSteps & typeof varietyCaseSteps>;

const decidedAlready = text(
  '已有品种获准，请在该品种案件中撤回',
  'A variety was granted already: withdraw in the case of each',
);

/** The varieties of a site and what has become of them. */
export class Varieties {
  /** What is under way: a variety, or the admission of one. */
  readonly open: Set<object>;
  readonly granted = new Set<RowValue>();
  readonly launched = new Set<RowValue>();
  readonly refused = new Set<RowValue>();

  constructor(first: readonly RowValue[]) {
    this.open = new Set(first);
  }

  get areOver(): boolean {
    return this.open.size === 0;
  }

  /** How the case of the site ends. */
  get ending(): 'launched' | 'notLaunched' | 'refused' | 'withdrawn' {
    if (this.launched.size > 0) return 'launched';
    if (this.granted.size > 0) return 'notLaunched';
    return this.refused.size > 0 ? 'refused' : 'withdrawn';
  }
}

/** What a variety needs of the case around it. */
export interface Household {
  readonly varieties: Varieties;
  readonly site: Site;
  readonly withdrawal: Offer;
}

/** The varieties that a list names; one that was left out names none. */
export const named = ({ varieties = [] }: { readonly varieties?: readonly RowValue[] }): readonly RowValue[] =>
  varieties;

/** Varieties that were accepted on one day. */
interface Batch {
  readonly rows: readonly RowValue[];
  readonly acceptedOn: CivilDate;
}

/** Each variety of the batch as a branch of its own. */
export const carryAll = (p: P, { rows, acceptedOn }: Batch, household: Household) =>
  Object.fromEntries(
    [...rows.entries()].map(([at, row]) => [`variety-${at}`, () => carry(p, { row, acceptedOn }, household)] as const),
  );

/** One variety: its decision, then its production, each in a case of its own. */
async function carry(
  p: P,
  { row, acceptedOn }: { readonly row: RowValue; readonly acceptedOn: CivilDate },
  { varieties, site, withdrawal }: Household,
): Promise<void> {
  const { open, granted, refused, launched } = varieties;
  const decision = await p.child('decideVariety', { ...row, acceptedOn, standing: site.standing });
  if (decision.outcome === 'granted') {
    granted.add(row);
    withdrawal.block(decidedAlready);
    const { decidedOn } = decision.flow;
    const launch = await p.child('launchVariety', { ...row, decidedOn });
    if (launch.outcome === 'launched') launched.add(row);
  }
  if (decision.outcome === 'refused') refused.add(row);
  open.delete(row);
}

/** Varieties come one after another: each that is admitted later joins the site as it stands. */
export function offerMore(p: P, household: Household): void {
  const { open } = household.varieties;
  p.offer('addVariety', async (asked) => {
    open.add(asked);
    const admission = await p.step('admitVariety');
    const rows = admission.outcome === 'admit' ? named(admission.flow) : [];
    for (const row of rows) open.add(row);
    open.delete(asked);
    await p.inParallel(carryAll(p, { rows, acceptedOn: admission.on }, household));
  });
}

/** Step 8: as soon as a variety is granted, both sides agree who supervises what. */
export async function agreePlan(p: P, varieties: Varieties): Promise<void> {
  await p.when('draftPlan', () => varieties.granted.size > 0 || varieties.areOver);
  if (varieties.granted.size === 0) return;
  for (const since = p.today; ;) {
    const { flow } = await p.step('draftPlan', { since });
    if ((await p.step('approvePlan', { since })).outcome === 'sendBack') continue;
    if ((await p.step('confirmPlan', { since, share: { asks: 'plan', ...flow } })).outcome === 'confirmed') return;
  }
}
