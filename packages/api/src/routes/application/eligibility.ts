import { z } from 'zod';
import { eligibilityView } from '../../presentation/eligibility.ts';
import { routeFor } from '../../trpc.ts';
import { eligibilityView as output } from '../../views/application.ts';
import { provinceView } from '../../views/basics.ts';
import { applicantOf } from './applicant.ts';
import { itemCode } from './content.ts';
import { standingOf } from './standing.ts';

/** Whether the enterprise may apply for the item today, and how. */
export const eligibility = routeFor('application.eligibility')
  .input(z.object({ item: itemCode, province: provinceView }))
  .output(output)
  .query(async ({ ctx: { services, identity }, input }) => {
    const { enterpriseId } = applicantOf(identity);
    const standing = await standingOf(services.database.pool, { ...input, enterpriseId });
    return eligibilityView(standing.item, standing.eligibility);
  });
