import { router } from '../../trpc.ts';
import { draw } from './draw.ts';
import { page } from './page.ts';
import { propose } from './propose.ts';

/** Teams of inspectors. */
export const teamRoutes = router({ page, propose, draw });
