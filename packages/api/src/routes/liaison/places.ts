import { districtOfBody, liaisonDistricts, liaisonUnits } from '@lianban/db/liaison/units';
import { z } from 'zod';
import { routeFor } from '../../trpc.ts';
import { placesView } from '../../views/liaison.ts';

/** The districts and the units that requests can be put to. */
export const districts = routeFor('liaison.districts')
  .input(z.void())
  .output(placesView)
  .query(async ({ ctx: { services, identity } }) => {
    const { pool } = services.database;
    const { province, enterpriseId } = identity.post;
    const [all, units, own] = await Promise.all([
      liaisonDistricts(pool, province),
      liaisonUnits(pool, province),
      enterpriseId === null ? undefined : districtOfBody(pool, enterpriseId),
    ]);
    return {
      own: own?.id ?? null,
      districts: all.map(({ id, name, province: of, regionalUnit }) => ({ id, name, province: of, regionalUnit })),
      units: [...units],
    };
  });
