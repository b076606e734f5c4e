import { router } from '../../trpc.ts';
import { open } from './open.ts';

/** Remedies against decided cases. */
export const remedyRoutes = router({ open });
