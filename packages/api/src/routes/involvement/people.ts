import { colleaguesFor, unitsHolding } from '@lianban/db/involvement/colleagues';
import { mayReassign } from '@lianban/domain/involvement';
import { barredBy } from '@lianban/workflows/procedures/separation';
import { colleagueView, handsOf } from '../../presentation/involvement.ts';
import { routeFor } from '../../trpc.ts';
import { peopleView } from '../../views/involvement.ts';
import { dutyReference } from '../duty/reference.ts';
import { seenDuty } from './seen-duty.ts';

/** Who of the province may be asked about a duty, and why the others may not. */
export const people = routeFor('involvement.people')
  .input(dutyReference)
  .output(peopleView)
  .query(async ({ ctx, input }) => {
    const { pool } = ctx.services.database;
    const { duty, spec, catalogue, reach } = await seenDuty(ctx, input);
    const { province } = reach;
    const [colleagues, units] = await Promise.all([
      colleaguesFor(pool, { ...input, province, notBy: barredBy(spec) }),
      unitsHolding(pool, { province, role: duty.role }),
    ]);
    return {
      people: colleagues.map((colleague) => colleagueView(colleague, handsOf(duty), catalogue)),
      units: units.filter(({ unitId }) => unitId !== duty.unitId).map(({ unitId, unit }) => ({ unitId, unit })),
      mayReassign: mayReassign(ctx.identity.post, duty),
    };
  });
