import { router } from '../../trpc.ts';
import { exportRows } from './export.ts';
import { search } from './search.ts';

/** The trail, for those who audit. */
export const auditRoutes = router({ search, export: exportRows });
