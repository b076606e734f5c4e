import { candidates } from '@lianban/db/stand-in/candidates';
import { principalOf } from '@lianban/db/stand-in/principal';
import { LianbanError } from '@lianban/domain/error';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { deputyView } from '../../presentation/stand-in.ts';
import { installationRouteFor } from '../../trpc.ts';
import { deputiesView } from '../../views/stand-in.ts';
import { day } from '../organisation/inputs.ts';
import { giverOf } from './inputs.ts';

const input = z.object({ postId: z.uuid(), from: day, to: day, search: safeTextUpTo(60).optional() });
const SHOWN = 20;

/** Colleagues who might stand in for a post on those days; who cannot is shown with the reason. */
export const deputies = installationRouteFor('standIn.deputies')
  .input(input)
  .output(deputiesView)
  .query(async ({ ctx: { services, identity }, input: { postId, search = '', from, to } }) => {
    const giver = giverOf(identity);
    if (giver.by.standingInFor !== undefined) throw new LianbanError('FORBIDDEN');
    const { pool } = services.database;
    const { personId: principalId, role, province } = await principalOf(pool, giver, { postId });
    const found = await candidates(pool, { province, from, to, search, limit: SHOWN });
    const need = { from, to, principalId, giverId: giver.by.personId };
    return found.map((candidate) => deputyView(candidate, role, need));
  });
