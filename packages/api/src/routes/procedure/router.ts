import { router } from '../../trpc.ts';
import { list } from './list.ts';
import { page } from './page.ts';

/** How procedures go. */
export const procedureRoutes = router({ list, page });
