import { router } from '../../trpc.ts';
import { items } from './items.ts';

/** What may be applied for. */
export const catalogueRoutes = router({ items });
