import { router } from '../../trpc.ts';
import { range } from './range.ts';

/** The working calendar. */
export const calendarRoutes = router({ range });
