import { router } from '../../trpc.ts';
import { events } from './events.ts';

/** What the console hears without asking. */
export const liveRoutes = router({ events });
