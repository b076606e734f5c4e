import type { CivilDate } from '@lianban/domain/civil-date';
import type { RowValue } from '@lianban/domain/field';
import { text } from '@lianban/domain/text';
import type { About, Offer, Proceeding } from '../../vocabulary/proceeding.ts';
import type { routeSteps } from './route-steps.ts';
import type { Site } from './site.ts';
import type { varietyCaseSteps } from './site-steps.ts';

type P = Proceeding<typeof routeSteps & typeof varietyCaseSteps>;

const decidedAlready = text(
  '已有品种获准，请在该品种案件中撤回',
  'A variety was granted already: withdraw in the case of each',
);

/** One variety, by the number that the site gives it: two of them may say the same of themselves. */
type Variety = RowValue & { readonly number: string };

/** The varieties of a site, numbered in the order in which they came, and what has become of them. */
export class Varieties {
  /** Applications for another one that nobody has decided on. */
  readonly asked = new Set<object>();
  /** Those under way, by number, as in everything that follows. */
  readonly open = new Set<string>();
  readonly granted = new Set<string>();
  readonly launched = new Set<string>();
  readonly refused = new Set<string>();
  readonly #admitted: RowValue[] = [];

  /** Gives what was accepted its numbers; it is under way from now on. */
  admit(rows: readonly RowValue[]): readonly Variety[] {
    const varieties = rows.map((row) => ({ ...row, number: String(this.#admitted.push(row)) }));
    for (const { number } of varieties) this.open.add(number);
    return varieties;
  }

  get areOver(): boolean {
    return this.open.size === 0 && this.asked.size === 0;
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
  readonly rows: readonly Variety[];
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
  { row, acceptedOn }: { readonly row: Variety; readonly acceptedOn: CivilDate },
  { varieties, site, withdrawal }: Household,
): Promise<void> {
  const { open, granted, refused, launched } = varieties;
  const { number } = row;
  const about = aboutOf(row);
  const decision = await p.child('decideVariety', { ...row, acceptedOn, standing: site.standing }, { about });
  if (decision.outcome === 'granted') {
    granted.add(number);
    withdrawal.block(decidedAlready);
    const { decidedOn } = decision.flow;
    const launch = await p.child('launchVariety', { ...row, decidedOn }, { about });
    if (launch.outcome === 'launched') launched.add(number);
  }
  if (decision.outcome === 'refused') refused.add(number);
  open.delete(number);
}

/** By which the cases of the varieties are told apart. */
const aboutOf = ({ number, name = '' }: Variety): About => ({ key: number, title: text(name, name) });

/** Varieties come one after another: each that is admitted later joins the site as it stands. */
export function offerMore(p: P, household: Household): void {
  const { varieties } = household;
  p.offer('addVariety', async (asked) => {
    varieties.asked.add(asked);
    const admission = await p.step('admitVariety');
    const rows = varieties.admit(admission.outcome === 'admit' ? named(admission.flow) : []);
    varieties.asked.delete(asked);
    await p.inParallel(carryAll(p, { rows, acceptedOn: admission.on }, household));
  });
}

/** Step 8: as soon as a variety is granted, both sides tell each other what they find, and agree who supervises what. */
export async function agreePlan(p: P, varieties: Varieties): Promise<void> {
  await p.when('draftPlan', () => varieties.granted.size > 0 || varieties.areOver);
  if (varieties.granted.size === 0) return;
  // From the first grant on, and longer than this case: a site is supervised as long as something is made there.
  p.alongside('supervision', async () => void (await p.child('superviseSite', {})));
  for (const since = p.today; ;) {
    const { flow } = await p.step('draftPlan', { since });
    if ((await p.step('approvePlan', { since })).outcome === 'sendBack') continue;
    if ((await p.step('confirmPlan', { since, share: { asks: 'plan', ...flow } })).outcome === 'confirmed') return;
  }
}
