import { router } from '../../trpc.ts';
import { due } from './due.ts';
import { overdue } from './overdue.ts';
import { urge } from './urge.ts';

/** The deadlines of a province, and what is done about them. */
export const superviseRoutes = router({ due, overdue, urge });
