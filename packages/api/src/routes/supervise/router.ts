import { router } from '../../trpc.ts';
import { due } from './due.ts';
import { overdue } from './overdue.ts';

/** The deadlines of a province. */
export const superviseRoutes = router({ due, overdue });
