import { router } from '../../trpc.ts';
import { ask } from './ask.ts';
import { decide } from './decide.ts';

/** Being left out of a case. */
export const recusalRoutes = router({ ask, decide });
