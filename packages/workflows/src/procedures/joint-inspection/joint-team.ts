import type { RowValue } from '@lianban/domain/field';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { leastOfEachSide } from './joint-fields.ts';
import type { teamSteps } from './team-steps.ts';

type P = Proceeding<typeof teamSteps>;

/** The inspectors of both sides. Who leaves is told by name on paper; the flow only keeps how many remain. */
export class JointTeam {
  readonly home: RowValue[] = [];
  readonly site: RowValue[] = [];

  /** Whether the team may work on the spot. */
  get isComplete(): boolean {
    return !isShort(this.home) && !isShort(this.site);
  }
}

const isShort = (side: readonly RowValue[]): boolean => side.length < leastOfEachSide;

/** Plans the inspection and asks the other side for its inspectors; whoever leaves later is missing from then on. */
export async function formTeam(p: P): Promise<JointTeam> {
  const team = new JointTeam();
  const plan = await p.step('planJoint');
  team.home.push(...sentBy(plan.flow));
  const named = await p.step('nameSiteInspectors', { share: { asks: 'inspectors' } });
  team.site.push(...sentBy(named.flow));
  p.offer('reportAbsence', async ({ outcome }) => void team[outcome === 'homeLeaves' ? 'home' : 'site'].pop());
  return team;
}

/** Whom a list names; one that was left out names nobody. */
const sentBy = ({ inspectors = [] }: { readonly inspectors?: readonly RowValue[] }): readonly RowValue[] => inspectors;

/** Asks either side for whoever is missing, until the team is complete. */
export async function fill(p: P, { home, site }: JointTeam): Promise<void> {
  await p.inParallel({
    home: async () => {
      while (isShort(home)) home.push(...sentBy((await p.step('replaceHome')).flow));
    },
    site: async () => {
      while (isShort(site))
        site.push(...sentBy((await p.step('replaceSite', { share: { asks: 'replacement' } })).flow));
    },
  });
}
