import { router } from '../../trpc.ts';
import { operations } from './operations.ts';
import { rules } from './rules.ts';

/** What administrators look at. */
export const adminRoutes = router({ rules, operations });
