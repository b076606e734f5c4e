import { router } from '../../trpc.ts';
import { ask } from './ask.ts';
import { end } from './end.ts';
import { list } from './list.ts';
import { refuse } from './refuse.ts';
import { release } from './release.ts';

/** Being let into a secret case for a while. */
export const emergencyRoutes = router({ ask, list, release, refuse, end });
