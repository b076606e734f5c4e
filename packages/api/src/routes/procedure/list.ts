import { procedures } from '@lianban/workflows/procedures/registry';
import { z } from 'zod';
import { procedureRow } from '../../presentation/procedure-page.ts';
import { routeFor } from '../../trpc.ts';
import { procedureRow as output } from '../../views/procedure.ts';

/** Every procedure edition that this installation carries. */
export const list = routeFor('procedure.list')
  .input(z.void())
  .output(z.array(output))
  .query(() => procedures.map(procedureRow));
